import { NOTE_LENGTH_MAX } from "@/lib/contracts/saved";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

type Move = {
  table: string;
  /** What to do where the account has the row already; it keeps its own when left out. */
  onConflict?: Prisma.Sql;
  /** Rows of `own` that come along; all by default. */
  where?: Prisma.Sql;
};

/** Of two ratings the later one counts. */
const KEEP_LATER = Prisma.sql`("userId", "careerCode", "kind") DO UPDATE
  SET "value" = EXCLUDED."value", "createdAt" = EXCLUDED."createdAt" WHERE "CareerReaction"."createdAt" < EXCLUDED."createdAt"`;

/** Whoever applied for a job swiped it right. */
const KEEP_RIGHT = Prisma.sql`("userId", "jobId") DO UPDATE
  SET "direction" = EXCLUDED."direction", "reasons" = EXCLUDED."reasons", "ruledOut" = EXCLUDED."ruledOut", "score" = EXCLUDED."score", "createdAt" = EXCLUDED."createdAt"
  WHERE EXCLUDED."direction" = 'RIGHT' AND "Swipe"."direction" = 'LEFT'`;

/** What the account says about a saved career stays; what it leaves open the guest's row fills in. Of two notes none is lost. */
const FILL_IN = Prisma.sql`("userId", "careerCode") DO UPDATE SET
  "list" = CASE WHEN "SavedCareer"."list" = '' THEN EXCLUDED."list" ELSE "SavedCareer"."list" END,
  "note" = CASE WHEN "SavedCareer"."note" IN ('', EXCLUDED."note") THEN EXCLUDED."note" WHEN EXCLUDED."note" = '' THEN "SavedCareer"."note"
    ELSE left("SavedCareer"."note" || E'\\n' || EXCLUDED."note", ${NOTE_LENGTH_MAX}::int) END,
  "createdAt" = LEAST("SavedCareer"."createdAt", EXCLUDED."createdAt")`;

/**
 * Everything that a guest can have, parents before children. Ids and times stay as they are. A test compares this with the tables that have a
 * userId; guests have neither sessions nor refresh tokens nor companies, and the tallies of interactions are made by triggers.
 */
const MOVES: readonly Move[] = [
  { table: "QuizSession" },
  { table: "Slate" },
  { table: "Impression" },
  { table: "Interaction" },
  { table: "SavedCareer", onConflict: FILL_IN },
  { table: "CareerReaction", onConflict: KEEP_LATER },
  { table: "SettledEvent" },
  { table: "Consent" },
  { table: "ShareLink" },
  { table: "JobProfile" },
  { table: "JobFeed" },
  { table: "JobImpression" },
  { table: "JobInteraction" },
  { table: "Swipe", onConflict: KEEP_RIGHT },
  { table: "Application" },
  // Where both applied for one job the account's application stays, and with it the account's events.
  {
    table: "ApplicationEvent",
    where: Prisma.sql`EXISTS (SELECT 1 FROM "Application" a WHERE a."id" = own."applicationId" AND a."userId" <> own."userId")`,
  },
];

/**
 * Makes everything of a guest the account's, then deletes the guest. Rows are copied and deleted rather than updated, since the column that
 * rows are distributed by cannot change. Call it in a transaction.
 * @returns false when there is no such guest, or it is no guest
 */
export async function moveGuest(tx: DbOrTx, guestId: string, accountId: string): Promise<boolean> {
  // Waits for writes under way that refer to the guest; later ones wait for this transaction and then find nobody.
  const guests = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "User" WHERE "id" = ${guestId}::uuid AND "role" = 'guest' AND "email" IS NULL FOR UPDATE`;
  if (guests.length === 0) return false;
  for (const { table, onConflict = Prisma.sql`DO NOTHING`, where = Prisma.sql`TRUE` } of MOVES) {
    // As JSON and back, so that columns which are added later come along by themselves.
    await tx.$executeRaw`
      INSERT INTO ${Prisma.raw(`"${table}"`)}
      SELECT moved.* FROM ${Prisma.raw(`"${table}"`)} own, LATERAL jsonb_populate_record(
        NULL::${Prisma.raw(`"${table}"`)}, to_jsonb(own) || jsonb_build_object('userId', ${accountId}::text)) moved
      WHERE own."userId" = ${guestId}::uuid AND ${where}
      ON CONFLICT ${onConflict}`;
  }
  await fillProfile(tx, guestId, accountId);
  await tx.$executeRaw`DELETE FROM "User" WHERE "id" = ${guestId}::uuid`;
  return true;
}

/** The account's own answers stay; the guest's fill what it left open. Switching personalisation off anywhere counts. */
async function fillProfile(tx: DbOrTx, guestId: string, accountId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "User" account SET
      "trackingConsent" = COALESCE(account."trackingConsent", guest."trackingConsent"),
      "headline" = CASE WHEN account."headline" = '' THEN guest."headline" ELSE account."headline" END,
      "skills" = CASE WHEN account."skills" = '{}' THEN guest."skills" ELSE account."skills" END,
      "preferredLocations" = CASE WHEN account."preferredLocations" = '{}' THEN guest."preferredLocations"
        ELSE account."preferredLocations" END,
      "seniority" = COALESCE(account."seniority", guest."seniority"),
      "usesHistory" = account."usesHistory" AND guest."usesHistory",
      "learnsSinceAt" = GREATEST(account."learnsSinceAt", guest."learnsSinceAt")
    FROM "User" guest WHERE guest."id" = ${guestId}::uuid AND account."id" = ${accountId}::uuid`;
}
