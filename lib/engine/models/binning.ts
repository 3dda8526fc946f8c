/**
 * Features as a byte each: values into at most 255 bins, so that a tree needs to look at bins only.
 *
 * As LightGBM 4.1 does it (src/io/bin.cpp), from a sample of at most 200,000 rows:
 *
 * - numeric: as many bins for the values below zero, in proportion to their number, as for those above, and one for zero between.
 *   Few distinct values have a bin each, but none with fewer than minDataInBin rows; of many, the bins are filled evenly, and a value so
 *   frequent that it fills one has it alone. A value is in the first bin whose upper bound is at least as large; bounds are half
 *   way between two values. NaN has the last bin, if it occurs.
 * - categorical: one bin a category, most frequent first, behind bin 0 for NaN, negative, rare and unknown ones. Those after the first two
 *   with fewer rows than minDataInBin count as rare.
 *
 * Departure: categories never have more than 255 bins. Cost O(n log n) a feature for the sample, O(log bins) a value.
 */
import { EngineError } from "../engine-error";
import type { Rng } from "../math/random";
import { MISSING_NAN, MISSING_NONE, MISSING_ZERO, ZERO_MAX } from "./tree-model";
import { toFull } from "./write-lightgbm";

/** (n, features); single precision halves the memory of large data. */
export type FeatureRows = { readonly data: Float64Array | Float32Array; readonly rows: number; readonly cols: number };

export type BinParams = {
  maxBin: number;
  minDataInBin: number;
  isZeroMissing: boolean;
  /** Positions of features whose values are categories, integers from 0. */
  categoricalFeatures: readonly number[];
};

export type FeatureBins = {
  readonly isCategorical: boolean;
  readonly missing: number;
  /** 1 for what never varies: nothing can be split by it. */
  readonly binCount: number;
  /** Numeric: of each bin but that of NaN. */
  readonly upperBounds: Float64Array;
  /** Numeric: the bin of zero. */
  readonly zeroBin: number;
  /** Categorical: of each bin, -1 for bin 0. */
  readonly categories: readonly number[];
  /** As LightGBM's feature_infos have it. */
  readonly info: string;
};

/** bins is (features, rows): a feature's bytes lie together. */
export type BinnedRows = {
  readonly bins: Uint8Array;
  readonly rows: number;
  readonly features: readonly FeatureBins[];
};

/** Every category of a set needs a bit for each below it. */
export const TRAINING_CATEGORY_MAX = 65_535;
const SAMPLE_MAX = 200_000;

/** @throws EngineError on a feature that is infinite, a category that is no integer or too large, or parameters out of range */
export function fitBins(rows: FeatureRows, params: BinParams, rng: Rng): FeatureBins[] {
  if (!(Number.isInteger(params.maxBin) && params.maxBin >= 2 && params.maxBin <= 255))
    throw new EngineError(`maxBin must be an integer from 2 to 255, got ${params.maxBin}`);
  const categorical = new Set(params.categoricalFeatures);
  const odd = params.categoricalFeatures.find((i) => !(Number.isInteger(i) && i >= 0 && i < rows.cols));
  if (odd !== undefined) throw new EngineError(`there is no feature ${odd} to be categorical`);
  const sample = sampleRows(rows.rows, rng);
  return Array.from({ length: rows.cols }, (_, feature) => {
    const values = new Float64Array(sample.length);
    for (let i = 0; i < sample.length; i++) {
      const row = sample[i] as number;
      values[i] = checkFinite(rows.data[row * rows.cols + feature] as number, feature, row);
    }
    return categorical.has(feature) ? binCategories(values, params) : binNumbers(values, params);
  });
}

