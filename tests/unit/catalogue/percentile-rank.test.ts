import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundTo, toPercentileRank, toPercentileRanks } from "@/scripts/build-catalogue/derive/percentile-rank";

describe("percentile ranks", () => {
  test("are the share below plus half the share equal", () => {
    expect(toPercentileRanks([10, 20, 30, 40], 10)).toEqual([1.3, 3.8, 6.3, 8.8]);
    expect(toPercentileRanks([1, 1, 2], 10)).toEqual([3.3, 3.3, 8.3]);
    expect(toPercentileRanks([5], 100)).toEqual([50]);
    expect(toPercentileRanks([7, 7, 7], 10)).toEqual([5, 5, 5]);
    expect(toPercentileRanks([], 10)).toEqual([]);
  });

  test("place a value that is not in the list", () => {
    expect(toPercentileRank(25, [10, 20, 30, 40], 10)).toBe(5);
    expect(toPercentileRank(0, [10, 20], 10)).toBe(0);
    expect(toPercentileRank(99, [10, 20], 10)).toBe(10);
  });

  test("keep the order of the values, stay on the scale and average half of it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 }), (values) => {
        const ranks = toPercentileRanks(values, 10);
        expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeCloseTo(5, 0);
        for (const [i, a] of values.entries()) {
          expect(ranks[i]).toBeGreaterThanOrEqual(0);
          expect(ranks[i]).toBeLessThanOrEqual(10);
          for (const [j, b] of values.entries()) if (a < b) expect(ranks[i] ?? 0).toBeLessThanOrEqual(ranks[j] ?? 0);
        }
      }),
    );
  });

  test("round to the decimals asked for, without a negative zero", () => {
    expect(roundTo(1.25, 1)).toBe(1.3);
    expect(Object.is(roundTo(-0.01, 1), 0)).toBe(true);
  });
});
