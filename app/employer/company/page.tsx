import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/employer/back-link";
import { CompanyForm } from "@/components/employer/company-form";
import styles from "@/components/employer/employer.module.css";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { loadCompany } from "../load-employer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("employer.company");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function CompanyPage() {
  const [{ company }, t] = await Promise.all([loadCompany("/employer/company"), getTranslations("employer.company")]);
  return (
    <PageContainer width="text">
      <BackLink href="/employer" message="back" />
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      <div className={styles.sheet}>
        <CompanyForm company={company} />
      </div>
    </PageContainer>
  );
}
