/**
 * A TreeModel as LightGBM's text format, version 4 (see parse-lightgbm.ts), which LightGBM's own loader reads.
 *
 * Numbers as LightGBM prints them: thresholds, leaf values and leaf weights with 17 significant digits, from which a double comes back
 * unchanged; gains and what inner nodes hold with 6. Writing what was read from a text that was written here gives the same bytes.
 */
import { EngineError } from "../engine-error";
import { countTrees, type TreeModel } from "./tree-model";

/** @throws EngineError when a feature's name holds what would break the format */
export function writeLightGbm(model: TreeModel): string {
  const { featureNames, featureInfos, objective, parameters } = model;
  const odd = featureNames.find((name) => name === "" || /[\s",:=[\]{}]/.test(name));
  if (odd !== undefined) throw new EngineError(`${JSON.stringify(odd)} cannot be the name of a feature`);
  const trees = Array.from({ length: countTrees(model) }, (_, tree) => writeTree(model, tree));
  return [
    "tree",
    "version=v4",
    "num_class=1",
    "num_tree_per_iteration=1",
    "label_index=0",
    `max_feature_idx=${featureNames.length - 1}`,
    `objective=${objective}`,
    `feature_names=${featureNames.join(" ")}`,
    `feature_infos=${featureInfos.join(" ")}`,
    `tree_sizes=${trees.map((tree) => tree.length).join(" ")}`,
    "",
    `${trees.join("")}end of trees`,
    "",
    "feature_importances:",
    ...countSplits(model),
    "",
    "parameters:",
    ...parameters.map((parameter) => `[${parameter}]`),
    "",
    "end of parameters",
    "",
  ].join("\n");
}

function writeTree(model: TreeModel, tree: number): string {
  const bounds = (start: Int32Array): [number, number] => [start[tree] as number, start[tree + 1] as number];
  const [nodes, leaves, sets] = [bounds(model.nodeStart), bounds(model.leafStart), bounds(model.catStart)];
  const list = (values: ArrayLike<number>, [from, to]: [number, number], format: (value: number) => string = String) =>
    Array.from({ length: to - from }, (_, i) => format(values[from + i] as number)).join(" ");
  const [firstWord, endWord] = [model.catBoundaries[sets[0]] as number, model.catBoundaries[sets[1]] as number];
  return [
    `Tree=${tree}`,
    `num_leaves=${leaves[1] - leaves[0]}`,
    `num_cat=${sets[1] - sets[0]}`,
    `split_feature=${list(model.splitFeature, nodes)}`,
    `split_gain=${list(model.splitGain, nodes, toShort)}`,
    `threshold=${list(model.threshold, nodes, toThreshold)}`,
    `decision_type=${list(model.decisionType, nodes)}`,
    `left_child=${list(model.leftChild, nodes)}`,
    `right_child=${list(model.rightChild, nodes)}`,
    `leaf_value=${list(model.leafValue, leaves, toFull)}`,
    `leaf_weight=${list(model.leafWeight, leaves, toFull)}`,
    `leaf_count=${list(model.leafCount, leaves)}`,
    `internal_value=${list(model.internalValue, nodes, toShort)}`,
    `internal_weight=${list(model.internalWeight, nodes, toShort)}`,
    `internal_count=${list(model.internalCount, nodes)}`,
    ...(sets[1] > sets[0]
      ? [
          `cat_boundaries=${list(model.catBoundaries, [sets[0], sets[1] + 1], (bound) => String(bound - firstWord))}`,
          `cat_threshold=${list(model.catWords, [firstWord, endWord])}`,
        ]
      : []),
    "is_linear=0",
    `shrinkage=${toShort(model.shrinkage[tree] as number)}`,
    "\n\n",
  ].join("\n");
}

/** LightGBM's default importance: how many splits gained by a feature, most first. */
function countSplits({ featureNames, splitFeature, splitGain }: TreeModel): string[] {
  const counts = featureNames.map(() => 0);
  splitFeature.forEach((feature, node) => {
    if ((splitGain[node] as number) > 0) counts[feature] = (counts[feature] ?? 0) + 1;
  });
  return counts
    .map((count, feature) => ({ count, feature }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.feature - b.feature)
    .map(({ count, feature }) => `${featureNames[feature]}=${count}`);
}

const toShort = (value: number): string => toGeneral(value, 6);
const toThreshold = (value: number): string => (value === Number.POSITIVE_INFINITY ? "inf" : toFull(value));
export const toFull = (value: number): string => toGeneral(value, 17);

/** C's %.{digits}g. */
function toGeneral(value: number, digits: number): string {
  if (!Number.isFinite(value)) throw new EngineError(`a model cannot hold ${value}`);
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [mantissa = "", power = ""] = value.toExponential(digits - 1).split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < digits) return cutZeros(value.toFixed(digits - 1 - exponent));
  const sign = exponent < 0 ? "-" : "+";
  return `${cutZeros(mantissa)}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

const cutZeros = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
