import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/components/admin/admin-heading";
import { MatchPanel } from "@/components/admin/match-panel";
import { ModelsView } from "@/components/admin/models-view";
import { SurfaceLinks } from "@/components/admin/surface-links";
import { RANKER_SURFACES, TrainOptionsSchema } from "@/lib/contracts/rankers";
import { getDeps } from "@/lib/use-cases/deps";
import { listMatchModels } from "@/lib/use-cases/match/manage-match";
import { listRankers, toFeatureMeanings } from "@/lib/use-cases/ranking/manage-rankers";
import { type PageParams, requireAdminPage } from "../require-admin-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.models");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function AdminModelsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const params = await searchParams;
  const actor = await requireAdminPage("/admin/models", params);
  // What is no surface is as good as none.
  const surface = RANKER_SURFACES.find((name) => name === params.surface) ?? "careers";
  const [reply, t] = await Promise.all([listRankers(await getDeps(), actor, surface), getTranslations("admin.models")]);
  return (
    <>
      <AdminHeading title={t("heading")} intro={t("intro")} />
      <SurfaceLinks surfaces={RANKER_SURFACES} current={surface} />
      <ModelsView
        key={surface}
        surface={surface}
        start={reply}
        usualOptions={TrainOptionsSchema.parse({})}
        meanings={toFeatureMeanings(surface)}
      />
      {surface === "careers" ? <MatchPanel start={await listMatchModels(await getDeps(), actor)} /> : null}
    </>
  );
}
