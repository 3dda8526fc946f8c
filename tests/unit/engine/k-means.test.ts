import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { fitKMeans } from "@/lib/engine/math/k-means";
import { createRng } from "@/lib/engine/math/random";
import { toMatrix } from "../../factories";

describe("fitKMeans", () => {
  const CENTERS = [
    [0, 0],
    [8, 0],
    [0, 8],
  ];
  const rng = createRng(4);
  const points = toMatrix(
    Array.from({ length: 90 }, (_, at) => (CENTERS[at % 3] as number[]).map((x) => x + 0.5 * rng.normal())),
  );

  test("finds groups that lie apart, and how far points lie from their centers", () => {
    const { centers, spread } = fitKMeans(points, 3, createRng(1));
    for (const [x = 0, y = 0] of CENTERS) {
      const gaps = Array.from({ length: 3 }, (_, k) =>
        Math.hypot((centers.data[2 * k] ?? 0) - x, (centers.data[2 * k + 1] ?? 0) - y),
      );
      expect(Math.min(...gaps)).toBeLessThan(0.4);
    }
    expect(spread).toBeGreaterThan(0.1);
    expect(spread).toBeLessThan(0.5);
  });

  test("is the same again, and exact where there are as many centers as points", () => {
    expect(fitKMeans(points, 4, createRng(2))).toEqual(fitKMeans(points, 4, createRng(2)));
    const few = toMatrix([[1], [5], [9]]);
    const { centers, spread } = fitKMeans(few, 3, createRng(3));
    expect([...centers.data].sort((a, b) => a - b)).toEqual([1, 5, 9]);
    expect(spread).toBe(0);
  });

  test("takes points that are all the same, and refuses more centers than points", () => {
    const { centers, spread } = fitKMeans(toMatrix([[2], [2], [2]]), 2, createRng(1));
    expect([...centers.data]).toEqual([2, 2]);
    expect(spread).toBe(0);
    expect(() => fitKMeans(points, 91, createRng(1))).toThrow(EngineError);
    expect(() => fitKMeans(points, 0, createRng(1))).toThrow(EngineError);
  });
});
