import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createScoreExplainer } from "@/lib/engine/explain/tree-shap";
import { createRng } from "@/lib/engine/math/random";
import { goesLeft, scoreTrees, type TreeModel } from "@/lib/engine/models/tree-model";
import { at, makeTreeModel, type TreeOptions } from "../../factories";

/** f(S) of one tree: with the row where the feature is known, and down both sides by the leaves' counts where it is not. */
function expectSlowly(model: TreeModel, tree: number, row: Float64Array, known: number, from?: number): number {
  const first = at(model.nodeStart, tree);
  const place = from ?? (first === at(model.nodeStart, tree + 1) ? ~0 : 0);
  const countOf = (child: number): number =>
    child < 0
      ? at(model.leafCount, at(model.leafStart, tree) + ~child)
      : countOf(at(model.leftChild, first + child)) + countOf(at(model.rightChild, first + child));
  if (place < 0) return at(model.leafValue, at(model.leafStart, tree) + ~place);
  const [node, left, right] = [first + place, at(model.leftChild, first + place), at(model.rightChild, first + place)];
  const feature = at(model.splitFeature, node);
  const below = (child: number): number => expectSlowly(model, tree, row, known, child);
  if ((known >> feature) & 1) return below(goesLeft(model, tree, node, at(row, feature)) ? left : right);
  const share = countOf(left) + countOf(right) === 0 ? 0.5 : countOf(left) / (countOf(left) + countOf(right));
  return share * below(left) + (1 - share) * below(right);
}

/** Shapley's formula over all sets of features. */
function explainSlowly(model: TreeModel, row: Float64Array): number[] {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  const d = row.length;
  const trees = [...model.shrinkage.keys()];
  const f = (known: number): number => trees.reduce((sum, tree) => sum + expectSlowly(model, tree, row, known), 0);
  const values = Array.from({ length: 2 ** d }, (_, known) => f(known));
  const phi = Array.from({ length: d }, (_, i) =>
    values.reduce((sum, value, known) => {
      if ((known >> i) & 1) return sum;
      const size = known.toString(2).replaceAll("0", "").length;
      return (
        sum + ((factorial(size) * factorial(d - size - 1)) / factorial(d)) * (at(values, known | (1 << i)) - value)
      );
    }, 0),
  );
  return [...phi, f(0)];
}

function makeRows(seed: number, count: number, cols: number) {
  const rng = createRng(seed);
  const data = Float64Array.from({ length: count * cols }, () => (rng.uniform() < 0.1 ? Number.NaN : rng.normal()));
  return { data, rows: count, cols };
}

const expectSame = (seed: number, trees: number, options: TreeOptions): void => {
  const model = makeTreeModel(createRng(seed), trees, options);
  const rows = makeRows(seed + 1, 2, options.features);
  const { data, cols } = createScoreExplainer(model)(rows);
  for (let row = 0; row < rows.rows; row++) {
    const slow = explainSlowly(model, rows.data.slice(row * (cols - 1), (row + 1) * (cols - 1)));
    for (const [i, value] of slow.entries()) expect(data[row * cols + i]).toBeCloseTo(value, 10);
  }
};

describe("createScoreExplainer", () => {
  test("a tree by hand", () => {
    // One split in halves: of 3 expected the feature adds 1 to a row on the right.
    const model = makeTreeModel(createRng(1), 1, { leaves: 2, features: 2 });
    const by = at(model.splitFeature, 0);
    const halves = { ...model, leafValue: Float64Array.of(2, 4), leafCount: Int32Array.of(5, 5) };
    const data = new Float64Array(2).fill(at(model.threshold, 0) + 1);
    const phi = createScoreExplainer(halves)({ data, rows: 1, cols: 2 }).data;
    expect(at(phi, by)).toBeCloseTo(1, 14);
    expect(at(phi, 1 - by)).toBe(0);
    expect(at(phi, 2)).toBe(3);
  });

  test("the values are Shapley's over all sets, features come several times on a way or not at all", () => {
    const options = fc.record({ leaves: fc.integer({ min: 1, max: 20 }), features: fc.integer({ min: 1, max: 7 }) });
    fc.assert(fc.property(fc.nat(), fc.integer({ min: 1, max: 3 }), options, expectSame), { numRuns: 60 });
  });

  test("so they are where no training row came to some leaves", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => expectSame(seed, 1, { leaves: 12, features: 5, countMax: 2 })),
      { numRuns: 60 },
    );
  });

  test("in deep trees over many features they still sum to the score", () => {
    const model = makeTreeModel(createRng(5), 20, { leaves: 200, features: 80 });
    const rows = makeRows(6, 5, 80);
    const { data, cols } = createScoreExplainer(model)(rows);
    const scores = scoreTrees(model, rows);
    for (let row = 0; row < rows.rows; row++)
      expect(data.slice(row * cols, (row + 1) * cols).reduce((a, b) => a + b)).toBeCloseTo(at(scores, row), 10);
  });

  test("rows do not disturb each other, and the same row gives the same bytes", () => {
    const explain = createScoreExplainer(makeTreeModel(createRng(7), 10, { leaves: 31, features: 9 }));
    const rows = makeRows(8, 6, 9);
    const together = explain(rows).data;
    for (let row = 5; row >= 0; row--)
      expect(explain({ data: rows.data.slice(row * 9, (row + 1) * 9), rows: 1, cols: 9 }).data).toEqual(
        together.slice(row * 10, (row + 1) * 10),
      );
  });

  test("a model without the counts of its leaves is refused, and so are rows of another width", () => {
    const model = makeTreeModel(createRng(9), 1, { leaves: 4, features: 3 });
    expect(() => createScoreExplainer({ ...model, leafCount: new Int32Array(4) })).toThrow(EngineError);
    expect(() => createScoreExplainer(model)({ data: new Float64Array(2), rows: 1, cols: 2 })).toThrow(EngineError);
  });
});
