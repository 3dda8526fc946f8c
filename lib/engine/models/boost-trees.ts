/**
 * Gradient boosting: one tree after another on the gradients that the sum of those before leaves, each scaled by the learning rate (Friedman 2001,
 * doi:10.1214/aos/1013203451, with Newton's leaf values -G / (H + l2)). The objective is given; see lambdamart.ts and logistic-trees.ts.
 *
 * A share of the rows, or of the queries, and of the features can be drawn for each tree. With a validation set and earlyStoppingRounds the
 * model ends with the best tree. The same data, parameters and seed give the same bytes.
 */
import { EngineError } from "../engine-error";
import type { Rng } from "../math/random";
import { type BinnedRows, type BinParams, type FeatureRows, fitBins, toBins } from "./binning";
import { addTreeScores, createTreeGrower, type GrownTree, type GrowParams } from "./grow-tree";
import { createTreeLists, type TreeLists, toTreeArrays } from "./tree-lists";
import { CATEGORICAL, DEFAULT_LEFT, type TreeModel, toMissingBits } from "./tree-model";

export type BoostParams = BinParams &
  GrowParams & {
    iterations: number;
    learningRate: number;
    /** Share of the features that a tree may split by. */
    featureFraction: number;
    /** Share of the rows, or queries, drawn anew every baggingFreq trees; 0 for all of them. */
    baggingFraction: number;
    baggingFreq: number;
    isBaggingByQuery: boolean;
    /** Trees without a better validation figure after which training ends; 0 for never. */
    earlyStoppingRounds: number;
  };

/** LightGBM's defaults. */
export const DEFAULT_BOOST_PARAMS: BoostParams = {
  ...{ iterations: 100, learningRate: 0.1, numLeaves: 31, maxDepth: -1 },
  ...{ maxBin: 255, minDataInBin: 3, isZeroMissing: false, categoricalFeatures: [] },
  ...{ minDataInLeaf: 20, minSumHessianInLeaf: 1e-3, minGainToSplit: 0, lambdaL1: 0, lambdaL2: 0 },
  ...{ catSmooth: 10, catL2: 10, maxCatThreshold: 32, maxCatToOnehot: 4, minDataPerGroup: 100 },
  ...{ featureFraction: 1, baggingFraction: 1, baggingFreq: 0, isBaggingByQuery: false, earlyStoppingRounds: 0 },
};

export type Objective = {
  /** As the model names it: "lambdarank". */
  name: string;
  startScore: number;
  computeGradients: (scores: Float64Array, gradients: Float32Array, hessians: Float32Array) => void;
};

export type BoostData = {
  rows: FeatureRows;
  featureNames: readonly string[];
  /** (queries + 1,) where they start, for drawing whole queries. */
  starts: Int32Array;
  validationRows: FeatureRows | null;
  /** (n,) where each row's score starts; the objective's startScore by default. They are no part of the model. */
  startScores?: ArrayLike<number> | undefined;
  validationStartScores?: ArrayLike<number> | undefined;
};

/**
 * Called after each tree with the scores so far.
 * @returns figure  the validation figure that early stopping goes by, higher is better
 */
export type Watch = (
  iteration: number,
  scores: Float64Array,
  validationScores: Float64Array | null,
) => { figure: number | null; shouldStop: boolean };

export type StopReason = "iterations" | "early stopping" | "callback" | "no split";
export type Boosted = { model: TreeModel; bestIteration: number; stopReason: StopReason };

