import { z } from "zod";
import type { DbOrTx } from "./open";

const ImpressionOwnerSchema = z.object({
  id: z.string(),
  userId: z.string(),
  ownerRole: z.string(),
  careerCode: z.string(),
  sessionId: z.string().nullable(),
  shownAt: z.date(),
});

/** A recommendation that something is told about, with whose it is and when they were shown it. */
export type ImpressionOwner = z.infer<typeof ImpressionOwnerSchema>;

/** Those of these recommendations that exist, in no order. */
export async function findImpressions(db: DbOrTx, ids: readonly string[]): Promise<ImpressionOwner[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT i."id"::text, i."userId"::text, u."role"::text AS "ownerRole", i."careerCode", s."sessionId"::text, s."createdAt" AS "shownAt"
    FROM "Impression" i
    JOIN "Slate" s ON s."userId" = i."userId" AND s."id" = i."slateId"
    JOIN "User" u ON u."id" = i."userId"
    WHERE i."id" = ANY(${[...ids]}::uuid[])`;
  return rows.map((row) => ImpressionOwnerSchema.parse(row));
}

/** How many of a session's lists are looked through: each change of a slider makes one. */
const RECENT_SLATES = 50;

/** Where a career was last shown in a session; null when none of its recent lists had it. */
export async function findImpressionOfCareer(
  db: DbOrTx,
  { userId, sessionId, careerCode }: { userId: string; sessionId: string; careerCode: string },
): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT i."id"::text
    FROM (
      SELECT "id", "createdAt" FROM "Slate" WHERE "userId" = ${userId}::uuid AND "sessionId" = ${sessionId}::uuid
      ORDER BY "createdAt" DESC LIMIT ${RECENT_SLATES}
    ) s JOIN "Impression" i ON i."userId" = ${userId}::uuid AND i."slateId" = s."id" AND i."careerCode" = ${careerCode}
    ORDER BY s."createdAt" DESC LIMIT 1`;
  return rows[0]?.id ?? null;
}
