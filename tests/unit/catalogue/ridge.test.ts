import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitRidge, predictRidge } from "@/scripts/build-catalogue/derive/ridge";

describe("ridge regression", () => {
  test("with one predictor is the closed form: slope shrunk by n / (n + lambda)", () => {
    // x = 1..4 has mean 2.5 and variance 1.25; y = 2x + 1 has mean 6. Standardised, Z'Z = n = 4 and
    // Z'y = n * sd * 2, so the weight is 8 sd / (4 + lambda) and the slope 8 / (4 + lambda).
    const model = fitRidge([[1], [2], [3], [4]], [[3], [5], [7], [9]], 4);
    expect(model.predictorScales[0]).toBeCloseTo(Math.sqrt(1.25), 12);
    expect(model.weights[0]?.[0]).toBeCloseTo((8 * Math.sqrt(1.25)) / 8, 12);
    expect(predictRidge(model, [2.5])[0]).toBeCloseTo(6, 12);
    expect(predictRidge(model, [3.5])[0]).toBeCloseTo(7, 12);
  });

  test("with two correlated predictors solves the 2 x 2 system by hand", () => {
    // x = r, -r, 0, 0 with r = sqrt 2 has mean 0 and variance 1; y = r, -r, r, -r has mean 0 and variance 2. So
    // Z = [x, y / r], Z'Z = [[4, 2r], [2r, 4]] and, for the targets 1, -1, 2, -2, Z't = [2r, 6].
    const r = Math.sqrt(2);
    const rows = [
      [r, r],
      [-r, -r],
      [0, r],
      [0, -r],
    ];
    const model = fitRidge(rows, [[1], [-1], [2], [-2]], 1);
    // Cramer's rule on [[5, 2r], [2r, 5]] w = [2r, 6], whose determinant is 25 - 8.
    expect(model.weights[0]?.[0]).toBeCloseTo((5 * 2 * r - 2 * r * 6) / 17, 12);
    expect(model.weights[0]?.[1]).toBeCloseTo((5 * 6 - 2 * r * 2 * r) / 17, 12);
  });

  test("satisfies the normal equations for any data", () => {
    const cell = fc.double({ min: -10, max: 10, noNaN: true });
    const row = fc.tuple(cell, cell, cell, cell);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 5, maxLength: 20 }),
        fc.double({ min: 0.5, max: 50, noNaN: true }),
        (data, lambda) => {
          const predictors = data.map(([x1, x2, x3]) => [x1, x2, x3]);
          const targets = data.map(([, , , y]) => [y]);
          const model = fitRidge(predictors, targets, lambda);
          for (let j = 0; j < 3; j++) {
            let gradient = lambda * (model.weights[0]?.[j] ?? Number.NaN);
            for (const [i, values] of predictors.entries()) {
              const z = ((values[j] ?? 0) - (model.predictorMeans[j] ?? 0)) / (model.predictorScales[j] ?? 1);
              gradient -= z * ((targets[i]?.[0] ?? 0) - (predictRidge(model, values)[0] ?? 0));
            }
            expect(Math.abs(gradient)).toBeLessThan(1e-6);
          }
        },
      ),
    );
  });

  test("gives a constant predictor no weight", () => {
    expect(
      fitRidge(
        [
          [1, 7],
          [2, 7],
          [3, 7],
        ],
        [[1], [2], [3]],
        1,
      ).weights[0]?.[1],
    ).toBe(0);
  });

  test("fits several targets as if each were alone", () => {
    const predictors = [
      [1, 0],
      [0, 1],
      [2, 1],
      [3, 5],
    ];
    const both = fitRidge(
      predictors,
      [
        [1, 4],
        [2, 3],
        [3, 2],
        [4, 9],
      ],
      2,
    );
    expect(both.weights[1]).toEqual(fitRidge(predictors, [[4], [3], [2], [9]], 2).weights[0]);
  });

  test("refuses no rows, rows that do not match and a penalty that is not positive", () => {
    expect(() => fitRidge([], [], 1)).toThrow(/as many targets/);
    expect(() => fitRidge([[1]], [[1], [2]], 1)).toThrow(/as many targets/);
    expect(() => fitRidge([[1]], [[1]], 0)).toThrow(/lambda > 0/);
    expect(() => predictRidge(fitRidge([[1], [2]], [[1], [2]], 1), [1, 2])).toThrow(/expected 1 predictors/);
  });
});
