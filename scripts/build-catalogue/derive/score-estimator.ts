import { DIMENSIONS, type Dimension } from "@/lib/engine/profile/dimensions";
import { crossValidateRidge, FOLD_COUNT } from "./cross-validate";
import type { PartialScore } from "./element-scores";
import { roundTo, toPercentileRank } from "./percentile-rank";
import { fitRidge, predictRidge } from "./ridge";

/** A fully rated occupation, seen as if only its predictors and its known elements were there. */
export interface TrainingCareer {
  /** Occupations of one group never stand on both sides of a fold. */
  readonly group: string;
  readonly predictors: readonly number[];
  /** (15,) over the elements that stay known for the occupations to be estimated */
  readonly known: readonly PartialScore[];
  /** (15,) over all elements: the truth */
  readonly full: readonly PartialScore[];
}

export interface DimensionError {
  readonly dimension: Dimension;
  readonly lambda: number;
  /** Root mean squared error on the 0-10 scale, held out. */
  readonly rmse: number;
  /** The same for the answer "the mean" for every occupation. */
  readonly baselineRmse: number;
  /** 1 - squared error / squared error of the baseline. */
  readonly rSquared: number;
}

export interface ScoreEstimator {
  /** @returns (15,) mean z-scores of an occupation without full ratings */
  readonly estimate: (predictors: readonly number[], known: readonly PartialScore[]) => number[];
  readonly trainedOn: number;
  readonly folds: number;
  readonly errors: readonly DimensionError[];
}

/**
 * Learns to estimate the elements an occupation lacks, dimension by dimension, and measures the error by
 * cross-validation. Only the missing elements are estimated; the known ones enter as they are.
 */
export function fitScoreEstimator(careers: readonly TrainingCareer[]): ScoreEstimator {
  const predictors = careers.map((career) => career.predictors);
  const targets = careers.map((career) => career.full.map((full, d) => toMissingMean(full, partAt(career.known, d))));
  const groups = careers.map((career) => career.group);
  const { lambdas, heldOut } = crossValidateRidge(predictors, targets, groups);
  const models = new Map([...new Set(lambdas)].map((lambda) => [lambda, fitRidge(predictors, targets, lambda)]));

  const truth = careers.map((career) => career.full.map((full) => full.sum / full.count));
  const guesses = careers.map((career, i) => toMeans(heldOut[i] ?? [], career.known, career.full));
  return {
    trainedOn: careers.length,
    folds: FOLD_COUNT,
    errors: DIMENSIONS.map((dimension, d) => measureError(dimension, lambdas[d] ?? 0, d, truth, guesses)),
    estimate: (row, known) => {
      const missing = lambdas.map((lambda, d) => {
        const model = models.get(lambda);
        return model ? (predictRidge(model, row)[d] ?? 0) : 0;
      });
      return toMeans(missing, known, careers[0]?.full ?? []);
    },
  };
}

/** The mean of the elements that are in `full` but not in `known`; 0 when there is none, and then it has no weight. */
function toMissingMean(full: PartialScore, known: PartialScore): number {
  return full.count === known.count ? 0 : (full.sum - known.sum) / (full.count - known.count);
}

/** Known elements as they are, missing ones at their estimate. `full` is read for the number of elements only. */
function toMeans(missing: readonly number[], known: readonly PartialScore[], full: readonly PartialScore[]): number[] {
  return full.map(({ count }, d) => {
    const part = partAt(known, d);
    return (part.sum + (count - part.count) * (missing[d] ?? 0)) / count;
  });
}

function partAt(parts: readonly PartialScore[], dimension: number): PartialScore {
  return parts[dimension] ?? { sum: 0, count: 0 };
}

/** Compares on the scale people see: percentile ranks, 0 to 10, among the fully rated occupations. */
function measureError(
  dimension: Dimension,
  lambda: number,
  d: number,
  truth: readonly (readonly number[])[],
  guesses: readonly (readonly number[])[],
): DimensionError {
  const sorted = truth.map((row) => row[d] ?? 0).sort((a, b) => a - b);
  const toRank = (row: readonly number[]) => toPercentileRank(row[d] ?? 0, sorted, 10);
  const ranks = truth.map(toRank);
  const mean = ranks.reduce((total, rank) => total + rank, 0) / ranks.length;
  let squared = 0;
  let squaredBaseline = 0;
  for (const [i, rank] of ranks.entries()) {
    const error = toRank(guesses[i] ?? []) - rank;
    squared += error * error;
    squaredBaseline += (mean - rank) * (mean - rank);
  }
  return {
    dimension,
    lambda,
    rmse: roundTo(Math.sqrt(squared / ranks.length), 3),
    baselineRmse: roundTo(Math.sqrt(squaredBaseline / ranks.length), 3),
    rSquared: roundTo(1 - squared / squaredBaseline, 3),
  };
}
