import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/components/admin/admin-heading";
import { parseJobAnalytics } from "@/components/admin/jobs-address";
import { JobsView } from "@/components/admin/jobs-view";
import { getJobAnalytics } from "@/lib/use-cases/admin/get-job-analytics";
import { getDeps } from "@/lib/use-cases/deps";
import { type PageParams, requireAdminPage } from "../require-admin-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.jobs");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function AdminJobsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const params = await searchParams;
  const actor = await requireAdminPage("/admin/jobs", params);
  const state = parseJobAnalytics(params);
  const [reply, t] = await Promise.all([getJobAnalytics(await getDeps(), actor, state), getTranslations("admin.jobs")]);
  return (
    <>
      <AdminHeading title={t("heading")} intro={t("intro")} />
      <JobsView start={{ state, reply }} />
    </>
  );
}
