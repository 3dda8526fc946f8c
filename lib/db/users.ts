import { z } from "zod";
import type { Profile, ProfileChanges } from "@/lib/contracts/me";
import { type Role, RoleSchema } from "@/lib/contracts/roles";
import { Prisma } from "./generated/client";
import type { Db, DbOrTx } from "./open";

export type SessionUser = z.infer<typeof SessionUserSchema>;

const SESSION_COLUMNS = { id: true, role: true, sessionEpoch: true, lockedAt: true } as const;

function toSessionUser(row: { id: string; role: Role; sessionEpoch: number; lockedAt: Date | null }): SessionUser {
  return { id: row.id, role: row.role, sessionEpoch: row.sessionEpoch, isLocked: row.lockedAt !== null };
}

export const SessionUserSchema = z.object({
  id: z.string(),
  role: RoleSchema,
  sessionEpoch: z.number(),
  isLocked: z.boolean(),
});

/**
 * What decides whether a session still counts.
 * @param sessionId  of a browser's session; null for an access token
 * @returns null when the user is gone, or this session was signed out
 */
export async function findSessionUser(db: DbOrTx, id: string, sessionId: string | null): Promise<SessionUser | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT u."id"::text, u."role"::text, u."sessionEpoch", u."lockedAt" IS NOT NULL AS "isLocked" FROM "User" u
    WHERE u."id" = ${id}::uuid
      AND NOT EXISTS (SELECT 1 FROM "EndedSession" e WHERE e."userId" = u."id" AND e."id" = ${sessionId}::uuid)`;
  return rows.length === 0 ? null : SessionUserSchema.parse(rows[0]);
}

/** @param before  only when they were last seen earlier */
export async function updateLastSeen(db: DbOrTx, id: string, at: Date, before: Date): Promise<void> {
  await db.user.updateMany({ where: { id, lastSeenAt: { lt: before } }, data: { lastSeenAt: at } });
}

/** Signs one browser out for good: copies of its cookie count for nothing. Those that expired meanwhile go at the same time. */
export async function recordEndedSession(
  db: DbOrTx,
  session: { userId: string; id: string; expiresAt: Date; now: Date },
): Promise<void> {
  await db.$executeRaw`
    WITH expired AS (DELETE FROM "EndedSession" WHERE "userId" = ${session.userId}::uuid AND "expiresAt" <= ${session.now})
    INSERT INTO "EndedSession" ("userId", "id", "expiresAt")
    SELECT "id", ${session.id}::uuid, ${session.expiresAt}::timestamptz FROM "User" WHERE "id" = ${session.userId}::uuid
    ON CONFLICT DO NOTHING`;
}

export type Credentials = SessionUser & { email: string; passwordHash: string | null };

/** What a login is checked against, by e-mail address or id; null when there is no such account. */
export async function findCredentials(
  db: DbOrTx,
  key: { email: string } | { id: string },
): Promise<Credentials | null> {
  const row = await db.user.findUnique({
    where: key,
    select: { ...SESSION_COLUMNS, email: true, passwordHash: true },
  });
  if (row === null || row.email === null) return null;
  return { ...toSessionUser(row), email: row.email, passwordHash: row.passwordHash };
}

/** @returns false when the e-mail address is somebody's already, also of somebody who registers at this moment */
export async function insertAccount(
  db: DbOrTx,
  account: { id: string; role: Role; email: string; passwordHash: string },
): Promise<boolean> {
  const count = await db.$executeRaw`
    INSERT INTO "User" ("id", "role", "email", "passwordHash")
    VALUES (${account.id}::uuid, ${account.role}::"Role", ${account.email}, ${account.passwordHash})
    ON CONFLICT ("email") DO NOTHING`;
  return count === 1;
}

export async function hasAdmin(db: DbOrTx): Promise<boolean> {
  return (await db.user.findFirst({ where: { role: "admin" }, select: { id: true } })) !== null;
}

/**
 * Makes somebody the admin when there is none: a new account, or the one that has the address, which gets the password.
 * @returns false when there is an admin already, also one that another server made at this moment
 */
export function saveFirstAdmin(db: Db, admin: { id: string; email: string; passwordHash: string }): Promise<boolean> {
  const { id, email, passwordHash } = admin;
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('first admin'))::text`;
    if (await hasAdmin(tx)) return false;
    const data = { role: "admin", passwordHash, lockedAt: null } as const;
    await tx.user.upsert({
      where: { email },
      create: { ...data, id, email },
      update: { ...data, sessionEpoch: { increment: 1 } },
    });
    return true;
  });
}

export type Me = Profile & {
  id: string;
  role: Role;
  email: string | null;
  trackingConsent: boolean | null;
  createdAt: Date;
};

const ME_COLUMNS = {
  id: true,
  role: true,
  email: true,
  headline: true,
  skills: true,
  preferredLocations: true,
  seniority: true,
  usesHistory: true,
  trackingConsent: true,
  createdAt: true,
} as const;

export function findMe(db: DbOrTx, id: string): Promise<Me | null> {
  return db.user.findUnique({ where: { id }, select: ME_COLUMNS });
}

/** @returns null when the user is gone */
export async function updateProfile(db: DbOrTx, id: string, changes: ProfileChanges): Promise<Me | null> {
  const [row] = await db.user.updateManyAndReturn({ where: { id }, data: changes, select: ME_COLUMNS });
  return row ?? null;
}

/**
 * Ends every session and token there is, together with a new password, a new e-mail address or nothing else.
 * @param user.passwordHash  the one that the request was checked against: of two changes at once only one goes through
 * @returns the account as it is now; "taken" when the address is somebody else's; null when the account or its password changed meanwhile
 */
export async function renewSessions(
  db: DbOrTx,
  user: { id: string; passwordHash?: string | null },
  changes: { passwordHash?: string; email?: string } = {},
): Promise<SessionUser | "taken" | null> {
  try {
    const [row] = await db.user.updateManyAndReturn({
      where: user,
      data: { ...changes, sessionEpoch: { increment: 1 } },
      select: SESSION_COLUMNS,
    });
    return row === undefined ? null : toSessionUser(row);
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return "taken";
    throw error;
  }
}
