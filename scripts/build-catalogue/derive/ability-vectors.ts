import type { CatalogueElements } from "@/lib/contracts/catalogue";
import { DIMENSION_MAX, DIMENSIONS } from "@/lib/engine/profile/dimensions";
import type { ElementKind } from "./dimension-elements";
import {
  type KindRatings,
  type PartialScore,
  toElementPositions,
  toElementStandards,
  toPartialScores,
} from "./element-scores";
import { toPercentileRanks } from "./percentile-rank";
import { fitScoreEstimator, type ScoreEstimator } from "./score-estimator";

/** What is known about one occupation's ratings. */
export interface AbilityEvidence {
  readonly code: string;
  readonly ratings: KindRatings & { readonly interests: readonly number[] };
  /** Skill and activity importances of its 6-digit occupation, with the skills in catalogue order. */
  readonly profile: {
    readonly values: readonly number[];
    readonly skills: readonly number[];
    readonly isOwn: boolean;
  } | null;
  /** BLS skill scores of its BLS occupation. */
  readonly scores: readonly number[] | null;
}

/** How a vector came about: all ratings there, or estimated from one of three kinds of evidence. */
export type VectorMethod = "rated" | "profile" | "scores" | "relatives";

export interface AbilityVectors {
  /** (n, 15) in the order of DIMENSIONS */
  readonly vectors: readonly (readonly number[])[];
  /** (n,) */
  readonly methods: readonly VectorMethod[];
  readonly profileEstimator: ScoreEstimator;
  readonly scoresEstimator: ScoreEstimator;
}

const ALL_KINDS: readonly ElementKind[] = ["skills", "knowledge", "abilities", "interests"];
const GROUP_LENGTH = "15-1252".length;

/**
 * Places every occupation on the 15 dimensions: mean z-score of the dimension's elements, then percentile rank among all.
 * @param careers  sorted by code, so that folds and therefore bytes are the same every time
 */
export function deriveAbilityVectors(careers: readonly AbilityEvidence[], elements: CatalogueElements): AbilityVectors {
  const standards = toElementStandards(careers.map((career) => career.ratings));
  const positionOf = toElementPositions(elements);
  const partsOf = (ratings: KindRatings, kinds: readonly ElementKind[]) =>
    toPartialScores(ratings, kinds, standards, positionOf);

  const rated = careers.filter(isRated);
  const toTraining = (career: AbilityEvidence, predictors: readonly number[], kinds: readonly ElementKind[]) => ({
    group: career.code.slice(0, GROUP_LENGTH),
    predictors: [...predictors, ...career.ratings.interests],
    known: partsOf(career.ratings, kinds),
    full: partsOf(career.ratings, ALL_KINDS),
  });
  const profileEstimator = fitScoreEstimator(
    rated.flatMap((career) =>
      career.profile?.isOwn ? [toTraining(career, career.profile.values, ["skills", "interests"])] : [],
    ),
  );
  const scoresEstimator = fitScoreEstimator(
    rated.flatMap((career) => (career.scores ? [toTraining(career, career.scores, ["interests"])] : [])),
  );

  const ratedMeans = new Map(rated.map((career) => [career.code, toMeans(partsOf(career.ratings, ALL_KINDS))]));
  const methods = careers.map(toMethod);
  const means = careers.map((career, index): readonly number[] => {
    const { interests } = career.ratings;
    if (methods[index] === "profile" && career.profile) {
      const ratings = { ...career.ratings, skills: career.profile.skills };
      return profileEstimator.estimate(
        [...career.profile.values, ...interests],
        partsOf(ratings, ["skills", "interests"]),
      );
    }
    if (methods[index] === "scores" && career.scores) {
      return scoresEstimator.estimate([...career.scores, ...interests], partsOf(career.ratings, ["interests"]));
    }
    return ratedMeans.get(career.code) ?? toRelativesMean(career.code, ratedMeans);
  });
  return { vectors: toRanks(means), methods, profileEstimator, scoresEstimator };
}

function isRated({ ratings }: AbilityEvidence): boolean {
  return ratings.skills !== null && ratings.knowledge !== null && ratings.abilities !== null;
}

function toMethod(career: AbilityEvidence): VectorMethod {
  if (isRated(career)) return "rated";
  if (career.profile) return "profile";
  return career.scores ? "scores" : "relatives";
}

function toMeans(parts: readonly PartialScore[]): number[] {
  return parts.map(({ sum, count }) => sum / count);
}

/**
 * The last resort: the mean of the rated occupations whose codes agree longest, from the same 6-digit occupation up to the
 * same major group.
 */
export function toRelativesMean(code: string, ratedMeans: ReadonlyMap<string, readonly number[]>): number[] {
  for (let length = GROUP_LENGTH; length >= 2; length--) {
    const relatives = [...ratedMeans].filter(([other]) => other.startsWith(code.slice(0, length)));
    if (relatives.length === 0) continue;
    return DIMENSIONS.map((_, d) => relatives.reduce((sum, [, means]) => sum + (means[d] ?? 0), 0) / relatives.length);
  }
  throw new Error(`${code} has no ratings and no rated relative in its major group`);
}

function toRanks(means: readonly (readonly number[])[]): number[][] {
  const columns = DIMENSIONS.map((_, d) =>
    toPercentileRanks(
      means.map((row) => row[d] ?? 0),
      DIMENSION_MAX,
    ),
  );
  return means.map((_, i) => columns.map((column) => column[i] ?? 0));
}
