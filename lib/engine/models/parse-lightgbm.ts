/**
 * LightGBM's text model format, version 4, into a TreeModel.
 *
 * The file is read line by line in the one order in which LightGBM writes it (src/boosting/gbdt_model_text.cpp and src/io/tree.cpp of
 * version 4.1). Nothing is taken on trust: every number has its range, every list the length that its tree says, every tree is
 * walked once so that each of its nodes and leaves is reached from the root exactly once, and tree_sizes must be the trees' sizes in bytes.
 * Memory is only ever taken for values that were in the text. Cost O(length of the text).
 *
 * Departures: stricter than LightGBM's own loader, which takes lines in any order and leaves out checks. Several classes, linear
 * trees and averaged random forests are refused; the sections after the trees must be there, monotone constraints and importances are
 * not kept.
 */
import { createTreeLists, type TreeLists, toTreeArrays } from "./tree-lists";
import { CATEGORICAL, type TreeModel, toMissing } from "./tree-model";

/** A model file that is not what it must be. */
export class ModelFormatError extends Error {
  override readonly name = "ModelFormatError";
  constructor(
    readonly line: number,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`line ${line} of the model: expected ${expected}, found ${found}`);
  }
}

const INT32_MAX = 2 ** 31 - 1;
const UINT32_MAX = 2 ** 32 - 1;
const INTEGER = /^-?\d{1,10}$/;
const REAL = /^-?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;
const FEATURE_INFO = /^(none|\[[-+.\de]+:[-+.\de]+\]|-?\d+(:-?\d+)*)$/;

/** Over one line after another; the number of the current one counts from 1, as editors do. */
class Lines {
  private readonly lines: readonly string[];
  private at = 0;
  constructor(text: string) {
    this.lines = text.split("\n");
  }
  get number(): number {
    return this.at;
  }
  peek(): string | undefined {
    return this.lines[this.at];
  }
  next(expected: string): string {
    const line = this.lines[this.at++];
    if (line === undefined) throw new ModelFormatError(this.at, expected, "the end of the file");
    return line;
  }
  fail(expected: string, found: string): never {
    throw new ModelFormatError(this.at, expected, quote(found));
  }
  exactly(expected: string): void {
    const line = this.next(quote(expected));
    if (line !== expected) this.fail(quote(expected), line);
  }
  /** What stands behind "key=". */
  value(key: string): string {
    const line = this.next(`"${key}="`);
    if (!line.startsWith(`${key}=`)) this.fail(`"${key}="`, line);
    return line.slice(key.length + 1);
  }
  integer(key: string, min: number, max: number): number {
    return this.toInteger(this.value(key), min, max);
  }
  toInteger(text: string, min: number, max: number): number {
    const value = INTEGER.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : this.fail(`an integer from ${min} to ${max}`, text);
  }
  toReal(text: string): number {
    const value = REAL.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(value) ? value : this.fail("a finite number", text);
  }
  words(key: string, count: number, what: string): string[] {
    const text = this.value(key);
    const words = text === "" ? [] : text.split(" ");
    return words.length === count ? words : this.fail(`${count} ${what}`, `${words.length}`);
  }
  integers(out: number[], key: string, count: number, min: number, max: number): void {
    for (const word of this.words(key, count, "integers")) out.push(this.toInteger(word, min, max));
  }
  reals(out: number[], key: string, count: number): void {
    for (const word of this.words(key, count, "numbers")) out.push(this.toReal(word));
  }
  /** A split of all that is known from what is missing has the threshold "inf". */
  thresholds(out: number[], count: number): void {
    for (const word of this.words("threshold", count, "numbers"))
      out.push(word === "inf" ? Number.POSITIVE_INFINITY : this.toReal(word));
  }
}

const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/**
 * @param text  a whole file, UTF-8 decoded
 * @throws ModelFormatError with the line, what was expected there and what was found
 */
