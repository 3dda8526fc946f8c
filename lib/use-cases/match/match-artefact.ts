import { type MatchArtefact, MatchArtefactSchema } from "@/lib/contracts/match";
import { MATCH_FEATURE_NAMES, MATCH_FEATURES } from "@/lib/engine/features/match-features";
import type { MatchFit, MatchModel } from "@/lib/engine/models/match-model";
import { parseLightGbm } from "@/lib/engine/models/parse-lightgbm";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";

/** A match model with what is known of how it came about. */
export type KnownMatchModel = Pick<MatchArtefact, "realShare" | "realPairs" | "origin"> & { model: MatchModel };

/** The classifier that serves, with the calibration for careers that the product picks. */
export function writeMatchArtefact(
  fit: MatchFit,
  known: Pick<MatchArtefact, "realShare" | "realPairs" | "origin">,
): string {
  const chosen = fit[fit.chosen];
  const artefact: MatchArtefact = {
    featureVersion: MATCH_FEATURES.version,
    ...known,
    classifier: chosen.classifier,
    logistic: chosen.classifier === "logistic" ? toMutable(chosen.logistic) : null,
    trees: chosen.classifier === "trees" ? writeLightGbm(chosen.trees) : null,
    calibration: chosen.asServed,
  };
  return `${JSON.stringify(artefact, null, 2)}\n`;
}

type StoredLogistic = NonNullable<MatchArtefact["logistic"]>;

function toMutable(model: Readonly<Record<keyof StoredLogistic, unknown>>): StoredLogistic {
  return structuredClone(model) as StoredLogistic;
}

/** @throws Error when it is not whole, or its features are not those of today's table, in their order */
export function parseMatchArtefact(text: string): KnownMatchModel {
  const { featureVersion, classifier, logistic, trees, calibration, ...known } = MatchArtefactSchema.parse(
    JSON.parse(text),
  );
  if (featureVersion !== MATCH_FEATURES.version)
    throw new Error(`the model's features are ${featureVersion}, not ${MATCH_FEATURES.version}`);
  if (classifier === "logistic" && logistic !== null) {
    checkNames(logistic.featureNames);
    if (![logistic.means, logistic.sds, logistic.weights].every(({ length }) => length === MATCH_FEATURE_NAMES.length))
      throw new Error("the model's weights are not as many as its features");
    return { ...known, model: { classifier, logistic, calibration } };
  }
  const model = parseLightGbm(trees ?? "");
  checkNames(model.featureNames);
  return { ...known, model: { classifier: "trees", trees: model, calibration } };
}

function checkNames(names: readonly string[]): void {
  if (names.join() !== MATCH_FEATURE_NAMES.join())
    throw new Error(`the model's features are not those of ${MATCH_FEATURES.version}, in their order`);
}
