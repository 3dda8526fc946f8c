import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import type { CheckJobReply } from "@/lib/contracts/employer";
import { toYearWage } from "@/lib/db/career-facts";

export type YearWages = NonNullable<CheckJobReply["wages"]>;

const PERCENTILES = ["p10", "p25", "median", "p75", "p90"] as const;
const CEILING_YEAR = 239_200;

/**
 * An occupation's wages by the year. Where the statistics say only that a wage is at least their ceiling, the ceiling stands.
 * @returns null when one of the percentiles is not published
 */
export function toYearWages(wages: CatalogueCareer["wages"]): YearWages | null {
  if (wages === null) return null;
  const values = PERCENTILES.map((name) => (wages.topCoded.includes(name) ? CEILING_YEAR : toYearWage(wages, name)));
  const [p10, p25, median, p75, p90] = values;
  if (p10 == null || p25 == null || median == null || p75 == null || p90 == null) return null;
  return { p10, p25, median, p75, p90 };
}

/**
 * Where the middle of what is offered lies among the wages; one end alone counts as the middle.
 * @returns null without an offer or without wages
 */
export function judgeSalary(
  wages: YearWages | null,
  { salaryMin, salaryMax }: { salaryMin: number | null; salaryMax: number | null },
): CheckJobReply["salaryVerdict"] {
  if (wages === null || (salaryMin === null && salaryMax === null)) return null;
  const middle = ((salaryMin ?? salaryMax ?? 0) + (salaryMax ?? salaryMin ?? 0)) / 2;
  // Nobody knows how far above the ceiling wages go, so nothing is above it.
  const isAbove = (wage: number): boolean => wage < CEILING_YEAR && middle > wage;
  if (middle < wages.p10) return "below";
  if (middle < wages.p25) return "low";
  if (!isAbove(wages.p75)) return "typical";
  return isAbove(wages.p90) ? "above" : "high";
}
