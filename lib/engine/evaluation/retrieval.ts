/**
 * How good a ranking is against known right answers.
 *
 * Hit@k and reciprocal rank as in Voorhees 1999 (TREC-8 question answering); rank-biased overlap of two lists as in
 * Webber, Moffat & Zobel 2010 (doi:10.1145/1852102.1852106), equation 32: the extrapolated value for two lists of equal length.
 */
import { EngineError } from "../engine-error";

/** 1 when a right answer is among the first k, else 0. */
export function hitAt(ranking: readonly number[], relevant: ReadonlySet<number>, k: number): number {
  return ranking.slice(0, k).some((item) => relevant.has(item)) ? 1 : 0;
}

/** 1 / rank of the first right answer; 0 when there is none. */
export function reciprocalRank(ranking: readonly number[], relevant: ReadonlySet<number>): number {
  const at = ranking.findIndex((item) => relevant.has(item));
  return at < 0 ? 0 : 1 / (at + 1);
}

/**
 * Agreement of two rankings, the top weighing most: 1 the same list, 0 nothing in common.
 * @param p  persistence in (0, 1); 0.9 gives the first ten ranks 86 % of the weight
 * @throws EngineError when the lists differ in length, are empty, or p is outside (0, 1)
 */
export function rankBiasedOverlap(a: readonly number[], b: readonly number[], p = 0.9): number {
  if (a.length !== b.length || a.length === 0)
    throw new EngineError("rank-biased overlap needs two lists of one length");
  if (!(p > 0 && p < 1)) throw new EngineError(`p must be in (0, 1), got ${p}`);
  const seenA = new Set<number>();
  const seenB = new Set<number>();
  let overlap = 0;
  let sum = 0;
  let weight = 1 - p;
  for (let depth = 0; depth < a.length; depth++) {
    const [x, y] = [a[depth] as number, b[depth] as number];
    if (x === y) overlap++;
    else overlap += (seenB.has(x) ? 1 : 0) + (seenA.has(y) ? 1 : 0);
    seenA.add(x);
    seenB.add(y);
    sum += (weight * overlap) / (depth + 1);
    weight *= p;
  }
  return sum + (overlap / a.length) * p ** a.length;
}

/**
 * Normalised discounted cumulative gain of the first k (Järvelin & Kekäläinen 2002, doi:10.1145/582415.582418): gains count as they are,
 * the one at rank r divided by log2(r + 1), over what the best possible order has. 1 when nothing is worth anything, as no order is worse.
 * @param gains  of every candidate in the order of the ranking, not below 0
 * @throws EngineError on a gain that is negative or not finite
 */
export function ndcgAt(gains: ArrayLike<number>, k: number): number {
  const all = Array.from(gains);
  const wrong = all.find((gain) => !(gain >= 0 && Number.isFinite(gain)));
  if (wrong !== undefined) throw new EngineError(`a gain must be finite and at least 0, got ${wrong}`);
  const discounted = (list: number[]): number =>
    list.slice(0, k).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
  const best = discounted(all.slice().sort((a, b) => b - a));
  return best === 0 ? 1 : discounted(all) / best;
}
