import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createScoreExplainer } from "@/lib/engine/explain/tree-shap";
import { ModelFormatError, parseLightGbm } from "@/lib/engine/models/parse-lightgbm";
import { countTrees, findLeaves, scoreTrees } from "@/lib/engine/models/tree-model";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import { at } from "../../../factories";
import { firstRows, fixtures, GOLDEN_FOLDER, type Golden, hasGoldenFolder, readGolden } from "./golden";

const SHAP_ROWS = 40;
const FULL = ["numeric", "missing-categorical", "zero-as-missing"];
const gap = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);
const treesOf = (text: string): string => text.slice(0, text.indexOf("feature_importances:"));

function expectParity({ text, rows, raw, leaf, shap }: Golden): void {
  const model = parseLightGbm(text);
  expect(raw.length).toBe(rows.rows);
  const scores = scoreTrees(model, rows);
  expect(gap(scores, raw)).toBeLessThan(1e-12);
  const some = firstRows(rows, SHAP_ROWS);
  expect(Array.from(findLeaves(model, some))).toEqual(leaf);
  const { data, cols } = createScoreExplainer(model)(some);
  expect(shap.length).toBe(data.length);
  expect(gap(data, shap)).toBeLessThan(1e-9);
  for (let row = 0; row < SHAP_ROWS; row++)
    expect(data.slice(row * cols, (row + 1) * cols).reduce((a, b) => a + b)).toBeCloseTo(at(scores, row), 12);
}

describe("a model of LightGBM", () => {
  test.each(fixtures)("$name: scores, leaves and SHAP values are LightGBM's own", expectParity);

  test.skipIf(!hasGoldenFolder()).each(FULL)(
    "%s, all rows: scores, leaves and SHAP values are LightGBM's own",
    (name) => expectParity(readGolden(GOLDEN_FOLDER, name)),
  );

  test.each(fixtures)("$name: the fixtures have the kinds of splits that they are there for", ({ name, text }) => {
    const { decisionType } = parseLightGbm(text);
    const kinds = name === "zero-as-missing" ? [4, 6] : [1, 2, 8, 10];
    expect([...new Set(decisionType)].sort((a, b) => a - b)).toEqual(kinds);
  });

  test.each(fixtures)("$name: writing it again gives LightGBM's own bytes for header and trees", ({ text }) => {
    expect(treesOf(writeLightGbm(parseLightGbm(text)))).toBe(treesOf(text));
  });

  test.each(fixtures)("$name: what was written says the same and is written the same", ({ text, rows }) => {
    const model = parseLightGbm(text);
    const written = writeLightGbm(model);
    expect(scoreTrees(parseLightGbm(written), rows)).toEqual(scoreTrees(model, rows));
    expect(writeLightGbm(parseLightGbm(written))).toBe(written);
  });

  test("what LightGBM's loader looks for is in what is written, with the trees' sizes in bytes", () => {
    const text = writeLightGbm(parseLightGbm(at(fixtures, 0).text));
    const value = (key: string): string => new RegExp(`^${key}=(.*)$`, "m").exec(text)?.[1] ?? "";
    expect(text.startsWith("tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\n")).toBe(true);
    expect(value("max_feature_idx")).toBe("11");
    expect(value("objective")).toBe("lambdarank");
    expect(value("feature_names").split(" ").length).toBe(12);
    expect(value("feature_infos").split(" ").length).toBe(12);
    const bytes = Buffer.from(text);
    let offset = bytes.indexOf("\n\nTree=0\n") + 2;
    for (const [tree, size] of value("tree_sizes").split(" ").map(Number).entries()) {
      expect(bytes.subarray(offset, offset + 20).toString()).toMatch(new RegExp(`^Tree=${tree}\n`));
      offset += size;
    }
    expect(bytes.subarray(offset).toString()).toMatch(/^end of trees\n\nfeature_importances:\n/);
    expect(text).toMatch(/\n\nparameters:\n(\[[a-z_0-9]+: .*\]\n)+\nend of parameters\n$/);
  });

  test("features with names of many alphabets come back, names that would break the format are refused", () => {
    const model = parseLightGbm(at(fixtures, 0).text);
    const renamed = { ...model, featureNames: model.featureNames.with(0, "Größe_年") };
    const text = writeLightGbm(renamed);
    expect(parseLightGbm(text).featureNames[0]).toBe("Größe_年");
    for (const name of ["", "a b", "a=b", 'a"b', "a\nb"])
      expect(() => writeLightGbm({ ...model, featureNames: model.featureNames.with(0, name) })).toThrow(EngineError);
  });

  test("rows of another width are refused", () => {
    const model = parseLightGbm(at(fixtures, 0).text);
    const wrong = { data: new Float64Array(11), rows: 1, cols: 11 };
    for (const use of [scoreTrees, findLeaves, () => createScoreExplainer(model)(wrong)])
      expect(() => use(model, wrong)).toThrow(EngineError);
  });

  test("no rows have no scores, and infinities go where the thresholds send them", () => {
    const { text, rows } = at(fixtures, 0);
    const model = parseLightGbm(text);
    expect(scoreTrees(model, { data: new Float64Array(0), rows: 0, cols: 12 })).toEqual(new Float64Array(0));
    const ends = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300].map((value) =>
      scoreTrees(model, { data: rows.data.slice(0, 12).fill(value), rows: 1, cols: 12 }),
    );
    expect(ends[0]).toEqual(ends[2]);
    expect(ends[1]).toEqual(ends[3]);
  });
});

