import type { Catalogue } from "../build-catalogue";
import { CLUSTERS } from "../clusters";
import type { VectorMethod } from "../derive/ability-vectors";
import type { SkillsSource } from "../derive/career-ratings";
import type { DimensionError, ScoreEstimator } from "../derive/score-estimator";
import type { Sources } from "../read-sources";
import { listSources } from "./source-list";

export type CatalogueReport = ReturnType<typeof toCatalogueReport>;

const ESTIMATED_METHODS = ["profile", "scores", "relatives"] as const satisfies readonly VectorMethod[];
const SKILLS_SOURCES = ["release", "profiles", "wide", "none"] as const satisfies readonly SkillsSource[];

/** Everything a reviewer of new catalogue files wants to know. Holds no time and no path, so that it is reproducible. */
export function toCatalogueReport(catalogue: Catalogue, sources: Sources) {
  const { careers, abilities } = catalogue;
  const codesOf = (isChosen: (career: (typeof careers)[number], index: number) => boolean) =>
    careers.filter(isChosen).map((career) => career.code);
  const methodCodes = (method: VectorMethod) => codesOf((_, index) => abilities.methods[index] === method);
  return {
    sources: listSources(sources.folders),
    careers: careers.length,
    clusters: CLUSTERS.map(({ id, name }) => ({
      id,
      name,
      careers: careers.filter((career) => career.cluster === id).length,
    })),
    abilityVectors: {
      rated: methodCodes("rated").length,
      estimated: Object.fromEntries(ESTIMATED_METHODS.map((method) => [method, methodCodes(method)])),
      droppedProfiles: sources.profiles.droppedCodes,
      profileEstimator: toEstimatorReport(abilities.profileEstimator),
      scoresEstimator: toEstimatorReport(abilities.scoresEstimator),
    },
    ratings: {
      skillsFrom: Object.fromEntries(
        SKILLS_SOURCES.map((from) => [
          from,
          [...catalogue.ratings.values()].filter((r) => r.skillsSource === from).length,
        ]),
      ),
      withoutKnowledge: codesOf((career) => career.knowledge === null).length,
      withoutAbilities: codesOf((career) => career.abilities === null).length,
    },
    wages: {
      missing: codesOf((career) => career.wages === null),
      hourlyOnly: codesOf((career) => career.wages?.period === "hour"),
      topCoded: toTopCodedCounts(careers),
    },
    bls: {
      missingOutlook: codesOf((career) => career.outlook === null),
      shared: codesOf((career) => career.blsShared).length,
      missingIndustries: codesOf((career) => career.industries.length === 0),
    },
    education: {
      missingDistribution: codesOf(({ code }) => !sources.education.has(code)).length,
      unreliableDistribution: codesOf(({ code }) => sources.education.get(code)?.isUnreliable === true).length,
      missingTypicalEntry: codesOf((career) => career.education.typicalEntry === null),
    },
    missingWorkStyles: codesOf((career) => career.styles.length === 0),
    missingWorkValues: codesOf((career) => career.values === null),
    missingMajors: codesOf((career) => career.majors.length === 0).length,
    missingAlternateTitles: codesOf((career) => career.alternateTitles.length === 0),
    missingTechnologies: codesOf((career) => career.technologies.length === 0),
    missingExposure: codesOf((career) => career.ai.exposure === null),
    missingApplicability: codesOf((career) => career.ai.applicability === null),
    occupationsWithoutText: [...sources.jobZones.keys()].filter(
      (code) => !careers.some((career) => career.code === code),
    ),
  };
}

function toEstimatorReport({ trainedOn, folds, errors }: ScoreEstimator): {
  trainedOn: number;
  folds: number;
  errors: readonly DimensionError[];
} {
  return { trainedOn, folds, errors };
}

function toTopCodedCounts(careers: Catalogue["careers"]): Record<string, number> {
  const counts: Record<string, number> = { careers: 0, p10: 0, p25: 0, median: 0, p75: 0, p90: 0 };
  for (const { wages } of careers) {
    if (wages && wages.topCoded.length > 0) counts.careers = (counts.careers ?? 0) + 1;
    for (const percentile of wages?.topCoded ?? []) counts[percentile] = (counts[percentile] ?? 0) + 1;
  }
  return counts;
}
