/**
 * One regression tree on gradients and hessians: leaf by leaf, always at the leaf whose best split gains most (Ke et al. 2017, LightGBM).
 *
 * A histogram keeps the sums of gradients and hessians of each bin of each feature. Only that of the smaller child is counted; the larger
 * one's is its parent's less that (the subtraction trick). A feature by which a leaf cannot be split is left out below it.
 *
 * Cost O(rows of the smaller children x features + leaves x bins) a tree. Memory: 16 bytes a bin a leaf.
 */
import type { BinnedRows, FeatureBins } from "./binning";
import { createSplit, findSplit, type LeafSums, leafOutput, type Split, type SplitParams } from "./find-split";
import { MISSING_NAN, MISSING_NONE } from "./tree-model";

export type GrowParams = SplitParams & { numLeaves: number; maxDepth: number };

export type GrownNode = {
  feature: number;
  gain: number;
  split: Split;
  /** (256,) 1 for the bins on the left. */
  isLeft: Uint8Array;
  left: number;
  right: number;
  value: number;
  weight: number;
  count: number;
};

export type GrownLeaf = {
  value: number;
  weight: number;
  /** Its rows are rowOrder[start .. start + count] of the grower. */
  start: number;
  count: number;
};

export type GrownTree = { nodes: GrownNode[]; leaves: GrownLeaf[] };

type OpenLeaf = GrownLeaf &
  LeafSums & {
    depth: number;
    /** Number of the node above, and which side of it: for the link. */
    parent: number;
    isLeftChild: boolean;
    histogram: Float64Array;
    isSplittable: Uint8Array;
    best: Split;
  };

export type TreeGrower = {
  /** The rows of the last tree, leaf by leaf. */
  rowOrder: Int32Array;
  /**
   * @param count      how many of rowOrder, whose first ones the caller sets, the tree learns from
   * @param isUsed     (features,) 0 for those that this tree may not split by
   */
  grow: (gradients: Float32Array, hessians: Float32Array, count: number, isUsed: Uint8Array) => GrownTree;
};

