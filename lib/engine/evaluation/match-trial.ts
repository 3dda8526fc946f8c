/**
 * One training of a match model from beginning to end: simulated people, real pairs mixed in with their share, both classifiers, and figures on people
 * held out. All of what goes in and comes out is plain data, so that it can be done in a thread of its own.
 */
import type { CareerFeatureFacts } from "../features/career-features";
import { MATCH_FEATURE_NAMES } from "../features/match-features";
import { createRng } from "../math/random";
import { bootstrapMean, type Interval, mean } from "../math/statistics";
import {
  fitMatch,
  joinPairs,
  type MatchFit,
  type MatchModel,
  type MatchSet,
  mixPairs,
  predictMatch,
  takePairs,
  toRealShare,
} from "../models/match-model";
import type { CareerIndex } from "../scoring/career-index";
import { MATCH_SPLIT, type MatchMode, type MatchSide, simulateMatches } from "../simulate/match-sets";
import { type ClassificationFigures, evaluateClassification, groupRows } from "./classification";
import { evaluateMatch, type MatchEvaluation } from "./match-report";
import { splitPeople } from "./person-split";

export type MatchTrial = {
  index: CareerIndex;
  facts: CareerFeatureFacts;
  /** Of real people; empty in the demo. */
  real: MatchSet;
  /** What serves now; null when nothing does. */
  current: MatchModel | null;
  people: number;
  seed: number;
  mode: MatchMode;
};

export type MatchTrialResult = {
  fit: MatchFit;
  data: { people: number; pairs: number; realPeople: number; realPairs: number; realShare: number };
  evaluation: MatchEvaluation;
  /** Of the classifier that serves, on real people held out; null while there are too few. */
  real: { pairs: number; figures: ClassificationFigures } | null;
  /** Brier score on people held out beyond that of what serves now, below 0 when better; null when nothing serves. */
  beyondCurrent: Interval | null;
};

/** Pairs of real people held out that are needed for figures that mean anything. */
const REAL_TEST_MIN = 50;
const BOOTSTRAP_SEED = 11;

/** @throws EngineError as fitMatch does */
export function runMatchTrial({ index, facts, real, current, ...options }: MatchTrial): MatchTrialResult {
  const { people, seed } = options;
  const sets = simulateMatches(index, facts, options);
  const sideOf = splitPeople(real.people, MATCH_SPLIT, seed);
  const realSide = (side: MatchSide): MatchSet => takePairs(real, (row) => sideOf[row] === side);
  const realPairs = real.labels.length;
  const realShare = toRealShare(realPairs);
  const mix = (side: "train" | "stopping" | "calibration" | "served"): MatchSet =>
    mixPairs(sets[side], realSide(side === "served" ? "calibration" : side), realShare);
  const sides = {
    train: mix("train"),
    stopping: mix("stopping"),
    calibration: mix("calibration"),
    served: mix("served"),
  };
  const fit = fitMatch(sides, MATCH_FEATURE_NAMES, createRng(seed));
  const chosen = fit[fit.chosen];
  const model: MatchModel = { ...chosen, calibration: chosen.asServed };
  const realTest = realSide("test");
  return {
    fit,
    data: { people, pairs: sets.train.labels.length, realPeople: new Set(real.people).size, realPairs, realShare },
    evaluation: evaluateMatch(fit, sets, seed),
    real: judgeReal(model, realTest),
    beyondCurrent: current === null ? null : compareBrier(model, current, joinPairs(sets.servedTest, realTest)),
  };
}

function judgeReal(model: MatchModel, test: MatchSet): MatchTrialResult["real"] {
  const yes = test.labels.reduce((sum, label) => sum + label, 0);
  if (test.labels.length < REAL_TEST_MIN || yes === 0 || yes === test.labels.length) return null;
  const judged = { probabilities: predictMatch(model, test.rows), labels: test.labels };
  return { pairs: test.labels.length, figures: evaluateClassification(judged, test.people, BOOTSTRAP_SEED) };
}

/** Squared error of one beyond that of the other, the mean a person, with the interval of 95 % over people. */
function compareBrier(one: MatchModel, other: MatchModel, set: MatchSet): Interval {
  const [own, theirs] = [predictMatch(one, set.rows), predictMatch(other, set.rows)];
  const error = (said: Float64Array, row: number) => ((said[row] as number) - (set.labels[row] as number)) ** 2;
  const differences = groupRows(set.people).map((rows) =>
    mean(rows.map((row) => error(own, row) - error(theirs, row))),
  );
  return bootstrapMean(differences, createRng(BOOTSTRAP_SEED));
}
