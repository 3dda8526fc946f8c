/**
 * Reorders candidates so that the next one adds something to those above it: maximal marginal relevance
 * (Carbonell & Goldstein 1998, doi:10.1145/290941.291025).
 *
 *   next = argmax  lambda r_i - (1 - lambda) max(0, max over chosen j of e_i . e_j)
 *
 * r_i is the relevance, scaled to 0..1 over the candidates, so that lambda means the same for scores of 0-100 and of 0-1 (the paper
 * takes both from one similarity). e are unit vectors; who has none is like nobody. An opposite is not more diverse than a stranger,
 * so a likeness below 0 counts as 0. Cost O(k n), and O(d) for each cosine: each choice is
 * compared once with all that are left.
 */
import { EngineError } from "../engine-error";

export const DEFAULT_MMR_LAMBDA = 0.7;

/**
 * @param relevance  (n,) finite, any scale; higher is better
 * @param vectors    (n,) unit vectors of one width, or null
 * @param k          how many; more than n gives n
 * @param lambda     [0, 1]; 1 is relevance alone
 * @returns          (min(k, n),) positions, best first; ties to the lower position
 * @throws EngineError when lengths or widths disagree, a value is not finite, or lambda is outside [0, 1]
 */
export function rerankByMmr(
  relevance: ArrayLike<number>,
  vectors: readonly (Float32Array | null)[],
  k: number,
  lambda: number = DEFAULT_MMR_LAMBDA,
): number[] {
  const n = relevance.length;
  if (vectors.length !== n) throw new EngineError(`${n} relevances for ${vectors.length} vectors`);
  return rerankByLikeness(relevance, (i, j) => toCosine(vectors, i, j), k, lambda);
}

/**
 * The same for a likeness that is known otherwise, such as from a table.
 * @param likenessOf  of two positions, finite; below 0 counts as 0
 */
export function rerankByLikeness(
  relevance: ArrayLike<number>,
  likenessOf: (i: number, j: number) => number,
  k: number,
  lambda: number = DEFAULT_MMR_LAMBDA,
): number[] {
  const n = relevance.length;
  if (!(lambda >= 0 && lambda <= 1)) throw new EngineError(`lambda must be 0 to 1, got ${lambda}`);
  const scaled = scaleToUnit(relevance);
  const likeness = new Float64Array(n);
  // Those that are left, in their order, so that ties go to the lower position.
  const left = Int32Array.from({ length: n }, (_, i) => i);
  const chosen: number[] = [];
  let best = -1;
  for (let count = n; chosen.length < Math.min(k, n); ) {
    let next = -1;
    let nextValue = Number.NEGATIVE_INFINITY;
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const i = left[at] as number;
      if (i === best) continue;
      left[kept++] = i;
      if (best >= 0 && lambda < 1) {
        const value = likenessOf(i, best);
        if (!Number.isFinite(value)) throw new EngineError(`the likeness of ${i} and ${best} is ${value}`);
        if (value > (likeness[i] as number)) likeness[i] = value;
      }
      const value = lambda * (scaled[i] as number) - (1 - lambda) * (likeness[i] as number);
      if (value > nextValue) [next, nextValue] = [i, value];
    }
    count = kept;
    best = next;
    chosen.push(best);
  }
  return chosen;
}

function scaleToUnit(relevance: ArrayLike<number>): Float64Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < relevance.length; i++) {
    const value = relevance[i] as number;
    if (!Number.isFinite(value)) throw new EngineError(`the relevance at ${i} is ${value}`);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const width = high - low;
  return Float64Array.from(relevance, (value) => (width > 0 ? (value - low) / width : 0));
}

/** 0 where either has no vector. */
function toCosine(vectors: readonly (Float32Array | null)[], i: number, j: number): number {
  const [one, other] = [vectors[i] ?? null, vectors[j] ?? null];
  if (one === null || other === null) return 0;
  if (one.length !== other.length)
    throw new EngineError(`vector ${i} has ${one.length} values, vector ${j} has ${other.length}`);
  return dot(one, other);
}

/** In four sums, since each addition to one would wait for the one before: three times as fast. */
function dot(a: Float32Array, b: Float32Array): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let d = 0;
  for (; d + 3 < a.length; d += 4) {
    s0 += (a[d] as number) * (b[d] as number);
    s1 += (a[d + 1] as number) * (b[d + 1] as number);
    s2 += (a[d + 2] as number) * (b[d + 2] as number);
    s3 += (a[d + 3] as number) * (b[d + 3] as number);
  }
  for (; d < a.length; d++) s0 += (a[d] as number) * (b[d] as number);
  return s0 + s1 + (s2 + s3);
}