/** Takes the memory for all trees at once. */
export function createTreeGrower(binned: BinnedRows, params: GrowParams): TreeGrower {
  const { bins, rows, features } = binned;
  const starts = new Int32Array(features.length + 1);
  for (const [i, { binCount }] of features.entries()) starts[i + 1] = (starts[i] as number) + 2 * binCount;
  const columns = features.map((_, feature) => bins.subarray(feature * rows, (feature + 1) * rows));
  const pool: Float64Array[] = [];
  const rowOrder = new Int32Array(rows);
  const rightRows = new Int32Array(rows);
  const leafGradients = new Float32Array(rows);
  const leafHessians = new Float32Array(rows);
  let free = 0;
  const takeHistogram = (): Float64Array => {
    if (free === pool.length) pool.push(new Float64Array(starts[features.length] as number));
    return pool[free++] as Float64Array;
  };

  function countHistogram(leaf: OpenLeaf, gradients: Float32Array, hessians: Float32Array): void {
    const { histogram, start, count, isSplittable } = leaf;
    const order = rowOrder.subarray(start, start + count);
    for (let i = 0; i < count; i++) {
      const row = order[i] as number;
      leafGradients[i] = gradients[row] as number;
      leafHessians[i] = hessians[row] as number;
    }
    histogram.fill(0);
    const used = [...columns.keys()].filter((feature) => isSplittable[feature] === 1);
    let i = 0;
    for (; i + 1 < used.length; i += 2) {
      const [a, b] = [used[i] as number, used[i + 1] as number];
      const [startA, startB] = [starts[a] as number, starts[b] as number];
      const [columnA, columnB] = [columns[a] as Uint8Array, columns[b] as Uint8Array];
      addTwoToBins(histogram, startA, startB, columnA, columnB, order, leafGradients, leafHessians);
    }
    if (i < used.length) {
      const last = used[i] as number;
      addToBins(histogram, starts[last] as number, columns[last] as Uint8Array, order, leafGradients, leafHessians);
    }
  }

  function findBest(leaf: OpenLeaf): void {
    leaf.best = createSplit();
    if (params.maxDepth > 0 && leaf.depth >= params.maxDepth) return;
    if (leaf.count < 2 * params.minDataInLeaf) return;
    for (const [feature, featureBins] of features.entries()) {
      if (leaf.isSplittable[feature] === 0) continue;
      const at = starts[feature] as number;
      if (!findSplit(leaf.histogram, at, featureBins, feature, leaf, params, leaf.best)) leaf.isSplittable[feature] = 0;
    }
  }

  /** Rows of the left side to the front, both sides in their order; returns how many they are. */
  function partition({ start, count }: OpenLeaf, feature: number, isLeft: Uint8Array): number {
    const column = columns[feature] as Uint8Array;
    let left = start;
    let right = 0;
    for (let i = start; i < start + count; i++) {
      const row = rowOrder[i] as number;
      if (isLeft[column[row] as number] === 1) rowOrder[left++] = row;
      else rightRows[right++] = row;
    }
    rowOrder.set(rightRows.subarray(0, right), left);
    return left - start;
  }

  function openRoot(gradients: Float32Array, hessians: Float32Array, count: number, isUsed: Uint8Array): OpenLeaf {
    let gradient = 0;
    let hessian = 0;
    for (let i = 0; i < count; i++) {
      gradient += gradients[rowOrder[i] as number] as number;
      hessian += hessians[rowOrder[i] as number] as number;
    }
    const isSplittable = isUsed.map((used, feature) => ((features[feature] as FeatureBins).binCount > 1 ? used : 0));
    const place = { depth: 0, parent: -1, isLeftChild: false, start: 0, count };
    const root = { ...place, gradient, hessian, value: 0, weight: 0, isSplittable, best: createSplit() };
    return { ...root, histogram: takeHistogram() };
  }

  function splitLeaf(
    leaf: OpenLeaf,
    leafNumber: number,
    nodes: GrownNode[],
    rightNumber: number,
  ): [OpenLeaf, OpenLeaf] {
    const { best } = leaf;
    const isLeft = toSides(best, features[best.feature] as FeatureBins);
    const leftRows = partition(leaf, best.feature, isLeft);
    const [leftGradient, leftHessian] = [best.leftGradient, best.leftHessian];
    const rightGradient = leaf.gradient - leftGradient;
    const rightHessian = leaf.hessian - leftHessian;
    const node = nodes.length;
    const above = nodes[leaf.parent];
    if (above !== undefined) above[leaf.isLeftChild ? "left" : "right"] = node;
    const { value, weight, count } = leaf;
    const ends = { left: ~leafNumber, right: ~rightNumber };
    nodes.push({ feature: best.feature, gain: best.gain, split: best, isLeft, ...ends, value, weight, count });
    const shared = { depth: leaf.depth + 1, parent: node, best };
    const toChild = (gradient: number, hessian: number) => ({
      ...{ ...shared, gradient, hessian, weight: hessian, value: leafOutput(gradient, hessian, params, best.l2) },
      isSplittable: leaf.isSplittable.slice(),
    });
    // The larger child takes over its parent's histogram, the smaller one has a new one.
    const isLeftSmaller = leftRows < count - leftRows;
    const fresh = takeHistogram();
    return [
      {
        ...{ ...toChild(leftGradient, leftHessian), isLeftChild: true, start: leaf.start, count: leftRows },
        histogram: isLeftSmaller ? fresh : leaf.histogram,
      },
      {
        ...{ ...toChild(rightGradient, rightHessian), isLeftChild: false, start: leaf.start + leftRows },
        ...{ count: count - leftRows, histogram: isLeftSmaller ? leaf.histogram : fresh },
      },
    ];
  }

  function grow(gradients: Float32Array, hessians: Float32Array, count: number, isUsed: Uint8Array): GrownTree {
    free = 0;
    const nodes: GrownNode[] = [];
    const root = openRoot(gradients, hessians, count, isUsed);
    countHistogram(root, gradients, hessians);
    findBest(root);
    const leaves = [root];
    while (leaves.length < params.numLeaves) {
      const next = leaves.reduce((a, b) => (b.best.gain > a.best.gain ? b : a));
      if (!(next.best.gain > 0)) break;
      const at = leaves.indexOf(next);
      const [left, right] = splitLeaf(next, at, nodes, leaves.length);
      leaves[at] = left;
      leaves.push(right);
      if (leaves.length === params.numLeaves) break;
      const [small, large] = left.count < right.count ? [left, right] : [right, left];
      if (large.count < 2 * params.minDataInLeaf) {
        left.best = createSplit();
        right.best = createSplit();
        continue;
      }
      countHistogram(small, gradients, hessians);
      subtract(large.histogram, small.histogram);
      findBest(small);
      findBest(large);
    }
    return {
      nodes,
      leaves: leaves.map(({ value, weight, start, count: own }) => ({ value, weight, start, count: own })),
    };
  }

  return { rowOrder, grow };
}

