import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApplicantPage } from "@/components/employer/applicant-page";
import { PageContainer } from "@/components/ui/page-container";
import { MESSAGE_LENGTH_MAX } from "@/lib/contracts/applications";
import { loadApplicant } from "../../load-employer";

type EmployerApplicationProps = { params: Promise<{ applicationId: string }> };

export async function generateMetadata({ params }: EmployerApplicationProps): Promise<Metadata> {
  const [applicant, t] = await Promise.all([
    loadApplicant((await params).applicationId),
    getTranslations("employer.applicant"),
  ]);
  return { title: applicant.headline || t("metaTitle"), robots: { index: false } };
}

export default async function EmployerApplicationPage({ params }: EmployerApplicationProps) {
  const applicant = await loadApplicant((await params).applicationId);
  return (
    <PageContainer>
      <ApplicantPage key={applicant.applicationId} initial={applicant} messageLengthMax={MESSAGE_LENGTH_MAX} />
    </PageContainer>
  );
}
