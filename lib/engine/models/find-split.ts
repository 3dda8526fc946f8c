/**
 * The best split of a leaf by one feature, from its histogram.
 *
 *   gain = G_left^2 / (H_left + l2) + G_right^2 / (H_right + l2) - G^2 / (H + l2)
 *
 * G and H are the sums of gradients and hessians, |G| less l1 at least 0. As in LightGBM 4.1 (src/treelearner/feature_histogram.hpp):
 *
 * - numeric: every bound between bins, and what is missing once to the left and once to the right.
 * - categorical: with few categories each alone against the others; else the categories in the order of G / (H + catSmooth), in which
 *   the best set is a prefix or a suffix (Fisher 1958, doi:10.1080/01621459.1958.10501479), of at most maxCatThreshold, and with catL2 more l2.
 * - how many rows a bin has is estimated from its share of the leaf's hessian, so histograms need no counts of their own. In a leaf that is split a
 *   side may have a few rows fewer than minDataInLeaf.
 */
import type { FeatureBins } from "./binning";
import { MISSING_NAN, MISSING_NONE, MISSING_ZERO } from "./tree-model";

export type SplitParams = {
  minDataInLeaf: number;
  minSumHessianInLeaf: number;
  minGainToSplit: number;
  lambdaL1: number;
  lambdaL2: number;
  catSmooth: number;
  catL2: number;
  maxCatThreshold: number;
  maxCatToOnehot: number;
  minDataPerGroup: number;
};

export type LeafSums = { gradient: number; hessian: number; count: number };

/** A split under way: what was found to be best so far. */
export type Split = {
  gain: number;
  feature: number;
  /** Numeric: the last bin on the left. */
  bin: number;
  isDefaultLeft: boolean;
  /** Categorical: the bins on the left. */
  leftBins: number[] | null;
  leftGradient: number;
  leftHessian: number;
  leftCount: number;
  /** l2 of the leaves that the split makes. */
  l2: number;
};

export const createSplit = (): Split => ({
  ...{ gain: 0, feature: -1, bin: 0, isDefaultLeft: false, leftBins: null },
  ...{ leftGradient: 0, leftHessian: 0, leftCount: 0, l2: 0 },
});

/** LightGBM's, which keeps empty sides from dividing by zero. */
const EPSILON = Math.fround(1e-15);

const thresholdL1 = (gradient: number, l1: number): number => Math.max(0, Math.abs(gradient) - l1);

const leafGain = (gradient: number, hessian: number, l1: number, l2: number): number => {
  const rest = thresholdL1(gradient, l1);
  return (rest * rest) / (hessian + l2);
};

/** The gains of both sides over their common denominator, which most splits are compared without: dividing takes longest of all. */
function addGains(leftG: number, leftH: number, rightG: number, rightH: number, l1: number, l2: number): number {
  const left = thresholdL1(leftG, l1);
  const right = thresholdL1(rightG, l1);
  return left * left * (rightH + l2) + right * right * (leftH + l2);
}

export function leafOutput(gradient: number, hessian: number, { lambdaL1 }: SplitParams, l2: number): number {
  return (-Math.sign(gradient) * thresholdL1(gradient, lambdaL1)) / (hessian + l2);
}

/**
 * Puts the best split by a feature into `best`, if it gains more than what is there.
 * @param histogram  gradient and hessian of each bin in turn, from `at` on
 * @returns          whether any split by it gains something: if not, none will below this leaf either
 */
export function findSplit(
  histogram: Float64Array,
  at: number,
  bins: FeatureBins,
  feature: number,
  leaf: LeafSums,
  params: SplitParams,
  best: Split,
): boolean {
  const find = bins.isCategorical ? findCategoricalSplit : findNumericSplit;
  return find(histogram, at, bins, feature, leaf, params, best);
}