/** Two trees over two features; the second is a single leaf. */
const TREE_0 = `Tree=0
num_leaves=3
num_cat=1
split_feature=0 1
split_gain=2 1
threshold=0.5 0
decision_type=2 1
left_child=1 -1
right_child=-2 -3
leaf_value=1 2 4
leaf_weight=1 1 1
leaf_count=1 2 1
internal_value=0 0
internal_weight=0 0
internal_count=4 2
cat_boundaries=0 2
cat_threshold=2 1
is_linear=0
shrinkage=1


`;
const TREE_1 = TREE_0.replace("Tree=0", "Tree=1")
  .replace(/(?<=num_leaves=)3/, "1")
  .replace(/(?<=num_cat=)1/, "0")
  .replace(/(?<=(split|threshold|decision|left|right|leaf_w|leaf_c|internal)[a-z_]*=).*/g, "")
  .replace(/(?<=leaf_value=).*/, "8")
  .replace(/cat_(boundaries|threshold)=.*\n/g, "");
const toText = (tree0 = TREE_0, tree1 = TREE_1): string => `tree
version=v4
num_class=1
num_tree_per_iteration=1
label_index=0
max_feature_idx=1
objective=binary sigmoid:1
feature_names=a b
feature_infos=[0:1] -1:1:33
tree_sizes=${tree0.length} ${tree1.length}

${tree0}${tree1}end of trees

feature_importances:
a=1
b=1

parameters:
[boosting: gbdt]

end of parameters

pandas_categorical:null
`;

function failure(text: string): ModelFormatError {
  try {
    parseLightGbm(text);
  } catch (error) {
    if (error instanceof ModelFormatError) return error;
    throw error;
  }
  throw new Error("it was parsed");
}

