import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/components/admin/admin-heading";
import { SystemView } from "@/components/admin/system-view";
import { getSystem } from "@/lib/use-cases/admin/get-system";
import { getDeps } from "@/lib/use-cases/deps";
import { requireAdminPage } from "../require-admin-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.system");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function AdminSystemPage() {
  const actor = await requireAdminPage("/admin/system");
  const [system, t] = await Promise.all([getSystem(await getDeps(), actor), getTranslations("admin.system")]);
  return (
    <>
      <AdminHeading title={t("heading")} intro={t("intro")} />
      <SystemView start={system} />
    </>
  );
}
