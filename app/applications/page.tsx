import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { APPLICATIONS_LIMIT, parseApplicationsState } from "@/components/applications/applications-url";
import { ApplicationsView, NoApplications } from "@/components/applications/applications-view";
import { SectionHeading } from "@/components/ui/section-heading";
import { listApplications } from "@/lib/use-cases/applications/list-applications";
import { getDeps } from "@/lib/use-cases/deps";
import { readPageActor } from "@/lib/web/page-actor";

type ApplicationsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function ApplicationsPage({ searchParams }: ApplicationsPageProps) {
  const [actor, t, params] = await Promise.all([readPageActor(), getTranslations("applications"), searchParams]);
  const state = parseApplicationsState(params);
  const query = { limit: APPLICATIONS_LIMIT, state: state.state, status: state.status || undefined };
  // Somebody seen for the first time has applied for nothing yet.
  const initial = actor.userId === null ? null : await listApplications(await getDeps(), actor, query);
  return (
    <>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      {initial === null ? <NoApplications /> : <ApplicationsView initial={initial} initialState={state} />}
    </>
  );
}
