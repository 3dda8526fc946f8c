import { z } from "zod";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

/** Rows that are looked at: enough for rates to a percentage point or so, and the same work however many there are. */
const SHOWN_MAX = 50_000;
const SIMILARITY_STEP = 0.05;

const TotalsSchema = z.object({
  openJobs: z.number(),
  closedJobs: z.number(),
  demoJobs: z.number(),
  companies: z.number(),
  feeds: z.number(),
  shown: z.number(),
  swipes: z.number(),
  applications: z.number(),
  hired: z.number(),
});

/** What there is now, and what happened since. */
export async function countJobTotals(db: DbOrTx, since: Date): Promise<z.infer<typeof TotalsSchema>> {
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT (SELECT count(*) FROM "Job" WHERE "isActive")::int AS "openJobs",
      (SELECT count(*) FROM "Job" WHERE NOT "isActive")::int AS "closedJobs",
      (SELECT count(*) FROM "Job" WHERE "isActive" AND "source" = 'demo')::int AS "demoJobs",
      (SELECT count(*) FROM "Company")::int AS "companies",
      (SELECT count(*) FROM "JobFeed" WHERE "createdAt" >= ${since})::int AS "feeds",
      (SELECT count(*) FROM "JobImpression" WHERE "createdAt" >= ${since})::int AS "shown",
      (SELECT count(*) FROM "Swipe" WHERE "createdAt" >= ${since})::int AS "swipes",
      (SELECT count(*) FROM "Application" WHERE "createdAt" >= ${since})::int AS "applications",
      (SELECT count(*) FROM "ApplicationEvent" WHERE "createdAt" >= ${since} AND "toStatus" = 'HIRED')::int AS "hired"`;
  return TotalsSchema.parse(row);
}

/**
 * The newest jobs shown, each once a person as it was shown last, with whether they opened it (where that is recorded) and how they
 * swiped it.
 */
const SHOWN = (since: Date): Prisma.Sql => Prisma.sql`
  WITH newest AS MATERIALIZED (
    SELECT "userId", "jobId", "score", "similarity", "createdAt" FROM "JobImpression" WHERE "createdAt" >= ${since}
    ORDER BY "createdAt" DESC LIMIT ${SHOWN_MAX}
  ), once AS (
    SELECT DISTINCT ON ("userId", "jobId") * FROM newest ORDER BY "userId", "jobId", "createdAt" DESC
  ), shown AS (
    SELECT o.*, COALESCE(u."trackingConsent", FALSE) AS "isRecorded", s."direction",
      EXISTS (SELECT 1 FROM "JobInteraction" i
        WHERE i."userId" = o."userId" AND i."jobId" = o."jobId" AND i."action" = 'open') AS "isOpened"
    FROM once o JOIN "User" u ON u."id" = o."userId"
    LEFT JOIN "Swipe" s ON s."userId" = o."userId" AND s."jobId" = o."jobId"
  )`;

const DecileSchema = z.object({
  decile: z.number(),
  scoreMin: z.number(),
  scoreMax: z.number(),
  shown: z.number(),
  recorded: z.number(),
  opened: z.number(),
  swiped: z.number(),
  applied: z.number(),
});

/** By tenths of the score, lowest first; fewer than ten jobs make fewer tenths. */
export async function countJobsByDecile(db: DbOrTx, since: Date): Promise<z.infer<typeof DecileSchema>[]> {
  const rows = await db.$queryRaw<unknown[]>`${SHOWN(since)}
    SELECT "decile", min("score") AS "scoreMin", max("score") AS "scoreMax", count(*)::int AS "shown",
      (count(*) FILTER (WHERE "isRecorded"))::int AS "recorded",
      (count(*) FILTER (WHERE "isRecorded" AND "isOpened"))::int AS "opened",
      count("direction")::int AS "swiped", (count(*) FILTER (WHERE "direction" = 'RIGHT'))::int AS "applied"
    FROM (SELECT *, ntile(10) OVER (ORDER BY "score", "userId", "jobId") AS "decile" FROM shown) ranked
    GROUP BY 1 ORDER BY 1`;
  return rows.map((row) => DecileSchema.parse(row));
}

/** By the cosine in steps, lowest first; steps that nothing falls into are left out. */
export async function countJobsBySimilarity(
  db: DbOrTx,
  since: Date,
): Promise<{ from: number; to: number; shown: number; applied: number }[]> {
  const rows = await db.$queryRaw<{ step: number; shown: number; applied: number }[]>`${SHOWN(since)}
    SELECT floor("similarity" / ${SIMILARITY_STEP}::float8)::int AS "step", count(*)::int AS "shown",
      (count(*) FILTER (WHERE "direction" = 'RIGHT'))::int AS "applied"
    FROM shown WHERE "similarity" IS NOT NULL GROUP BY 1 ORDER BY 1`;
  const toBound = (step: number): number => Math.round(100 * step * SIMILARITY_STEP) / 100;
  return rows.map(({ step, ...row }) => ({ from: toBound(step), to: toBound(step + 1), ...row }));
}

/** How many sittings had how many swipes: a pause of half an hour begins the next. */
export function countSittings(db: DbOrTx, since: Date): Promise<{ swipes: number; count: number }[]> {
  return db.$queryRaw`
    WITH marked AS (
      SELECT "userId", "jobId", "createdAt", CASE
        WHEN "createdAt" - lag("createdAt") OVER (PARTITION BY "userId" ORDER BY "createdAt", "jobId") < interval '30 minutes' THEN 0
        ELSE 1 END AS "starts"
      FROM "Swipe" WHERE "createdAt" >= ${since}
    ), numbered AS (
      SELECT "userId", sum("starts") OVER (PARTITION BY "userId" ORDER BY "createdAt", "jobId") AS "sitting" FROM marked
    ), sittings AS (
      SELECT count(*)::int AS "swipes" FROM numbered GROUP BY "userId", "sitting"
    )
    SELECT "swipes", count(*)::int AS "count" FROM sittings GROUP BY 1 ORDER BY 1`;
}
