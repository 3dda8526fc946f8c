import type { PeopleFilters } from "@/lib/contracts/admin";
import type { Role } from "@/lib/contracts/roles";
import { escapeLike } from "./careers";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

export type PersonRow = {
  id: string;
  email: string | null;
  role: Role;
  lockedAt: Date | null;
  createdAt: Date;
  lastSeenAt: Date;
};

const COLUMNS = Prisma.sql`u."id"::text, u."email", u."role"::text, u."lockedAt", u."createdAt", u."lastSeenAt"`;

const SORT_KEYS: Record<PeopleFilters["sort"], Prisma.Sql> = {
  created: Prisma.sql`u."createdAt"`,
  seen: Prisma.sql`u."lastSeenAt"`,
  email: Prisma.sql`u."email"`,
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function wherePeople({ q = "", role, status }: PeopleFilters): Prisma.Sql {
  const conditions = [role === undefined ? Prisma.sql`u."role" <> 'guest'` : Prisma.sql`u."role" = ${role}::"Role"`];
  const text = q.toLowerCase();
  if (UUID.test(text)) conditions.push(Prisma.sql`u."id" = ${text}::uuid`);
  // A prefix and nothing looser: an index finds it among millions, and nobody leafs through addresses by a part of a name.
  else if (text !== "") conditions.push(Prisma.sql`u."email" LIKE ${`${escapeLike(text)}%`}`);
  if (status !== "all") {
    conditions.push(status === "locked" ? Prisma.sql`u."lockedAt" IS NOT NULL` : Prisma.sql`u."lockedAt" IS NULL`);
  }
  return Prisma.join(conditions, " AND ");
}

export async function listPeople(
  db: DbOrTx,
  query: { filters: PeopleFilters; offset: number; limit: number },
): Promise<{ rows: PersonRow[]; total: number }> {
  const where = wherePeople(query.filters);
  const direction = query.filters.order === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const [rows, counted] = await Promise.all([
    db.$queryRaw<PersonRow[]>`SELECT ${COLUMNS} FROM "User" u WHERE ${where}
      ORDER BY ${SORT_KEYS[query.filters.sort]} ${direction}, u."id" ${direction} LIMIT ${query.limit} OFFSET ${query.offset}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" FROM "User" u WHERE ${where}`,
  ]);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** Of everybody who passes the filters, the next ones after an id, in the order of their ids: for exports of any length. */
export function listPeopleAfter(
  db: DbOrTx,
  query: { filters: PeopleFilters; after: string | null; limit: number },
): Promise<PersonRow[]> {
  const page = query.after === null ? Prisma.sql`TRUE` : Prisma.sql`u."id" > ${query.after}::uuid`;
  return db.$queryRaw`SELECT ${COLUMNS} FROM "User" u WHERE ${wherePeople(query.filters)} AND ${page}
    ORDER BY u."id" LIMIT ${query.limit}`;
}

/**
 * Everybody who is an admin and not locked, and one person more, kept from changing until the transaction ends: of two admins who
 * demote each other at once the second one finds that they are none any more.
 */
export async function lockAdminsAndPerson(
  tx: DbOrTx,
  personId: string,
): Promise<{ adminIds: string[]; person: PersonRow | null }> {
  const rows = await tx.$queryRaw<PersonRow[]>`SELECT ${COLUMNS} FROM "User" u
    WHERE (u."role" = 'admin' AND u."lockedAt" IS NULL) OR u."id" = ${personId}::uuid ORDER BY u."id" FOR UPDATE`;
  return {
    adminIds: rows.filter((row) => row.role === "admin" && row.lockedAt === null).map(({ id }) => id),
    person: rows.find(({ id }) => id === personId) ?? null,
  };
}

/** Changes somebody's account and ends all their sessions, access tokens and refresh tokens. */
export async function changePerson(
  tx: DbOrTx,
  id: string,
  change: { role?: Role; lockedAt?: Date | null; passwordHash?: string },
  now: Date,
): Promise<void> {
  await tx.user.update({ where: { id }, data: { ...change, sessionEpoch: { increment: 1 } }, select: { id: true } });
  await tx.refreshToken.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: now } });
}

export async function findPerson(db: DbOrTx, id: string): Promise<PersonRow | null> {
  const rows = await db.$queryRaw<PersonRow[]>`SELECT ${COLUMNS} FROM "User" u WHERE u."id" = ${id}::uuid`;
  return rows[0] ?? null;
}

/** Whose address it is; null when nobody's. */
export async function findIdByEmail(db: DbOrTx, email: string): Promise<string | null> {
  return (await db.user.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}
