/** The arrays of a TreeModel while they grow, tree by tree. */
import type { TreeModel } from "./tree-model";

export const createTreeLists = () => ({
  nodeStart: [0],
  splitFeature: [] as number[],
  splitGain: [] as number[],
  threshold: [] as number[],
  decisionType: [] as number[],
  leftChild: [] as number[],
  rightChild: [] as number[],
  internalValue: [] as number[],
  internalWeight: [] as number[],
  internalCount: [] as number[],
  leafStart: [0],
  leafValue: [] as number[],
  leafWeight: [] as number[],
  leafCount: [] as number[],
  catStart: [0],
  catBoundaries: [0],
  catWords: [] as number[],
  shrinkage: [] as number[],
});
export type TreeLists = ReturnType<typeof createTreeLists>;

export function toTreeArrays(
  trees: TreeLists,
): Omit<TreeModel, "objective" | "featureNames" | "featureInfos" | "parameters"> {
  return {
    nodeStart: Int32Array.from(trees.nodeStart),
    splitFeature: Int32Array.from(trees.splitFeature),
    splitGain: Float64Array.from(trees.splitGain),
    threshold: Float64Array.from(trees.threshold),
    decisionType: Uint8Array.from(trees.decisionType),
    leftChild: Int32Array.from(trees.leftChild),
    rightChild: Int32Array.from(trees.rightChild),
    internalValue: Float64Array.from(trees.internalValue),
    internalWeight: Float64Array.from(trees.internalWeight),
    internalCount: Int32Array.from(trees.internalCount),
    leafStart: Int32Array.from(trees.leafStart),
    leafValue: Float64Array.from(trees.leafValue),
    leafWeight: Float64Array.from(trees.leafWeight),
    leafCount: Int32Array.from(trees.leafCount),
    catStart: Int32Array.from(trees.catStart),
    catBoundaries: Int32Array.from(trees.catBoundaries),
    catWords: Uint32Array.from(trees.catWords),
    shrinkage: Float64Array.from(trees.shrinkage),
  };
}
