/**
 * Turns a classifier's scores into probabilities that come true (Platt 1999, "Probabilistic outputs for support vector machines"):
 *
 *   P(yes | s) = sigmoid(slope s + offset)
 *
 * fitted on people whom the classifier did not learn from. Labels are drawn in from 0 and 1 as Platt has it, to (yes + 1) / (yes + 2) and 1 / (no + 2), so that
 * a set that is told apart without a fault does not give certainty.
 */
import { EngineError } from "../engine-error";
import { solveLogistic } from "./logistic-regression";
import { toProbability } from "./logistic-trees";

export type PlattScaling = { readonly slope: number; readonly offset: number };

/**
 * @param scores   (n,) log-odds, or any other finite scale
 * @param labels   (n,) 0 or 1
 * @param weights  (n,) at least 0
 * @throws EngineError on lengths that disagree, a score that is not finite, or one kind of label alone
 */
export function fitPlattScaling(
  scores: Float64Array,
  labels: ArrayLike<number>,
  weights?: ArrayLike<number>,
): PlattScaling {
  if (!scores.every(Number.isFinite)) throw new EngineError("calibration needs finite scores");
  let [yes, all] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    const weight = weights === undefined ? 1 : (weights[row] as number);
    yes += weight * (labels[row] as number);
    all += weight;
  }
  if (!(yes > 0 && yes < all)) throw new EngineError("calibration needs both kinds of labels");
  const [high, low] = [(yes + 1) / (yes + 2), 1 / (all - yes + 2)];
  const targets = Float64Array.from(labels, (label) => (label === 1 ? high : low));
  const [offset, slope] = solveLogistic({ data: scores, rows: scores.length, cols: 1 }, targets, weights, 0);
  return { slope: slope as number, offset: offset as number };
}

export const scalePlatt = ({ slope, offset }: PlattScaling, score: number): number =>
  toProbability(slope * score + offset);
