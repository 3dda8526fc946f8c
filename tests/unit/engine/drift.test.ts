import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { DRIFT_MUCH, stabilityIndex, toDriftLimit } from "@/lib/engine/evaluation/drift";
import { createRng } from "@/lib/engine/math/random";

const normal = (seed: number, count: number, shift = 0) => {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => rng.normal() + shift);
};

describe("stabilityIndex", () => {
  test("two bins, by hand", () => {
    // 3 zeros and 1 one against 1 and 3; with half a row more in each of three bins: 3.5 / 5.5, 1.5 / 5.5, 0.5 / 5.5.
    expect(stabilityIndex([0, 0, 0, 1], [0, 1, 1, 1])).toBeCloseTo((2 * 2 * Math.log(3.5 / 1.5)) / 5.5, 12);
  });

  test("the same sample has not moved, whatever is in it", () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN)), { minLength: 1 });
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(stabilityIndex(one, one)).toBeCloseTo(0, 12);
        expect(stabilityIndex(one, other)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("a shift of a standard deviation is much, and what came to be unknown as well", () => {
    expect(stabilityIndex(normal(1, 2000), normal(2, 2000, 1))).toBeGreaterThan(DRIFT_MUCH);
    const holes = normal(2, 2000).map((value, i) => (i % 2 === 0 ? Number.NaN : value));
    expect(stabilityIndex(normal(1, 2000), holes)).toBeGreaterThan(DRIFT_MUCH);
  });

  test("where nothing moved hardly one of a hundred samples is above the limit", () => {
    const above = Array.from({ length: 100 }, (_, i) => stabilityIndex(normal(2 * i, 400), normal(2 * i + 1, 100)));
    expect(above.filter((index) => index > toDriftLimit(400, 100)).length).toBeLessThan(2);
    expect(toDriftLimit(400, 100)).toBeGreaterThan(0.1);
    expect(toDriftLimit(1e5, 1e5)).toBe(0.1);
  });

  test("an empty sample is refused", () => {
    expect(() => stabilityIndex([], [1])).toThrow(EngineError);
    expect(() => stabilityIndex([1], [])).toThrow(EngineError);
  });
});
