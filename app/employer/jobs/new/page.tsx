import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/employer/back-link";
import { JobForm } from "@/components/employer/job-form";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { loadCompany } from "../../load-employer";
import { getJobFormSettings } from "../job-form-settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("employer.form");
  return { title: t("newMetaTitle"), robots: { index: false } };
}

export default async function NewJobPage() {
  const [{ company }, t] = await Promise.all([loadCompany("/employer/jobs/new"), getTranslations("employer.form")]);
  return (
    <PageContainer>
      <BackLink href="/employer" message="back" />
      <SectionHeading level={1} size="h2" title={t("newTitle")} intro={t("newIntro")} />
      <JobForm job={null} company={company} {...getJobFormSettings()} />
    </PageContainer>
  );
}