export function parseLightGbm(text: string): TreeModel {
  const lines = new Lines(text);
  const header = parseHeader(lines);
  const trees = createTreeLists();
  let offset = text.indexOf("\nTree=0\n") + 1;
  for (const [tree, size] of header.treeSizes.entries()) {
    const line = lines.number + 1;
    parseTree(lines, tree, header.featureNames.length, trees);
    // Trees are plain ASCII, so that a length in characters is one in bytes.
    const end = tree + 1 < header.treeSizes.length ? `Tree=${tree + 1}\n` : "end of trees\n";
    if (!text.startsWith(end, offset + size))
      throw new ModelFormatError(line, `a tree of ${size} bytes, as tree_sizes has it`, "another length");
    offset += size;
  }
  const parameters = parseEnd(lines, header.featureNames);
  checkSum(lines, trees);
  const { objective, featureNames, featureInfos } = header;
  return { objective, featureNames, featureInfos, parameters, ...toTreeArrays(trees) };
}

type Header = { objective: string; featureNames: string[]; featureInfos: string[]; treeSizes: number[] };

function parseHeader(lines: Lines): Header {
  lines.exactly("tree");
  lines.exactly("version=v4");
  lines.exactly("num_class=1");
  lines.exactly("num_tree_per_iteration=1");
  lines.integer("label_index", 0, INT32_MAX);
  const count = lines.integer("max_feature_idx", 0, INT32_MAX - 1) + 1;
  const objective = lines.value("objective");
  if (!/^[a-z_]+( [\w.:+-]+)*$/.test(objective)) lines.fail("the name of an objective", objective);
  if (lines.peek() === "average_output") {
    lines.next("feature_names");
    lines.fail("a sum of trees (averaged random forests are not supported)", "average_output");
  }
  const featureNames = lines.words("feature_names", count, "names, as max_feature_idx has it");
  if (featureNames.some((name) => name === "")) lines.fail("names that are not empty", "an empty name");
  if (new Set(featureNames).size < count) lines.fail("names that differ", "a name that comes twice");
  if (lines.peek()?.startsWith("monotone_constraints=")) lines.next("monotone_constraints");
  const featureInfos = lines.words("feature_infos", count, "entries, as max_feature_idx has it");
  const odd = featureInfos.find((info) => !FEATURE_INFO.test(info));
  if (odd !== undefined) lines.fail('"none", "[min:max]" or categories', odd);
  const sizes = lines.value("tree_sizes");
  const treeSizes = sizes === "" ? [] : sizes.split(" ").map((size) => lines.toInteger(size, 1, INT32_MAX));
  lines.exactly("");
  return { objective, featureNames, featureInfos, treeSizes };
}

function parseTree(lines: Lines, tree: number, featureCount: number, trees: TreeLists): void {
  lines.exactly(`Tree=${tree}`);
  const leaves = lines.integer("num_leaves", 1, INT32_MAX);
  const sets = lines.integer("num_cat", 0, leaves - 1);
  const nodes = leaves - 1;
  const nodeStart = trees.splitFeature.length;
  lines.integers(trees.splitFeature, "split_feature", nodes, 0, featureCount - 1);
  lines.reals(trees.splitGain, "split_gain", nodes);
  lines.thresholds(trees.threshold, nodes);
  const thresholdLine = lines.number;
  lines.integers(trees.decisionType, "decision_type", nodes, 0, 11);
  if (trees.decisionType.slice(nodeStart).some((type) => toMissing(type) > 2))
    lines.fail("a kind of missing from 0 to 2", "3");
  checkSetNumbers(trees, nodeStart, sets, thresholdLine);
  lines.integers(trees.leftChild, "left_child", nodes, -leaves, nodes - 1);
  lines.integers(trees.rightChild, "right_child", nodes, -leaves, nodes - 1);
  checkShape(lines, trees, nodeStart, leaves);
  lines.reals(trees.leafValue, "leaf_value", leaves);
  // Of a tree that is one leaf LightGBM leaves these two lists empty.
  if (leaves === 1 && lines.peek() === "leaf_weight=") {
    lines.exactly("leaf_weight=");
    lines.exactly("leaf_count=");
    trees.leafWeight.push(0);
    trees.leafCount.push(0);
  } else {
    lines.reals(trees.leafWeight, "leaf_weight", leaves);
    lines.integers(trees.leafCount, "leaf_count", leaves, 0, INT32_MAX);
  }
  lines.reals(trees.internalValue, "internal_value", nodes);
  lines.reals(trees.internalWeight, "internal_weight", nodes);
  lines.integers(trees.internalCount, "internal_count", nodes, 0, INT32_MAX);
  if (sets > 0) parseSets(lines, sets, trees);
  lines.exactly("is_linear=0");
  trees.shrinkage.push(lines.toReal(lines.value("shrinkage")));
  lines.exactly("");
  lines.exactly("");
  trees.nodeStart.push(trees.splitFeature.length);
  trees.leafStart.push(trees.leafValue.length);
  trees.catStart.push(trees.catBoundaries.length - 1);
}

