import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { ActivityView } from "@/components/activity/activity-view";
import { ExtraMessages } from "@/components/site/extra-messages";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { getDeps } from "@/lib/use-cases/deps";
import { getActivity } from "@/lib/use-cases/get-activity";
import { readPageActor } from "@/lib/web/page-actor";
import { loadChoice } from "../load-choice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activityPage");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function ActivityPage() {
  const [actor, choice, t, { activityPage, cardActions }] = await Promise.all([
    readPageActor(),
    loadChoice(),
    getTranslations("activityPage"),
    getMessages(),
  ]);
  // Somebody seen for the first time has done nothing yet.
  const activity = actor.userId === null ? null : await getActivity(await getDeps(), actor);
  return (
    <PageContainer>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      <ExtraMessages messages={{ activityPage, cardActions }}>
        <ActivityView activity={activity} choice={choice} />
      </ExtraMessages>
    </PageContainer>
  );
}
