import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { rankInTurn } from "@/lib/engine/ranking/rank-in-turn";

describe("rankInTurn", () => {
  test("each round holds the best that every group has left, best first", () => {
    //             0    1    2    3    4    5
    const scores = [9, 8, 7, 3, 2, 1];
    const groups = ["a", "a", "a", "b", "c", "b"];
    expect(rankInTurn(scores, groups)).toEqual([0, 3, 4, 1, 5, 2]);
  });

  test("what has no group is one group, and all ties keep their order", () => {
    expect(rankInTurn([1, 1, 1, 1], [null, null, "a", "a"])).toEqual([0, 2, 1, 3]);
  });

  test("nothing gives nothing, and one gives itself", () => {
    expect(rankInTurn([], [])).toEqual([]);
    expect(rankInTurn([5], ["a"])).toEqual([0]);
  });

  test("everything comes once, groups keep their inner order, and no group is two ahead of one that is not used up", () => {
    const items = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom("a", "b", "c", null)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(items, (list) => {
        const scores = list.map(([score]) => score);
        const groups = list.map(([, group]) => group);
        const order = rankInTurn(scores, groups);
        expect([...order].sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
        const left = new Map<string | null, number>();
        for (const group of groups) left.set(group, (left.get(group) ?? 0) + 1);
        const shown = new Map<string | null, number>([...left.keys()].map((group) => [group, 0]));
        const last = new Map<string | null, number>();
        for (const item of order) {
          const group = groups[item] ?? null;
          const score = scores[item] ?? Number.NaN;
          expect(score).toBeLessThanOrEqual(last.get(group) ?? Number.POSITIVE_INFINITY);
          last.set(group, score);
          shown.set(group, (shown.get(group) ?? 0) + 1);
          left.set(group, (left.get(group) ?? 0) - 1);
          for (const [other, count] of shown) {
            if ((left.get(other) ?? 0) > 0) expect((shown.get(group) ?? 0) - count).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  test("lengths that differ and scores that are not finite are refused", () => {
    expect(() => rankInTurn([1], [])).toThrow(EngineError);
    expect(() => rankInTurn([Number.NaN], ["a"])).toThrow(EngineError);
  });
});
