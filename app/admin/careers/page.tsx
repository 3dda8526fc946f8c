import AddRounded from "@mui/icons-material/AddRounded";
import Button from "@mui/material/Button";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/components/admin/admin-heading";
import { parseCareers } from "@/components/admin/careers-address";
import { CareersExport } from "@/components/admin/careers-export";
import { CareersView } from "@/components/admin/careers-view";
import { listAdminCareers } from "@/lib/use-cases/admin/list-admin-careers";
import { getDeps } from "@/lib/use-cases/deps";
import { listClusters } from "@/lib/use-cases/list-clusters";
import { type PageParams, requireAdminPage } from "../require-admin-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.careers");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function AdminCareersPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const params = await searchParams;
  const actor = await requireAdminPage("/admin/careers", params);
  const state = parseCareers(params);
  const deps = await getDeps();
  const [reply, { clusters }, t] = await Promise.all([
    listAdminCareers(deps, actor, state),
    listClusters(deps),
    getTranslations("admin.careers"),
  ]);
  return (
    <>
      <AdminHeading
        title={t("heading")}
        intro={t("intro")}
        action={
          <>
            <CareersExport />
            <Button variant="contained" startIcon={<AddRounded />} href="/admin/careers/new">
              {t("add")}
            </Button>
          </>
        }
      />
      <CareersView start={{ state, reply }} clusters={clusters} />
    </>
  );
}
