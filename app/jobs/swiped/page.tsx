import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { SwipedView } from "@/components/jobs/swiped-view";
import { ExtraMessages } from "@/components/site/extra-messages";
import { AppLink } from "@/components/ui/app-link";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { loadOwner } from "../load-owner";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("jobs.swiped");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function SwipedPage() {
  const [t, { jobs }, owner] = await Promise.all([getTranslations("jobs.swiped"), getMessages(), loadOwner()]);
  return (
    <PageContainer>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      <p>
        <AppLink href="/jobs">{t("back")}</AppLink>
      </p>
      <ExtraMessages messages={{ jobs }}>
        <SwipedView owner={owner} />
      </ExtraMessages>
    </PageContainer>
  );
}
