import type { JobFilters, JobPreferences, WIDENING } from "@/lib/contracts/jobs";
import { escapeLike } from "./careers";
import { Prisma } from "./generated/client";

export type WideningFilter = (typeof WIDENING)[number];

/** Filters of a feed, each skill with all spellings in lower case that mean it. */
export type SpelledFilters = Omit<JobFilters, "skills"> & { skills?: readonly (readonly string[])[] | undefined };

/** Of a job `j`: what the posting says, or else its occupation. */
export const JOB_SKILLS = Prisma.sql`(CASE WHEN cardinality(j."tags") > 0 THEN j."tags" ELSE j."typicalSkills" END)`;
export const JOB_SENIORITY = Prisma.sql`COALESCE(j."seniority", j."typicalSeniority")::text`;
/** The most that it pays; null when nobody says. */
const TOP_SALARY = Prisma.sql`COALESCE(j."salaryMax", j."salaryMin", j."typicalSalaryMax", j."typicalSalaryMin")`;

const isPlaceLike = (name: string): Prisma.Sql =>
  Prisma.sql`lower(j."location") LIKE ${`%${escapeLike(name.toLowerCase())}%`}`;

/** One condition a filter that is set. */
export function toFilterConditions(filters: SpelledFilters): Partial<Record<WideningFilter, Prisma.Sql>> {
  const conditions: Partial<Record<WideningFilter, Prisma.Sql>> = {};
  if (filters.remote !== undefined)
    conditions.remote = filters.remote ? Prisma.sql`j."isRemote"` : Prisma.sql`NOT j."isRemote"`;
  if (filters.location !== undefined) conditions.location = isPlaceLike(filters.location);
  if (filters.seniority !== undefined) {
    conditions.seniority = Prisma.sql`${JOB_SENIORITY} = ANY(${[...filters.seniority]}::text[])`;
  }
  if (filters.salary_min !== undefined)
    conditions.salary_min = Prisma.sql`${TOP_SALARY} >= ${filters.salary_min}::float8`;
  if (filters.cluster !== undefined) conditions.cluster = Prisma.sql`j."clusterId" = ${filters.cluster}`;
  if (filters.career !== undefined) conditions.career = Prisma.sql`j."careerCode" = ${filters.career}`;
  if (filters.skills !== undefined && filters.skills.length > 0) {
    const asked = filters.skills.map((spellings) => Prisma.sql`j."skillKeys" && ${[...spellings]}::text[]`);
    conditions.skills = Prisma.join(asked, " AND ");
  }
  return conditions;
}

/** What the person rules out. A job of which nobody knows the pay, place or level is not ruled out by it. */
function toPreferenceConditions(preferences: JobPreferences): Prisma.Sql[] {
  const { salaryMin, hiddenCompanies, hiddenClusters, hiddenLocations, hiddenSeniorities } = preferences;
  const conditions: Prisma.Sql[] = [];
  if (preferences.remoteOnly) conditions.push(Prisma.sql`j."isRemote"`);
  if (salaryMin !== null) conditions.push(Prisma.sql`(${TOP_SALARY} >= ${salaryMin}::float8) IS NOT FALSE`);
  if (hiddenCompanies.length > 0) {
    conditions.push(Prisma.sql`j."companyId" <> ALL(${hiddenCompanies.map(({ id }) => id)}::uuid[])`);
  }
  if (hiddenClusters.length > 0) {
    conditions.push(Prisma.sql`(j."clusterId" = ANY(${[...hiddenClusters]}::text[])) IS NOT TRUE`);
  }
  for (const place of hiddenLocations) conditions.push(Prisma.sql`NOT (${isPlaceLike(place)})`);
  if (hiddenSeniorities.length > 0) {
    conditions.push(Prisma.sql`(${JOB_SENIORITY} = ANY(${[...hiddenSeniorities]}::text[])) IS NOT TRUE`);
  }
  return conditions;
}

export type Wanted = {
  /** null for somebody seen for the first time */
  userId: string | null;
  filters: SpelledFilters;
  preferences: JobPreferences;
};

const and = (conditions: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...conditions], " AND ");

/**
 * Open jobs that the person has not swiped and does not rule out. "isActive" as it stands is what lets the partial index be used. Swipes are asked
 * for with NOT IN, which makes one table of hashes: where the planner expects few jobs it compares every job with every swipe for NOT EXISTS.
 */
function whereOpen({ userId, preferences }: Omit<Wanted, "filters">): Prisma.Sql {
  const conditions = [Prisma.sql`j."isActive"`, Prisma.sql`(j."expiresAt" IS NULL OR j."expiresAt" > now())`];
  if (userId !== null) {
    conditions.push(Prisma.sql`j."id" NOT IN (SELECT s."jobId" FROM "Swipe" s WHERE s."userId" = ${userId}::uuid)`);
  }
  return and([...conditions, ...toPreferenceConditions(preferences)]);
}

export function whereWanted(wanted: Wanted): Prisma.Sql {
  return and([whereOpen(wanted), ...Object.values(toFilterConditions(wanted.filters))]);
}

/** For each filter: jobs that fail it alone, as columns of one scan of the open jobs. */
export function toWideningQuery(wanted: Wanted): { columns: Prisma.Sql; where: Prisma.Sql } {
  const conditions = Object.entries(toFilterConditions(wanted.filters));
  const columns = conditions.map(([name, condition]) => {
    const others = conditions.filter(([other]) => other !== name).map(([, other]) => other);
    const fails = and([Prisma.sql`(${condition}) IS NOT TRUE`, ...others]);
    return Prisma.sql`count(*) FILTER (WHERE ${fails})::int AS ${Prisma.raw(`"${name}"`)}`;
  });
  return { columns: Prisma.join(columns, ", "), where: whereOpen(wanted) };
}
