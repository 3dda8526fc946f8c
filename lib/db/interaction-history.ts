import { z } from "zod";
import { INTERACTION_KINDS, type InteractionKind } from "@/lib/engine/ranking/interaction-label";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

const HistoryRowSchema = z.object({
  id: z.string(),
  kind: z.enum(INTERACTION_KINDS),
  value: z.number().nullable(),
  careerCode: z.string().nullable(),
  title: z.string().nullable(),
  occurredAt: z.date(),
  recommendationId: z.string().nullable(),
});

export type HistoryRow = z.infer<typeof HistoryRowSchema>;
export type HistoryCursor = { at: Date; id: string };

/** A page of what a person did, latest first, after the cursor. */
export async function listInteractions(
  db: DbOrTx,
  query: { userId: string; limit: number; after: HistoryCursor | null },
): Promise<{ rows: HistoryRow[]; next: HistoryCursor | null }> {
  const { userId, limit, after } = query;
  const page =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(i."occurredAt", i."id") < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const raw = await db.$queryRaw<unknown[]>`
    SELECT i."id"::text, i."kind"::text, i."value", i."careerCode", c."title", i."occurredAt", i."recommendationId"::text
    FROM "Interaction" i LEFT JOIN "Career" c ON c."code" = i."careerCode"
    WHERE i."userId" = ${userId}::uuid AND ${page}
    ORDER BY i."occurredAt" DESC, i."id" DESC LIMIT ${limit + 1}`;
  const rows = raw.slice(0, limit).map((row) => HistoryRowSchema.parse(row));
  const last = raw.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : { at: last.occurredAt, id: last.id } };
}

const TotalsSchema = z.object({
  view: z.number(),
  click: z.number(),
  implement: z.number(),
  save: z.number(),
  share: z.number(),
  rate: z.number(),
  dismiss: z.number(),
  labels: z.number(),
  careers: z.number(),
  implementedCareers: z.number(),
}) satisfies z.ZodType<Record<InteractionKind, number>>;

/** How often a person did what, the sum of the labels, and with how many careers; from the tallies, a row a recommendation. */
export async function getInteractionTotals(db: DbOrTx, userId: string): Promise<z.infer<typeof TotalsSchema>> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT COALESCE(sum("views"), 0)::int AS "view", COALESCE(sum("clicks"), 0)::int AS "click",
      COALESCE(sum("implementations"), 0)::int AS "implement", COALESCE(sum("saves"), 0)::int AS "save",
      COALESCE(sum("shares"), 0)::int AS "share", COALESCE(sum("ratings"), 0)::int AS "rate",
      COALESCE(sum("dismissals"), 0)::int AS "dismiss", (COALESCE(sum("labelMillionths"), 0) / 1e6)::float8 AS "labels",
      count(DISTINCT "careerCode")::int AS "careers",
      (count(DISTINCT "careerCode") FILTER (WHERE "implementations" > 0))::int AS "implementedCareers"
    FROM "InteractionTally" WHERE "userId" = ${userId}::uuid`;
  return TotalsSchema.parse(rows[0]);
}

/** The clusters of the careers that a person did something with, dismissing aside, most first. */
export async function countInteractionsByCluster(
  db: DbOrTx,
  userId: string,
): Promise<{ clusterId: string; cluster: string; count: number }[]> {
  return db.$queryRaw`
    SELECT k."id" AS "clusterId", k."name" AS "cluster",
      sum(t."views" + t."clicks" + t."implementations" + t."saves" + t."shares" + t."ratings")::int AS "count"
    FROM "InteractionTally" t JOIN "Career" c ON c."code" = t."careerCode" JOIN "Cluster" k ON k."id" = c."clusterId"
    WHERE t."userId" = ${userId}::uuid
    GROUP BY k."id", k."name" HAVING sum(t."views" + t."clicks" + t."implementations" + t."saves" + t."shares" + t."ratings") > 0
    ORDER BY "count" DESC, k."id"`;
}

/** How much a person did in each hour since then that had anything, earliest first. */
export async function countInteractionsByHour(
  db: DbOrTx,
  userId: string,
  since: Date,
): Promise<{ startedAt: Date; count: number }[]> {
  return db.$queryRaw`
    SELECT date_trunc('hour', "occurredAt") AS "startedAt", count(*)::int AS "count"
    FROM "Interaction" WHERE "userId" = ${userId}::uuid AND "occurredAt" >= ${since.toISOString()}::timestamptz
    GROUP BY 1 ORDER BY 1`;
}
