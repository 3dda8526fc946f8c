/**
 * Slates that do not repeat themselves.
 *
 * Careers: at most one per cluster. The diversity score is the intra-list distance of Ziegler et al. 2005
 * (doi:10.1145/1060745.1060754): the mean over all pairs of the slate of (1 - cosine) / 2 for centred ability vectors, so that
 * 0 is all alike and 1 all opposite.
 *
 * Feeds of jobs: the mean over all pairs of 1 - likeness, which is 1 for jobs of one occupation, so that 0 is one occupation over and over.
 */
import { EngineError } from "../engine-error";
import { rankAll, topK } from "../math/top-k";
import type { Matrix } from "../math/vectors";

/**
 * The best k positions with at most one of each cluster.
 * @param scores    (n,) finite, or −Infinity for what must not be shown
 * @param clusters  (n,) small cluster numbers, from 0
 * @returns         at most k positions, best first; ties to the lower position
 */
export function selectOnePerCluster(scores: ArrayLike<number>, clusters: ArrayLike<number>, k: number): number[] {
  if (scores.length !== clusters.length) throw new EngineError("scores and clusters differ in length");
  const best: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    const cluster = clusters[i] as number;
    const holder = best[cluster];
    if (holder === undefined || (scores[i] as number) > (scores[holder] as number)) best[cluster] = i;
  }
  const candidates = best.filter((i) => i !== undefined && isShowable(scores[i])).sort((a, b) => a - b);
  return topK(
    candidates.map((i) => scores[i] as number),
    k,
  ).map((at) => candidates[at] as number);
}

/** The best k positions, with or without the cluster cap. */
export function selectSlate(
  scores: ArrayLike<number>,
  clusters: ArrayLike<number>,
  k: number,
  isDiverse: boolean,
): number[] {
  if (isDiverse) return selectOnePerCluster(scores, clusters, k);
  const best = k * 8 < scores.length ? topK(scores, k) : rankAll(scores).slice(0, k);
  return best.filter((i) => isShowable(scores[i]));
}

const isShowable = (score: number | undefined): boolean => score !== Number.NEGATIVE_INFINITY;

/**
 * Mean pairwise distance of a slate, 0 to 1; 0 for fewer than two items.
 * @param vectors  (n, d) unit rows
 * @param slate    positions of rows
 */
export function slateDiversity(vectors: Matrix, slate: readonly number[]): number {
  const { data, cols } = vectors;
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < slate.length; a++) {
    for (let b = a + 1; b < slate.length; b++) {
      let cosine = 0;
      const [left, right] = [(slate[a] as number) * cols, (slate[b] as number) * cols];
      for (let k = 0; k < cols; k++) cosine += (data[left + k] as number) * (data[right + k] as number);
      sum += (1 - cosine) / 2;
      pairs++;
    }
  }
  return pairs === 0 ? 0 : Math.min(1, Math.max(0, sum / pairs));
}

/**
 * Mean of 1 - likeness over all pairs, 0 to 1; 0 for fewer than two items.
 * @param likenessOf  of two positions of the list; below 0 counts as 0
 */
export function listDiversity(count: number, likenessOf: (i: number, j: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) sum += 1 - Math.max(0, likenessOf(i, j));
  const pairs = (count * (count - 1)) / 2;
  return pairs === 0 ? 0 : Math.min(1, Math.max(0, sum / pairs));
}
