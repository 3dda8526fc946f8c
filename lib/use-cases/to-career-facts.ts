import type { CareerFacts, CareerSummary } from "@/lib/contracts/careers";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import type { CareerRow } from "@/lib/db/careers";
import { compareDimensions, type DimensionGap } from "@/lib/engine/explain/reasons";
import { toSalaryRange } from "./salary-range";

/** What a results card shows of a career's record. */
export function toCareerFacts(record: CatalogueCareer): CareerFacts {
  const { jobZone, summary, day, fits, tough, abilityVector, abilityEstimated, blsTitle, blsShared } = record;
  const { wages, outlook, education, riasec, stressPercentile, ai } = record;
  return {
    ...{ jobZone, summary, day, fits, tough, abilityVector, abilityEstimated, blsTitle, blsShared },
    ...{ wages, outlook, education, riasec, stressPercentile, ai },
  };
}

export function toGaps(ratings: readonly number[], record: CatalogueCareer): DimensionGap[] {
  return compareDimensions(ratings, record.abilityVector);
}

/** A career as lists and searches show it; the score, a cosine or a share, becomes 0 to 100. */
export function toCareerSummary(row: CareerRow): CareerSummary {
  const { record } = row;
  return {
    code: row.code,
    title: row.title,
    cluster: row.cluster,
    clusterId: row.clusterId,
    score: row.score === null ? null : Math.round(1000 * Math.min(1, Math.max(0, row.score))) / 10,
    summary: record.summary,
    salary_range: toSalaryRange(record.wages),
    growthPercent: record.outlook?.growthPercent ?? null,
    openingsPerYear: record.outlook?.openingsPerYear ?? null,
    education: record.education.typicalEntry,
    jobZone: record.jobZone,
  };
}
