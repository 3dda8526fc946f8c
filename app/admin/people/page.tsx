import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminHeading } from "@/components/admin/admin-heading";
import { parsePeople, toPeopleInput } from "@/components/admin/people-address";
import { PeopleExport } from "@/components/admin/people-export";
import { PeopleView } from "@/components/admin/people-view";
import { listPeople } from "@/lib/use-cases/admin/list-people";
import { getDeps } from "@/lib/use-cases/deps";
import { type PageParams, requireAdminPage } from "../require-admin-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.people");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function AdminPeoplePage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const params = await searchParams;
  const actor = await requireAdminPage("/admin/people", params);
  const state = parsePeople(params);
  const [reply, t] = await Promise.all([
    listPeople(await getDeps(), actor, toPeopleInput(state)),
    getTranslations("admin.people"),
  ]);
  return (
    <>
      <AdminHeading title={t("heading")} intro={t("intro")} action={<PeopleExport />} />
      <PeopleView start={{ state, reply }} ownId={actor.userId ?? ""} />
    </>
  );
}
