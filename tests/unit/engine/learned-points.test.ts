import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { LEARNED_POINTS_MIN, toLearnedReasons } from "@/lib/engine/explain/learned-reasons";
import { createScoreExplainer } from "@/lib/engine/explain/tree-shap";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { createRng } from "@/lib/engine/math/random";
import { scoreTrees } from "@/lib/engine/models/tree-model";
import { LEARNED_POINTS, toLearnedPoints } from "@/lib/engine/ranking/learned-points";
import { makeTreeModel } from "../../factories";

const WIDTH = CAREER_FEATURES.features.length;
const rng = createRng(8);
const trees = makeTreeModel(rng, 20, { leaves: 8, features: WIDTH });
const model = { trees, linear: null };
const ROWS = 150;
const rows = { data: Float64Array.from({ length: ROWS * WIDTH }, () => rng.normal()), rows: ROWS, cols: WIDTH };
const base = new Float64Array(ROWS).fill(50);

describe("toLearnedPoints", () => {
  test("are the trees' scores in points, in chunks as at once", () => {
    const raw = scoreTrees(trees, rows);
    const points = toLearnedPoints(model, base, rows);
    points?.forEach((value, row) => {
      expect(value).toBeCloseTo(Math.max(-50, Math.min(50, LEARNED_POINTS * (raw[row] as number))), 9);
    });
  });

  test("keep scores within 0 and 100", () => {
    const points = toLearnedPoints(
      model,
      rows.data.slice(0, ROWS).map((x) => Math.max(0, Math.min(100, 50 + 60 * x))),
      rows,
    );
    points?.forEach((value, row) => {
      const start = Math.max(0, Math.min(100, 50 + 60 * (rows.data[row] as number)));
      expect(start + value).toBeGreaterThanOrEqual(-1e-9);
      expect(start + value).toBeLessThanOrEqual(100 + 1e-9);
    });
  });

  test("give up when time is over, also after the first chunk", () => {
    expect(toLearnedPoints(model, base, rows, null, () => true)).toBeNull();
    let asked = 0;
    expect(toLearnedPoints(model, base, rows, null, () => ++asked > 1)).toBeNull();
  });

  test("refuse lengths that disagree", () => {
    expect(() => toLearnedPoints(model, [1], rows)).toThrow(EngineError);
  });
});

describe("toLearnedReasons", () => {
  const reasons = toLearnedReasons(CAREER_FEATURES, createScoreExplainer(trees)(rows), LEARNED_POINTS);

  test("taking away what is named first for a row lowers its score by what was said", () => {
    const shares = createScoreExplainer(trees)(rows);
    const raw = scoreTrees(trees, rows);
    let checked = 0;
    reasons.forEach((row, at) => {
      const [first] = row.filter(({ kind }) => kind === "learned_more");
      if (first === undefined) return;
      const without = CAREER_FEATURES.features.reduce(
        (sum, { topic }, f) => (topic === first.topic ? sum : sum + (shares.data[at * shares.cols + f] as number)),
        shares.data[at * shares.cols + WIDTH] as number,
      );
      expect(LEARNED_POINTS * ((raw[at] as number) - without)).toBeCloseTo(first.points, 6);
      expect(first.points).toBeGreaterThanOrEqual(LEARNED_POINTS_MIN);
      checked++;
    });
    expect(checked).toBeGreaterThan(20);
  });

  test("come largest first, and say less of what lowers", () => {
    for (const row of reasons) {
      const sizes = row.map(({ points }) => Math.abs(points));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      for (const { kind, points } of row) expect(kind).toBe(points > 0 ? "learned_more" : "learned_less");
    }
  });

  test("refuse shares of another table", () => {
    expect(() => toLearnedReasons(CAREER_FEATURES, rows, 1)).toThrow(EngineError);
  });
});
