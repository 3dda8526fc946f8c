/**
 * A linear layer of a person's own: what each like and dislike says about all other careers, at once and without a training.
 *
 *   P(like j) = sigmoid(w . phi_j),   w ~ N(0, PRIOR_VARIANCE I)
 *
 * phi_j is what a career is: its meaning, its abilities, its facts (pay, growth, exposure to language models, schooling) and its field, each
 * centered over the careers, of mean square 1, and worth the same. After each like (y = 1) or dislike (y = 0) of weight r the posterior moves in
 * closed form, one Newton step of the logistic likelihood (sequential Laplace updates, Spiegelhalter & Lauritzen 1990,
 * doi:10.1002/net.3230200507; the mean probability by MacKay's approximation, 1992, doi:10.1162/neco.1992.4.5.720):
 *
 *   v = phi' S phi,   p = sigmoid(m . phi / sqrt(1 + pi v / 8)),   c = r p (1 - p) / (1 + r p (1 - p) v)
 *   m += r (y - p) / (1 + r p (1 - p) v) S phi,   S -= c S phi phi' S
 *
 * w is a sum of the phi of careers that were acted on, so only products of careers are needed (`toKinship`) and nothing is stored: the same
 * history gives the same taste, and a career taken out of it was never there. Cost: O(k^3) for k careers, and O(k n) for all scores.
 */
import { EngineError } from "../engine-error";
import { mean } from "../math/statistics";
import type { SimilarityMatrix } from "../math/vectors";
import type { ObjectiveTable } from "./objectives";
import { standardise } from "./rating-scores";

/** Chosen in `npm run evaluate:ranking`'s world, on the seed that chooses (lib/engine/README.md). */
export const PRIOR_VARIANCE = 2;

type Act = { item: number; weight: number };

type Facts = {
  clusters: ArrayLike<number>;
  objectives: ObjectiveTable;
  similarities: SimilarityMatrix;
  abilitySimilarities: SimilarityMatrix;
};

/** @returns (n, n) products phi_i . phi_j */
export function toKinship({ clusters, objectives, similarities, abilitySimilarities }: Facts): SimilarityMatrix {
  const n = clusters.length;
  const { salary, growth, ai, schoolingLevel } = objectives;
  const columns = [salary, growth, ai, schoolingLevel].map((column) => standardise(Float64Array.from(column)));
  const views: ((i: number, j: number) => number)[] = [
    (i, j) => similarities.data[i * n + j] as number,
    (i, j) => abilitySimilarities.data[i * n + j] as number,
    (i, j) => columns.reduce((sum, column) => sum + (column[i] as number) * (column[j] as number), 0),
    (i, j) => Number(clusters[i] === clusters[j]),
  ];
  const data = new Float32Array(n * n);
  for (const view of views) addCentered(view, n, 1 / views.length, data);
  return { data, size: n };
}

/** Adds the products of one view's vectors around their mean, with a mean square of `share`. A view in which all are alike adds nothing. */
function addCentered(product: (i: number, j: number) => number, n: number, share: number, out: Float32Array): void {
  const rows = Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += product(i, j);
    return sum / n;
  });
  const all = mean(rows);
  const center = (i: number, j: number) => product(i, j) - (rows[i] as number) - (rows[j] as number) + all;
  const square = mean(Float64Array.from({ length: n }, (_, i) => center(i, i)));
  if (square < 1e-9) return;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) out[i * n + j] = (out[i * n + j] as number) + (share / square) * center(i, j);
  }
}

/**
 * @param kinship  (n, n) products of careers
 * @returns        (n,) m . phi_j: the log-odds that each career is liked, 0 for what nothing is known of; null without a history
 * @throws EngineError on a position outside of the careers
 */
export function scoreTaste(
  { data, size }: SimilarityMatrix,
  { liked, disliked }: { liked: readonly Act[]; disliked: readonly Act[] },
): Float64Array | null {
  // Single steps depend a little on their order; the same likes give the same list.
  const acts = [...liked.map((one) => ({ ...one, y: 1 })), ...disliked.map((one) => ({ ...one, y: 0 }))].sort(
    (a, b) => a.item - b.item,
  );
  if (acts.length === 0) return null;
  const k = acts.length;
  const strange = acts.find(({ item }) => !(item >= 0 && item < size));
  if (strange !== undefined) throw new EngineError(`history names position ${strange.item} of ${size} careers`);
  const product = (a: number, b: number): number =>
    PRIOR_VARIANCE * (data[(acts[a]?.item ?? 0) * size + (acts[b]?.item ?? 0)] as number);
  /** m and each S phi, as sums over the careers acted on, over the prior's variance. */
  const weights = new Float64Array(k);
  const steps: { moved: Float64Array; shrink: number }[] = [];
  const dot = (sum: Float64Array, t: number): number =>
    sum.reduce((total, value, s) => (value === 0 ? total : total + value * product(s, t)), 0);
  acts.forEach(({ y, weight }, t) => {
    const moved = new Float64Array(k);
    moved[t] = 1;
    for (const step of steps) {
      const pull = step.shrink * dot(step.moved, t);
      for (let s = 0; s < t; s++) moved[s] = (moved[s] as number) - pull * (step.moved[s] as number);
    }
    const variance = Math.max(0, dot(moved, t));
    const p = 1 / (1 + Math.exp(-dot(weights, t) / Math.sqrt(1 + (Math.PI * variance) / 8)));
    const information = weight * p * (1 - p);
    const step = (weight * (y - p)) / (1 + information * variance);
    for (let s = 0; s <= t; s++) weights[s] = (weights[s] as number) + step * (moved[s] as number);
    steps.push({ moved, shrink: information / (1 + information * variance) });
  });
  const scores = new Float64Array(size);
  acts.forEach(({ item }, t) => {
    const weight = PRIOR_VARIANCE * (weights[t] as number);
    for (let j = 0; j < size; j++) scores[j] = (scores[j] as number) + weight * (data[item * size + j] as number);
  });
  return scores;
}
