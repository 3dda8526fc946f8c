import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankAll, topK } from "@/lib/engine/math/top-k";

/** Repeatedly takes the best of what is left, the lower position on a tie. */
function rankSlowly(scores: readonly number[]): number[] {
  const left = scores.map((score, position) => ({ score, position }));
  const order: number[] = [];
  while (left.length > 0) {
    let best = 0;
    for (let i = 1; i < left.length; i++) if ((left[i]?.score ?? 0) > (left[best]?.score ?? 0)) best = i;
    order.push(...left.splice(best, 1).map(({ position }) => position));
  }
  return order;
}

const tied = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 40 });
const spread = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 40 });

describe("topK", () => {
  test("gives the first k of a slow selection sort, ties and all", () => {
    fc.assert(
      fc.property(fc.oneof(tied, spread), fc.nat(50), (scores, k) => {
        expect(topK(scores, k)).toEqual(rankSlowly(scores).slice(0, k));
      }),
    );
  });

  test("prefers the lower position among equals", () => {
    expect(topK([1, 3, 3, 2, 3], 2)).toEqual([1, 2]);
    expect(topK([0, -0, 0], 2)).toEqual([0, 1]);
  });

  test("gives nothing of nothing, nothing for k = 0, and everything for a k beyond the end", () => {
    expect(topK([], 5)).toEqual([]);
    expect(topK([1, 2], 0)).toEqual([]);
    expect(topK([1, 2], 5)).toEqual([1, 0]);
  });

  test("reads typed arrays without changing them", () => {
    const scores = Float64Array.of(1, 5, 2);
    expect(topK(scores, 2)).toEqual([1, 2]);
    expect([...scores]).toEqual([1, 5, 2]);
  });
});

describe("rankAll", () => {
  test("orders everything as a slow selection sort does, ties and all", () => {
    fc.assert(
      fc.property(fc.oneof(tied, spread), (scores) => {
        expect(rankAll(scores)).toEqual(rankSlowly(scores));
      }),
    );
  });
});
