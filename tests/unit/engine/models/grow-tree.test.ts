import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRng } from "@/lib/engine/math/random";
import { type BinParams, fitBins, toBins } from "@/lib/engine/models/binning";
import { createSplit, findSplit, type SplitParams } from "@/lib/engine/models/find-split";
import { createTreeGrower } from "@/lib/engine/models/grow-tree";
import { MISSING_NAN, MISSING_NONE, MISSING_ZERO } from "@/lib/engine/models/tree-model";
import { at } from "../../../factories";

const BINS: BinParams = { maxBin: 255, minDataInBin: 1, isZeroMissing: false, categoricalFeatures: [] };
const SPLITS: SplitParams = {
  ...{ minDataInLeaf: 1, minSumHessianInLeaf: 0, minGainToSplit: 0, lambdaL1: 0, lambdaL2: 0 },
  ...{ catSmooth: 1, catL2: 0, maxCatThreshold: 32, maxCatToOnehot: 4, minDataPerGroup: 1 },
};
const column = (values: number[]) => ({ data: Float64Array.from(values), rows: values.length, cols: 1 });
const binsOf = (values: number[], params: Partial<BinParams> = {}) => {
  const features = fitBins(column(values), { ...BINS, ...params }, createRng(1));
  return { feature: at(features, 0), bins: Array.from(toBins(column(values), features).bins) };
};

describe("bins", () => {
  test("few values have a bin each, zero one of its own, and NaN the last", () => {
    const { feature, bins } = binsOf([-2, -1, 0, 3, 5, Number.NaN]);
    expect(bins).toEqual([0, 1, 2, 3, 4, 5]);
    expect([feature.missing, feature.binCount, feature.zeroBin, feature.info]).toEqual([MISSING_NAN, 6, 2, "[-2:5]"]);
    expect(at(feature.upperBounds, 3)).toBeCloseTo(4, 12);
  });

  test("with zeros missing, NaN is zero", () => {
    const { feature, bins } = binsOf([-2, 0, 3, Number.NaN], { isZeroMissing: true });
    expect([feature.missing, feature.zeroBin, bins]).toEqual([MISSING_ZERO, 1, [0, 1, 2, 1]]);
  });

  test("of many values the bins are filled evenly, in order, and never more than there may be", () => {
    const rng = createRng(2);
    for (const maxBin of [2, 16, 255]) {
      const values = Array.from({ length: 5000 }, () => rng.normal());
      const { feature, bins } = binsOf(values, { maxBin, minDataInBin: 3 });
      expect(feature.binCount).toBeLessThanOrEqual(maxBin);
      expect(feature.binCount).toBeGreaterThan(maxBin / 2 - 1);
      const counts = new Int32Array(256);
      for (const bin of bins) counts[bin] = at(counts, bin) + 1;
      expect(Math.max(...counts)).toBeLessThan((2.2 * 5000) / maxBin + 2);
      for (const [i, value] of values.entries()) {
        expect(value <= at(feature.upperBounds, at(bins, i))).toBe(true);
        if (at(bins, i) > 0) expect(value > at(feature.upperBounds, at(bins, i) - 1)).toBe(true);
      }
    }
  });

  test("a value that fills a bin by itself has it alone", () => {
    const values = [...Array.from({ length: 500 }, (_, i) => i + 1), ...Array<number>(1500).fill(250)];
    const { feature, bins } = binsOf(values, { maxBin: 20 });
    const own = at(bins, 249);
    expect(values.every((value, i) => (at(bins, i) === own) === (value === 250))).toBe(true);
    expect(feature.binCount).toBeLessThanOrEqual(20);
  });

  test("categories come most frequent first behind the bin of the others", () => {
    const { feature, bins } = binsOf([7, 7, 7, 2, 2, 9, Number.NaN, -4], { categoricalFeatures: [0], minDataInBin: 2 });
    // 9 comes once, and only the first two need not come twice.
    expect([feature.categories, feature.missing, feature.info]).toEqual([[-1, 7, 2], MISSING_NAN, "-1:7:2"]);
    expect(bins).toEqual([1, 1, 1, 2, 2, 0, 0, 0]);
  });

  test("what never varies has one bin, whatever it is", () => {
    for (const value of [0, 5, -3, Number.NaN]) {
      const { feature } = binsOf([value, value, value]);
      expect([feature.binCount, feature.info]).toEqual([1, "none"]);
    }
  });

  test("rows that were not there when the bins were made find theirs", () => {
    const features = fitBins(column([1, 2, 3]), BINS, createRng(1));
    expect(Array.from(toBins(column([-9, 2.4, 99, Number.NaN]), features).bins)).toEqual([0, 2, 3, 0]);
  });
});

/** The gain of one side against the other, as the equation has it. */
const gainOf = (left: number[][], right: number[][], l2: number): number => {
  const sum = (side: number[][], i: number): number => side.reduce((total, pair) => total + at(pair, i), 0);
  const score = (side: number[][]): number => sum(side, 0) ** 2 / (sum(side, 1) + l2);
  return score(left) + score(right) - score([...left, ...right]);
};

