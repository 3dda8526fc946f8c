import { Prisma } from "./generated/client";

/** Whom something is stored for: somebody known, or a guest who is made with it. */
export type Person = { userId: string; isNewGuest: boolean };

/**
 * Common table expressions of which `person` has one row, or none when somebody known is no longer there: whoever was deleted is not brought
 * back by what they sent. Until the statement is done nobody can delete them.
 */
export const withPerson = ({ userId, isNewGuest }: Person): Prisma.Sql => Prisma.sql`
  WITH guest AS (INSERT INTO "User" ("id") SELECT ${userId}::uuid WHERE ${isNewGuest} RETURNING "id"),
  known AS (SELECT "id" FROM "User" WHERE "id" = ${userId}::uuid FOR KEY SHARE),
  person AS (SELECT "id" FROM guest UNION ALL SELECT "id" FROM known)`;