/** @throws EngineError on parameters out of range, and as fitBins and toBins do */
export function boostTrees(
  data: BoostData,
  objective: Objective,
  params: BoostParams,
  rng: Rng,
  watch: Watch,
): Boosted {
  checkBoostParams(params);
  const features = fitBins(data.rows, params, rng);
  const binned = toBins(data.rows, features);
  const validation = data.validationRows ? toBins(data.validationRows, features) : null;
  const grower = createTreeGrower(binned, params);
  const toStart = (rows: number, given: ArrayLike<number> | undefined): Float64Array =>
    given ? Float64Array.from(given) : new Float64Array(rows).fill(objective.startScore);
  const scores = toStart(binned.rows, data.startScores);
  const validationScores = validation ? toStart(validation.rows, data.validationStartScores) : null;
  const [gradients, hessians] = [new Float32Array(binned.rows), new Float32Array(binned.rows)];
  const trees: GrownTree[] = [];
  let stopReason: StopReason = "iterations";
  let [bestIteration, bestFigure] = [0, Number.NEGATIVE_INFINITY];
  let bag: Bag | null = null;
  for (let iteration = 1; iteration <= params.iterations; iteration++) {
    objective.computeGradients(scores, gradients, hessians);
    bag = drawBag(bag, iteration, data.starts, params, rng);
    grower.rowOrder.set(bag.inside);
    const isUsed = drawFeatures(features.length, params.featureFraction, rng);
    const tree = grower.grow(gradients, hessians, bag.inside.length, isUsed);
    if (tree.nodes.length === 0 && trees.length > 0) {
      stopReason = "no split";
      break;
    }
    shrink(tree, params.learningRate);
    if (tree.nodes.length === 0) (tree.leaves[0] as { value: number }).value = 0;
    addLeafValues(tree, grower.rowOrder, scores);
    addTreeScores(tree, binned, scores, bag.outside);
    if (validation && validationScores) addTreeScores(tree, validation, validationScores);
    trees.push(tree);
    const { figure, shouldStop } = watch(iteration, scores, validationScores);
    if (figure !== null && figure > bestFigure) [bestIteration, bestFigure] = [iteration, figure];
    const isStale =
      figure !== null && params.earlyStoppingRounds > 0 && iteration - bestIteration >= params.earlyStoppingRounds;
    if (shouldStop || isStale || tree.nodes.length === 0) {
      stopReason = shouldStop ? "callback" : isStale ? "early stopping" : "no split";
      break;
    }
  }
  const kept = params.earlyStoppingRounds > 0 && bestIteration > 0 ? trees.slice(0, bestIteration) : trees;
  return { model: toModel(kept, data.featureNames, binned, objective, params), bestIteration: kept.length, stopReason };
}

function checkBoostParams(params: BoostParams): void {
  const check = (isRight: boolean, what: string): void => {
    if (!isRight) throw new EngineError(`${what} is out of range`);
  };
  const isAtLeast = (value: number, min: number): boolean => Number.isFinite(value) && value >= min;
  const isShare = (value: number): boolean => value > 0 && value <= 1;
  check(Number.isInteger(params.iterations) && params.iterations >= 1, "iterations");
  check(params.learningRate > 0 && Number.isFinite(params.learningRate), "learningRate");
  check(Number.isInteger(params.numLeaves) && params.numLeaves >= 2 && params.numLeaves <= 131_072, "numLeaves");
  check(Number.isInteger(params.maxDepth), "maxDepth");
  check(isShare(params.featureFraction), "featureFraction");
  check(isShare(params.baggingFraction), "baggingFraction");
  check(isAtLeast(params.minDataInLeaf, 0), "minDataInLeaf");
  check(isAtLeast(params.minSumHessianInLeaf, 0), "minSumHessianInLeaf");
  check(isAtLeast(params.minGainToSplit, 0), "minGainToSplit");
  check(isAtLeast(params.lambdaL1, 0), "lambdaL1");
  check(isAtLeast(params.lambdaL2, 0), "lambdaL2");
}

type Bag = { inside: Int32Array; outside: Int32Array };

/** Rows of a share of the queries, or of the rows, in ascending order; the same bag again until the next draw. */
function drawBag(last: Bag | null, iteration: number, starts: Int32Array, params: BoostParams, rng: Rng): Bag {
  const isBagged = params.baggingFreq > 0 && params.baggingFraction < 1;
  if (last && !(isBagged && (iteration - 1) % params.baggingFreq === 0)) return last;
  const rows = starts[starts.length - 1] as number;
  if (!isBagged) return { inside: Int32Array.from({ length: rows }, (_, row) => row), outside: new Int32Array(0) };
  const isByQuery = params.isBaggingByQuery;
  const units = isByQuery ? starts.length - 1 : rows;
  const isIn = drawShare(units, Math.max(1, Math.floor(units * params.baggingFraction)), rng);
  const isRowIn = isByQuery ? new Uint8Array(rows) : isIn;
  if (isByQuery)
    for (let unit = 0; unit < units; unit++) isRowIn.fill(isIn[unit] as number, starts[unit], starts[unit + 1]);
  const inside = isRowIn.reduce((sum, is) => sum + is, 0);
  const bag = { inside: new Int32Array(inside), outside: new Int32Array(rows - inside) };
  let [i, o] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (isRowIn[row] === 1) bag.inside[i++] = row;
    else bag.outside[o++] = row;
  }
  return bag;
}

const drawFeatures = (count: number, share: number, rng: Rng): Uint8Array =>
  share < 1 ? drawShare(count, Math.max(1, Math.round(count * share)), rng) : new Uint8Array(count).fill(1);

