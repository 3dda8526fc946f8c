import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { normalCdf } from "@/lib/engine/math/statistics";
import { calibrate, fitCalibration } from "@/lib/engine/scoring/calibration";

const sample = (count: number, draw: (normal: () => number) => number, seed = 1): Float64Array => {
  const rng = createRng(seed);
  return Float64Array.from({ length: count }, () => draw(rng.normal));
};
const skewed = fitCalibration(sample(20_000, (normal) => Math.exp(normal())));

describe("a calibrated match", () => {
  test("never falls as the similarity rises, and stays in [0, 1], inside the reference and far outside it", () => {
    const raw = fc.double({ min: -50, max: 200, noNaN: true });
    fc.assert(
      fc.property(raw, raw, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((x) => calibrate(skewed, x)) as [number, number];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
      { numRuns: 500 },
    );
  });

  test("is 0.5 at the middle of the reference, whatever its shape", () => {
    expect(calibrate(skewed, 1)).toBeCloseTo(0.5, 2);
    const even = fitCalibration(Float64Array.from({ length: 4001 }, (_, i) => i / 4000));
    expect(calibrate(even, 0.5)).toBeCloseTo(0.5, 3);
  });

  test("grows by an eighth with every standard deviation of an equivalent normal", () => {
    const even = fitCalibration(Float64Array.from({ length: 100_001 }, (_, i) => i / 100_000));
    for (const z of [-2, -1, 1, 2]) expect(calibrate(even, normalCdf(z))).toBeCloseTo(0.5 + z / 8, 2);
  });

  test("does not depend on the scale of the raw similarity", () => {
    const base = sample(5000, (normal) => normal());
    const [plain, scaled] = [fitCalibration(base), fitCalibration(base.map((x) => 3 * x - 7))];
    for (const x of [-2, -0.3, 0, 1.7]) expect(calibrate(scaled, 3 * x - 7)).toBeCloseTo(calibrate(plain, x), 6);
  });

  test("does not depend on the order of the reference, which it leaves as it was", () => {
    const base = sample(2000, (normal) => normal());
    const copy = base.slice();
    expect(fitCalibration(base.slice().reverse()).match).toEqual(fitCalibration(base).match);
    expect(base).toEqual(copy);
  });

  test("exists for similarities that are all alike", () => {
    const match = calibrate(fitCalibration(new Float64Array(1000).fill(0.3)), 0.3);
    expect(match >= 0 && match <= 1).toBe(true);
  });

  test("is not fitted on fewer than 1,000 pairs or on values that are not finite", () => {
    expect(() => fitCalibration(new Float64Array(999))).toThrow(EngineError);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => fitCalibration(new Float64Array(1000).fill(bad, 10, 11))).toThrow(EngineError);
    }
  });
});