function findNumericSplit(
  histogram: Float64Array,
  at: number,
  { missing, binCount, zeroBin }: FeatureBins,
  feature: number,
  leaf: LeafSums,
  params: SplitParams,
  best: Split,
): boolean {
  const { minDataInLeaf, minSumHessianInLeaf, lambdaL1, lambdaL2 } = params;
  const { gradient, count } = leaf;
  const hessian = leaf.hessian + 2 * EPSILON;
  const toCount = count / hessian;
  const gainMin = leafGain(gradient, hessian, lambdaL1, lambdaL2) + params.minGainToSplit;
  const isBothWays = missing !== MISSING_NONE && binCount > 2;
  const skipped = isBothWays && missing === MISSING_ZERO ? zeroBin : -1;
  let isSplittable = false;
  let bestGain = best.gain + gainMin;
  let bestBin = -1;
  let isBestLeft = false;
  let bestGradient = 0;
  let bestHessian = 0;
  let bestCount = 0;

  // What is missing goes left: the right side grows from the last bin down.
  let rightGradient = 0;
  let rightHessian = EPSILON;
  let rightCount = 0;
  for (let bin = binCount - (isBothWays && missing === MISSING_NAN ? 2 : 1); bin >= 1; bin--) {
    if (bin === skipped) continue;
    const binHessian = histogram[at + 2 * bin + 1] as number;
    if (binHessian === 0) continue;
    rightGradient += histogram[at + 2 * bin] as number;
    rightHessian += binHessian;
    rightCount += Math.floor(binHessian * toCount + 0.5);
    if (rightCount < minDataInLeaf || rightHessian < minSumHessianInLeaf) continue;
    const leftHessian = hessian - rightHessian;
    if (count - rightCount < minDataInLeaf || leftHessian < minSumHessianInLeaf) break;
    const leftGradient = gradient - rightGradient;
    const above = addGains(leftGradient, leftHessian, rightGradient, rightHessian, lambdaL1, lambdaL2);
    const below = (leftHessian + lambdaL2) * (rightHessian + lambdaL2);
    if (above <= gainMin * below) continue;
    isSplittable = true;
    if (above <= bestGain * below) continue;
    bestGain = above / below;
    bestBin = bin - 1;
    isBestLeft = true;
    bestGradient = leftGradient;
    bestHessian = leftHessian;
    bestCount = count - rightCount;
  }

  // What is missing goes right: the left side grows from the first bin up. Where nothing is missing that would be the same again.
  let leftGradient = 0;
  let leftHessian = EPSILON;
  let leftCount = 0;
  for (let bin = isBothWays ? 0 : binCount; bin <= binCount - 2; bin++) {
    if (bin === skipped) continue;
    const binHessian = histogram[at + 2 * bin + 1] as number;
    if (binHessian === 0) continue;
    leftGradient += histogram[at + 2 * bin] as number;
    leftHessian += binHessian;
    leftCount += Math.floor(binHessian * toCount + 0.5);
    if (leftCount < minDataInLeaf || leftHessian < minSumHessianInLeaf) continue;
    if (count - leftCount < minDataInLeaf || hessian - leftHessian < minSumHessianInLeaf) break;
    const rightHessian = hessian - leftHessian;
    const above = addGains(leftGradient, leftHessian, gradient - leftGradient, rightHessian, lambdaL1, lambdaL2);
    const below = (leftHessian + lambdaL2) * (rightHessian + lambdaL2);
    if (above <= gainMin * below) continue;
    isSplittable = true;
    if (above <= bestGain * below) continue;
    bestGain = above / below;
    bestBin = bin;
    isBestLeft = false;
    bestGradient = leftGradient;
    bestHessian = leftHessian;
    bestCount = leftCount;
  }
  if (bestBin < 0) return isSplittable;
  best.feature = feature;
  best.gain = bestGain - gainMin;
  best.bin = bestBin;
  // With two bins, one of them NaN's, the split sends NaN right.
  best.isDefaultLeft = isBestLeft && (isBothWays || missing !== MISSING_NAN);
  best.leftBins = null;
  best.leftGradient = bestGradient;
  best.leftHessian = bestHessian - EPSILON;
  best.leftCount = bestCount;
  best.l2 = lambdaL2;
  return isSplittable;
}

