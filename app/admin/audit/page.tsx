import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/components/admin/admin-heading";
import { parseAudit, toAuditInput } from "@/components/admin/audit-address";
import { AuditExport } from "@/components/admin/audit-export";
import { AuditView } from "@/components/admin/audit-view";
import { listAudit } from "@/lib/use-cases/admin/list-audit";
import { getDeps } from "@/lib/use-cases/deps";
import { type PageParams, requireAdminPage } from "../require-admin-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.audit");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function AdminAuditPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const params = await searchParams;
  const actor = await requireAdminPage("/admin/audit", params);
  const state = parseAudit(params);
  const [reply, t] = await Promise.all([
    listAudit(await getDeps(), actor, toAuditInput(state)),
    getTranslations("admin.audit"),
  ]);
  return (
    <>
      <AdminHeading title={t("heading")} intro={t("intro")} action={<AuditExport />} />
      <AuditView start={{ state, reply }} />
    </>
  );
}