function checkSetNumbers({ decisionType, threshold }: TreeLists, nodeStart: number, sets: number, line: number): void {
  for (let node = nodeStart; node < decisionType.length; node++) {
    if (((decisionType[node] as number) & CATEGORICAL) === 0) continue;
    const set = threshold[node] as number;
    if (!Number.isInteger(set) || set < 0 || set >= sets)
      throw new ModelFormatError(line, `the number of one of ${sets} sets of categories`, `${set}`);
  }
}

/** A tree: from the root each node and each leaf is reached, and none of them twice. */
function checkShape(lines: Lines, { leftChild, rightChild }: TreeLists, nodeStart: number, leaves: number): void {
  if (leaves === 1) return;
  const isReached = new Uint8Array(2 * leaves - 1);
  isReached[0] = 1;
  const waiting = [0];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
    for (const child of [leftChild[nodeStart + node] as number, rightChild[nodeStart + node] as number]) {
      const place = child >= 0 ? child : leaves - 1 + ~child;
      if (isReached[place] === 1)
        lines.fail("children that are reached once", `${child} for the second time, in left_child or right_child`);
      isReached[place] = 1;
      if (child >= 0) waiting.push(child);
    }
  // Every node has two children and none has two parents, so a node that is never reached would be part of a ring.
  const lost = isReached.indexOf(0);
  if (lost >= 0)
    lines.fail("every node and leaf under the root", `${lost < leaves - 1 ? lost : leaves - 2 - lost} apart`);
}

function parseSets(lines: Lines, sets: number, trees: TreeLists): void {
  const bounds: number[] = [];
  lines.integers(bounds, "cat_boundaries", sets + 1, 0, INT32_MAX);
  if (bounds[0] !== 0) lines.fail("boundaries that start with 0", `${bounds[0]}`);
  const back = bounds.findIndex((bound, i) => i > 0 && bound <= (bounds[i - 1] as number));
  if (back >= 0) lines.fail("boundaries that ascend", `${bounds[back]} after ${bounds[back - 1]}`);
  const start = trees.catWords.length;
  lines.integers(trees.catWords, "cat_threshold", bounds[sets] as number, 0, UINT32_MAX);
  for (const bound of bounds.slice(1)) trees.catBoundaries.push(start + bound);
}

function parseEnd(lines: Lines, featureNames: readonly string[]): string[] {
  lines.exactly("end of trees");
  lines.exactly("");
  lines.exactly("feature_importances:");
  const names = new Set(featureNames);
  for (let line = lines.next("an importance"); line !== ""; line = lines.next("an importance")) {
    const equals = line.lastIndexOf("=");
    if (!names.has(line.slice(0, equals))) lines.fail('"feature=importance"', line);
    lines.toReal(line.slice(equals + 1));
  }
  lines.exactly("parameters:");
  const parameters: string[] = [];
  for (let line = lines.next("a parameter"); line !== ""; line = lines.next("a parameter")) {
    if (!/^\[[a-z_\d]+: .*\]$/i.test(line)) lines.fail('"[name: value]"', line);
    parameters.push(line.slice(1, -1));
  }
  lines.exactly("end of parameters");
  return parameters;
}

/** No row can have a score that is not finite. */
function checkSum(lines: Lines, { leafStart, leafValue }: TreeLists): void {
  let sum = 0;
  for (let tree = 0; tree + 1 < leafStart.length; tree++) {
    let largest = 0;
    for (let leaf = leafStart[tree] as number; leaf < (leafStart[tree + 1] as number); leaf++)
      largest = Math.max(largest, Math.abs(leafValue[leaf] as number));
    sum += largest;
  }
  if (!Number.isFinite(sum)) lines.fail("leaf values with a finite sum", "values that add up to infinity");
}