function addToBins(
  sums: Float64Array,
  start: number,
  column: Uint8Array,
  order: Int32Array,
  gradients: Float32Array,
  hessians: Float32Array,
): void {
  for (let i = 0; i < order.length; i++) {
    const at = start + 2 * (column[order[i] as number] as number);
    sums[at] = (sums[at] as number) + (gradients[i] as number);
    sums[at + 1] = (sums[at + 1] as number) + (hessians[i] as number);
  }
}

/** Two features at a time, so that the rows and their derivatives are read half as often. */
function addTwoToBins(
  sums: Float64Array,
  startA: number,
  startB: number,
  columnA: Uint8Array,
  columnB: Uint8Array,
  order: Int32Array,
  gradients: Float32Array,
  hessians: Float32Array,
): void {
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const gradient = gradients[i] as number;
    const hessian = hessians[i] as number;
    const a = startA + 2 * (columnA[row] as number);
    const b = startB + 2 * (columnB[row] as number);
    sums[a] = (sums[a] as number) + gradient;
    sums[a + 1] = (sums[a + 1] as number) + hessian;
    sums[b] = (sums[b] as number) + gradient;
    sums[b + 1] = (sums[b + 1] as number) + hessian;
  }
}

function subtract(from: Float64Array, what: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i] = (from[i] as number) - (what[i] as number);
}

function toSides({ bin, isDefaultLeft, leftBins }: Split, { missing, binCount, zeroBin }: FeatureBins): Uint8Array {
  const isLeft = new Uint8Array(256);
  if (leftBins !== null) for (const left of leftBins) isLeft[left] = 1;
  else {
    isLeft.fill(1, 0, bin + 1);
    const missingBin = missing === MISSING_NAN ? binCount - 1 : zeroBin;
    if (missing !== MISSING_NONE) isLeft[missingBin] = isDefaultLeft ? 1 : 0;
  }
  return isLeft;
}

/** Adds what a tree says to the scores of rows, all of them or those listed. */
export function addTreeScores(tree: GrownTree, binned: BinnedRows, scores: Float64Array, rows?: Int32Array): void {
  const count = rows?.length ?? binned.rows;
  for (let i = 0; i < count; i++) {
    const row = rows === undefined ? i : (rows[i] as number);
    let at = tree.nodes.length > 0 ? 0 : ~0;
    while (at >= 0) {
      const { isLeft, feature, left, right } = tree.nodes[at] as GrownNode;
      at = isLeft[binned.bins[feature * binned.rows + row] as number] === 1 ? left : right;
    }
    scores[row] = (scores[row] as number) + (tree.leaves[~at] as GrownLeaf).value;
  }
}
