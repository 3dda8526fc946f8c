import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmployerHome } from "@/components/employer/employer-home";
import { Welcome } from "@/components/employer/welcome";
import { PageContainer } from "@/components/ui/page-container";
import { getDeps } from "@/lib/use-cases/deps";
import { getCompany } from "@/lib/use-cases/employer/get-company";
import { listEmployerJobs } from "@/lib/use-cases/employer/list-employer-jobs";
import { requireAccountPage } from "../require-account-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("employer.home");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function EmployerPage() {
  const actor = await requireAccountPage("/employer");
  const deps = await getDeps();
  const [{ company }, jobs] = await Promise.all([getCompany(deps, actor), listEmployerJobs(deps, actor)]);
  return (
    <PageContainer>{company === null ? <Welcome /> : <EmployerHome company={company} initial={jobs} />}</PageContainer>
  );
}
