/**
 * How far a number has moved between two samples: the population stability index (Siddiqi 2006, Credit Risk Scorecards, ch. 6),
 *
 *   PSI = sum_b (q_b - p_b) ln(q_b / p_b)
 *
 * over bins b that are tenths of the reference, and one for what is not known; p and q are the shares of the reference and of the current sample, each with half
 * a row more in every bin, so that an empty one is not infinite. By custom 0.1 is some and 0.25 is much. Where nothing moved, PSI is about
 * (1/n + 1/m) chi2 with bins - 1 degrees of freedom (Yurdakul 2018, Western Michigan University, diss. 3208): small samples move by chance.
 */
import { EngineError } from "../engine-error";

const BINS = 10;
export const DRIFT_SOME = 0.1;
export const DRIFT_MUCH = 0.25;
/** 99.9 % quantile of chi2 with 10 degrees of freedom (tenths and what is not known): a table has dozens of features, each of which is looked at. */
const CHI2_999 = 29.588;

/**
 * @returns  from 0, which is no difference; NaN stands for not known
 * @throws EngineError when either is empty
 */
export function stabilityIndex(reference: ArrayLike<number>, current: ArrayLike<number>): number {
  if (reference.length === 0 || current.length === 0) throw new EngineError("drift needs two samples");
  const known = Float64Array.from(reference)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const cuts = new Set<number>();
  for (let tenth = 1; tenth < BINS; tenth++) {
    const cut = known[Math.floor((tenth * known.length) / BINS)];
    if (cut !== undefined && cut !== known[0]) cuts.add(cut);
  }
  const edges = [...cuts];
  const count = edges.length + 2;
  const toShares = (values: ArrayLike<number>): number[] => {
    const counts = new Array<number>(count).fill(0.5);
    for (const value of Array.from(values)) {
      const bin = Number.isNaN(value) ? count - 1 : edges.filter((edge) => value >= edge).length;
      counts[bin] = (counts[bin] as number) + 1;
    }
    return counts.map((rows) => rows / (values.length + 0.5 * count));
  };
  const [p, q] = [toShares(reference), toShares(current)];
  return p.reduce((sum, share, bin) => sum + ((q[bin] as number) - share) * Math.log((q[bin] as number) / share), 0);
}

/** From where on an index says more than chance does, for samples of n and m that do not depend on each other; DRIFT_SOME at least. */
export const toDriftLimit = (n: number, m: number): number => Math.max(DRIFT_SOME, CHI2_999 * (1 / n + 1 / m));
