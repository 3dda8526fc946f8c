import { z } from "zod";
import { SenioritySchema } from "@/lib/contracts/jobs";
import type { DbOrTx } from "./open";

const PopularitySchema = z.object({
  jobs: z.array(z.tuple([z.string(), z.string(), z.string().nullable(), z.string().nullable(), z.array(z.number())])),
  companies: z.array(z.tuple([z.string(), z.number()])),
});
/** What came of each shown job, and how many jobs each company has. */
export type JobPopularityRows = z.infer<typeof PopularitySchema>;

/**
 * Of jobs that were shown before a moment, what was done with them before it; each person counts once a job. Counts are the people it
 * was shown to, right swipes, left swipes and people who opened it, after id, company, field and occupation.
 */
export async function listJobPopularity(db: DbOrTx, before: Date): Promise<JobPopularityRows> {
  const [row] = await db.$queryRaw<{ jobs: string; companies: string }[]>`
    SELECT (SELECT COALESCE(json_agg(json_build_array(j."id", j."companyId", j."clusterId", j."careerCode",
        json_build_array(i."shown", COALESCE(s."likes", 0), COALESCE(s."passes", 0), COALESCE(n."opens", 0)))), '[]')::text
      FROM (SELECT "jobId", count(DISTINCT "userId") AS "shown" FROM "JobImpression" WHERE "createdAt" < ${before} GROUP BY 1) i
      JOIN "Job" j ON j."id" = i."jobId"
      LEFT JOIN (SELECT "jobId", count(*) FILTER (WHERE "direction" = 'RIGHT') AS "likes", count(*) FILTER (WHERE "direction" = 'LEFT') AS "passes"
        FROM "Swipe" WHERE "createdAt" < ${before} GROUP BY 1) s ON s."jobId" = i."jobId"
      LEFT JOIN (SELECT "jobId", count(DISTINCT "userId") AS "opens" FROM "JobInteraction" WHERE "createdAt" < ${before} AND "action" = 'open'
        GROUP BY 1) n ON n."jobId" = i."jobId") AS "jobs",
      (SELECT COALESCE(json_agg(json_build_array(c."companyId", c."jobs")), '[]')::text FROM (
        SELECT "companyId", count(*) AS "jobs" FROM "Job" WHERE "createdAt" < ${before} GROUP BY 1) c) AS "companies"`;
  return PopularitySchema.parse({
    jobs: JSON.parse(row?.jobs ?? "[]"),
    companies: JSON.parse(row?.companies ?? "[]"),
  });
}

/** Swipes that are looked back on. */
const SWIPES_MAX = 200;

const SwipedJobSchema = z.object({
  isLiked: z.boolean(),
  careerCode: z.string().nullable(),
  clusterId: z.string().nullable(),
  companyId: z.string(),
  seniority: SenioritySchema.nullable(),
  isRemote: z.boolean(),
  salaryMin: z.number().nullable(),
  salaryMax: z.number().nullable(),
  typicalSalaryMin: z.number().nullable(),
  typicalSalaryMax: z.number().nullable(),
});
export type SwipedJobRow = z.infer<typeof SwipedJobSchema>;

/** The latest swipes of a person since they had what these taught forgotten, with what the jobs say of themselves. */
export async function listSwipedJobs(db: DbOrTx, userId: string): Promise<SwipedJobRow[]> {
  const rows = await db.$queryRaw<{ jobs: string }[]>`
    SELECT COALESCE(json_agg(row_to_json(s)), '[]')::text AS "jobs" FROM (
      SELECT s."direction" = 'RIGHT' AS "isLiked", j."careerCode", j."clusterId", j."companyId",
        COALESCE(j."seniority", j."typicalSeniority") AS "seniority", j."isRemote", j."salaryMin", j."salaryMax", j."typicalSalaryMin",
        j."typicalSalaryMax"
      FROM "Swipe" s JOIN "Job" j ON j."id" = s."jobId"
      LEFT JOIN "JobProfile" p ON p."userId" = s."userId"
      WHERE s."userId" = ${userId}::uuid AND (p."learnsSinceAt" IS NULL OR s."createdAt" > p."learnsSinceAt")
      ORDER BY s."createdAt" DESC, s."jobId" LIMIT ${SWIPES_MAX}) s`;
  return z.array(SwipedJobSchema).parse(JSON.parse(rows[0]?.jobs ?? "[]"));
}