describe("a small model by hand", () => {
  test("each row gets the sum of its leaves", () => {
    const rows = [0.5, 1, 0.5, 32, 0.5, 0, 0.5, 1.9, 0.5, -1, 0.5, 1e12, 0.6, 1, Number.NaN, 1, 0, Number.NaN];
    const scores = scoreTrees(parseLightGbm(toText()), { data: Float64Array.from(rows), rows: 9, cols: 2 });
    // NaN in a is 0, as its kind of missing is none; 1.9 is category 1; -1, NaN and what nobody knows are in no set.
    expect(Array.from(scores)).toEqual([9, 9, 12, 9, 12, 12, 10, 9, 12]);
    expect(countTrees(parseLightGbm(toText()))).toBe(2);
  });

  const edited = (from: string, to: string): string => toText(TREE_0.replace(from, to));
  test.each([
    [
      "a ring",
      edited("left_child=1 -1", "left_child=1 1"),
      20,
      "children that are reached once",
      "1 for the second time",
    ],
    ["a way back to the root", edited("left_child=1 -1", "left_child=0 -1"), 20, "reached once", "0 for the second"],
    ["a leaf that two nodes share", edited("right_child=-2 -3", "right_child=-2 -1"), 20, "reached once", "-1 for the"],
    ["a child beyond the nodes", edited("left_child=1 -1", "left_child=2 -1"), 19, "an integer from -3 to 1", '"2"'],
    ["a leaf beyond the leaves", edited("-2 -3", "-2 -4000000"), 20, "an integer from -3 to 1", '"-4000000"'],
    ["a threshold that is no number", edited("threshold=0.5 0", "threshold=nan 0"), 17, "a finite number", '"nan"'],
    ["a leaf value beyond all doubles", edited("1 2 4", "1 2 1e999"), 21, "a finite number", '"1e999"'],
    ["an infinite leaf value", edited("1 2 4", "1 2 inf"), 21, "a finite number", '"inf"'],
    ["a hexadecimal number", edited("1 2 4", "1 2 0x4"), 21, "a finite number", '"0x4"'],
    [
      "leaf values that add up to infinity",
      toText(TREE_0.replace("1 2 4", "1 2 1.7e308"), TREE_1.replace("=8", "=1e308")),
      61,
      "a finite sum",
      "infinity",
    ],
    ["fewer leaf values than leaves", edited("1 2 4", "1 2"), 21, "3 numbers", '"2"'],
    ["more thresholds than nodes", edited("threshold=0.5 0", "threshold=0.5 0 0"), 17, "2 numbers", '"3"'],
    ["an enormous number of leaves", edited("num_leaves=3", "num_leaves=2000000000"), 15, "1999999999 integers", '"2"'],
    [
      "more leaves than any integer",
      edited("num_leaves=3", "num_leaves=99999999999"),
      13,
      "an integer",
      '"99999999999"',
    ],
    [
      "an enormous number of sets",
      edited("num_cat=1", "num_cat=2000000000"),
      14,
      "an integer from 0 to 2",
      '"2000000000"',
    ],
    [
      "a feature that there is not",
      edited("split_feature=0 1", "split_feature=0 2"),
      15,
      "an integer from 0 to 1",
      '"2"',
    ],
    ["a negative feature", edited("split_feature=0 1", "split_feature=0 -1"), 15, "an integer from 0 to 1", '"-1"'],
    ["a set that there is not", edited("threshold=0.5 0", "threshold=0.5 1"), 17, "one of 1 sets", "1"],
    ["half a set", edited("threshold=0.5 0", "threshold=0.5 0.5"), 17, "one of 1 sets", "0.5"],
    [
      "a kind of missing that there is not",
      edited("decision_type=2 1", "decision_type=12 1"),
      18,
      "an integer",
      '"12"',
    ],
    ["boundaries beyond the words", edited("cat_boundaries=0 2", "cat_boundaries=0 3"), 28, "3 integers", '"2"'],
    ["boundaries that do not ascend", edited("cat_boundaries=0 2", "cat_boundaries=0 0"), 27, "ascend", "0 after 0"],
    ["boundaries that start late", edited("cat_boundaries=0 2", "cat_boundaries=1 2"), 27, "start with 0", "1"],
    [
      "a word of more than 32 bits",
      edited("cat_threshold=2 1", "cat_threshold=2 4294967296"),
      28,
      "4294967295",
      '"4294967296"',
    ],
    ["a linear tree", edited("is_linear=0", "is_linear=1"), 29, '"is_linear=0"', "is_linear=1"],
    ["a negative count", edited("leaf_count=1 2 1", "leaf_count=1 -2 1"), 23, "an integer from 0", '"-2"'],
    ["no line of left children", edited("left_child=1 -1\n", ""), 19, '"left_child="', "right_child"],
    ["a line that comes twice", edited("num_cat=1\n", "num_cat=1\nnum_cat=1\n"), 15, '"split_feature="', "num_cat"],
    [
      "a size that is not the tree's",
      toText().replace(/(?<=tree_sizes=)\d+/, "7"),
      12,
      "a tree of 7 bytes",
      "another length",
    ],
    ["a tree too many in the sizes", toText().replace(/(?<=tree_sizes=.*)\n/, " 99\n"), 33, "bytes", "another"],
    ["the third version", toText().replace("v4", "v3"), 2, '"version=v4"', "version=v3"],
    ["several classes", toText().replace("num_class=1", "num_class=3"), 3, '"num_class=1"', "num_class=3"],
    [
      "an averaged random forest",
      toText().replace("feature_names", "average_output\nfeature_names"),
      8,
      "random forests are not",
      "average_output",
    ],
    ["a name too few", toText().replace("feature_names=a b", "feature_names=a"), 8, "2 names", '"1"'],
    [
      "the same name twice",
      toText().replace("feature_names=a b", "feature_names=a a"),
      8,
      "names that differ",
      "twice",
    ],
    [
      "an enormous number of features",
      toText().replace("max_feature_idx=1", "max_feature_idx=2000000000"),
      8,
      "2000000001 names",
      '"2"',
    ],
    ["no importances", toText().replace("feature_importances:", ""), 54, "feature_importances:", '""'],
    ["the importance of a stranger", toText().replace("\nb=1\n", "\nc=1\n"), 56, "feature=importance", '"c=1"'],
    ["no end of parameters", toText().replace("end of parameters", ""), 61, "end of parameters", '""'],
    ["no parameters", toText().slice(0, toText().indexOf("parameters:")), 58, "parameters:", '""'],
    ["nothing at all", "", 1, '"tree"', '""'],
    ["something else", "<!doctype html>", 1, '"tree"', "doctype"],
  ])("%s is refused", (_what, text, line, expected, found) => {
    const error = failure(text);
    expect(error.line).toBe(line);
    expect(error.message).toContain(`line ${line} of the model`);
    expect(error.expected).toContain(expected);
    expect(error.found).toContain(found);
  });

  const rows = { data: Float64Array.from([0.2, 1, 0.9, 40, Number.NaN, Number.NaN]), rows: 3, cols: 2 };
  const parsesOrIsRefused = (text: string): void => {
    try {
      const model = parseLightGbm(text);
      for (const score of scoreTrees(model, rows)) expect(Number.isFinite(score)).toBe(true);
      parseLightGbm(writeLightGbm(model));
    } catch (error) {
      if (error instanceof EngineError) expect(error.message).toMatch(/rows of 2 for a model|the name of a feature/);
      else expect(error).toBeInstanceOf(ModelFormatError);
    }
  };

  test("cut anywhere it is refused or says something finite", () => {
    for (let length = 0; length <= toText().length; length++) parsesOrIsRefused(toText().slice(0, length));
    expect(() => parseLightGbm(toText().slice(0, toText().indexOf("end of parameters")))).toThrow(ModelFormatError);
  });

  test("with any character changed it is refused or says something finite", () => {
    const characters = fc.constantFrom(..."0123456789-+.e =\n[]:abTé\0");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: toText().length - 1 }), characters, (place, character) => {
        parsesOrIsRefused(toText().slice(0, place) + character + toText().slice(place + 1));
      }),
      { numRuns: 3000 },
    );
  });

  test("with lines moved, doubled or left out it is refused or says something finite", () => {
    const lines = toText().split("\n");
    const line = fc.integer({ min: 0, max: lines.length - 1 });
    fc.assert(
      fc.property(line, line, line, (from, to, count) => {
        parsesOrIsRefused(lines.toSpliced(to, count % 3, at(lines, from)).join("\n"));
      }),
      { numRuns: 1000 },
    );
  });
});
