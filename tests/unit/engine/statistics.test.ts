import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import {
  bootstrapMean,
  bootstrapRatio,
  mean,
  normalCdf,
  normalQuantile,
  percentileRanks,
  quantile,
  standardDeviation,
  wilsonInterval,
} from "@/lib/engine/math/statistics";

describe("the normal distribution", () => {
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1, 0.15865525393145705],
    [1.959963984540054, 0.975],
    [-2.5758293035489004, 0.005],
    [-4, 3.167124183311986e-5],
    [-6, 9.865876450376946e-10],
  ])("P(Z <= %f) is known to seven figures", (z, p) => {
    expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(2e-7);
  });

  test("never falls, up to the stated error, and is symmetric", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (z, step) => {
          expect(normalCdf(z + step)).toBeGreaterThanOrEqual(normalCdf(z) - 2e-7);
          expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  test.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.01, -2.3263478740408408],
    [1e-6, -4.753424308822899],
    [0.999999, 4.753424308817089],
  ])("the quantile of %f is known to nine figures", (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1.2e-9 * Math.max(1, Math.abs(z)));
  });

  test("quantile and distribution undo one another, over the seams of the approximation too", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1 - 1e-8, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(2e-7);
      }),
    );
    for (const p of [0.02425, 0.0242499, 0.0242501, 0.97575, 0.9757499]) {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(2e-7);
    }
  });

  test.each([0, 1, -0.1, 1.1, Number.NaN])("there is no quantile of %f", (p) => {
    expect(() => normalQuantile(p)).toThrow(EngineError);
  });
});

describe("mean and standard deviation", () => {
  test("are those of the population, and 0 of nothing", () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
    expect([mean([]), standardDeviation([]), standardDeviation([3])]).toEqual([0, 0, 0]);
  });
});

describe("quantile", () => {
  test("interpolates between order statistics (type 7)", () => {
    const sorted = [1, 2, 4, 8];
    expect([0, 1 / 3, 0.5, 0.75, 1].map((p) => quantile(sorted, p))).toEqual([1, 2, 3, 5, 8]);
  });

  test("of a single value is that value, and of nothing is refused", () => {
    expect(quantile([7], 0.9)).toBe(7);
    expect(() => quantile([], 0.5)).toThrow(EngineError);
  });
});

describe("percentileRanks", () => {
  test("gives ties their middle rank and keeps unknown values unknown", () => {
    expect(percentileRanks([10, null, 30, 20, 20])).toEqual([0, null, 1, 0.5, 0.5]);
    expect(percentileRanks([1, 1, 1, 5])).toEqual([1 / 3, 1 / 3, 1 / 3, 1]);
    expect(percentileRanks([2, 2])).toEqual([0.5, 0.5]);
  });

  test("gives a single value the middle, and nothing for nothing", () => {
    expect(percentileRanks([null, 4])).toEqual([null, 0.5]);
    expect(percentileRanks([])).toEqual([]);
    expect(percentileRanks([null, null])).toEqual([null, null]);
  });

  test("is the share of others below, half of the equals included", () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 6 })), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, (list) => {
        const known = list.filter((x): x is number => x !== null);
        fc.pre(known.length > 1);
        const ranks = percentileRanks(list);
        list.forEach((x, i) => {
          const below = known.filter((y) => x !== null && y < x).length;
          const equal = known.filter((y) => y === x).length;
          const expected = x === null ? null : (below + (equal - 1) / 2) / (known.length - 1);
          expect(ranks[i] ?? null).toBe(expected);
        });
      }),
    );
  });
});

describe("wilsonInterval", () => {
  test.each([
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [50, 100, 0.4038, 0.5962],
  ])("%i of %i gives the interval worked by hand", (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.estimate).toBe(successes / trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test("of no trials knows nothing", () => {
    expect(wilsonInterval(0, 0)).toEqual({ estimate: 0, low: 0, high: 1 });
  });
});

describe("bootstrapMean", () => {
  test("covers the true mean about 95 times in a hundred", () => {
    const worlds = 400;
    let covered = 0;
    for (let seed = 0; seed < worlds; seed++) {
      const rng = createRng(seed);
      const sample = Array.from({ length: 50 }, () => 3 + 2 * rng.normal());
      const { low, high } = bootstrapMean(sample, rng, 300);
      if (low <= 3 && high >= 3) covered++;
    }
    expect(covered / worlds).toBeGreaterThan(0.915);
    expect(covered / worlds).toBeLessThan(0.98);
  });

  test("is a point for values that are all alike, and repeats for the same seed", () => {
    expect(bootstrapMean([4, 4, 4], createRng(1))).toEqual({ estimate: 4, low: 4, high: 4 });
    const sample = [1, 5, 2, 8, 3];
    expect(bootstrapMean(sample, createRng(2))).toEqual(bootstrapMean(sample, createRng(2)));
  });
});

describe("bootstrapRatio", () => {
  test("is a point where the ratio is the same for everybody, whose own sizes differ", () => {
    const below = [1, 2, 5, 0.5];
    const { estimate, low, high } = bootstrapRatio(
      below.map((value) => value / 2),
      below,
      createRng(3),
    );
    for (const value of [estimate, low, high]) expect(value).toBeCloseTo(0.5, 12);
  });

  test("is the ratio of the means, not the mean of the ratios, and refuses lists of different lengths", () => {
    expect(bootstrapRatio([1, 3], [1, 9], createRng(3)).estimate).toBeCloseTo(0.4, 12);
    expect(() => bootstrapRatio([1], [1, 2], createRng(3))).toThrow(EngineError);
  });

  test("covers the true ratio about 95 times in a hundred", () => {
    const rng = createRng(8);
    let covered = 0;
    for (let run = 0; run < 200; run++) {
      const below = Array.from({ length: 80 }, () => 2 + rng.normal());
      const above = below.map((value) => 0.3 * value + 0.5 * rng.normal());
      const { low, high } = bootstrapRatio(above, below, rng, 300);
      if (low <= 0.3 && 0.3 <= high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(179);
  });
});