/** Gradient and hessian of each bin; a hessian of 1 a row, so that counts are exact. */
const histogram = fc.array(
  fc.record({ gradient: fc.integer({ min: -50, max: 50 }), count: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 2, maxLength: 9 },
);
const leafOf = (pairs: number[][]) => ({
  ...{ gradient: pairs.reduce((sum, pair) => sum + at(pair, 0), 0) },
  ...{
    hessian: pairs.reduce((sum, pair) => sum + at(pair, 1), 0),
    count: pairs.reduce((sum, pair) => sum + at(pair, 1), 0),
  },
});

describe("findSplit", () => {
  const numeric = (binCount: number, missing: number, zeroBin = 0) => ({
    ...{ isCategorical: false, missing, binCount, zeroBin, categories: [], info: "" },
    upperBounds: Float64Array.from({ length: binCount }, (_, bin) => bin),
  });

  test("numeric: no bound, and no side for what is missing, gains more than the one that is found", () => {
    const kinds = fc.constantFrom(MISSING_NONE, MISSING_NAN, MISSING_ZERO);
    fc.assert(
      fc.property(
        histogram,
        kinds,
        fc.constantFrom(0, 3),
        fc.constantFrom(1, 6),
        (bins, missing, l2, minDataInLeaf) => {
          fc.pre(missing === MISSING_NONE || bins.length > 2);
          const pairs = bins.map(({ gradient, count }) => [gradient, count]);
          const [zeroBin, last] = [1, bins.length - 1];
          const missingBin = missing === MISSING_NONE ? -1 : missing === MISSING_NAN ? last : zeroBin;
          let best = 0;
          for (let bin = 0; bin < last; bin++)
            for (const isMissingLeft of [false, true]) {
              const isLeft = (i: number): boolean => (i === missingBin ? isMissingLeft : i <= bin);
              const [left, right] = [pairs.filter((_, i) => isLeft(i)), pairs.filter((_, i) => !isLeft(i))];
              if (Math.min(leafOf(left).count, leafOf(right).count) < minDataInLeaf) continue;
              best = Math.max(best, gainOf(left, right, l2));
            }
          const split = createSplit();
          const params = { ...SPLITS, lambdaL2: l2, minDataInLeaf };
          findSplit(
            Float64Array.from(pairs.flat()),
            0,
            numeric(bins.length, missing, zeroBin),
            0,
            leafOf(pairs),
            params,
            split,
          );
          expect(split.gain).toBeCloseTo(best, 6);
        },
      ),
    );
  });

  test("categorical: no set of categories gains more than the one that is found", () => {
    fc.assert(
      fc.property(histogram, (bins) => {
        // With catSmooth 0 the sorted order is exact (Fisher); bin 0 is empty.
        const pairs = [[0, 0], ...bins.map(({ gradient, count }) => [gradient, count])];
        let best = 0;
        for (let set = 2; set < 2 ** pairs.length - 2; set += 2) {
          const [left, right] = [pairs.filter((_, i) => (set >> i) & 1), pairs.filter((_, i) => !((set >> i) & 1))];
          if (leafOf(left).count > 0 && leafOf(right).count > 0) best = Math.max(best, gainOf(left, right, 0));
        }
        const split = createSplit();
        const feature = { ...numeric(pairs.length, MISSING_NONE), isCategorical: true };
        const params = { ...SPLITS, catSmooth: 0, maxCatToOnehot: 1 };
        findSplit(Float64Array.from(pairs.flat()), 0, feature, 0, leafOf(pairs), params, split);
        expect(split.gain).toBeCloseTo(best, 6);
        if (best > 1e-9) {
          const isLeft = (i: number): boolean => split.leftBins?.includes(i) ?? false;
          expect(
            gainOf(
              pairs.filter((_, i) => isLeft(i)),
              pairs.filter((_, i) => !isLeft(i)),
              0,
            ),
          ).toBeCloseTo(best, 6);
        }
      }),
    );
  });

  test("l1 takes weak gradients away, and a gain that must be passed is taken off", () => {
    const pairs = [
      [-4, 2],
      [4, 2],
    ];
    const gain = (params: Partial<SplitParams>): number => {
      const split = createSplit();
      findSplit(
        Float64Array.from(pairs.flat()),
        0,
        numeric(2, MISSING_NONE),
        0,
        leafOf(pairs),
        { ...SPLITS, ...params },
        split,
      );
      return split.gain;
    };
    expect(gain({})).toBeCloseTo(16, 9);
    expect(gain({ lambdaL1: 1 })).toBeCloseTo(9, 9);
    expect(gain({ lambdaL1: 4 })).toBe(0);
    expect(gain({ minGainToSplit: 6 })).toBeCloseTo(10, 9);
  });
});

describe("createTreeGrower", () => {
  test("leaves hold what the definition of their rows says, whatever was subtracted from what", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const rng = createRng(seed);
        const [rows, cols] = [300, 3];
        const data = Float64Array.from({ length: rows * cols }, () =>
          rng.uniform() < 0.1 ? Number.NaN : rng.integer(40),
        );
        const features = fitBins({ data, rows, cols }, { ...BINS, categoricalFeatures: [2] }, createRng(1));
        const params = { ...SPLITS, numLeaves: 12, maxDepth: -1, minDataInLeaf: 5, lambdaL2: 1 };
        const grower = createTreeGrower(toBins({ data, rows, cols }, features), params);
        const gradients = Float32Array.from({ length: rows }, () => rng.normal());
        const hessians = new Float32Array(rows).fill(1);
        grower.rowOrder.set(Int32Array.from({ length: rows }, (_, row) => row));
        const { leaves, nodes } = grower.grow(gradients, hessians, rows, new Uint8Array(cols).fill(1));
        expect(leaves.length).toBe(nodes.length + 1);
        expect(Array.from(grower.rowOrder).sort((a, b) => a - b)).toEqual([...Array(rows).keys()]);
        for (const { start, count, value, weight } of leaves) {
          const own = Array.from(grower.rowOrder.slice(start, start + count));
          expect(count).toBeGreaterThanOrEqual(5);
          expect(weight).toBeCloseTo(count, 6);
          expect(value).toBeCloseTo(-own.reduce((sum, row) => sum + at(gradients, row), 0) / (count + 1), 6);
        }
      }),
      { numRuns: 30 },
    );
  });
});
