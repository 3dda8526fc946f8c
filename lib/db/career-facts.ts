import type { CatalogueCareer } from "@/lib/contracts/catalogue";

const HOURS_A_YEAR = 2080;

type Wages = NonNullable<CatalogueCareer["wages"]>;

/** A wage a year in US dollars; hourly wages as a full-time year, as the statistics office does; null when unknown. */
export function toYearWage(wages: Wages, name: "p10" | "p25" | "median" | "p75" | "p90"): number | null {
  const wage = wages[name];
  if (wage === null) return null;
  return wages.period === "hour" ? wage * HOURS_A_YEAR : wage;
}

export function toMedianWageYear(wages: CatalogueCareer["wages"]): number | null {
  return wages === null ? null : toYearWage(wages, "median");
}

const LEVELS: Record<NonNullable<CatalogueCareer["education"]["typicalEntry"]>, number> = {
  "No formal educational credential": 0,
  "High school diploma or equivalent": 0,
  "Some college, no degree": 1,
  "Postsecondary nondegree award": 1,
  "Associate's degree": 2,
  "Bachelor's degree": 3,
  "Master's degree": 4,
  "Doctoral or professional degree": 5,
};
const LEVEL_BY_JOB_ZONE = [0, 0, 0, 1, 3, 4];

/** 0 high school or less, 1 certificate or some college, 2 associate, 3 bachelor, 4 master, 5 doctorate; by job zone where unknown. */
export function toSchoolingLevel(career: Pick<CatalogueCareer, "education" | "jobZone">): number {
  const { typicalEntry } = career.education;
  return typicalEntry === null ? (LEVEL_BY_JOB_ZONE[career.jobZone] ?? 0) : LEVELS[typicalEntry];
}
