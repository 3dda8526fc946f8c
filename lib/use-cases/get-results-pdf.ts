import { type PdfCareer, renderResultsPdf } from "@/lib/adapters/results-pdf";
import type { Recommendation } from "@/lib/contracts/results";
import type { PdfQuery } from "@/lib/contracts/results-pdf";
import app from "@/lib/messages/en/app.json";
import words from "@/lib/messages/en/pdf.json";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { fillText } from "./fill-text";
import { getResults } from "./get-results";

const { facts: factWords, results: resultWords, career: careerWords } = app;
const LANGUAGE = "en-US";
const longDate = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeZone: "UTC" });
const number = new Intl.NumberFormat(LANGUAGE);
const change = new Intl.NumberFormat(LANGUAGE, {
  style: "percent",
  signDisplay: "exceptZero",
  maximumFractionDigits: 1,
});

/**
 * The list last shown for a quiz as a PDF, to keep or to take along.
 * @throws AppError NOT_FOUND on an unknown quiz and on somebody else's alike
 */
export async function getResultsPdf(
  deps: Deps,
  actor: Actor,
  { sessionId, paper }: { sessionId: string } & PdfQuery,
): Promise<{ name: string; body: Uint8Array<ArrayBuffer> }> {
  const results = await getResults(deps, actor, sessionId);
  const now = new Date(deps.nowMs());
  const today = longDate.format(now);
  const intro = [fillText(words.fromQuiz, { date: longDate.format(new Date(results.createdAt)), today }), words.scale];
  if (results.mode === "ability_only") intro.push(words.abilityOnly);
  const body = await renderResultsPdf({
    paper,
    lang: LANGUAGE,
    createdAt: now,
    author: app.nav.brand,
    title: words.title,
    intro,
    careers: results.recommendations.map(toPdfCareer),
    sources: {
      title: words.sources,
      lines: [words.license, careerWords.sourceBls, careerWords.sourceAi, careerWords.sourceOwn],
    },
    toFooter: (page, count) => [fillText(words.footer, { today }), fillText(words.page, { page, count })],
  });
  return { name: fillText(words.file, { day: now.toISOString().slice(0, 10) }), body: new Uint8Array(body) };
}

function toPdfCareer(row: Recommendation): PdfCareer {
  const { rank, career, cluster, score, salary_range, explanation, facts } = row;
  const outlook = facts?.outlook ?? null;
  const entry = facts?.education.typicalEntry ?? null;
  return {
    title: `${rank}. ${career}`,
    score: fillText(words.match, { percent: Math.round(score) }),
    cluster,
    summary: facts?.summary ?? "",
    facts: [
      { label: resultWords.payTitle, value: salary_range?.text ?? factWords.unknown },
      {
        label: factWords.growth,
        value: outlook === null ? factWords.unknown : change.format(outlook.growthPercent / 100),
      },
      {
        label: factWords.openings,
        value: outlook === null ? factWords.unknown : number.format(outlook.openingsPerYear),
      },
      { label: factWords.education, value: entry === null ? factWords.unknown : factWords.schooling[entry] },
    ],
    reasons: [
      { title: resultWords.for, items: explanation.for },
      { title: resultWords.against, items: explanation.against },
      { title: resultWords.change, items: explanation.change },
    ],
  };
}
