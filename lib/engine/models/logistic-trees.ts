/**
 * Boosted trees (boost-trees.ts) for a yes or no: the logistic loss of LightGBM's "binary" objective, sigma 1.
 *
 *   p = 1 / (1 + exp(-score)),  gradient = w (p - y),  hessian = w p (1 - p)
 *
 * The first score is the log-odds of the weighted share of yes, which the first tree carries.
 */
import { EngineError } from "../engine-error";
import type { Rng } from "../math/random";
import type { FeatureRows } from "./binning";
import { type BoostParams, boostTrees, type StopReason } from "./boost-trees";
import type { TreeModel } from "./tree-model";

export type BinaryData = {
  /** (n, features) NaN is missing */
  readonly rows: FeatureRows;
  /** (n,) 0 or 1 */
  readonly labels: ArrayLike<number>;
  /** (n,) at least 0 */
  readonly weights?: ArrayLike<number> | undefined;
};

export type LogisticOptions = {
  validation?: BinaryData;
  /** Mean losses after a tree; "stop" ends training with the trees so far. */
  onIteration?: (progress: { iteration: number; train: number; validation: number | null }) => "stop" | undefined;
};

export type LogisticFit = { model: TreeModel; bestIteration: number; stopReason: StopReason };

/** The chance of yes that a raw score says. */
export const toProbability = (score: number): number => 1 / (1 + Math.exp(-score));

/**
 * @param featureNames  (features,)
 * @throws EngineError on no rows, lengths that disagree, labels other than 0 and 1 or all the same, infinite values, parameters out of range
 */
export function fitLogisticTrees(
  data: BinaryData,
  featureNames: readonly string[],
  params: BoostParams,
  rng: Rng,
  { validation, onIteration }: LogisticOptions = {},
): LogisticFit {
  if (featureNames.length !== data.rows.cols)
    throw new EngineError(`${featureNames.length} names for ${data.rows.cols} features`);
  if (params.earlyStoppingRounds > 0 && !validation) throw new EngineError("early stopping needs a validation set");
  const { yes, all } = checkBinary(data);
  if (!(yes > 0 && yes < all)) throw new EngineError("all labels are the same: there is nothing to tell apart");
  if (validation) checkBinary(validation);
  const { labels, weights } = data;
  const computeGradients = (scores: Float64Array, gradients: Float32Array, hessians: Float32Array): void => {
    for (let row = 0; row < scores.length; row++) {
      const p = toProbability(scores[row] as number);
      const weight = weights === undefined ? 1 : (weights[row] as number);
      gradients[row] = weight * (p - (labels[row] as number));
      hessians[row] = weight * p * (1 - p);
    }
  };
  const starts = Int32Array.from({ length: data.rows.rows + 1 }, (_, row) => row);
  return boostTrees(
    { rows: data.rows, featureNames, starts, validationRows: validation?.rows ?? null },
    { name: "binary sigmoid:1", startScore: Math.log(yes / (all - yes)), computeGradients },
    params,
    rng,
    (iteration, scores, validationScores) => {
      const loss = validation && validationScores ? meanLoss(validation, validationScores) : null;
      const said = onIteration?.({ iteration, train: meanLoss(data, scores), validation: loss });
      return { figure: loss === null ? null : -loss, shouldStop: said === "stop" };
    },
  );
}

/** Weights of the rows with yes, and of all. */
function checkBinary({ rows, labels, weights }: BinaryData): { yes: number; all: number } {
  if (rows.rows === 0) throw new EngineError("there are no rows");
  if (rows.data.length !== rows.rows * rows.cols)
    throw new EngineError(`${rows.data.length} values are not ${rows.rows} rows of ${rows.cols}`);
  for (const list of [labels, weights ?? labels])
    if (list.length !== rows.rows) throw new EngineError(`${list.length} labels or weights for ${rows.rows} rows`);
  let yes = 0;
  let all = 0;
  for (let row = 0; row < rows.rows; row++) {
    const label = labels[row] as number;
    if (label !== 0 && label !== 1) throw new EngineError(`the label of row ${row} must be 0 or 1, got ${label}`);
    const weight = weights === undefined ? 1 : (weights[row] as number);
    if (!(weight >= 0 && Number.isFinite(weight))) throw new EngineError(`the weight of row ${row} is ${weight}`);
    yes += weight * label;
    all += weight;
  }
  return { yes, all };
}

/** log(1 + exp(-s)) of a yes, log(1 + exp(s)) of a no, without overflow. */
function meanLoss({ labels, weights }: BinaryData, scores: Float64Array): number {
  let sum = 0;
  let all = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    const weight = weights === undefined ? 1 : (weights[row] as number);
    const signed = labels[row] === 1 ? -score : score;
    sum += weight * (Math.max(0, signed) + Math.log1p(Math.exp(-Math.abs(signed))));
    all += weight;
  }
  return sum / all;
}
