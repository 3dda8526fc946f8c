import type { Db, DbOrTx } from "./open";

/** Of the servers on one database one at a time deletes what is out of date. */
const RETENTION_LOCK_KEY = 72_707_370;
/** Guests deleted at once: everybody else waits so long, at least on the embedded database. */
const BATCH_SIZE = 100;
const TRANSACTION_MS_MAX = 60_000;

/** How many rows went; everything else of the guests went with them. */
export type ExpiredCounts = { guests: number; refreshTokens: number; endedSessions: number; shareLinks: number };

/** @returns null when another server is at it */
export function deleteExpiredTokens(db: Db, now: Date): Promise<Omit<ExpiredCounts, "guests"> | null> {
  return underLock(db, async (tx) => ({
    // Used and revoked ones stay until they expire: that somebody shows one again is how a theft is noticed.
    refreshTokens: await tx.$executeRaw`DELETE FROM "RefreshToken" WHERE "expiresAt" <= ${now}`,
    endedSessions: await tx.$executeRaw`DELETE FROM "EndedSession" WHERE "expiresAt" <= ${now}`,
    shareLinks: await tx.$executeRaw`DELETE FROM "ShareLink" WHERE "revokedAt" <= ${now}`,
  }));
}

/**
 * Deletes some of the guests who were last seen before a moment, with everything of theirs.
 * @returns how many; null when another server is at it
 */
export async function deleteExpiredGuests(
  db: Db,
  seenBefore: Date,
): Promise<{ count: number; isLast: boolean } | null> {
  return underLock(db, async (tx) => {
    // Somebody who comes back at this moment is either seen by this, or finds nothing any more.
    const guests = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM "User" WHERE "id" IN (
        SELECT "id" FROM "User" WHERE "role" = 'guest' AND "email" IS NULL AND "lastSeenAt" < ${seenBefore}
        ORDER BY "lastSeenAt" LIMIT ${BATCH_SIZE} FOR UPDATE
      ) RETURNING "id"::text`;
    const ids = guests.map(({ id }) => id);
    await tx.$executeRaw`UPDATE "AuditLog" SET "targetId" = NULL, "details" = NULL WHERE "targetId" = ANY(${ids})`;
    return { count: ids.length, isLast: ids.length < BATCH_SIZE };
  });
}

function underLock<Result>(db: Db, work: (tx: DbOrTx) => Promise<Result>): Promise<Result | null> {
  return db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ isOurs: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${RETENTION_LOCK_KEY}::bigint) AS "isOurs"`;
      return lock?.isOurs ? work(tx) : null;
    },
    { timeout: TRANSACTION_MS_MAX },
  );
}
