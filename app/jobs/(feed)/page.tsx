import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { parseJobs } from "@/components/jobs/jobs-url";
import { JobsView } from "@/components/jobs/jobs-view";
import { ExtraMessages } from "@/components/site/extra-messages";
import { StartTracking } from "@/components/tracking/start-tracking";
import { PageContainer } from "@/components/ui/page-container";
import { getDeps } from "@/lib/use-cases/deps";
import { listClusters } from "@/lib/use-cases/list-clusters";
import { loadCareer } from "../../careers/load-career";
import { loadChoice } from "../../load-choice";
import { loadOwner } from "../load-owner";

type JobsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("jobs");
  return { title: t("metaTitle"), description: t("metaDescription") };
}

export default async function JobsPage({ searchParams }: JobsPageProps) {
  const { filters } = parseJobs(await searchParams);
  const [owner, { clusters }, career, choice, { jobs }] = await Promise.all([
    loadOwner(),
    listClusters(await getDeps()),
    filters.career === "" ? null : loadCareer(filters.career),
    loadChoice(),
    getMessages(),
  ]);
  return (
    <PageContainer>
      <StartTracking known={choice} />
      <ExtraMessages messages={{ jobs }}>
        <JobsView clusters={clusters} careerTitle={career?.title ?? null} owner={owner} />
      </ExtraMessages>
    </PageContainer>
  );
}
