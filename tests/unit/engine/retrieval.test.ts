import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { hitAt, ndcgAt, rankBiasedOverlap, reciprocalRank } from "@/lib/engine/evaluation/retrieval";

describe("hitAt", () => {
  test("counts a right answer up to rank k and not after", () => {
    const relevant = new Set([7, 9]);
    expect([1, 2, 3].map((k) => hitAt([4, 5, 7, 9], relevant, k))).toEqual([0, 0, 1]);
    expect(hitAt([], relevant, 5)).toBe(0);
    expect(hitAt([7], new Set<number>(), 5)).toBe(0);
  });
});

describe("reciprocalRank", () => {
  test("is one over the rank of the first right answer, 0 without one", () => {
    expect(reciprocalRank([7, 1], new Set([7]))).toBe(1);
    expect(reciprocalRank([1, 2, 7, 9], new Set([7, 9]))).toBe(1 / 3);
    expect(reciprocalRank([1, 2], new Set([7]))).toBe(0);
  });
});

/** Equation 32 as written: agreement at every depth by intersecting the two prefixes anew. */
function overlapSlowly(a: readonly number[], b: readonly number[], p: number): number {
  const k = a.length;
  const agreement = (d: number): number => a.slice(0, d).filter((x) => b.slice(0, d).includes(x)).length / d;
  const depths = Array.from({ length: k }, (_, i) => i + 1);
  return agreement(k) * p ** k + ((1 - p) / p) * depths.reduce((sum, d) => sum + agreement(d) * p ** d, 0);
}

const ranking = fc.shuffledSubarray([...Array(14).keys()], { minLength: 6, maxLength: 6 });
const persistence = fc.double({ min: 0.05, max: 0.99, noNaN: true });

describe("rankBiasedOverlap", () => {
  // Worked by hand with p = 0.5: the sum of 0.5^d X_d / d, plus 0.5^k X_k / k.
  test.each([
    [[1, 2], [2, 1], 0.5],
    [[1, 2], [1, 3], 0.75],
    [[1, 2], [3, 1], 0.25],
    [[1, 2, 3], [1, 3, 2], 0.875],
    [[1, 2, 3, 4], [4, 3, 2, 1], 5 / 24],
  ])("of %j and %j is what the hand says", (a, b, expected) => {
    expect(rankBiasedOverlap(a, b, 0.5)).toBeCloseTo(expected, 12);
  });

  test("equals the formula worked directly", () => {
    fc.assert(
      fc.property(ranking, ranking, persistence, (a, b, p) => {
        expect(rankBiasedOverlap(a, b, p)).toBeCloseTo(overlapSlowly(a, b, p), 10);
      }),
    );
  });

  test("is 1 for the same list, 0 for lists with nothing in common, and the same both ways", () => {
    fc.assert(
      fc.property(ranking, ranking, persistence, (a, b, p) => {
        expect(rankBiasedOverlap(a, a, p)).toBeCloseTo(1, 12);
        expect(
          rankBiasedOverlap(
            a,
            a.map((x) => x + 100),
            p,
          ),
        ).toBe(0);
        expect(rankBiasedOverlap(a, b, p)).toBeCloseTo(rankBiasedOverlap(b, a, p), 12);
      }),
    );
  });

  test("weighs the top more: a swap at the head costs more than one at the tail", () => {
    const list = [1, 2, 3, 4, 5];
    expect(rankBiasedOverlap(list, [2, 1, 3, 4, 5])).toBeLessThan(rankBiasedOverlap(list, [1, 2, 3, 5, 4]));
  });

  test("refuses lists of different length, empty lists and p outside (0, 1)", () => {
    expect(() => rankBiasedOverlap([1], [1, 2])).toThrow(EngineError);
    expect(() => rankBiasedOverlap([], [])).toThrow(EngineError);
    for (const p of [0, 1, -1, Number.NaN]) expect(() => rankBiasedOverlap([1], [1], p)).toThrow(EngineError);
  });
});

describe("ndcgAt", () => {
  test("a list by hand", () => {
    // 1 / log2(2) + 0 + 0.5 / log2(4) = 1.25 of 1 + 0.5 / log2(3) = 1.3155 at best.
    expect(ndcgAt([1, 0, 0.5], 3)).toBeCloseTo(1.25 / (1 + 0.5 / Math.log2(3)), 12);
    expect(ndcgAt([1, 0, 0.5], 1)).toBe(1);
    expect(ndcgAt([0, 0, 1], 2)).toBe(0);
  });

  test("the best order has 1, and so has any order of what is worth nothing", () => {
    expect(ndcgAt([3, 2, 2, 0], 10)).toBe(1);
    expect(ndcgAt([0, 0], 10)).toBe(1);
    expect(ndcgAt([], 10)).toBe(1);
  });

  test("moving something better up never lowers it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 20 }),
        fc.nat(),
        (gains, pick) => {
          const i = 1 + (pick % (gains.length - 1));
          const [above = 0, below = 0] = [gains[i - 1], gains[i]];
          const better = gains.with(i - 1, Math.max(above, below)).with(i, Math.min(above, below));
          expect(ndcgAt(better, 10)).toBeGreaterThanOrEqual(ndcgAt(gains, 10));
        },
      ),
    );
  });

  test("a gain below 0 or not a number is refused", () => {
    expect(() => ndcgAt([-1], 1)).toThrow(EngineError);
    expect(() => ndcgAt([Number.NaN], 1)).toThrow(EngineError);
  });
});
