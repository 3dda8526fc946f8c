import { z } from "zod";
import type { DbOrTx } from "./open";

/** What came of each shown career, once an impression: the best label, and which kinds of interaction there were. */
const PopularitySchema = z.object({
  careerCode: z.string(),
  impressions: z.number(),
  labels: z.number(),
  clicks: z.number(),
  saves: z.number(),
  dismissals: z.number(),
});
export type CareerPopularityRow = z.infer<typeof PopularitySchema>;

/** Over the lists that answered a quiz before a moment, and what was done with them before it. */
export async function listCareerPopularity(db: DbOrTx, before: Date): Promise<CareerPopularityRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT i."careerCode", count(*)::int AS "impressions", COALESCE(sum(n."label"), 0)::float8 AS "labels",
      count(*) FILTER (WHERE n."isClicked")::int AS "clicks", count(*) FILTER (WHERE n."isSaved")::int AS "saves",
      count(*) FILTER (WHERE n."isDismissed")::int AS "dismissals"
    FROM "Slate" s JOIN "Impression" i ON i."userId" = s."userId" AND i."slateId" = s."id"
    LEFT JOIN (
      SELECT "userId", "recommendationId", max("label") AS "label", bool_or("kind" = 'click') AS "isClicked",
        bool_or("kind" = 'save') AS "isSaved", bool_or("kind" = 'dismiss') AS "isDismissed"
      FROM "Interaction" WHERE "createdAt" < ${before} AND "recommendationId" IS NOT NULL GROUP BY 1, 2
    ) n ON n."userId" = i."userId" AND n."recommendationId" = i."id"
    WHERE s."surface" = 'results' AND s."createdAt" < ${before} GROUP BY i."careerCode"`;
  return rows.map((row) => PopularitySchema.parse(row));
}

const OutcomeSchema = z.object({
  slateId: z.string(),
  userId: z.string(),
  shownAtMs: z.number(),
  /** Of the rows in the order of their positions. */
  positions: z.array(z.number()),
  features: z.array(z.array(z.number().nullable())),
  /** The best label of each row's interactions, 0 without any; 0 once it was dismissed. */
  labels: z.array(z.number()),
  /** Whether anything at all was done with it, looking at it included. */
  isTouched: z.array(z.boolean()),
});
/** A list with what came of it. */
export type ShownListRow = z.infer<typeof OutcomeSchema>;

/**
 * Lists that kept features of one table and with which something was done, oldest first.
 * @param after  the last one of the page before
 */
export async function listShownLists(
  db: DbOrTx,
  query: { featureVersion: string; since: Date; before: Date },
  after: { shownAtMs: number; slateId: string } | null,
  limit: number,
): Promise<ShownListRow[]> {
  const rows = await db.$queryRaw<{ list: string }[]>`
    SELECT json_build_object('slateId', s."id", 'userId', s."userId", 'shownAtMs', extract(epoch FROM s."createdAt")::float8 * 1000,
      'positions', r."positions", 'features', r."features", 'labels', r."labels", 'isTouched', r."isTouched")::text AS "list"
    FROM (
      SELECT * FROM "Slate" s WHERE s."featureVersion" = ${query.featureVersion} AND s."createdAt" >= ${query.since} AND s."createdAt" < ${query.before}
        AND (s."createdAt", s."id") > (to_timestamp(${after?.shownAtMs ?? 0}::float8 / 1000), ${after?.slateId ?? "00000000-0000-0000-0000-000000000000"}::uuid)
        AND EXISTS (SELECT 1 FROM "Impression" i JOIN "Interaction" n ON n."userId" = i."userId" AND n."recommendationId" = i."id"
          WHERE i."userId" = s."userId" AND i."slateId" = s."id")
      ORDER BY s."createdAt", s."id" LIMIT ${limit}
    ) s
    CROSS JOIN LATERAL (
      SELECT json_agg(i."position" ORDER BY i."position") AS "positions", json_agg(i."features" ORDER BY i."position") AS "features",
        json_agg(CASE WHEN n."isDismissed" THEN 0 ELSE COALESCE(n."label", 0) END ORDER BY i."position") AS "labels",
        json_agg(n."label" IS NOT NULL ORDER BY i."position") AS "isTouched"
      FROM "Impression" i LEFT JOIN LATERAL (
        SELECT max(n."label") AS "label", bool_or(n."kind" = 'dismiss') AS "isDismissed" FROM "Interaction" n
        WHERE n."userId" = i."userId" AND n."recommendationId" = i."id"
      ) n ON TRUE
      WHERE i."userId" = s."userId" AND i."slateId" = s."id"
    ) r ORDER BY s."createdAt", s."id"`;
  return rows.map(({ list }) => OutcomeSchema.parse(JSON.parse(list)));
}

/** Interactions with recommended careers since a moment. */
export async function countInteractions(db: DbOrTx, since: Date): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Interaction" WHERE "createdAt" >= ${since} AND "recommendationId" IS NOT NULL`;
  return rows[0]?.count ?? 0;
}
