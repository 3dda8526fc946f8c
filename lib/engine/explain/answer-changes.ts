/**
 * What would change this: the smallest change of one rating that takes a career out of the slate, and what comes in for it.
 *
 * A counterfactual explanation (Wachter, Mittelstadt & Russell 2018, arXiv:1711.00399) by exhaustive search: every rating, one, two and
 * three points down and up, in order of size, everything rescored each time. Exact, since a rescoring from nearly the same ratings costs O(n) only.
 */
import { DIMENSION_MAX, DIMENSION_MIN, DIMENSIONS, type Dimension } from "../profile/dimensions";
import { selectSlate } from "../ranking/diversity";
import type { CareerIndex } from "../scoring/career-index";
import type { CareerScorer } from "../scoring/hybrid";

export type AnswerChange = {
  dimension: Dimension;
  from: number;
  to: number;
  /** What comes onto the list instead. */
  replacement: number;
};

export const CHANGE_POINTS_MAX = 3;

/**
 * @param slate  positions of the careers shown
 * @returns      for each career of the slate the smallest change that removes it, or null when none of up to 3 points does; ties go to
 *               the earlier dimension, then to the lower rating
 */
export function findAnswerChanges(
  index: CareerIndex,
  scorer: CareerScorer,
  ratings: readonly number[],
  slate: readonly number[],
  isDiverse: boolean,
): (AnswerChange | null)[] {
  const found = new Map<number, AnswerChange>();
  const shown = new Set(slate);
  const base = scorer.score(ratings);
  const room = scorer.score(ratings);
  for (const step of changeSteps()) {
    if (found.size === slate.length) break;
    const from = ratings[step.dimension] as number;
    // People rate in whole points or tenths: 1.2 - 1 must not read 0.19999999999999996.
    const to = Math.round(10 * (from + step.points)) / 10;
    if (to < DIMENSION_MIN || to > DIMENSION_MAX) continue;
    const changed = ratings.slice();
    changed[step.dimension] = to;
    const next = selectSlate(scorer.score(changed, room, base).scores, index.clusters, slate.length, isDiverse);
    const entering = next.filter((item) => !shown.has(item));
    if (entering.length === 0) continue;
    const staying = new Set(next);
    for (const item of slate) {
      if (staying.has(item) || found.has(item)) continue;
      const sameCluster = entering.find((other) => index.clusters[other] === index.clusters[item]);
      const replacement = (isDiverse ? sameCluster : undefined) ?? (entering[0] as number);
      found.set(item, { dimension: DIMENSIONS[step.dimension] as Dimension, from, to, replacement });
    }
  }
  return slate.map((item) => found.get(item) ?? null);
}

function changeSteps(): { dimension: number; points: number }[] {
  const steps: { dimension: number; points: number }[] = [];
  for (let size = 1; size <= CHANGE_POINTS_MAX; size++) {
    for (let dimension = 0; dimension < DIMENSIONS.length; dimension++) {
      steps.push({ dimension, points: -size }, { dimension, points: size });
    }
  }
  return steps;
}
