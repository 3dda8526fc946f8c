/**
 * How likely a career suits a person: two classifiers of the same rows, logistic regression and boosted trees, each calibrated on people of its own, and the
 * one that serves: the one with the lower log loss on the people who tell the trees when to stop.
 *
 * Each has two calibrations. One is for pairs drawn by what is true of them, which is how the six match types are judged. The other is for careers
 * picked by the answers alone, as the product picks what it shows: there poor matches are many and strong ones few, so that the same
 * score means less. As long as the pick looks only at what the classifier sees too, it does not change what a score means.
 */
import { EngineError } from "../engine-error";
import { checkPeopleApart } from "../evaluation/person-split";
import type { Rng } from "../math/random";
import type { Matrix } from "../math/vectors";
import { type BoostParams, DEFAULT_BOOST_PARAMS } from "./boost-trees";
import { fitLogisticRegression, type LogisticModel, scoreLogistic } from "./logistic-regression";
import { fitLogisticTrees, toProbability } from "./logistic-trees";
import { fitPlattScaling, type PlattScaling, scalePlatt } from "./platt-scaling";
import { scoreTrees, type TreeModel } from "./tree-model";

export const CLASSIFIERS = ["logistic", "trees"] as const;
export type Classifier = (typeof CLASSIFIERS)[number];

/** Pairs to learn from or to judge by. */
export type MatchSet = {
  /** (n, features) NaN is not known */
  rows: Matrix;
  /** (n,) 0 or 1 */
  labels: Uint8Array;
  /** (n,) */
  weights: Float64Array;
  /** (n,) whose each row is */
  people: string[];
};

export type MatchSides = {
  train: MatchSet;
  /** Tells the trees when to stop, and which classifier serves. */
  stopping: MatchSet;
  /** Drawn as the training pairs are. */
  calibration: MatchSet;
  /** Of the same people: careers picked by the answers alone. */
  served: MatchSet;
};

type Scorer = { classifier: "logistic"; logistic: LogisticModel } | { classifier: "trees"; trees: TreeModel };
/** What is kept and served. */
export type MatchModel = Scorer & { calibration: PlattScaling };

type Fitted = Scorer & { asDrawn: PlattScaling; asServed: PlattScaling; stoppingLoss: number };
export type MatchFit = Record<Classifier, Fitted> & { chosen: Classifier };

export type MatchParams = { l2: number; trees: BoostParams };

export const DEFAULT_MATCH_PARAMS: MatchParams = {
  l2: 10,
  trees: {
    ...DEFAULT_BOOST_PARAMS,
    ...{ iterations: 300, learningRate: 0.1, numLeaves: 8, minDataInLeaf: 50, lambdaL2: 5, featureFraction: 0.7 },
    ...{ baggingFraction: 0.8, baggingFreq: 1, earlyStoppingRounds: 25 },
  },
};

/** @throws EngineError when a person is on two sides, and as the classifiers and calibrations do */
export function fitMatch(
  sides: MatchSides,
  featureNames: readonly string[],
  rng: Rng,
  params: MatchParams = DEFAULT_MATCH_PARAMS,
): MatchFit {
  const { train, stopping, calibration, served } = sides;
  for (const [one, other] of [
    [train, stopping],
    [train, calibration],
    [train, served],
    [stopping, calibration],
  ] as const)
    checkPeopleApart(one.people, other.people);
  const logistic = { classifier: "logistic", logistic: fitLogisticRegression(train, featureNames, params.l2) } as const;
  const { model } = fitLogisticTrees(train, featureNames, params.trees, rng, { validation: stopping });
  const finish = <Kind extends Scorer>(scorer: Kind) => ({
    ...scorer,
    asDrawn: calibrate(scorer, calibration),
    asServed: calibrate(scorer, served),
    stoppingLoss: meanLogLoss(scorer, stopping),
  });
  const fitted = { logistic: finish(logistic), trees: finish({ classifier: "trees", trees: model } as const) };
  return { ...fitted, chosen: fitted.trees.stoppingLoss < fitted.logistic.stoppingLoss ? "trees" : "logistic" };
}

/** (n,) log-odds, not calibrated. */
export const scoreMatch = (scorer: Scorer, rows: Matrix): Float64Array =>
  scorer.classifier === "logistic" ? scoreLogistic(scorer.logistic, rows) : scoreTrees(scorer.trees, rows);

/** (n,) how likely each career suits, 0 to 1. */
export function predictMatch(model: MatchModel, rows: Matrix): Float64Array {
  return scoreMatch(model, rows).map((score) => scalePlatt(model.calibration, score));
}

const calibrate = (scorer: Scorer, set: MatchSet): PlattScaling =>
  fitPlattScaling(scoreMatch(scorer, set.rows), set.labels, set.weights);

function meanLogLoss(scorer: Scorer, set: MatchSet): number {
  let [sum, all] = [0, 0];
  scoreMatch(scorer, set.rows).forEach((score, row) => {
    const p = toProbability(set.labels[row] === 1 ? score : -score);
    const weight = set.weights[row] as number;
    sum -= weight * Math.log(Math.max(p, Number.MIN_VALUE));
    all += weight;
  });
  return sum / all;
}

/** How much of the training weight real people have: it grows with the pairs that they judged, and is half at `half` of them. */
export const REAL_PAIRS_HALF = 2000;
export const toRealShare = (realPairs: number): number => realPairs / (realPairs + REAL_PAIRS_HALF);

/**
 * Pairs of simulated people, followed by those of real ones, weighted so that the real ones have their share of the whole.
 * @param share  [0, 1) of the weight; without real pairs it is 0
 */
export function mixPairs(simulated: MatchSet, real: MatchSet, share: number): MatchSet {
  if (!(share >= 0 && share < 1)) throw new EngineError(`the real share must be at least 0 and below 1, got ${share}`);
  if (real.labels.length === 0) return simulated;
  const sumOf = ({ weights }: MatchSet) => weights.reduce((sum, weight) => sum + weight, 0);
  // A simulated pair keeps its weight, so that penalties and least sums of a leaf mean what they did.
  const scale = (share / (1 - share)) * (sumOf(simulated) / sumOf(real));
  return joinPairs(simulated, { ...real, weights: real.weights.map((weight) => weight * scale) });
}

/** The pairs of both, as they are. */
export function joinPairs(one: MatchSet, other: MatchSet): MatchSet {
  const { cols } = one.rows;
  if (cols !== other.rows.cols) throw new EngineError(`rows of ${cols} and of ${other.rows.cols} cannot be joined`);
  const rows = one.rows.rows + other.rows.rows;
  const data = new Float64Array(rows * cols);
  data.set(one.rows.data);
  data.set(other.rows.data, one.rows.data.length);
  return {
    rows: { data, rows, cols },
    labels: Uint8Array.from([...one.labels, ...other.labels]),
    weights: Float64Array.from([...one.weights, ...other.weights]),
    people: [...one.people, ...other.people],
  };
}

export function takePairs(set: MatchSet, isTaken: (row: number) => boolean): MatchSet {
  const { data, cols } = set.rows;
  const rows = Array.from(set.labels.keys()).filter(isTaken);
  const taken = new Float64Array(rows.length * cols);
  rows.forEach((row, at) => {
    taken.set(data.subarray(row * cols, (row + 1) * cols), at * cols);
  });
  return {
    rows: { data: taken, rows: rows.length, cols },
    labels: Uint8Array.from(rows, (row) => set.labels[row] as number),
    weights: Float64Array.from(rows, (row) => set.weights[row] as number),
    people: rows.map((row) => set.people[row] as string),
  };
}
