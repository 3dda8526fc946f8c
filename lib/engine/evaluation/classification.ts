/**
 * How good probabilities of a yes or no are.
 *
 * Accuracy, precision, recall and F1 at a threshold of 0.5; area under the ROC curve as the share of (yes, no) pairs in the right order, ties half
 * (Mann & Whitney 1947; Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747); Brier's score (1950); expected calibration error over
 * bins of equal count (Nguyen & O'Connor 2015, arXiv:1508.05154): the mean distance, weighted by the bins' sizes, of what was said and what came true.
 * Intervals draw people, not pairs: those of one person hang together. The calibration error of a sample is biased upward, since chance alone moves bins apart.
 */
import { EngineError } from "../engine-error";
import { createRng } from "../math/random";
import { type Interval, quantile } from "../math/statistics";

/** What was said and what was so, row by row. */
export type Judged = {
  /** (n,) 0 to 1 */
  probabilities: ArrayLike<number>;
  /** (n,) 0 or 1 */
  labels: ArrayLike<number>;
};

export const CLASSIFICATION_METRICS = [
  "accuracy",
  "precision",
  "recall",
  "f1",
  "auc",
  "calibrationError",
  "brier",
] as const;
export type ClassificationMetric = (typeof CLASSIFICATION_METRICS)[number];
export type ClassificationFigures = Record<ClassificationMetric, Interval>;

const THRESHOLD = 0.5;
const CALIBRATION_BINS = 10;
const REPEATS = 300;

export type Confusion = {
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
  falseNegatives: number;
};

/** A probability of 0.5 counts as yes. */
export function toConfusion({ probabilities, labels }: Judged): Confusion {
  const confusion: Confusion = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
  for (let row = 0; row < labels.length; row++) {
    const isYes = (probabilities[row] as number) >= THRESHOLD;
    if (labels[row] === 1) confusion[isYes ? "truePositives" : "falseNegatives"]++;
    else confusion[isYes ? "falsePositives" : "trueNegatives"]++;
  }
  return confusion;
}

/** What there is nothing to divide by is NaN: precision without a yes said, recall without a yes that was so. */
export function toRates({ truePositives: tp, falsePositives: fp, trueNegatives: tn, falseNegatives: fn }: Confusion) {
  return {
    accuracy: (tp + tn) / (tp + fp + tn + fn),
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
  };
}

/** NaN without both kinds. */
export function areaUnderRoc({ probabilities, labels }: Judged): number {
  const order = Array.from({ length: labels.length }, (_, row) => row).sort(
    (a, b) => (probabilities[a] as number) - (probabilities[b] as number),
  );
  let [yes, rankSum] = [0, 0];
  for (let start = 0; start < order.length; ) {
    const value = probabilities[order[start] as number] as number;
    let end = start;
    let yesHere = 0;
    while (end < order.length && probabilities[order[end] as number] === value)
      yesHere += labels[order[end++] as number] as number;
    // Ranks from 1; those that tie share the middle of theirs.
    rankSum += (yesHere * (start + 1 + end)) / 2;
    yes += yesHere;
    start = end;
  }
  return (rankSum - (yes * (yes + 1)) / 2) / (yes * (labels.length - yes));
}

/** Mean squared distance of what was said and what was so. */
export function brierScore({ probabilities, labels }: Judged): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) sum += ((probabilities[row] as number) - (labels[row] as number)) ** 2;
  return sum / labels.length;
}

export type CalibrationBin = { count: number; said: number; wasSo: number };

/** Bins of as equal counts as can be, by what was said; fewer rows than bins make a bin each. */
export function toReliabilityCurve({ probabilities, labels }: Judged, bins = CALIBRATION_BINS): CalibrationBin[] {
  const order = Array.from({ length: labels.length }, (_, row) => row).sort(
    (a, b) => (probabilities[a] as number) - (probabilities[b] as number) || a - b,
  );
  const count = Math.min(bins, order.length);
  return Array.from({ length: count }, (_, bin) => {
    const rows = order.slice(Math.round((bin * order.length) / count), Math.round(((bin + 1) * order.length) / count));
    const meanOf = (values: ArrayLike<number>) =>
      rows.reduce((sum, row) => sum + (values[row] as number), 0) / rows.length;
    return { count: rows.length, said: meanOf(probabilities), wasSo: meanOf(labels) };
  });
}

export function calibrationError(judged: Judged, bins = CALIBRATION_BINS): number {
  return toReliabilityCurve(judged, bins).reduce(
    (sum, { count, said, wasSo }) => sum + (count / judged.labels.length) * Math.abs(said - wasSo),
    0,
  );
}

export function measureClassification(judged: Judged): Record<ClassificationMetric, number> {
  return {
    ...toRates(toConfusion(judged)),
    auc: areaUnderRoc(judged),
    calibrationError: calibrationError(judged),
    brier: brierScore(judged),
  };
}

/** The rows of each, in the order in which they first come. */
export function groupRows(keys: readonly (number | string)[]): number[][] {
  const rowsOf = new Map<number | string, number[]>();
  keys.forEach((key, row) => {
    const rows = rowsOf.get(key);
    if (rows === undefined) rowsOf.set(key, [row]);
    else rows.push(row);
  });
  return [...rowsOf.values()];
}

/**
 * All metrics with intervals of 95 %, by drawing people with replacement (percentile bootstrap).
 * @param people  (n,) whose each row is
 * @throws EngineError when lengths differ or there are no rows
 */
export function evaluateClassification(
  judged: Judged,
  people: readonly (number | string)[],
  seed: number,
  repeats = REPEATS,
): ClassificationFigures {
  const { labels, probabilities } = judged;
  if (people.length === 0 || labels.length !== people.length || probabilities.length !== people.length)
    throw new EngineError(`${probabilities.length} probabilities, ${labels.length} labels, ${people.length} people`);
  const groups = groupRows(people);
  const rng = createRng(seed);
  const drawn = Array.from({ length: repeats }, () => {
    const rows = groups.flatMap(() => groups[rng.integer(groups.length)] as number[]);
    return measureClassification({
      probabilities: rows.map((row) => probabilities[row] as number),
      labels: rows.map((row) => labels[row] as number),
    });
  });
  const estimates = measureClassification(judged);
  const toInterval = (metric: ClassificationMetric): Interval => {
    const values = drawn
      .map((one) => one[metric])
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const [low, high] =
      values.length === 0 ? [Number.NaN, Number.NaN] : [quantile(values, 0.025), quantile(values, 0.975)];
    return { estimate: estimates[metric], low, high };
  };
  return Object.fromEntries(
    CLASSIFICATION_METRICS.map((metric) => [metric, toInterval(metric)]),
  ) as ClassificationFigures;
}
