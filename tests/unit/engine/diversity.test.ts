import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { rankAll } from "@/lib/engine/math/top-k";
import { toUnitRows } from "@/lib/engine/math/vectors";
import { selectOnePerCluster, selectSlate, slateDiversity } from "@/lib/engine/ranking/diversity";
import { at, makeUnitVector } from "../../factories";

/** Walks down the whole ranking and takes whatever opens a new cluster. */
function selectSlowly(scores: readonly number[], clusters: readonly number[], k: number): number[] {
  const taken = new Set<number>();
  const slate: number[] = [];
  for (const item of rankAll(scores)) {
    if (slate.length === k || taken.has(at(clusters, item))) continue;
    taken.add(at(clusters, item));
    slate.push(item);
  }
  return slate;
}

const world = fc
  .array(fc.tuple(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, max: 100, noNaN: true })), fc.nat(9)), {
    maxLength: 60,
  })
  .map((rows) => ({ scores: rows.map(([score]) => score), clusters: rows.map(([, cluster]) => cluster) }));

describe("selectOnePerCluster", () => {
  test("is what walking down the ranking and skipping taken clusters gives, ties and all", () => {
    fc.assert(
      fc.property(world, fc.nat(12), ({ scores, clusters }, k) => {
        expect(selectOnePerCluster(scores, clusters, k)).toEqual(selectSlowly(scores, clusters, k));
      }),
    );
  });

  test("never shows two careers of one cluster, and shows the best of each", () => {
    fc.assert(
      fc.property(world, ({ scores, clusters }) => {
        const slate = selectOnePerCluster(scores, clusters, 100);
        expect(slate.map((item) => at(clusters, item)).sort()).toEqual([...new Set(clusters)].sort());
        for (const item of slate) {
          const rivals = scores.filter((_, i) => clusters[i] === clusters[item]);
          expect(at(scores, item)).toBe(Math.max(...rivals));
        }
      }),
    );
  });

  test("gives fewer than asked when there are fewer clusters, and nothing of nothing", () => {
    expect(selectOnePerCluster([1, 2, 3], [4, 4, 4], 5)).toEqual([2]);
    expect(selectOnePerCluster([], [], 5)).toEqual([]);
    expect(selectOnePerCluster([1], [0], 0)).toEqual([]);
  });

  test("refuses scores and clusters of different length", () => {
    expect(() => selectOnePerCluster([1, 2], [0], 1)).toThrow(EngineError);
  });
});

describe("selectSlate", () => {
  test("without the cap is the head of the ranking, however many are asked for", () => {
    fc.assert(
      fc.property(world, fc.nat(70), ({ scores, clusters }, k) => {
        expect(selectSlate(scores, clusters, k, false)).toEqual(rankAll(scores).slice(0, k));
      }),
    );
  });

  test("with the cap is one per cluster", () => {
    expect(selectSlate([5, 9, 8, 1], [0, 1, 1, 2], 2, true)).toEqual([1, 0]);
  });
});

describe("slateDiversity", () => {
  const square = toUnitRows(
    [
      [1, 0],
      [0, 1],
      [-1, 0],
      [1, 0],
    ],
    2,
  );

  test.each([
    [[0, 3], 0],
    [[0, 2], 1],
    [[0, 1], 0.5],
    [[0, 1, 2], 2 / 3],
    [[0], 0],
    [[], 0],
  ])("of %j is worked by hand as %f", (slate, expected) => {
    expect(slateDiversity(square, slate)).toBeCloseTo(expected, 12);
  });

  test("lies in [0, 1] and does not depend on the order of the slate", () => {
    const rng = createRng(4);
    const vectors = toUnitRows(
      Array.from({ length: 12 }, () => makeUnitVector(rng, 5)),
      5,
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(12).keys()]), (slate) => {
        const diversity = slateDiversity(vectors, slate);
        expect(diversity >= 0 && diversity <= 1).toBe(true);
        expect(slateDiversity(vectors, slate.slice().reverse())).toBeCloseTo(diversity, 12);
      }),
    );
  });
});