/** (total,) 1 for `count` of them, each set with the same chance (Knuth's algorithm S). */
function drawShare(total: number, count: number, rng: Rng): Uint8Array {
  const isIn = new Uint8Array(total);
  let left = count;
  for (let i = 0; i < total && left > 0; i++)
    if ((total - i) * rng.uniform() < left) {
      isIn[i] = 1;
      left--;
    }
  return isIn;
}

function shrink({ nodes, leaves }: GrownTree, rate: number): void {
  for (const place of [...nodes, ...leaves]) place.value *= rate;
}

function addLeafValues({ leaves }: GrownTree, rowOrder: Int32Array, scores: Float64Array): void {
  for (const { start, count, value } of leaves)
    for (let i = start; i < start + count; i++) {
      const row = rowOrder[i] as number;
      scores[row] = (scores[row] as number) + value;
    }
}

function toModel(
  trees: readonly GrownTree[],
  featureNames: readonly string[],
  binned: BinnedRows,
  objective: Objective,
  params: BoostParams,
): TreeModel {
  const lists = createTreeLists();
  for (const [i, tree] of trees.entries()) addToLists(lists, tree, binned, i === 0 ? objective.startScore : 0, params);
  return {
    objective: objective.name,
    featureNames,
    featureInfos: binned.features.map(({ info }) => info),
    parameters: toParameterLines(objective.name, params),
    ...toTreeArrays(lists),
  };
}

/** The first tree carries the start score, as in LightGBM. */
function addToLists(
  lists: TreeLists,
  { nodes, leaves }: GrownTree,
  binned: BinnedRows,
  start: number,
  params: BoostParams,
): void {
  let sets = 0;
  for (const { feature, gain, split, left, right, value, weight, count } of nodes) {
    const bins = binned.features[feature] as BinnedRows["features"][number];
    lists.splitFeature.push(feature);
    lists.splitGain.push(gain);
    lists.decisionType.push(
      (bins.isCategorical ? CATEGORICAL : 0) | (split.isDefaultLeft ? DEFAULT_LEFT : 0) | toMissingBits(bins.missing),
    );
    if (split.leftBins === null) lists.threshold.push(bins.upperBounds[split.bin] as number);
    else {
      lists.threshold.push(sets++);
      const categories = split.leftBins.map((bin) => bins.categories[bin] as number);
      const words = new Uint32Array((Math.max(...categories) >> 5) + 1);
      for (const category of categories)
        words[category >> 5] = (words[category >> 5] as number) | (1 << (category & 31));
      for (const word of words) lists.catWords.push(word);
      lists.catBoundaries.push(lists.catWords.length);
    }
    lists.leftChild.push(left);
    lists.rightChild.push(right);
    lists.internalValue.push(value + start);
    lists.internalWeight.push(weight);
    lists.internalCount.push(count);
  }
  for (const { value, weight, count } of leaves) {
    lists.leafValue.push(value + start);
    lists.leafWeight.push(weight);
    lists.leafCount.push(count);
  }
  lists.shrinkage.push(leaves.length > 1 ? params.learningRate : 1);
  lists.nodeStart.push(lists.splitFeature.length);
  lists.leafStart.push(lists.leafValue.length);
  lists.catStart.push(lists.catBoundaries.length - 1);
}

/** Under LightGBM's names. */
function toParameterLines(objective: string, params: BoostParams): string[] {
  const values: Record<string, string | number> = {
    ...{ boosting: "gbdt", objective: objective.split(" ")[0] ?? "", num_iterations: params.iterations },
    ...{ learning_rate: params.learningRate, num_leaves: params.numLeaves, max_depth: params.maxDepth },
    ...{ min_data_in_leaf: params.minDataInLeaf, min_sum_hessian_in_leaf: params.minSumHessianInLeaf },
    ...{ bagging_fraction: params.baggingFraction, bagging_freq: params.baggingFreq },
    ...{ bagging_by_query: Number(params.isBaggingByQuery), feature_fraction: params.featureFraction },
    ...{ early_stopping_round: params.earlyStoppingRounds, lambda_l1: params.lambdaL1, lambda_l2: params.lambdaL2 },
    ...{ min_gain_to_split: params.minGainToSplit, min_data_per_group: params.minDataPerGroup },
    ...{ max_cat_threshold: params.maxCatThreshold, cat_l2: params.catL2, cat_smooth: params.catSmooth },
    ...{ max_cat_to_onehot: params.maxCatToOnehot, max_bin: params.maxBin, min_data_in_bin: params.minDataInBin },
    ...{ zero_as_missing: Number(params.isZeroMissing), categorical_feature: params.categoricalFeatures.join(",") },
  };
  return Object.entries(values).map(([name, value]) => `${name}: ${value}`);
}
