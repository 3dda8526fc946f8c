/**
 * Mid-rank percentiles: the share of values below each one, ties counted half, its own included. Symmetric, so the middle
 * of any set is exactly half of `scale`.
 * @param values  (n,) finite
 * @param scale   what 100 percent is, such as 10 or 100
 * @returns       (n,) in [0, scale], rounded to one decimal
 */
export function toPercentileRanks(values: readonly number[], scale: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => toPercentileRank(value, sorted, scale));
}

/**
 * The mid-rank percentile of one value among others.
 * @param sorted  ascending, not empty
 */
export function toPercentileRank(value: number, sorted: readonly number[], scale: number): number {
  const below = countWhile(sorted, (other) => other < value);
  const notAbove = countWhile(sorted, (other) => other <= value);
  return roundTo(((below + notAbove) / 2 / sorted.length) * scale, 1);
}

/** Rounds half up to a number of decimals. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Adding 0 turns -0, which JSON would write as 0 anyway, into 0.
  return Math.round(value * factor) / factor + 0;
}

/** Binary search for the length of the prefix in which `holds` is true. */
function countWhile(sorted: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? Number.NaN)) low = middle + 1;
    else high = middle;
  }
  return low;
}
