import type { Embedder } from "@/lib/adapters/embedder";
import { topK } from "@/lib/engine/math/top-k";
import { multiplyEach } from "@/lib/engine/math/vectors";
import type { CareerSnapshot } from "../career-snapshot";
import { findNamedCareers, toWorkTitle } from "./career-names";

/** What of a posting tells its occupation. */
export type OccupationClue = {
  title: string;
  /** Such as an occupational series. */
  hint?: string | undefined;
};

export type OccupationMatch = {
  /** Position of the career in the snapshot. */
  position: number;
  /** Cosine of the two texts, and what a literal hit among the career's names adds. */
  score: number;
  /** How sure the match is, 0 to 1. */
  confidence: number;
};

/** Words of classifications that say nothing of the work, but are near some career or other. */
const EMPTY_HINT_WORDS = /\b(miscellaneous|general|series|and support|student trainee|program|group)\b/gi;
const toHintText = (hint: string | undefined): string =>
  (hint ?? "").replace(EMPTY_HINT_WORDS, " ").replace(/\s+/g, " ").trim();
/** A hint is less than the title. Chosen among 0.3 to 1 on half of the labelled titles (scripts/evaluate/job-titles.tsv). */
const HINT_WEIGHT = 0.5;

const cacheOf = new WeakMap<CareerSnapshot, Map<string, readonly OccupationMatch[]>>();
const CACHE_SIZE_MAX = 20_000;

/**
 * The careers that postings are most like, best first; none for a text without a word that the model knows.
 * @param clues  postings with the same title and hint are matched once
 */
export async function matchOccupations(
  deps: { embedder: Embedder; snapshot: CareerSnapshot },
  clues: readonly OccupationClue[],
  count = 1,
): Promise<(readonly OccupationMatch[])[]> {
  const { embedder, snapshot } = deps;
  const known = cacheOf.get(snapshot) ?? new Map<string, readonly OccupationMatch[]>();
  cacheOf.set(snapshot, known);
  const parts = clues.map(({ title, hint }) => ({ title, work: toWorkTitle(title), hint: toHintText(hint) }));
  const keys = parts.map(({ title, hint }) => `${count}|${title}|${hint}`);
  const fresh = new Map<string, number>();
  keys.forEach((key, i) => {
    if (!known.has(key) && !fresh.has(key)) fresh.set(key, i);
  });
  const vectors = await embedTexts(
    embedder,
    [...fresh.values()].flatMap((i) => [parts[i]?.work ?? "", parts[i]?.hint ?? ""]),
  );
  const found = new Map<string, readonly OccupationMatch[]>([...fresh.keys()].map((key) => [key, []]));
  const saying: { key: string; title: string; vector: Float64Array }[] = [];
  for (const [key, i] of fresh) {
    const { title, work, hint } = parts[i] ?? { title: "", work: "", hint: "" };
    const vector = addVectors(vectors.get(work), vectors.get(hint));
    if (vector !== null) saying.push({ key, title, vector });
  }
  const { embeddings } = snapshot.index;
  const cosines =
    embeddings === null
      ? []
      : multiplyEach(
          embeddings,
          saying.map(({ vector }) => vector),
        );
  cosines.forEach((scores, at) => {
    const { key, title } = saying[at] as (typeof saying)[number];
    found.set(key, rankCareers(snapshot, title, scores, count));
  });
  const matches = keys.map((key) => found.get(key) ?? known.get(key) ?? []);
  if (known.size + found.size > CACHE_SIZE_MAX) known.clear();
  for (const [key, value] of found) known.set(key, value);
  return matches;
}

/** Each text once, and only those that say something: marks and loose pieces have vectors too, but they mean nothing. */
async function embedTexts(embedder: Embedder, texts: readonly string[]): Promise<Map<string, Float32Array>> {
  const saying = [...new Set(texts)].filter((text) => embedder.countKnownWords(text) > 0);
  const vectors = await embedder.embed(saying);
  return new Map(saying.flatMap((text, i) => (vectors[i] === undefined ? [] : [[text, vectors[i]] as const])));
}

/** The direction of a title and its hint together. */
function addVectors(work: Float32Array | undefined, hint: Float32Array | undefined): Float64Array | null {
  if (work === undefined || hint === undefined) {
    const only = work ?? hint;
    return only === undefined ? null : Float64Array.from(only);
  }
  const sum = Float64Array.from(work, (value, k) => value + HINT_WEIGHT * (hint[k] as number));
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

/** @param scores  (n,) cosines, changed here */
function rankCareers(snapshot: CareerSnapshot, title: string, scores: Float64Array, count: number): OccupationMatch[] {
  for (const [position, bonus] of findNamedCareers(snapshot, title)) {
    scores[position] = (scores[position] as number) + bonus;
  }
  // The one after the last is needed to tell how far ahead the last one is.
  const best = topK(scores, count + 1);
  return best.slice(0, count).map((position, at) => {
    const score = scores[position] as number;
    const next = scores[best[at + 1] ?? -1] ?? 0;
    return { position, score, confidence: toConfidence(score, score - next) };
  });
}

/** Of a logistic regression of being right on half of the labelled titles, with and without a hint (scripts/evaluate/job-titles.tsv). */
const CONFIDENCE = { intercept: -3.59, score: 7.32, lead: 1.53 };

/** How probable it is that the match is right: by how near it is, and how far ahead of the next. */
function toConfidence(score: number, lead: number): number {
  const logit = CONFIDENCE.intercept + CONFIDENCE.score * score + CONFIDENCE.lead * lead;
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
