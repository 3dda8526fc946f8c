import type { ClassificationFigures } from "@/lib/engine/evaluation/classification";
import type { MatchEvaluation, MatchFigures } from "@/lib/engine/evaluation/match-report";
import type { Row, Table } from "./report";

const METRIC_ROWS = [
  ["accuracy", "accuracy"],
  ["precision", "precision"],
  ["recall", "recall"],
  ["F1", "f1"],
  ["AUC", "auc"],
  ["calibration error", "calibrationError"],
  ["Brier score", "brier"],
] as const satisfies readonly (readonly [string, keyof ClassificationFigures])[];

function toRows({ logistic, trees, bayes }: MatchFigures): Row[] {
  return METRIC_ROWS.map(([figure, metric]) => ({
    figure,
    "logistic regression": logistic[metric],
    "boosted trees": trees[metric],
    "Bayes-optimal rule": bayes[metric],
  }));
}

/** What is printed of a match classifier. */
export function toMatchTables({ drawn, served, types, reliability }: MatchEvaluation, mode: string): Table[] {
  const size = ({ pairs, people, ceiling }: MatchFigures): string =>
    `${pairs} pairs of ${people} people held out; knowing all, one is right ${(100 * ceiling.accuracy).toFixed(1)} % of the time. 95 % bootstrap intervals over people.`;
  const tables: Table[] = [
    {
      name: mode === "demo" ? "Demo: similar against dissimilar careers" : "Pairs of the six match types",
      note:
        mode === "demo"
          ? `Trivially separable by construction: labels are what similarity says, and answers have no noise. It shows that learning works, not how well. ${size(drawn)}`
          : `${size(drawn)} The Bayes-optimal rule knows the true probabilities; the classifiers see noisy answers.`,
      rows: toRows(drawn),
    },
  ];
  if (mode === "demo") return tables;
  return [
    ...tables,
    {
      name: "Careers as the product picks them",
      note: `By the answers alone: half among a person's ten best, half anywhere; calibrated for that. ${size(served)}`,
      rows: toRows(served),
    },
    {
      name: "Accuracy by match type",
      note: "Suited is the share of label 1.",
      rows: types.map(({ type, pairs, suited, logistic, trees, bayes }) => ({
        ...{ type: type.replace("_", " "), pairs, suited },
        ...{ "logistic regression": logistic, "boosted trees": trees, "Bayes-optimal rule": bayes },
      })),
    },
    {
      name: "What was said, and what came true",
      note: "Of careers as the product picks them, by the classifier that serves.",
      rows: reliability.map(({ count, said, wasSo }) => ({ pairs: count, said, "came true": wasSo })),
    },
  ];
}
