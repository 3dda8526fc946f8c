/**
 * What would change this: the smallest change of one rating that takes a career out of the slate, and what comes in for it.
 *
 * A counterfactual explanation (Wachter, Mittelstadt & Russell 2018, arXiv:1711.00399) by exhaustive search: every rating, one, two and
 * three points down and up, in order of size. Only contenders are rescored at first: the best of each cluster and of all, and the careers
 * most like the ratings, since three points of one rating hardly lift a career past all of them. What they show is then checked against
 * everything, so a change that is named is always true. That it is also the smallest is nearly always so, and
 * exactly so in the unit tests, where everything contends.
 */

import { rankAll, topK } from "../math/top-k";
import { DIMENSION_MAX, DIMENSION_MIN, DIMENSIONS, type Dimension } from "../profile/dimensions";
import { selectSlate } from "../ranking/diversity";
import type { CareerIndex } from "../scoring/career-index";
import type { CareerScorer, CareerScores } from "../scoring/hybrid";

export type AnswerChange = {
  dimension: Dimension;
  from: number;
  to: number;
  /** What comes onto the list instead. */
  replacement: number;
};

export const CHANGE_POINTS_MAX = 3;
const CONTENDERS_PER_CLUSTER = 6;
const NEIGHBOURS_POSSIBLE = 80;
const CONTENDERS_MIN = 100;

/**
 * @param base   scores of these ratings
 * @param slate  positions of the careers shown
 * @returns      for each career of the slate the smallest change that removes it, or null when none of up to 3 points does; ties go to
 *               the earlier dimension, then to the lower rating
 */
export function findAnswerChanges(
  index: CareerIndex,
  scorer: CareerScorer,
  ratings: readonly number[],
  base: CareerScores,
  slate: readonly number[],
  isDiverse: boolean,
): (AnswerChange | null)[] {
  const found = new Map<number, AnswerChange>();
  const shown = new Set(slate);
  const contenders = listContenders(index, base, slate);
  const clusters = contenders.map((item) => index.clusters[item] as number);
  const kept = new Float64Array(contenders.length);
  const room = scorer.score(ratings);

  for (const { dimension, from, to } of listSteps(ratings)) {
    if (found.size === slate.length) break;
    const changed = ratings.map((x, d) => (d === dimension ? to : x));
    const screened = scorer.score(changed, room, base, contenders, contenders).scores;
    for (let at = 0; at < contenders.length; at++) kept[at] = screened[contenders[at] as number] as number;
    const likely = selectSlate(kept, clusters, slate.length, isDiverse).map((at) => contenders[at] as number);
    if (slate.every((item) => found.has(item) || likely.includes(item))) continue;
    const { scores } = scorer.score(changed, room, base);
    const next = selectSlate(scores, index.clusters, slate.length, isDiverse);
    const entering = next.filter((item) => !shown.has(item));
    for (const item of slate) {
      if (next.includes(item) || found.has(item)) continue;
      const sameCluster = entering.find((other) => index.clusters[other] === index.clusters[item]);
      const replacement = (isDiverse ? sameCluster : undefined) ?? (entering[0] as number);
      found.set(item, { dimension: DIMENSIONS[dimension] as Dimension, from, to, replacement });
    }
  }
  return slate.map((item) => found.get(item) ?? null);
}

/** The slate, the best of every cluster and of all, and the careers most like the ratings, in the order of their positions. */
function listContenders(index: CareerIndex, base: CareerScores, slate: readonly number[]): Int32Array {
  const contenders = new Set([...slate, ...topK(base.ratings.logits, NEIGHBOURS_POSSIBLE)]);
  const taken: number[] = [];
  const enough = Math.max(CONTENDERS_MIN, 2 * slate.length);
  for (const [rank, item] of rankAll(base.scores).entries()) {
    const cluster = index.clusters[item] as number;
    taken[cluster] = (taken[cluster] ?? 0) + 1;
    if (rank < enough || (taken[cluster] as number) <= CONTENDERS_PER_CLUSTER) contenders.add(item);
  }
  return Int32Array.from(contenders).sort();
}

/** Every change to try, smallest first. */
function listSteps(ratings: readonly number[]): { dimension: number; from: number; to: number }[] {
  const steps: { dimension: number; from: number; to: number }[] = [];
  for (let size = 1; size <= CHANGE_POINTS_MAX; size++) {
    for (const [dimension, from] of ratings.entries()) {
      for (const points of [-size, size]) {
        // People rate in whole points or tenths: 1.2 - 1 must not read 0.19999999999999996.
        const to = Math.round(10 * (from + points)) / 10;
        if (to >= DIMENSION_MIN && to <= DIMENSION_MAX) steps.push({ dimension, from, to });
      }
    }
  }
  return steps;
}
