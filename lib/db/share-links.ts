import { z } from "zod";
import type { DbOrTx } from "./open";

/**
 * The list that a row belongs to, or the one last shown for a quiz.
 * @returns the list's id; null when the person has no such list
 */
export async function findSlateId(
  db: DbOrTx,
  session: { userId: string; id: string },
  impressionId: string | undefined,
): Promise<string | null> {
  const slate = await db.slate.findFirst({
    where: {
      userId: session.userId,
      sessionId: session.id,
      ...(impressionId === undefined ? {} : { impressions: { some: { id: impressionId } } }),
    },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return slate?.id ?? null;
}

/**
 * The link to a list: the one that it has, or a new one.
 * @param link.id  becomes the new link's id
 * @returns null when the person has `countMax` links already
 */
export async function saveShareLink(
  db: DbOrTx,
  link: { userId: string; id: string; slateId: string },
  countMax: number,
): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH links AS (SELECT "id", "slateId" FROM "ShareLink" WHERE "userId" = ${link.userId}::uuid AND "revokedAt" IS NULL),
    same AS (SELECT "id" FROM links WHERE "slateId" = ${link.slateId}::uuid LIMIT 1),
    made AS (
      INSERT INTO "ShareLink" ("userId", "id", "slateId")
      SELECT u."id", ${link.id}::uuid, ${link.slateId}::uuid FROM "User" u WHERE u."id" = ${link.userId}::uuid
        AND NOT EXISTS (SELECT 1 FROM same) AND (SELECT count(*) FROM links) < ${countMax}
      FOR KEY SHARE OF u
      RETURNING "id"
    )
    SELECT "id"::text FROM same UNION ALL SELECT "id"::text FROM made`;
  return rows[0]?.id ?? null;
}

const ShareLinkRowSchema = z.object({
  id: z.string(),
  createdAt: z.date(),
  sessionId: z.string().nullable(),
  titles: z.array(z.string()),
});

export type ShareLinkRow = z.infer<typeof ShareLinkRowSchema>;

/** A person's links that still work, newest first. */
export async function listShareLinks(db: DbOrTx, userId: string): Promise<ShareLinkRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT l."id"::text, l."createdAt", s."sessionId"::text,
      ARRAY(SELECT c."title" FROM "Impression" i JOIN "Career" c ON c."code" = i."careerCode"
        WHERE i."userId" = l."userId" AND i."slateId" = l."slateId" ORDER BY i."position") AS "titles"
    FROM "ShareLink" l JOIN "Slate" s ON s."userId" = l."userId" AND s."id" = l."slateId"
    WHERE l."userId" = ${userId}::uuid AND l."revokedAt" IS NULL ORDER BY l."createdAt" DESC, l."id"`;
  return rows.map((row) => ShareLinkRowSchema.parse(row));
}

/** @returns whether the person has such a link, revoked before or only now */
export async function revokeShareLink(db: DbOrTx, userId: string, id: string, at: Date): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE "ShareLink" SET "revokedAt" = COALESCE("revokedAt", ${at}) WHERE "userId" = ${userId}::uuid AND "id" = ${id}::uuid`;
  return count > 0;
}

export type SharedRow = { careerCode: string; position: number; score: number };

/** The list behind a link that still works, best first, and when it was made; null when there is no such link. */
export async function findSharedList(
  db: DbOrTx,
  shareId: string,
): Promise<{ createdAt: Date; rows: SharedRow[] } | null> {
  const link = await db.shareLink.findFirst({
    where: { id: shareId, revokedAt: null },
    select: { userId: true, slateId: true },
  });
  if (link === null) return null;
  return db.slate
    .findUnique({
      where: { userId_id: { userId: link.userId, id: link.slateId } },
      select: {
        createdAt: true,
        impressions: { select: { careerCode: true, position: true, score: true }, orderBy: { position: "asc" } },
      },
    })
    .then((slate) => (slate === null ? null : { createdAt: slate.createdAt, rows: slate.impressions }));
}
