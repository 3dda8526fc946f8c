import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { gram, multiply, multiplyEach, toUnitRows } from "@/lib/engine/math/vectors";
import { at, toMatrix } from "../../factories";

const value = fc.double({ min: -10, max: 10, noNaN: true });
const table = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, cols]) =>
    fc.array(fc.array(value, { minLength: cols, maxLength: cols }), { minLength: rows, maxLength: rows }),
  );

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * at(b, i), 0);

describe("multiply", () => {
  test("is the dot product of every row with the vector", () => {
    fc.assert(
      fc.property(table, fc.array(value, { minLength: 6, maxLength: 6 }), (rows, wide) => {
        const vector = wide.slice(0, at(rows, 0).length);
        const got = multiply(toMatrix(rows), Float64Array.from(vector));
        rows.forEach((row, i) => {
          expect(at(got, i)).toBeCloseTo(dot(row, vector), 9);
        });
      }),
    );
  });

  test("overwrites and returns the array it is given", () => {
    const out = Float64Array.of(99, 99);
    expect(
      multiply(
        toMatrix([
          [1, 2],
          [3, 4],
        ]),
        Float64Array.of(1, 1),
        out,
      ),
    ).toBe(out);
    expect([...out]).toEqual([3, 7]);
  });

  test("refuses a vector of another width", () => {
    expect(() => multiply(toMatrix([[1, 2]]), Float64Array.of(1))).toThrow(EngineError);
  });
});

describe("gram", () => {
  test("holds all pairwise dot products and is symmetric", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { data, size } = gram(toMatrix(rows));
        expect(size).toBe(rows.length);
        rows.forEach((a, i) => {
          rows.forEach((b, j) => {
            expect(at(data, i * size + j)).toBe(Math.fround(at(data, j * size + i)));
            expect(Math.abs(at(data, i * size + j) - dot(a, b))).toBeLessThan(1e-4);
          });
        });
      }),
    );
  });
});

describe("toUnitRows", () => {
  test("makes every row of length 1 in its own direction, after the shift", () => {
    const { data } = toUnitRows(
      [
        [8, 9],
        [5, 4],
      ],
      2,
      5,
    );
    expect([...data]).toEqual([0.6, 0.8, 0, -1]);
  });

  test("leaves a zero row zero", () => {
    expect([...toUnitRows([[5, 5]], 2, 5).data]).toEqual([0, 0]);
  });

  test("refuses a row of another width or a value that is not finite", () => {
    expect(() => toUnitRows([[1, 2], [1]], 2)).toThrow(/row 1 has 1 values/);
    expect(() => toUnitRows([[1, Number.NaN]], 2)).toThrow(EngineError);
    expect(() => toUnitRows([[1, Number.POSITIVE_INFINITY]], 2)).toThrow(EngineError);
  });
});

describe("multiplyEach", () => {
  test("gives what one product after another gives, to the last bit, for any number of vectors", () => {
    const rng = createRng(5);
    const matrix = { data: Float64Array.from({ length: 7 * 9 }, () => rng.normal()), rows: 7, cols: 9 };
    for (let count = 0; count < 11; count++) {
      const vectors = Array.from({ length: count }, () => Float64Array.from({ length: 9 }, () => rng.normal()));
      expect(multiplyEach(matrix, vectors)).toEqual(vectors.map((vector) => multiply(matrix, vector)));
    }
  });

  test("refuses vectors of another width", () => {
    const matrix = { data: new Float64Array(6), rows: 2, cols: 3 };
    const wrong = Array.from({ length: 4 }, (_, i) => new Float64Array(i === 2 ? 2 : 3));
    expect(() => multiplyEach(matrix, wrong)).toThrow(EngineError);
  });
});
