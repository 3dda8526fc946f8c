/**
 * LambdaMART: boosted trees (boost-trees.ts) on LambdaRank's gradients (lambdarank.ts), for ranking the rows of a query. The model is one that
 * LightGBM reads, and with the same parameters the trees are LightGBM 4.1's, but for the last bits.
 */
import { EngineError } from "../engine-error";
import { createQueryNdcg } from "../evaluation/query-ndcg";
import type { Rng } from "../math/random";
import { mean } from "../math/statistics";
import type { FeatureRows } from "./binning";
import { type BoostParams, boostTrees, DEFAULT_BOOST_PARAMS, type StopReason } from "./boost-trees";
import { createLambdarank, type LambdarankParams } from "./lambdarank";
import type { TreeModel } from "./tree-model";

/** The rows of a query lie together. */
export type RankingData = {
  /** (n, features) NaN is missing */
  readonly rows: FeatureRows;
  /** (n,) integers from 0: how good a row is for its query */
  readonly labels: ArrayLike<number>;
  /** (queries,) how many rows each has */
  readonly groups: ArrayLike<number>;
  /** (n,) at least 0: inverse propensities, for example */
  readonly weights?: ArrayLike<number> | undefined;
  /** (n,) raw scores that the trees are grown on top of, and that are no part of the model; 0 by default */
  readonly startScores?: ArrayLike<number> | undefined;
  /** (n,) integers from 0: where a row was shown; their effect is learned and left out of the model */
  readonly positions?: ArrayLike<number> | undefined;
};

export type LambdaMartParams = BoostParams &
  LambdarankParams & {
    /** The k of the NDCG that early stopping goes by. */
    earlyStoppingAt: 5 | 10;
  };

/** LightGBM's defaults; a label is worth 2^label - 1. */
export const DEFAULT_LAMBDAMART_PARAMS: LambdaMartParams = {
  ...DEFAULT_BOOST_PARAMS,
  ...{ sigmoid: 1, truncationLevel: 30, isNormalised: true, positionRegularization: 0, earlyStoppingAt: 10 },
  labelGain: Array.from({ length: 31 }, (_, label) => 2 ** label - 1),
};

export type Ndcg = { at5: number; at10: number };
/** After a tree. */
export type Progress = { iteration: number; train: Ndcg; validation: Ndcg | null };

export type LambdaMartOptions = {
  validation?: RankingData;
  /** "stop" ends training with the trees so far. */
  onIteration?: (progress: Progress) => "stop" | undefined;
};

export type LambdaMartFit = {
  model: TreeModel;
  /** How many trees the model has. */
  bestIteration: number;
  stopReason: StopReason;
  /** Of the model, over the validation set. */
  validation: Ndcg | null;
  /** (positions,) what being shown there adds to a score, empty without positions */
  positionBiases: Float64Array;
};

const POSITION_MAX = 9_999;

/**
 * @param featureNames  (features,)
 * @throws EngineError on data that cannot teach an order: no rows, lengths that disagree, labels that are no integers or beyond labelGain,
 *   values that are infinite, no query with two different labels; and on parameters out of range
 */
export function fitLambdaMart(
  data: RankingData,
  featureNames: readonly string[],
  params: LambdaMartParams,
  rng: Rng,
  { validation, onIteration }: LambdaMartOptions = {},
): LambdaMartFit {
  checkParams(params);
  if (featureNames.length !== data.rows.cols)
    throw new EngineError(`${featureNames.length} names for ${data.rows.cols} features`);
  if (params.earlyStoppingRounds > 0 && !validation) throw new EngineError("early stopping needs a validation set");
  const train = checkData(data, params);
  if (!hasPair(train.labels, train.starts))
    throw new EngineError("no query has rows with different labels: there is no order to learn");
  const checked = validation ? checkData(validation, params) : null;
  const lambdarank = createLambdarank(train, params, params.learningRate);
  const ndcgOf = (set: RankingGroupsChecked): ((scores: Float64Array) => Ndcg) => {
    const evaluate = createQueryNdcg(
      Float64Array.from(set.labels, (label) => params.labelGain[label] as number),
      set.starts,
    );
    return (scores) => ({ at5: mean(evaluate(scores, 5)), at10: mean(evaluate(scores, 10)) });
  };
  const [evaluateTrain, evaluateValidation] = [ndcgOf(train), checked ? ndcgOf(checked) : null];
  const history: Ndcg[] = [];
  const boosted = boostTrees(
    {
      ...{ rows: data.rows, featureNames, starts: train.starts, startScores: data.startScores },
      ...{ validationRows: validation?.rows ?? null, validationStartScores: validation?.startScores },
    },
    { name: "lambdarank", startScore: 0, computeGradients: lambdarank.computeGradients },
    params,
    rng,
    (iteration, scores, validationScores) => {
      const valid = evaluateValidation && validationScores ? evaluateValidation(validationScores) : null;
      if (valid) history.push(valid);
      const said = onIteration?.({ iteration, train: evaluateTrain(scores), validation: valid });
      const figure = valid ? (params.earlyStoppingAt === 5 ? valid.at5 : valid.at10) : null;
      return { figure, shouldStop: said === "stop" };
    },
  );
  const { positionBiases } = lambdarank;
  return { ...boosted, validation: history[boosted.bestIteration - 1] ?? null, positionBiases };
}