/** @throws EngineError when the width is not that of the bins, or on a value that cannot be binned */
export function toBins(rows: FeatureRows, features: readonly FeatureBins[]): BinnedRows {
  if (rows.cols !== features.length)
    throw new EngineError(`rows of ${rows.cols} for bins of ${features.length} features`);
  const bins = new Uint8Array(rows.rows * rows.cols);
  for (const [feature, { isCategorical, categories, ...numeric }] of features.entries()) {
    const out = bins.subarray(feature * rows.rows, (feature + 1) * rows.rows);
    const binOf = isCategorical ? new Map(categories.map((category, bin) => [category, bin])) : null;
    for (let row = 0, at = feature; row < out.length; row++, at += rows.cols) {
      const value = checkFinite(rows.data[at] as number, feature, row);
      out[row] = binOf === null ? findBin(numeric, value) : (binOf.get(checkCategory(value, feature)) ?? 0);
    }
  }
  return { bins, rows: rows.rows, features };
}

function checkFinite(value: number, feature: number, row: number): number {
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    throw new EngineError(`feature ${feature} of row ${row} is ${value}`);
  return value;
}

function checkCategory(value: number, feature: number): number {
  if (Number.isNaN(value) || value < 0) return -1;
  if (!Number.isInteger(value) || value > TRAINING_CATEGORY_MAX)
    throw new EngineError(`feature ${feature}: a category is an integer up to ${TRAINING_CATEGORY_MAX}, got ${value}`);
  return value;
}

type Numeric = Pick<FeatureBins, "missing" | "upperBounds">;

