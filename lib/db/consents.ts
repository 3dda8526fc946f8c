import type { DbOrTx } from "./open";

/**
 * Appends somebody's answer and lets it count from now on, in one statement; a new guest is made with it.
 * @returns false, and nothing is stored, when they are no longer there
 */
export async function recordConsent(
  db: DbOrTx,
  consent: { userId: string; isNewGuest: boolean; id: string; isGranted: boolean; policyVersion: string; at: Date },
): Promise<boolean> {
  const { userId, isGranted } = consent;
  const count = await db.$executeRaw`
    WITH guest AS (
      INSERT INTO "User" ("id", "trackingConsent") SELECT ${userId}::uuid, ${isGranted} WHERE ${consent.isNewGuest}
      RETURNING "id"
    ), known AS (UPDATE "User" SET "trackingConsent" = ${isGranted} WHERE "id" = ${userId}::uuid RETURNING "id")
    INSERT INTO "Consent" ("userId", "id", "isGranted", "policyVersion", "createdAt")
    SELECT p."id", ${consent.id}::uuid, ${isGranted}, ${consent.policyVersion}, ${consent.at}
    FROM (SELECT "id" FROM guest UNION ALL SELECT "id" FROM known) p`;
  return count === 1;
}

/** Whether what somebody does may be recorded now; somebody who was never asked counts as agreeing only through a program. */
export async function hasTrackingConsent(
  db: DbOrTx,
  userId: string,
  options: { isProgram: boolean },
): Promise<boolean> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { trackingConsent: true } });
  return user !== null && (user.trackingConsent ?? options.isProgram);
}
