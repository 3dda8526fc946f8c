import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isMadeWith, parseControls, toQuery } from "@/components/results/controls-url";
import { ResultsView } from "@/components/results/results-view";
import { PageContainer } from "@/components/ui/page-container";
import type { StoredResultsReply } from "@/lib/contracts/results";
import { getDeps } from "@/lib/use-cases/deps";
import { recommendCareers } from "@/lib/use-cases/recommend-careers";
import { loadResults } from "../load-results";
import { readActor } from "../read-actor";

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
  return (
    <PageContainer>
      <ResultsView {...(await applyAddress(stored, await searchParams))} />
    </PageContainer>
  );
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
  const { reply } = await recommendCareers(await getDeps(), await readActor(), {
    sessionId: stored.sessionId,
    top_n: controls.count,
    alpha: controls.alpha,
    weights: controls.weights,
    diversity: controls.isDiverse,
    details: true,
  });
  return { initial: { ...stored, ...reply }, initialQuery };
}
