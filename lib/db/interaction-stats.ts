import { z } from "zod";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

const FiguresSchema = z.object({
  views: z.number(),
  clicks: z.number(),
  implementations: z.number(),
  saves: z.number(),
  shares: z.number(),
  ratings: z.number(),
  dismissals: z.number(),
  /** Recommendations with at least one click. */
  clickedCount: z.number(),
  /** Recommendations with at least one implement. */
  implementedCount: z.number(),
  viewSeconds: z.number(),
  /** Sums over the ratings and over all interactions. */
  stars: z.number(),
  labels: z.number(),
});

export type InteractionFigures = z.infer<typeof FiguresSchema>;

/** What a tally has for interactions outside a list. */
const OUTSIDE = Prisma.sql`'00000000-0000-0000-0000-000000000000'::uuid`;

const toSum = (column: string): Prisma.Sql =>
  Prisma.sql`COALESCE(sum(t.${Prisma.raw(`"${column}"`)}), 0)::int AS ${Prisma.raw(`"${column}"`)}`;

const FIGURES = Prisma.sql`
  ${Prisma.join(["views", "clicks", "implementations", "saves", "shares", "ratings", "dismissals"].map(toSum))},
  (count(*) FILTER (WHERE t."clicks" > 0 AND t."recommendationId" <> ${OUTSIDE}))::int AS "clickedCount",
  (count(*) FILTER (WHERE t."implementations" > 0 AND t."recommendationId" <> ${OUTSIDE}))::int AS "implementedCount",
  (COALESCE(sum(t."viewMs"), 0) / 1e3)::float8 AS "viewSeconds",
  (COALESCE(sum(t."halfStars"), 0) / 2.0)::float8 AS "stars",
  (COALESCE(sum(t."labelMillionths"), 0) / 1e6)::float8 AS "labels"`;

/** What came of one recommendation. */
export async function getRecommendationFigures(
  db: DbOrTx,
  { userId, careerCode, id }: { userId: string; careerCode: string; id: string },
): Promise<InteractionFigures> {
  const rows = await db.$queryRaw<unknown[]>`SELECT ${FIGURES} FROM "InteractionTally" t
    WHERE t."userId" = ${userId}::uuid AND t."careerCode" = ${careerCode} AND t."recommendationId" = ${id}::uuid`;
  return FiguresSchema.parse(rows[0]);
}

/**
 * What came of showing a career to everybody: from the tallies, one for each recommendation that anything was done with. The people are
 * counted in index order and only up to the least number, which touches a handful of rows.
 * @returns null while fewer people than `peopleMin` did anything with it
 */
export async function findCareerFigures(
  db: DbOrTx,
  careerCode: string,
  peopleMin: number,
): Promise<(InteractionFigures & { impressions: number }) | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${FIGURES}, (SELECT count(*)::int FROM "Impression" WHERE "careerCode" = ${careerCode}) AS "impressions"
    FROM "InteractionTally" t WHERE t."careerCode" = ${careerCode}
    HAVING (SELECT count(*) FROM (
      SELECT DISTINCT "userId" FROM "InteractionTally" WHERE "careerCode" = ${careerCode} LIMIT ${peopleMin}
    ) people) >= ${peopleMin}`;
  return rows.length === 0 ? null : FiguresSchema.extend({ impressions: z.number() }).parse(rows[0]);
}
