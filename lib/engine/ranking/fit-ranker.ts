/**
 * A ranker from shown lists: a linear layer where the features have sides, and trees on top of it.
 */
import { createRng } from "../math/random";
import type { StopReason } from "../models/boost-trees";
import { fitLinearLayer } from "../models/fit-linear-layer";
import { fitLambdaMart, type LambdaMartParams, type Ndcg, type RankingData } from "../models/lambdamart";
import type { LinearColumns, LinearLayer } from "../models/linear-layer";
import type { RankerModel } from "../models/ranker-model";

export type FitData = RankingData & {
  readonly startScores: Float64Array;
  /** (n,) what the labels, which are grades, were made from */
  readonly outcomes: Float64Array;
  /** (n,) whose row it is */
  readonly owners: Float64Array;
};

export type FitJob = {
  /** Teaches. */
  train: FitData;
  /** Tells when there are trees enough; the linear layer, which needs no telling, learns from it as well. */
  validation: FitData;
  featureNames: readonly string[];
  /** null for trees alone */
  columns: LinearColumns | null;
  params: LambdaMartParams;
  seed: number;
};

/** A linear layer, where there is one, and the raw scores that trees start from on top of it. */
export type LinearResult = { linear: LinearLayer | null; trainStarts: Float64Array; validationStarts: Float64Array };

/** @returns null when it was stopped */
export function fitLinear({ train, validation, columns }: FitJob, isStopped: () => boolean): LinearResult | null {
  if (columns === null)
    return { linear: null, trainStarts: train.startScores, validationStarts: validation.startScores };
  const count = train.rows.rows;
  const join = (toList: (data: FitData) => ArrayLike<number>): Float64Array => {
    const [first, second] = [toList(train), toList(validation)];
    const all = new Float64Array(first.length + second.length);
    all.set(first);
    all.set(second, first.length);
    return all;
  };
  const rows = { data: join((data) => data.rows.data), rows: count + validation.rows.rows, cols: columns.count };
  const startScores = join((data) => data.startScores);
  const [labels, owners] = [join((data) => data.outcomes), join((data) => data.owners)];
  const fitted = fitLinearLayer({ rows, labels, owners, startScores }, columns, isStopped);
  if (fitted === null) return null;
  const starts = startScores.map((start, row) => start + (fitted.heldOut[row] as number));
  return { linear: fitted.layer, trainStarts: starts.subarray(0, count), validationStarts: starts.subarray(count) };
}

export const startFrom = (job: FitJob, { trainStarts, validationStarts }: LinearResult): FitJob => ({
  ...job,
  train: { ...job.train, startScores: trainStarts },
  validation: { ...job.validation, startScores: validationStarts },
});

/**
 * @param isStopped  asked now and then: true gives up
 * @returns          null when it gave up
 * @throws EngineError when the data cannot teach an order
 */
export function fitRanker(
  job: FitJob,
  isStopped: () => boolean = () => false,
  onTree: (progress: { iteration: number; train: Ndcg; validation: Ndcg | null }) => void = () => {},
): { model: RankerModel; trees: number; stopReason: StopReason } | null {
  const linear = fitLinear(job, isStopped);
  if (linear === null) return null;
  const { train, validation, featureNames, params, seed } = startFrom(job, linear);
  const { model, bestIteration, stopReason } = fitLambdaMart(train, featureNames, params, createRng(seed), {
    validation,
    onIteration: (progress) => {
      onTree(progress);
      return isStopped() ? "stop" : undefined;
    },
  });
  return isStopped() ? null : { model: { trees: model, linear: linear.linear }, trees: bestIteration, stopReason };
}
