import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { SavedView } from "@/components/saved/saved-view";
import { ExtraMessages } from "@/components/site/extra-messages";
import { PageContainer } from "@/components/ui/page-container";
import { SectionHeading } from "@/components/ui/section-heading";
import { getDeps } from "@/lib/use-cases/deps";
import { listSavedCareers } from "@/lib/use-cases/list-saved-careers";
import { isAccount } from "@/lib/use-cases/permissions";
import { readPageActor } from "@/lib/web/page-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("saved");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function SavedPage() {
  const [actor, t, { saved, cardActions }] = await Promise.all([
    readPageActor(),
    getTranslations("saved"),
    getMessages(),
  ]);
  // Somebody seen for the first time has saved nothing yet.
  const initial = actor.userId === null ? { items: [], lists: [] } : await listSavedCareers(await getDeps(), actor);
  return (
    <PageContainer>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} />
      <ExtraMessages messages={{ saved, cardActions }}>
        <SavedView initial={initial} person={actor.userId === null ? null : { isGuest: !isAccount(actor) }} />
      </ExtraMessages>
    </PageContainer>
  );
}
