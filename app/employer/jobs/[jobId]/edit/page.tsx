import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/employer/back-link";
import { JobForm } from "@/components/employer/job-form";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { loadCompany, loadJob } from "../../../load-employer";
import { getJobFormSettings } from "../../job-form-settings";

type EditJobProps = { params: Promise<{ jobId: string }> };

const toPath = (jobId: string): string => `/employer/jobs/${jobId}/edit`;

export async function generateMetadata({ params }: EditJobProps): Promise<Metadata> {
  const { jobId } = await params;
  const [{ job }, t] = await Promise.all([loadJob(jobId, toPath(jobId)), getTranslations("employer.form")]);
  return { title: t("editMetaTitle", { title: job.title }), robots: { index: false } };
}

export default async function EditJobPage({ params }: EditJobProps) {
  const { jobId } = await params;
  const path = toPath(jobId);
  const { job } = await loadJob(jobId, path);
  const [{ company }, t] = await Promise.all([loadCompany(path), getTranslations("employer.form")]);
  return (
    <PageContainer>
      <BackLink href={`/employer/jobs/${jobId}`} message="backToJob" />
      <SectionHeading level={1} size="h2" title={t("editTitle")} intro={job.title} />
      <JobForm key={job.id} job={job} company={company} {...getJobFormSettings()} />
    </PageContainer>
  );
}