/** Swipes and what else was done with shown jobs since a moment. */
export async function countJobInteractions(db: DbOrTx, since: Date): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT ((SELECT count(*) FROM "Swipe" WHERE "createdAt" >= ${since})
      + (SELECT count(*) FROM "JobInteraction" WHERE "createdAt" >= ${since} AND "impressionId" IS NOT NULL))::int AS "count"`;
  return rows[0]?.count ?? 0;
}

const ShownJobsSchema = z.object({
  userId: z.string(),
  shownAtMs: z.number(),
  /** Of the rows in the order in which they were shown. */
  features: z.array(z.array(z.number().nullable())),
  /** null of a row that was not swiped, or only once it was shown again another day */
  swipes: z.array(z.enum(["LEFT", "RIGHT"]).nullable()),
  /** What else was done with each row: kind, and the seconds of a view. */
  events: z.array(z.array(z.tuple([z.string(), z.number().nullable()]))),
});
/** What somebody was shown in a day, and what came of it. */
export type ShownJobsRow = z.infer<typeof ShownJobsSchema>;

/**
 * What people were shown between two moments, each person once, by their ids; a job that came several times as it was shown last. A swipe belongs to
 * the last showing before it, since midnight (UTC) comes while people swipe. Whoever does not want to be recorded is left out.
 * @param query  answeredBefore ends what came of it
 * @param afterId  the last one of the page before
 */
export async function listShownJobs(
  db: DbOrTx,
  query: { featureVersion: string; since: Date; before: Date; answeredBefore: Date },
  afterId: string | null,
  limit: number,
): Promise<ShownJobsRow[]> {
  const rows = await db.$queryRaw<{ list: string }[]>`
    WITH people AS (
      SELECT i."userId", min(i."createdAt") AS "shownAt" FROM "JobImpression" i JOIN "User" u ON u."id" = i."userId"
      WHERE i."createdAt" >= ${query.since} AND i."createdAt" < ${query.before} AND i."featureVersion" = ${query.featureVersion}
        AND u."trackingConsent" IS NOT FALSE AND i."userId" > ${afterId ?? "00000000-0000-0000-0000-000000000000"}::uuid
      GROUP BY 1 ORDER BY 1 LIMIT ${limit}
    )
    SELECT json_build_object('userId', p."userId", 'shownAtMs', extract(epoch FROM p."shownAt")::float8 * 1000,
      'features', r."features", 'swipes', r."swipes", 'events', r."events")::text AS "list"
    FROM people p CROSS JOIN LATERAL (
      SELECT json_agg(i."features" ORDER BY i."createdAt", i."position") AS "features",
        json_agg(s."direction" ORDER BY i."createdAt", i."position") AS "swipes",
        json_agg(COALESCE(n."events", '[]') ORDER BY i."createdAt", i."position") AS "events"
      FROM (
        SELECT DISTINCT ON (i."jobId") i.* FROM "JobImpression" i
        WHERE i."userId" = p."userId" AND i."createdAt" >= ${query.since} AND i."createdAt" < ${query.before}
          AND i."featureVersion" = ${query.featureVersion}
        ORDER BY i."jobId", i."createdAt" DESC, i."id"
      ) i
      LEFT JOIN "Swipe" s ON s."userId" = i."userId" AND s."jobId" = i."jobId" AND s."createdAt" >= i."createdAt" AND s."createdAt" < ${query.answeredBefore}
        AND NOT EXISTS (SELECT 1 FROM "JobImpression" l WHERE l."userId" = i."userId" AND l."jobId" = i."jobId"
          AND l."createdAt" > i."createdAt" AND l."createdAt" <= s."createdAt")
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(n."action", n."seconds")) AS "events" FROM "JobInteraction" n
        WHERE n."userId" = i."userId" AND n."impressionId" = i."id"
      ) n ON TRUE
    ) r ORDER BY p."userId"`;
  return rows.map(({ list }) => ShownJobsSchema.parse(JSON.parse(list)));
}
