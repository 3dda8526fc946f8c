/**
 * Distribution functions, quantiles and intervals.
 *
 * Normal CDF by the complementary error function (W. J. Cody's bound is not needed here: Numerical Recipes' erfcc, relative
 * error under 1.2e-7); normal quantile by Acklam's rational approximation (relative error under 1.2e-9); Wilson's score interval
 * (Wilson 1927, doi:10.1080/01621459.1927.10502953); percentile bootstrap (Efron 1979, doi:10.1214/aos/1176344552).
 */
import { EngineError } from "../engine-error";
import type { Rng } from "./random";

export type Interval = { estimate: number; low: number; high: number };

/** P(Z <= z) of a standard normal. */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const poly = [
    1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
  ].reduceRight((sum, coefficient) => coefficient + t * sum, 0);
  const tail = 0.5 * t * Math.exp(-x * x - 1.26551223 + t * poly);
  return z > 0 ? 1 - tail : tail;
}

/**
 * The z with P(Z <= z) = p.
 * @throws EngineError unless 0 < p < 1
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new EngineError(`normalQuantile needs 0 < p < 1, got ${p}`);
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1];
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
  const horner = (coefficients: number[], x: number): number => coefficients.reduce((sum, k) => sum * x + k, 0);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return horner(c, q) / horner(d, q);
  }
  if (p > 1 - 0.02425) return -normalQuantile(1 - p);
  const q = p - 0.5;
  return (horner(a, q * q) * q) / horner(b, q * q);
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Population standard deviation. */
export function standardDeviation(values: ArrayLike<number>): number {
  const center = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - center) ** 2;
  return values.length === 0 ? 0 : Math.sqrt(squares / values.length);
}

/**
 * Pearson's correlation; 0 when either does not vary.
 * @throws EngineError when lengths differ
 */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new EngineError(`correlation of ${a.length} values with ${b.length}`);
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] as number) - meanA, (b[i] as number) - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996).
 * @param sorted  ascending, not empty
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new EngineError("quantile of nothing");
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (at - below) * (high - low);
}

/**
 * Percentile ranks with mid-ranks for ties.
 * @param values  (n,) null where unknown
 * @returns       (n,) in [0, 1]; null stays null; a single value gets 0.5
 * @throws EngineError on a value that is not a number
 */
export function percentileRanks(values: readonly (number | null)[]): (number | null)[] {
  const known = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  if (known.some(Number.isNaN)) throw new EngineError("percentile ranks of a value that is not a number");
  const middle = new Map<number, number>();
  for (let start = 0; start < known.length; ) {
    let end = start;
    while (end < known.length && known[end] === known[start]) end++;
    middle.set(known[start] as number, known.length === 1 ? 0.5 : (start + end - 1) / 2 / (known.length - 1));
    start = end;
  }
  return values.map((value) => (value === null ? null : (middle.get(value) ?? null)));
}

/** Wilson's 95 % score interval of a proportion. */
export function wilsonInterval(successes: number, trials: number, z = 1.959964): Interval {
  if (trials <= 0) return { estimate: 0, low: 0, high: 1 };
  const p = successes / trials;
  const scale = 1 + (z * z) / trials;
  const center = (p + (z * z) / (2 * trials)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  return { estimate: p, low: Math.max(0, center - half), high: Math.min(1, center + half) };
}

/**
 * 95 % percentile-bootstrap interval of a mean.
 * @param values   one value a person or query
 * @param repeats  resamples
 */
export function bootstrapMean(values: ArrayLike<number>, rng: Rng, repeats = 1000): Interval {
  const means = new Float64Array(repeats);
  for (let r = 0; r < repeats; r++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[rng.integer(values.length)] as number;
    means[r] = sum / values.length;
  }
  means.sort();
  return { estimate: mean(values), low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

/**
 * 95 % percentile-bootstrap interval of a ratio of means over the same people.
 * @param above, below  (n,) one value a person
 * @throws EngineError when lengths differ
 */
export function bootstrapRatio(above: ArrayLike<number>, below: ArrayLike<number>, rng: Rng, repeats = 1000): Interval {
  const n = above.length;
  if (below.length !== n) throw new EngineError(`${n} values above and ${below.length} below`);
  const ratios = new Float64Array(repeats);
  for (let r = 0; r < repeats; r++) {
    let [top, bottom] = [0, 0];
    for (let i = 0; i < n; i++) {
      const at = rng.integer(n);
      top += above[at] as number;
      bottom += below[at] as number;
    }
    ratios[r] = top / bottom;
  }
  ratios.sort();
  return { estimate: mean(above) / mean(below), low: quantile(ratios, 0.025), high: quantile(ratios, 0.975) };
}
