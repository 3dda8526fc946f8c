import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { fitLogisticRegression, scoreLogistic, solveLogistic } from "@/lib/engine/models/logistic-regression";
import { toProbability } from "@/lib/engine/models/logistic-trees";
import { fitPlattScaling, scalePlatt } from "@/lib/engine/models/platt-scaling";
import { at } from "../../../factories";

const matrix = (rows: number[][]) => ({
  data: Float64Array.from(rows.flat()),
  rows: rows.length,
  cols: rows[0]?.length ?? 0,
});
const logit = (p: number) => Math.log(p / (1 - p));

/** 3 of 10 yes at 0, 8 of 10 at 1. */
const TWO_GROUPS = {
  rows: matrix(Array.from({ length: 20 }, (_, row) => [row < 10 ? 0 : 1])),
  labels: Array.from({ length: 20 }, (_, row) => Number(row < 3 || row >= 12)),
};

function makeWorld(seed: number, rows = 4000) {
  const rng = createRng(seed);
  const data = Float64Array.from({ length: 3 * rows }, () => rng.normal());
  const labels = Array.from({ length: rows }, (_, row) => {
    const score = 0.5 + 2 * at(data, 3 * row) - at(data, 3 * row + 1);
    return rng.uniform() < toProbability(score) ? 1 : 0;
  });
  return { rows: { data, rows, cols: 3 }, labels };
}

describe("fitLogisticRegression", () => {
  test("of two groups says the shares of yes in each, the solution known in closed form", () => {
    const model = fitLogisticRegression(TWO_GROUPS, ["x"], 0);
    const scores = scoreLogistic(model, matrix([[0], [1]]));
    expect(at(scores, 0)).toBeCloseTo(logit(0.3), 6);
    expect(at(scores, 1)).toBeCloseTo(logit(0.8), 6);
  });

  test("finds planted weights", () => {
    const solution = solveLogistic(makeWorld(1).rows, makeWorld(1).labels, undefined, 0);
    [0.5, 2, -1, 0].forEach((truth, i) => {
      expect(Math.abs(at(solution, i) - truth)).toBeLessThan(0.15);
    });
  });

  test("ends where the penalised loss has no slope, by finite differences", () => {
    const { rows, labels } = makeWorld(2, 300);
    const l2 = 3;
    const solution = solveLogistic(rows, labels, undefined, l2);
    const loss = (w: number[]) => {
      let sum = (l2 / 2) * w.slice(1).reduce((total, x) => total + x * x, 0);
      for (let row = 0; row < rows.rows; row++) {
        const score = at(w, 0) + [0, 1, 2].reduce((s, f) => s + at(w, f + 1) * at(rows.data, 3 * row + f), 0);
        sum -= Math.log(toProbability(labels[row] === 1 ? score : -score));
      }
      return sum;
    };
    solution.forEach((_, i) => {
      const moved = (by: number) => loss(solution.map((x, j) => (j === i ? x + by : x)));
      expect(Math.abs(moved(1e-4) - moved(-1e-4)) / 2e-4).toBeLessThan(1e-3);
    });
  });

  test("a row of weight 2 counts as two rows", () => {
    const { rows, labels } = TWO_GROUPS;
    const weights = labels.map((_, row) => 1 + (row % 2));
    const twice = labels.flatMap((_, row) => Array.from({ length: at(weights, row) }, () => row));
    const repeated = {
      rows: matrix(twice.map((row) => [at(rows.data, row)])),
      labels: twice.map((row) => at(labels, row)),
    };
    const [one, other] = [
      fitLogisticRegression({ rows, labels, weights }, ["x"], 1),
      fitLogisticRegression(repeated, ["x"], 1),
    ];
    expect(at(one.weights, 0)).toBeCloseTo(at(other.weights, 0), 9);
    expect(one.intercept).toBeCloseTo(other.intercept, 9);
  });

  test("stays finite on groups without a fault, constant columns and unknown values, which count as ordinary", () => {
    const rows = matrix([
      [0, 7, Number.NaN],
      [0, 7, 1],
      [1, 7, 2],
      [1, 7, Number.NaN],
    ]);
    const model = fitLogisticRegression({ rows, labels: [0, 0, 1, 1] }, ["x", "constant", "gaps"], 0.1);
    expect(at(model.weights, 1)).toBe(0);
    const scores = scoreLogistic(
      model,
      matrix([
        [1, 9, Number.NaN],
        [1, 7, 1.5],
      ]),
    );
    expect(scores.every(Number.isFinite)).toBe(true);
    expect(at(scores, 0)).toBeCloseTo(at(scores, 1), 12);
  });

  test("a larger penalty gives smaller weights", () => {
    const norm = (l2: number) => Math.hypot(...fitLogisticRegression(makeWorld(3, 500), ["a", "b", "c"], l2).weights);
    expect(norm(100)).toBeLessThan(0.7 * norm(0.01));
  });

  test("refuses what it cannot learn from", () => {
    const { rows, labels } = TWO_GROUPS;
    expect(() => fitLogisticRegression({ rows, labels: [1] }, ["x"], 1)).toThrow(EngineError);
    expect(() => fitLogisticRegression({ rows, labels: labels.map(() => 2) }, ["x"], 1)).toThrow(EngineError);
    expect(() => fitLogisticRegression({ rows, labels }, ["x", "y"], 1)).toThrow(EngineError);
    expect(() => fitLogisticRegression({ rows, labels }, ["x"], Number.NaN)).toThrow(EngineError);
    expect(() => scoreLogistic(fitLogisticRegression({ rows, labels }, ["x"], 1), matrix([[1, 2]]))).toThrow(
      EngineError,
    );
  });
});

describe("fitPlattScaling", () => {
  test("makes scores that are twice too sure come true", () => {
    const rng = createRng(4);
    const scores = Float64Array.from({ length: 8000 }, () => 3 * rng.normal());
    const labels = Array.from(scores, (score) => (rng.uniform() < toProbability(score / 2 - 1) ? 1 : 0));
    const { slope, offset } = fitPlattScaling(scores, labels);
    expect(Math.abs(slope - 0.5)).toBeLessThan(0.04);
    expect(Math.abs(offset + 1)).toBeLessThan(0.1);
  });

  test("the mean of what it says is the share of yes, drawn in by one of each", () => {
    const scores = Float64Array.of(-1, 0, 1, 2);
    const labels = [0, 1, 0, 1];
    const scaling = fitPlattScaling(scores, labels);
    // Targets are 3/4 and 1/4.
    expect(mean(Array.from(scores, (score) => scalePlatt(scaling, score)))).toBeCloseTo(0.5, 9);
  });

  test("of a set without a fault does not give certainty", () => {
    const scores = Float64Array.from({ length: 100 }, (_, i) => (i < 50 ? -5 : 5));
    const scaling = fitPlattScaling(
      scores,
      Array.from(scores, (score) => Number(score > 0)),
    );
    // 51 / 52, as Platt has it.
    expect(scalePlatt(scaling, 5)).toBeCloseTo(51 / 52, 6);
  });

  test("refuses one kind of label alone, and scores that are not finite", () => {
    expect(() => fitPlattScaling(Float64Array.of(1, 2), [1, 1])).toThrow(EngineError);
    expect(() => fitPlattScaling(Float64Array.of(1, Number.NaN), [1, 0])).toThrow(EngineError);
  });
});
