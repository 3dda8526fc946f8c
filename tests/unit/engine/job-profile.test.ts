import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { LIKES_ENOUGH, moveJobProfile } from "@/lib/engine/scoring/job-profile";
import { makeUnitVector } from "../../factories";

const vector = (...values: number[]): Float32Array => Float32Array.from(values);
const times = (count: number, of: Float32Array): Float32Array[] => Array.from({ length: count }, () => of);

describe("moveJobProfile", () => {
  test("fewer than five likes leave the base as it is", () => {
    expect(moveJobProfile(vector(0, 2), times(4, vector(1, 0)))).toEqual(vector(0, 1));
    expect(moveJobProfile(vector(0, 1), [])).toEqual(vector(0, 1));
    expect(moveJobProfile(null, times(4, vector(1, 0)))).toBeNull();
  });

  test("from five likes on it is 30 % of the base and 70 % of their mean, scaled to length 1", () => {
    const moved = moveJobProfile(vector(0, 1), times(5, vector(1, 0)));
    const length = Math.hypot(0.7, 0.3);
    expect(moved?.[0]).toBeCloseTo(0.7 / length, 6);
    expect(moved?.[1]).toBeCloseTo(0.3 / length, 6);
    // The mean of likes that differ is shorter than each: 0.6 and 0.4 of the way, so 0.42 and 0.28 beside the base's 0.3.
    const mixed = moveJobProfile(vector(0, 0, 1), [...times(3, vector(1, 0, 0)), ...times(2, vector(0, 1, 0))]);
    const mixedLength = Math.hypot(0.42, 0.28, 0.3);
    expect(Array.from(mixed ?? [])).toEqual([0.42, 0.28, 0.3].map((value) => expect.closeTo(value / mixedLength, 6)));
  });

  test("without a base it is the mean of the likes alone", () => {
    expect(moveJobProfile(null, times(5, vector(3, 4)))).toEqual(vector(0.6, 0.8));
  });

  test("a zero vector says nothing: neither as the base nor as a like", () => {
    expect(moveJobProfile(vector(0, 0), [])).toBeNull();
    expect(moveJobProfile(vector(0, 0), times(5, vector(1, 0)))).toEqual(vector(1, 0));
    expect(moveJobProfile(vector(0, 1), times(5, vector(0, 0)))).toEqual(vector(0, 1));
    expect(moveJobProfile(null, times(5, vector(0, 0)))).toBeNull();
  });

  test("likes that cancel the base out leave the base", () => {
    const opposite = [...times(3, vector(0, -1)), vector(1, 0), vector(-1, 0)];
    // 0.7 of the mean is -0.42: more than the 0.3 of the base, so the profile turns round.
    expect(moveJobProfile(vector(0, 1), opposite)).toEqual(vector(0, -1));
    const cancelled = [...times(6, vector(0, -1)), ...times(4, vector(1, 0)), ...times(4, vector(-1, 0))];
    expect(moveJobProfile(vector(0, 1), cancelled)).toEqual(vector(0, 1));
  });

  test("the result has length 1, whatever the order of the likes, and the input is not changed", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: LIKES_ENOUGH, max: 30 }), (seed, count) => {
        const rng = createRng(seed);
        const base = Float32Array.from(makeUnitVector(rng, 12));
        const liked = Array.from({ length: count }, () => Float32Array.from(makeUnitVector(rng, 12)));
        const before = base.slice();
        const moved = moveJobProfile(base, liked) ?? new Float32Array();
        expect(Math.hypot(...moved)).toBeCloseTo(1, 5);
        const reversed = moveJobProfile(base, [...liked].reverse()) ?? new Float32Array();
        expect(Array.from(moved)).toEqual(Array.from(reversed, (value) => expect.closeTo(value, 5)));
        expect(base).toEqual(before);
      }),
    );
  });

  test("vectors of different widths and values that are not finite are refused", () => {
    expect(() => moveJobProfile(vector(1, 0), times(5, vector(1, 0, 0)))).toThrow(EngineError);
    expect(() => moveJobProfile(null, [vector(1, 0), vector(1)])).toThrow(EngineError);
    expect(() => moveJobProfile(vector(1, Number.NaN), [])).toThrow(EngineError);
    expect(() => moveJobProfile(null, [vector(1, Number.POSITIVE_INFINITY)])).toThrow(EngineError);
  });
});
