import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { parseBrowse } from "@/components/careers/browse-url";
import { BrowseView } from "@/components/careers/browse-view";
import { StartTracking } from "@/components/tracking/start-tracking";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { getDeps } from "@/lib/use-cases/deps";
import { listClusters } from "@/lib/use-cases/list-clusters";
import { loadChoice } from "../../load-choice";
import { loadBrowse } from "../load-browse";

type BrowsePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("browse");
  return { title: t("metaTitle"), description: t("metaDescription") };
}

export default async function CareersPage({ searchParams }: BrowsePageProps) {
  const state = parseBrowse(await searchParams);
  const [found, { clusters }, t, choice] = await Promise.all([
    loadBrowse(state),
    listClusters(await getDeps()),
    getTranslations("browse"),
    loadChoice(),
  ]);
  const total = clusters.reduce((sum, { careerCount }) => sum + careerCount, 0);
  return (
    <PageContainer>
      <StartTracking known={choice} />
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro", { total })} />
      <BrowseView start={{ state, ...found }} clusters={clusters} />
    </PageContainer>
  );
}