type RankingGroupsChecked = {
  labels: Int32Array;
  starts: Int32Array;
  weights: ArrayLike<number> | undefined;
  positions: ArrayLike<number> | undefined;
};

function checkParams({ sigmoid, truncationLevel, labelGain, positionRegularization }: LambdaMartParams): void {
  if (!(sigmoid > 0 && Number.isFinite(sigmoid))) throw new EngineError(`sigmoid must be above 0, got ${sigmoid}`);
  if (!(Number.isInteger(truncationLevel) && truncationLevel >= 1))
    throw new EngineError(`truncationLevel must be an integer from 1, got ${truncationLevel}`);
  if (!(positionRegularization >= 0 && Number.isFinite(positionRegularization)))
    throw new EngineError(`positionRegularization must be at least 0, got ${positionRegularization}`);
  const isRising = labelGain.every((gain, label) => Number.isFinite(gain) && gain >= (labelGain[label - 1] ?? 0));
  if (labelGain.length < 2 || !isRising) throw new EngineError("labelGain must start at 0 or above and not fall");
}

function checkData(data: RankingData, { labelGain }: LambdaMartParams): RankingGroupsChecked {
  const { rows, labels, groups, weights, positions, startScores } = data;
  if (rows.rows === 0) throw new EngineError("there are no rows");
  if (rows.data.length !== rows.rows * rows.cols)
    throw new EngineError(`${rows.data.length} values are not ${rows.rows} rows of ${rows.cols}`);
  for (const [what, list] of Object.entries({ labels, weights, positions, startScores }))
    if (list && list.length !== rows.rows) throw new EngineError(`${list.length} ${what} for ${rows.rows} rows`);
  const isInteger = (value: number, max: number): boolean => Number.isInteger(value) && value >= 0 && value <= max;
  for (let row = 0; row < rows.rows; row++) {
    const label = labels[row] as number;
    if (!isInteger(label, labelGain.length - 1))
      throw new EngineError(
        `the label of row ${row} must be an integer from 0 to ${labelGain.length - 1}, got ${label}`,
      );
    const weight = weights?.[row] ?? 1;
    if (!(weight >= 0 && Number.isFinite(weight))) throw new EngineError(`the weight of row ${row} is ${weight}`);
    const start = startScores?.[row] ?? 0;
    if (!Number.isFinite(start)) throw new EngineError(`the start score of row ${row} is ${start}`);
    const position = positions?.[row] ?? 0;
    if (!isInteger(position, POSITION_MAX))
      throw new EngineError(`the position of row ${row} must be an integer from 0 to ${POSITION_MAX}, got ${position}`);
  }
  return { labels: Int32Array.from(labels), starts: toStarts(groups, rows.rows), weights, positions };
}

function toStarts(groups: ArrayLike<number>, rows: number): Int32Array {
  const starts = new Int32Array(groups.length + 1);
  let start = 0;
  for (let query = 0; query < groups.length; query++) {
    const count = groups[query] as number;
    if (!(Number.isInteger(count) && count >= 1)) throw new EngineError(`query ${query} has ${count} rows`);
    start += count;
    if (start > rows) break;
    starts[query + 1] = start;
  }
  if (start !== rows) throw new EngineError(`the queries have ${start > rows ? "more" : start} rows, not ${rows}`);
  return starts;
}

function hasPair(labels: Int32Array, starts: Int32Array): boolean {
  for (let query = 0; query + 1 < starts.length; query++)
    for (let row = (starts[query] as number) + 1; row < (starts[query + 1] as number); row++)
      if (labels[row] !== labels[row - 1]) return true;
  return false;
}
