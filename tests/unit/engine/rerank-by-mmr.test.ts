import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { rankAll } from "@/lib/engine/math/top-k";
import { toUnitRows } from "@/lib/engine/math/vectors";
import { slateDiversity } from "@/lib/engine/ranking/diversity";
import { rerankByMmr } from "@/lib/engine/ranking/rerank-by-mmr";
import { at, makeUnitVector } from "../../factories";

const vector = (...values: number[]): Float32Array => Float32Array.from(values);

function makeWorld(seed: number, count: number): { relevance: number[]; vectors: Float32Array[] } {
  const rng = createRng(seed);
  return {
    relevance: Array.from({ length: count }, () => 100 * rng.uniform()),
    vectors: Array.from({ length: count }, () => Float32Array.from(makeUnitVector(rng, 4))),
  };
}

/** By the definition, without keeping anything between the steps. */
function rerankSlowly(relevance: number[], vectors: Float32Array[], k: number, lambda: number): number[] {
  const [low, high] = [Math.min(...relevance), Math.max(...relevance)];
  const chosen: number[] = [];
  while (chosen.length < Math.min(k, relevance.length)) {
    const values = relevance.map((value, i) => {
      if (chosen.includes(i)) return Number.NEGATIVE_INFINITY;
      const cosines = chosen.map((j) => at(vectors, i).reduce((sum, x, d) => sum + x * at(at(vectors, j), d), 0));
      return (lambda * (value - low)) / (high - low || 1) - (1 - lambda) * Math.max(0, ...cosines);
    });
    chosen.push(values.indexOf(Math.max(...values)));
  }
  return chosen;
}

describe("rerankByMmr", () => {
  test("a near twin gives way to something else that is a little less relevant", () => {
    // Scaled: 1, 0.9, 0.6, 0. After the first: 0.63 - 0.3 = 0.33 for its twin, 0.42 for the third.
    const relevance = [90, 87, 78, 60];
    const vectors = [vector(1, 0), vector(1, 0), vector(0, 1), vector(0, 1)];
    expect(rerankByMmr(relevance, vectors, 4)).toEqual([0, 2, 1, 3]);
    expect(rerankByMmr(relevance, vectors, 4, 1)).toEqual([0, 1, 2, 3]);
    expect(rerankByMmr(relevance, vectors, 2)).toEqual([0, 2]);
  });

  test("an opposite is no more diverse than a stranger, and who has no vector is like nobody", () => {
    expect(rerankByMmr([3, 2, 1.9, 0], [vector(1, 0), vector(0, 1), vector(-1, 0), null], 4)).toEqual([0, 1, 2, 3]);
    expect(rerankByMmr([3, 2, 1.9, 0], [vector(1, 0), vector(1, 0), null, null], 3)).toEqual([0, 2, 1]);
  });

  test("it is what the definition says", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 25 }), fc.integer({ min: 0, max: 100 }), (seed, n, percent) => {
        // No share so small that relevance is lost in rounding: the two would break such ties differently.
        const lambda = percent / 100;
        const { relevance, vectors } = makeWorld(seed, n);
        expect(rerankByMmr(relevance, vectors, 12, lambda)).toEqual(rerankSlowly(relevance, vectors, 12, lambda));
      }),
    );
  });

  test("relevance alone is the plain order, and its scale does not matter", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 25 }), (seed, n) => {
        const { relevance, vectors } = makeWorld(seed, n);
        expect(rerankByMmr(relevance, vectors, n, 1)).toEqual(rankAll(relevance));
        // Powers of two, so that scaling rounds nothing.
        const scaled = relevance.map((value) => value / 128);
        expect(rerankByMmr(scaled, vectors, n)).toEqual(rerankByMmr(relevance, vectors, n));
      }),
    );
  });

  test("a slate of ten is more diverse than the plain order's", () => {
    const gains = Array.from({ length: 20 }, (_, seed) => {
      const { relevance, vectors } = makeWorld(seed, 60);
      const rows = toUnitRows(vectors, 4);
      return (
        slateDiversity(rows, rerankByMmr(relevance, vectors, 10)) -
        slateDiversity(rows, rankAll(relevance).slice(0, 10))
      );
    });
    expect(gains.filter((gain) => gain > 0).length).toBeGreaterThan(15);
  });

  test("nothing gives nothing, and all ties keep their order", () => {
    expect(rerankByMmr([], [], 5)).toEqual([]);
    expect(rerankByMmr([1, 1, 1], [null, null, null], 5)).toEqual([0, 1, 2]);
    expect(rerankByMmr([1, 2], [vector(1), vector(1)], 0)).toEqual([]);
  });

  test("a broken precondition is refused", () => {
    expect(() => rerankByMmr([1], [], 1)).toThrow(EngineError);
    expect(() => rerankByMmr([Number.NaN], [null], 1)).toThrow(EngineError);
    expect(() => rerankByMmr([1], [null], 1, 1.1)).toThrow(EngineError);
    expect(() => rerankByMmr([2, 1], [vector(1, 0), vector(1)], 2)).toThrow(EngineError);
    expect(() => rerankByMmr([2, 1], [vector(1, 0), vector(Number.NaN, 0)], 2)).toThrow(EngineError);
  });
});