/** The first bin whose upper bound is at least the value. */
function findBin({ missing, upperBounds }: Numeric, value: number): number {
  if (Number.isNaN(value)) return missing === MISSING_NAN ? upperBounds.length : findBin({ missing, upperBounds }, 0);
  let low = 0;
  let high = upperBounds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (upperBounds[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Positions in ascending order: all of them, or each with the same chance of being among the sample (Knuth's algorithm S). */
function sampleRows(rows: number, rng: Rng): Int32Array {
  const count = Math.min(rows, SAMPLE_MAX);
  const sample = new Int32Array(count);
  for (let row = 0, at = 0; at < count; row++)
    if (count === rows || (rows - row) * rng.uniform() < count - at) sample[at++] = row;
  return sample;
}

type Distinct = { values: Float64Array; counts: Int32Array };

function countDistinct(sorted: Float64Array): Distinct {
  const values = new Float64Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  let distinct = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    values[distinct] = sorted[from] as number;
    counts[distinct++] = to - from;
  }
  return { values: values.subarray(0, distinct), counts: counts.subarray(0, distinct) };
}

const sum = (values: Int32Array): number => values.reduce((a, b) => a + b, 0);

function binNumbers(all: Float64Array, params: BinParams): FeatureBins {
  const known = all.filter((value) => !Number.isNaN(value)).sort();
  const distinct = countDistinct(known);
  const { values } = distinct;
  const hasNan = known.length < all.length && !params.isZeroMissing;
  const bounds = values.length === 0 ? [Number.POSITIVE_INFINITY] : boundNumbers(distinct, params, hasNan ? 1 : 0);
  const upperBounds = Float64Array.from(bounds);
  const isConstant = values.length + (known.length < all.length ? 1 : 0) <= 1;
  const binCount = isConstant ? 1 : bounds.length + (hasNan ? 1 : 0);
  const isZero = params.isZeroMissing && bounds.length > 2;
  return {
    ...{
      isCategorical: false,
      missing: hasNan ? MISSING_NAN : isZero ? MISSING_ZERO : MISSING_NONE,
      binCount,
      upperBounds,
    },
    zeroBin: findBin({ missing: MISSING_NONE, upperBounds }, 0),
    categories: [],
    info:
      binCount > 1 && values.length > 0
        ? `[${toFull(values[0] as number)}:${toFull(values.at(-1) as number)}]`
        : "none",
  };
}

function boundNumbers({ values, counts }: Distinct, { maxBin, minDataInBin }: BinParams, reserved: number): number[] {
  const part = (from: number, to: number): Distinct => ({
    values: values.subarray(from, to),
    counts: counts.subarray(from, to),
  });
  const firstAbove = (limit: number): number => {
    const at = values.findIndex((value) => value > limit);
    return at < 0 ? values.length : at;
  };
  const below = part(0, firstAbove(-ZERO_MAX));
  const above = part(firstAbove(ZERO_MAX), values.length);
  const bounds: number[] = [];
  if (below.values.length > 0) {
    const share = sum(below.counts) / (sum(below.counts) + sum(above.counts));
    bounds.push(...fillBins(below, Math.max(1, Math.floor(share * (maxBin - reserved - 1))), minDataInBin));
    bounds[bounds.length - 1] = -ZERO_MAX;
  }
  const rest = maxBin - reserved - 1 - bounds.length;
  if (above.values.length === 0 || rest <= 0) return [...bounds, Number.POSITIVE_INFINITY];
  return [...bounds, ZERO_MAX, ...fillBins(above, rest, minDataInBin)];
}

/** Upper bounds of at most binMax bins, the last infinite. */
function fillBins({ values, counts }: Distinct, binMax: number, minDataInBin: number): number[] {
  const bounds: number[] = [];
  const addBound = (at: number): void => {
    const bound = nextUp(((values[at] as number) + (values[at + 1] as number)) / 2);
    if (bounds.length === 0 || bound > nextUp(bounds.at(-1) as number)) bounds.push(bound);
  };
  if (values.length <= binMax) {
    for (let at = 0, inBin = 0; at < values.length - 1; at++) {
      inBin += counts[at] as number;
      if (inBin < minDataInBin) continue;
      addBound(at);
      inBin = 0;
    }
    return [...bounds, Number.POSITIVE_INFINITY];
  }
  const total = sum(counts);
  const most = Math.max(1, Math.min(binMax, minDataInBin > 0 ? Math.floor(total / minDataInBin) : binMax));
  const isBig = (at: number): boolean => (counts[at] as number) >= total / most;
  const big = counts.filter((_, at) => isBig(at));
  let binsLeft = most - big.length;
  let rowsLeft = total - sum(big);
  let size = rowsLeft / binsLeft;
  for (let at = 0, inBin = 0, bins = 1; at < values.length - 1 && bins < most; at++) {
    inBin += counts[at] as number;
    if (!isBig(at)) rowsLeft -= counts[at] as number;
    const isFull = isBig(at) || inBin >= size || (isBig(at + 1) && inBin >= Math.max(1, size / 2));
    if (!isFull) continue;
    addBound(at);
    bins++;
    inBin = 0;
    if (!isBig(at)) size = rowsLeft / --binsLeft;
  }
  return [...bounds, Number.POSITIVE_INFINITY];
}

/** The next larger double, so that half way between two neighbours is not below the lower one. */
function nextUp(value: number): number {
  const step = Math.max(2 ** -1074, Math.abs(value) * 2 ** -53);
  return value + step > value ? value + step : value + 2 * step;
}

function binCategories(all: Float64Array, params: BinParams): FeatureBins {
  const known = all
    .map((value) => checkCategory(value, -1))
    .filter((category) => category >= 0)
    .sort();
  const { values, counts } = countDistinct(known);
  const order = [...values.keys()].sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const kept = order
    .filter((at, rank) => rank < 2 || (counts[at] as number) >= params.minDataInBin)
    .slice(0, params.maxBin - 1);
  const categories = [-1, ...kept.map((at) => values[at] as number)];
  const isComplete = kept.length === values.length && known.length === all.length;
  const binCount = categories.length > 2 || !isComplete ? categories.length : 1;
  return {
    ...{ isCategorical: true, missing: isComplete ? MISSING_NONE : MISSING_NAN, binCount },
    ...{ upperBounds: new Float64Array(0), zeroBin: 0, categories },
    info: binCount > 1 ? categories.join(":") : "none",
  };
}
