import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/components/admin/admin-heading";
import { CareerForm } from "@/components/admin/career-form";
import { suggestCareerCode } from "@/lib/use-cases/admin/add-career";
import { getDeps } from "@/lib/use-cases/deps";
import { listClusters } from "@/lib/use-cases/list-clusters";
import { requireAdminPage } from "../../require-admin-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.form");
  return { title: t("newTitle"), robots: { index: false } };
}

export default async function NewCareerPage() {
  const actor = await requireAdminPage("/admin/careers/new");
  const deps = await getDeps();
  const [{ code }, { clusters }, t] = await Promise.all([
    suggestCareerCode(deps, actor),
    listClusters(deps),
    getTranslations("admin.form"),
  ]);
  return (
    <>
      <AdminHeading title={t("newTitle")} intro={t("newIntro")} />
      <CareerForm career={null} suggestedCode={code} clusters={clusters} />
    </>
  );
}
