/**
 * A sum of decision trees, as gradient boosting makes them, and what it says of a row.
 *
 *   score(x) = sum over trees of leafValue[the leaf that x reaches]
 *
 * All trees lie behind one another in flat arrays: tree t has the nodes nodeStart[t] .. nodeStart[t + 1] and the leaves
 * leafStart[t] .. leafStart[t + 1]. A child is the number of a node within its tree, or ~leaf. A row goes left when its value is at most
 * the threshold; what is missing, and how categories are kept, is as LightGBM has it (Ke et al. 2017, "LightGBM: a highly efficient
 * gradient boosting decision tree"; include/LightGBM/tree.h of version 4.1):
 *
 * - missing "none": NaN is 0. Missing "zero": NaN and |x| <= 1e-35 go the default way. Missing "NaN": NaN does.
 * - a category goes left when its bit is in the node's set. NaN, negative and unknown ones go right; fractions are cut off.
 *
 * Cost of scoring: O(rows x trees x depth), tree by tree, so that the nodes of one stay in the nearest cache.
 */
import { EngineError } from "../engine-error";
import type { Matrix } from "../math/vectors";

export type TreeModel = {
  /** As LightGBM writes it: "lambdarank", "binary sigmoid:1". */
  readonly objective: string;
  readonly featureNames: readonly string[];
  /** One a feature: "[min:max]", the categories "-1:3:0", or "none" of one that never varied. */
  readonly featureInfos: readonly string[];
  /** What it was trained with, "name: value". */
  readonly parameters: readonly string[];

  readonly nodeStart: Int32Array; // (trees + 1,)
  readonly splitFeature: Int32Array; // (nodes,)
  readonly splitGain: Float64Array;
  /** Of a categorical split the number of its set within the tree. */
  readonly threshold: Float64Array;
  /** Bit 0 categorical, bit 1 default left, bits 2 and 3 the kind of missing: 0 none, 1 zero, 2 NaN. */
  readonly decisionType: Uint8Array;
  readonly leftChild: Int32Array;
  readonly rightChild: Int32Array;
  readonly internalValue: Float64Array;
  readonly internalWeight: Float64Array;
  readonly internalCount: Int32Array;

  readonly leafStart: Int32Array; // (trees + 1,)
  readonly leafValue: Float64Array; // (leaves,)
  readonly leafWeight: Float64Array;
  readonly leafCount: Int32Array;

  /** Tree t has the sets catStart[t] .. catStart[t + 1]; set s the words catBoundaries[s] .. catBoundaries[s + 1] of catWords. */
  readonly catStart: Int32Array; // (trees + 1,)
  readonly catBoundaries: Int32Array; // (sets + 1,)
  readonly catWords: Uint32Array;

  readonly shrinkage: Float64Array; // (trees,)
};

export const CATEGORICAL = 1;
export const DEFAULT_LEFT = 2;
export const MISSING_NONE = 0;
export const MISSING_ZERO = 1;
export const MISSING_NAN = 2;
export const toMissing = (decisionType: number): number => (decisionType >> 2) & 3;
export const toMissingBits = (missing: number): number => missing << 2;
/** LightGBM's kZeroThreshold, a float there. */
export const ZERO_MAX = Math.fround(1e-35);
export const CATEGORY_MAX = 2 ** 31 - 1;

export const countTrees = (model: TreeModel): number => model.shrinkage.length;

/**
 * @param rows  (n, features) in the order of featureNames; NaN is missing
 * @returns     (n,) raw scores
 * @throws EngineError when the width is not the model's
 */
export function scoreTrees(model: TreeModel, rows: Matrix): Float64Array {
  checkWidth(model, rows);
  const { nodeStart, leafStart, leafValue, splitFeature, threshold, decisionType, leftChild, rightChild } = model;
  const { data, cols } = rows;
  const scores = new Float64Array(rows.rows);
  for (let tree = 0; tree < countTrees(model); tree++) {
    const first = nodeStart[tree] as number;
    const firstLeaf = leafStart[tree] as number;
    const root = first === nodeStart[tree + 1] ? ~0 : 0;
    for (let row = 0; row < scores.length; row++) {
      const start = row * cols;
      let at = root;
      while (at >= 0) {
        const node = first + at;
        const value = data[start + (splitFeature[node] as number)] as number;
        // Nearly every split is numeric with missing none or NaN, and nearly every value a number: decided at once.
        const isPlain = ((decisionType[node] as number) & 5) === 0 && !Number.isNaN(value);
        const isLeft = isPlain ? value <= (threshold[node] as number) : goesLeft(model, tree, node, value);
        at = (isLeft ? leftChild[node] : rightChild[node]) as number;
      }
      scores[row] = (scores[row] as number) + (leafValue[firstLeaf + ~at] as number);
    }
  }
  return scores;
}

/**
 * @param rows  (n, features)
 * @returns     (n, trees) the number of the leaf that a row reaches within each tree
 * @throws EngineError when the width is not the model's
 */
export function findLeaves(model: TreeModel, rows: Matrix): Int32Array {
  checkWidth(model, rows);
  const trees = countTrees(model);
  const leaves = new Int32Array(rows.rows * trees);
  for (let i = 0; i < leaves.length; i++) {
    const [row, tree] = [Math.floor(i / trees), i % trees];
    const first = model.nodeStart[tree] as number;
    let at = first === model.nodeStart[tree + 1] ? ~0 : 0;
    while (at >= 0) {
      const value = rows.data[row * rows.cols + (model.splitFeature[first + at] as number)] as number;
      at = (goesLeft(model, tree, first + at, value) ? model.leftChild : model.rightChild)[first + at] as number;
    }
    leaves[i] = ~at;
  }
  return leaves;
}

/** @throws EngineError when rows are not as wide as the model */
export function checkWidth(model: TreeModel, { rows, cols, data }: Matrix): void {
  if (cols !== model.featureNames.length)
    throw new EngineError(`rows of ${cols} for a model of ${model.featureNames.length} features`);
  if (data.length !== rows * cols) throw new EngineError(`${data.length} values are not ${rows} rows of ${cols}`);
}

/**
 * Which way a value goes at a node, every kind of split considered.
 * @param node  its number among all nodes of the model
 */
export function goesLeft(model: TreeModel, tree: number, node: number, value: number): boolean {
  const type = model.decisionType[node] as number;
  const threshold = model.threshold[node] as number;
  if ((type & CATEGORICAL) !== 0) return isInSet(model, (model.catStart[tree] as number) + threshold, value);
  const missing = toMissing(type);
  const isMissing =
    missing === MISSING_NAN ? Number.isNaN(value) : missing === MISSING_ZERO && !(Math.abs(value) > ZERO_MAX);
  if (isMissing) return (type & DEFAULT_LEFT) !== 0;
  return (Number.isNaN(value) ? 0 : value) <= threshold;
}

function isInSet(model: TreeModel, set: number, value: number): boolean {
  const category = Math.trunc(value);
  if (!(category >= 0 && category <= CATEGORY_MAX)) return false;
  const start = model.catBoundaries[set] as number;
  const word = start + Math.floor(category / 32);
  return (
    word < (model.catBoundaries[set + 1] as number) &&
    (((model.catWords[word] as number) >>> (category % 32)) & 1) === 1
  );
}
