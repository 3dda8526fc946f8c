import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { KeepResults } from "@/components/account/keep-results";
import { isMadeWith, parseControls, toQuery } from "@/components/results/controls-url";
import { ResultsView } from "@/components/results/results-view";
import { ExtraMessages } from "@/components/site/extra-messages";
import { ConsentBanner } from "@/components/tracking/consent-banner";
import { PageContainer } from "@/components/ui/page-container";
import type { StoredResultsReply } from "@/lib/contracts/results";
import { getDeps } from "@/lib/use-cases/deps";
import { listReactions } from "@/lib/use-cases/list-reactions";
import { recommendCareers } from "@/lib/use-cases/recommend-careers";
import { KEEP_LATER_COOKIE } from "@/lib/web/client/browser-memory";
import { withNext } from "@/lib/web/client/next-path";
import { readPageActor } from "@/lib/web/page-actor";
import { loadChoice } from "../../load-choice";
import { loadResults } from "../load-results";

type ResultsPageProps = {
  params: Promise<{ sessionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("results");
  // One person's results: nobody's business to index.
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function ResultsPage({ params, searchParams }: ResultsPageProps) {
  const { sessionId } = await params;
  const stored = await loadResults(sessionId);
  if (stored === null) notFound();
  const [list, reactions, choice, { share, cardActions }] = await Promise.all([
    applyAddress(stored, await searchParams),
    listReactions(await getDeps(), await readPageActor()),
    loadChoice(),
    getMessages(),
  ]);
  return (
    <PageContainer>
      <ConsentBanner known={choice} />
      <ExtraMessages messages={{ share, cardActions }}>
        <ResultsView {...list} reactions={reactions.items} keep={await renderKeep(sessionId)} />
      </ExtraMessages>
    </PageContainer>
  );
}

/** The offer of an account to a guest who has not declined it. */
async function renderKeep(sessionId: string): Promise<ReactNode> {
  const [actor, sent] = await Promise.all([readPageActor(), cookies()]);
  if (actor.role !== "guest" || sent.has(KEEP_LATER_COOKIE.name)) return null;
  const t = await getTranslations("account.keep");
  const words = { title: t("title"), text: t("text"), register: t("register"), dismiss: t("dismiss") };
  return <KeepResults registerHref={withNext("/register", `/results/${sessionId}`)} words={words} />;
}

/** The list that the address asks for, so that a shared or reloaded link shows its own order from the first paint. */
async function applyAddress(
  stored: StoredResultsReply,
  searchParams: Record<string, string | string[] | undefined>,
): Promise<{ initial: StoredResultsReply; initialQuery: string | null }> {
  const pairs = Object.entries(searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  const query = new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
  const controls = parseControls(query, stored);
  if (controls === null) return { initial: stored, initialQuery: null };
  const initialQuery = toQuery(controls);
  if (isMadeWith(stored, controls)) return { initial: stored, initialQuery };
  const { reply } = await recommendCareers(await getDeps(), await readPageActor(), {
    sessionId: stored.sessionId,
    top_n: controls.count,
    alpha: controls.alpha,
    weights: controls.weights,
    diversity: controls.isDiverse,
    history: true,
    details: true,
  });
  return { initial: { ...stored, ...reply }, initialQuery };
}
