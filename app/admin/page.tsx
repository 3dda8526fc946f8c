import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/components/admin/admin-heading";
import { parseOverview } from "@/components/admin/overview-address";
import { OverviewView } from "@/components/admin/overview-view";
import { getOverview } from "@/lib/use-cases/admin/get-overview";
import { getDeps } from "@/lib/use-cases/deps";
import { type PageParams, requireAdminPage } from "./require-admin-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.overview");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function AdminOverviewPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const params = await searchParams;
  const actor = await requireAdminPage("/admin", params);
  const state = parseOverview(params);
  const [reply, t] = await Promise.all([getOverview(await getDeps(), actor, state), getTranslations("admin.overview")]);
  return (
    <>
      <AdminHeading title={t("heading")} intro={t("intro")} />
      <OverviewView start={{ state, reply }} />
    </>
  );
}
