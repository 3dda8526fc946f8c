/**
 * What is reported of a match classifier: its figures beside those of the Bayes-optimal rule, which knows the true probabilities, and what a figure that is
 * too good says. Whoever knows everything is right max(P, 1 - P) of the time; a classifier that sees less cannot do better but by chance, so one that
 * does has seen the labels.
 */
import { mean } from "../math/statistics";
import { CLASSIFIERS, type Classifier, type MatchFit, scoreMatch } from "../models/match-model";
import { scalePlatt } from "../models/platt-scaling";
import { MATCH_TYPES, type MatchType } from "../simulate/match-pairs";
import type { SimulatedMatches, SimulatedMatchSet } from "../simulate/match-sets";
import { type ClassificationFigures, evaluateClassification, toReliabilityCurve } from "./classification";

export type MatchFigures = {
  pairs: number;
  people: number;
  /** Exact, from the generator's own probabilities. */
  ceiling: { accuracy: number };
  bayes: ClassificationFigures;
} & Record<Classifier, ClassificationFigures>;

export type MatchTypeFigures = { type: MatchType; pairs: number; suited: number; bayes: number } & Record<
  Classifier,
  number
>;

export type MatchEvaluation = {
  /** The six types' pairs, and careers picked by the answers alone, of people held out. */
  drawn: MatchFigures;
  served: MatchFigures;
  /** Accuracy by type. */
  types: MatchTypeFigures[];
  /** What was said of careers picked by the answers alone, and what came true, by the classifier that serves. */
  reliability: { count: number; said: number; wasSo: number }[];
};

/** @throws EngineError when a set is empty */
export function evaluateMatch(fit: MatchFit, { test, servedTest }: SimulatedMatches, seed: number): MatchEvaluation {
  const said = (classifier: Classifier, set: SimulatedMatchSet, calibration: "asDrawn" | "asServed"): Float64Array =>
    scoreMatch(fit[classifier], set.rows).map((score) => scalePlatt(fit[classifier][calibration], score));
  const figures = (set: SimulatedMatchSet, calibration: "asDrawn" | "asServed"): MatchFigures => {
    const judge = (probabilities: ArrayLike<number>) =>
      evaluateClassification({ probabilities, labels: set.labels }, set.people, seed);
    return {
      ...{ pairs: set.labels.length, people: new Set(set.people).size },
      ceiling: { accuracy: mean(set.suits.map((p) => Math.max(p, 1 - p))) },
      bayes: judge(set.suits),
      logistic: judge(said("logistic", set, calibration)),
      trees: judge(said("trees", set, calibration)),
    };
  };
  const byClassifier = { logistic: said("logistic", test, "asDrawn"), trees: said("trees", test, "asDrawn") };
  const servedSaid = said(fit.chosen, servedTest, "asServed");
  return {
    ...{ drawn: figures(test, "asDrawn"), served: figures(servedTest, "asServed") },
    types: MATCH_TYPES.map((type) => toTypeFigures(type, test, byClassifier)).filter(({ pairs }) => pairs > 0),
    reliability: toReliabilityCurve({ probabilities: servedSaid, labels: servedTest.labels }),
  };
}

function toTypeFigures(
  type: MatchType,
  set: SimulatedMatchSet,
  said: Record<Classifier, Float64Array>,
): MatchTypeFigures {
  const rows = Array.from(set.labels.keys()).filter((row) => set.types[row] === type);
  const accuracy = (probabilities: Float64Array): number =>
    mean(rows.map((row) => Number((probabilities[row] as number) >= 0.5 === (set.labels[row] === 1))));
  return {
    ...{ type, pairs: rows.length, suited: mean(rows.map((row) => set.labels[row] as number)) },
    ...{ bayes: accuracy(set.suits), logistic: accuracy(said.logistic), trees: accuracy(said.trees) },
  };
}

/** Why production figures are too good to be true; empty when they are not. */
export function findLeaks({ drawn, served }: Pick<MatchEvaluation, "drawn" | "served">): string[] {
  return [drawn, served].flatMap((figures) =>
    CLASSIFIERS.flatMap((classifier) => {
      const own = figures[classifier];
      const leaks: string[] = [];
      if (own.accuracy.estimate >= 1 || own.auc.estimate >= 1) leaks.push(`${classifier} is right every time`);
      for (const metric of ["accuracy", "auc"] as const)
        if (own[metric].estimate > figures.bayes[metric].high)
          leaks.push(`${classifier} has ${metric} ${own[metric].estimate.toFixed(3)}, above the ceiling's interval`);
      return leaks;
    }),
  );
}