function findCategoricalSplit(
  histogram: Float64Array,
  at: number,
  { binCount }: FeatureBins,
  feature: number,
  leaf: LeafSums,
  params: SplitParams,
  best: Split,
): boolean {
  const { minDataInLeaf, minSumHessianInLeaf, lambdaL1, catSmooth } = params;
  const { gradient, count } = leaf;
  const hessian = leaf.hessian + 2 * EPSILON;
  const toCount = count / hessian;
  const gainMin = leafGain(gradient, hessian, lambdaL1, params.lambdaL2) + params.minGainToSplit;
  const isOneAgainstAll = binCount <= params.maxCatToOnehot;
  const l2 = params.lambdaL2 + (isOneAgainstAll ? 0 : params.catL2);
  const gradientOf = (bin: number): number => histogram[at + 2 * bin] as number;
  const hessianOf = (bin: number): number => histogram[at + 2 * bin + 1] as number;
  const countOf = (bin: number): number => Math.floor(hessianOf(bin) * toCount + 0.5);
  let isSplittable = false;

  const consider = (leftBins: () => number[], leftGradient: number, leftHessian: number, leftCount: number): void => {
    const gain =
      leafGain(leftGradient, leftHessian, lambdaL1, l2) +
      leafGain(gradient - leftGradient, hessian - leftHessian, lambdaL1, l2);
    if (gain <= gainMin) return;
    isSplittable = true;
    if (gain - gainMin <= best.gain) return;
    Object.assign(best, { gain: gain - gainMin, feature, bin: 0, isDefaultLeft: false, leftBins: leftBins() });
    Object.assign(best, { leftGradient, leftHessian: leftHessian - EPSILON, leftCount, l2 });
  };

  // Bin 0, of what is no known category, always goes right.
  const bins = Array.from({ length: binCount - 1 }, (_, i) => i + 1);
  if (isOneAgainstAll) {
    for (const bin of bins) {
      const rightHessian = hessian - hessianOf(bin) - EPSILON;
      if (Math.min(countOf(bin), count - countOf(bin)) < minDataInLeaf) continue;
      if (Math.min(hessianOf(bin), rightHessian) < minSumHessianInLeaf) continue;
      consider(() => [bin], gradientOf(bin), hessianOf(bin) + EPSILON, countOf(bin));
    }
    return isSplittable;
  }
  const rate = (bin: number): number => gradientOf(bin) / (hessianOf(bin) + catSmooth);
  const sorted = bins.filter((bin) => countOf(bin) >= catSmooth).sort((a, b) => rate(a) - rate(b) || a - b);
  const setMax = Math.min(params.maxCatThreshold, (sorted.length + 1) >> 1);
  for (const order of [sorted, sorted.toReversed()]) {
    let [leftGradient, leftHessian, leftCount, inGroup] = [0, EPSILON as number, 0, 0];
    for (const [i, bin] of order.slice(0, setMax).entries()) {
      leftGradient += gradientOf(bin);
      leftHessian += hessianOf(bin);
      leftCount += countOf(bin);
      inGroup += countOf(bin);
      if (leftCount < minDataInLeaf || leftHessian < minSumHessianInLeaf) continue;
      const rightCount = count - leftCount;
      if (rightCount < minDataInLeaf || rightCount < params.minDataPerGroup) break;
      if (hessian - leftHessian < minSumHessianInLeaf) break;
      if (inGroup < params.minDataPerGroup) continue;
      inGroup = 0;
      consider(() => order.slice(0, i + 1), leftGradient, leftHessian, leftCount);
    }
  }
  return isSplittable;
}
