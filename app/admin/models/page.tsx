import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/components/admin/admin-heading";
import { ModelsView } from "@/components/admin/models-view";
import { TrainOptionsSchema } from "@/lib/contracts/rankers";
import { getDeps } from "@/lib/use-cases/deps";
import { listRankers, toFeatureMeanings } from "@/lib/use-cases/ranking/manage-rankers";
import { requireAdminPage } from "../require-admin-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.models");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function AdminModelsPage() {
  const actor = await requireAdminPage("/admin/models");
  const [reply, t] = await Promise.all([
    listRankers(await getDeps(), actor, "careers"),
    getTranslations("admin.models"),
  ]);
  return (
    <>
      <AdminHeading title={t("heading")} intro={t("intro")} />
      <ModelsView start={reply} usualOptions={TrainOptionsSchema.parse({})} meanings={toFeatureMeanings("careers")} />
    </>
  );
}
