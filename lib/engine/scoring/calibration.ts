/**
 * Puts similarities of different kinds on one 0-to-1 scale that means the same for every person.
 *
 * A raw similarity is replaced by its normalised standard score among many (person, career) pairs (McCall 1922, "How to Measure in
 * Education": T-scores, with 12.5 points a standard deviation):
 *   match = clip(0.5 + 0.125 * Phi^-1(F(x)), 0, 1)
 * where F is the distribution of x over seeded simulated people times all careers. So 0.5 is an ordinary pair, 0.625 better than
 * 84 %, 0.75 better than 97.7 %, 0.875 better than 99.87 % of pairs. Unlike a plain percentile it keeps its resolution where
 * recommendations live, in the last percent. The inverse of F is tabulated on an even grid of z from -4 to 4 and
 * ends there: beyond, a match is 0 or 1.
 */
import { EngineError } from "../engine-error";
import { normalCdf, quantile } from "../math/statistics";

export const CALIBRATION_PAIRS_MIN = 1000;
const Z_MAX = 4;
const Z_STEP = 0.1;
const POINTS_PER_SD = 0.125;
const CELLS = 2048;

export type Calibration = {
  readonly kind: "normal-score";
  /** Even grid over raw similarities from `low`, `stepsPerUnit` cells to one; the match at each. */
  readonly low: number;
  readonly stepsPerUnit: number;
  readonly match: Float64Array;
};

/**
 * @param reference  similarities of at least CALIBRATION_PAIRS_MIN pairs, in any order
 * @throws EngineError on too few or not finite values
 */
export function fitCalibration(reference: Float64Array): Calibration {
  if (reference.length < CALIBRATION_PAIRS_MIN) {
    throw new EngineError(`calibration needs ${CALIBRATION_PAIRS_MIN} pairs, got ${reference.length}`);
  }
  const sorted = Float64Array.from(reference).sort();
  if (!Number.isFinite(sorted[0]) || !Number.isFinite(sorted[sorted.length - 1])) {
    throw new EngineError("calibration needs finite similarities");
  }
  const zs = Array.from({ length: Math.round((2 * Z_MAX) / Z_STEP) + 1 }, (_, i) => -Z_MAX + i * Z_STEP);
  const raws = zs.map((z) => quantile(sorted, normalCdf(z)));
  const low = sorted[0] as number;
  const high = sorted[sorted.length - 1] as number;
  const step = (high - low) / (CELLS - 1) || 1;
  const match = new Float64Array(CELLS);
  for (let i = 0, k = 0; i < CELLS; i++) {
    const raw = low + i * step;
    while (k < raws.length - 2 && (raws[k + 1] as number) < raw) k++;
    const [from, to] = [raws[k] as number, raws[k + 1] as number];
    const within = to > from ? Math.min(1, Math.max(0, (raw - from) / (to - from))) : 0.5;
    match[i] = Math.min(1, Math.max(0, 0.5 + POINTS_PER_SD * ((zs[k] as number) + within * Z_STEP)));
  }
  return { kind: "normal-score", low, stepsPerUnit: 1 / step, match };
}

/** The match, 0 to 1, of one raw similarity; never falls as the similarity rises. */
export function calibrate(calibration: Calibration, raw: number): number {
  const { low, stepsPerUnit, match } = calibration;
  const at = (raw - low) * stepsPerUnit;
  if (at <= 0) return match[0] as number;
  const below = Math.floor(at);
  if (below >= match.length - 1) return match[match.length - 1] as number;
  const left = match[below] as number;
  return left + (at - below) * ((match[below + 1] as number) - left);
}
