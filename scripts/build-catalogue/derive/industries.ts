import type { SectorJobs } from "../sources/bls-sectors";
import { roundTo } from "./percentile-rank";

const INDUSTRY_COUNT_MAX = 5;

/**
 * The sectors with most of an occupation's jobs.
 * @param employment  all its jobs; where null, or less than the sectors have by rounding, their sum stands in
 * @returns at most 5 shares, largest first; sectors below 0.1 % are left out
 */
export function toIndustries(
  sectors: readonly SectorJobs[],
  employment: number | null,
): { name: string; percent: number }[] {
  const sum = sectors.reduce((total, sector) => total + sector.jobs, 0);
  const total = Math.max(employment ?? 0, sum);
  return [...sectors]
    .sort((a, b) => b.jobs - a.jobs || (a.name < b.name ? -1 : 1))
    .slice(0, INDUSTRY_COUNT_MAX)
    .map(({ name, jobs }) => ({ name, percent: roundTo((100 * jobs) / total, 1) }))
    .filter((industry) => industry.percent > 0);
}
