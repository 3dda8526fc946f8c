import type { DbOrTx } from "./open";
import { type SessionUser, SessionUserSchema } from "./users";

/** A token as its bearer shows it, the secret hashed. */
export type ShownToken = { userId: string; id: string; secretHash: string };
export type NewToken = { id: string; secretHash: string; expiresAt: Date };

/** The first token of a login. The person's expired ones go at the same time. */
export async function insertRefreshToken(
  db: DbOrTx,
  user: { id: string; sessionEpoch: number },
  token: NewToken & { familyId: string; now: Date },
): Promise<void> {
  await db.$executeRaw`
    WITH expired AS (DELETE FROM "RefreshToken" WHERE "userId" = ${user.id}::uuid AND "expiresAt" <= ${token.now})
    INSERT INTO "RefreshToken" ("userId", "id", "familyId", "secretHash", "epoch", "createdAt", "expiresAt")
    VALUES (${user.id}::uuid, ${token.id}::uuid, ${token.familyId}::uuid, ${token.secretHash}, ${user.sessionEpoch},
      ${token.now}, ${token.expiresAt})`;
}

/**
 * Uses a token up and puts a new one in its place, both or neither: of two that show the same token at once one gets a new one.
 * @returns whose it is; null when the token is unknown, used, expired, revoked, or its owner is locked or signed out everywhere
 */
export async function rotateRefreshToken(
  db: DbOrTx,
  shown: ShownToken,
  next: NewToken & { now: Date },
): Promise<SessionUser | null> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH used AS (
      UPDATE "RefreshToken" t SET "usedAt" = ${next.now} FROM "User" u
      WHERE t."userId" = ${shown.userId}::uuid AND t."id" = ${shown.id}::uuid AND t."secretHash" = ${shown.secretHash}
        AND t."usedAt" IS NULL AND t."revokedAt" IS NULL AND t."expiresAt" > ${next.now}
        AND u."id" = t."userId" AND u."sessionEpoch" = t."epoch" AND u."lockedAt" IS NULL
      RETURNING t."userId", t."familyId", t."epoch", u."role"
    ), fresh AS (
      INSERT INTO "RefreshToken" ("userId", "id", "familyId", "secretHash", "epoch", "createdAt", "expiresAt")
      SELECT "userId", ${next.id}::uuid, "familyId", ${next.secretHash}::text, "epoch", ${next.now}::timestamptz,
        ${next.expiresAt}::timestamptz FROM used
    )
    SELECT "userId"::text AS "id", "role"::text AS "role", "epoch" AS "sessionEpoch", false AS "isLocked" FROM used`;
  return rows.length === 0 ? null : SessionUserSchema.parse(rows[0]);
}

/**
 * Ends the family of a token: all that came from the same login.
 * @param options.isUsed  only when this token was used before, since then somebody else has it too
 */
export async function revokeRefreshFamily(
  db: DbOrTx,
  shown: ShownToken,
  options: { now: Date; isUsed: boolean },
): Promise<void> {
  await db.$executeRaw`
    UPDATE "RefreshToken" f SET "revokedAt" = ${options.now} FROM "RefreshToken" t
    WHERE t."userId" = ${shown.userId}::uuid AND t."id" = ${shown.id}::uuid AND t."secretHash" = ${shown.secretHash}
      AND (t."usedAt" IS NOT NULL OR NOT ${options.isUsed})
      AND f."userId" = t."userId" AND f."familyId" = t."familyId" AND f."revokedAt" IS NULL`;
}
