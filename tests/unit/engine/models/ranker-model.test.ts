import { describe, expect, test } from "vitest";
import { createRng } from "@/lib/engine/math/random";
import type { LinearColumns, LinearLayer } from "@/lib/engine/models/linear-layer";
import { parseLightGbm } from "@/lib/engine/models/parse-lightgbm";
import {
  addLinearLayer,
  createRankerExplainer,
  measureImportance,
  parseRankerModel,
  scoreRanker,
} from "@/lib/engine/models/ranker-model";
import { scoreTrees } from "@/lib/engine/models/tree-model";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import { makeTreeModel } from "../../../factories";

const FEATURES = 5;
const columns: LinearColumns = { count: FEATURES, category: null, person: [0], item: [1, 2], sameForAll: [] };
const linear: LinearLayer = {
  columns,
  kinds: { count: 0, centers: [], spread: 1, means: [], scales: [] },
  ...{ means: [0, 0, 0, 0, 0], scales: [1, 1, 1, 1, 1], weights: [0.1, -0.2, 0, 0.3, 0], categories: [] },
  ...{ products: [0.5, -0.25], categoryProducts: [] },
  outcomes: { labels: [0, 1], scores: [-1, 1], start: 0 },
};
const rng = createRng(3);
const trees = makeTreeModel(rng, 10, { leaves: 6, features: FEATURES });
const rows = { data: Float64Array.from({ length: 40 * FEATURES }, () => rng.normal()), rows: 40, cols: FEATURES };

describe("a ranker", () => {
  test("adds its layer to its trees, and explains both together", () => {
    const model = { trees, linear };
    const ofTrees = scoreTrees(trees, rows);
    const scores = scoreRanker(model, rows);
    const shares = createRankerExplainer(model)(rows);
    scores.forEach((score, row) => {
      const [a = 0, b = 0, c = 0, d = 0] = rows.data.subarray(row * FEATURES);
      const z = [a, b, c, d].map((x) => Math.max(-4, Math.min(4, x))) as [number, number, number, number];
      expect(score).toBeCloseTo(
        (ofTrees[row] ?? 0) + 0.1 * z[0] - 0.2 * z[1] + 0.3 * z[3] + z[0] * (0.5 * z[1] - 0.25 * z[2]),
        9,
      );
      const sum = shares.data.subarray(row * 6, (row + 1) * 6).reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(score, 9);
    });
    expect(scoreRanker({ trees, linear: null }, rows)).toEqual(ofTrees);
    const importance = measureImportance(createRankerExplainer(model), rows);
    expect(importance.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(Math.min(...importance)).toBeGreaterThanOrEqual(0);
  });

  test("is one text that gives it back, of which the trees are LightGBM's own format", () => {
    const text = writeLightGbm(trees);
    const both = addLinearLayer(text, linear);
    expect(both.startsWith(text)).toBe(true);
    expect(parseRankerModel(both, columns).linear).toEqual(linear);
    expect(parseRankerModel(both, columns).trees).toEqual(parseLightGbm(text));
    expect(addLinearLayer(text, null)).toBe(text);
    expect(parseRankerModel(text, columns).linear).toBeNull();
  });

  test("is refused when either half is broken", () => {
    const both = addLinearLayer(writeLightGbm(trees), linear);
    expect(() => parseRankerModel(both.slice(0, -20), columns)).toThrow(/the linear layer is not JSON/);
    expect(() => parseRankerModel(both, { ...columns, item: [1] })).toThrow(/its columns are others/);
    expect(() => parseRankerModel(both.replace("num_leaves=", "num_leaves=9"), columns)).toThrow(
      /line \d+ of the model/,
    );
  });
});
