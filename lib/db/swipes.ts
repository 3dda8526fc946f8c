import { z } from "zod";
import { ApplicationStatusSchema } from "@/lib/contracts/applications";
import { type JobParts, type RuledOut, RuledOutSchema } from "@/lib/contracts/jobs";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";
import { type Person, withPerson } from "./person";

const DirectionSchema = z.enum(["LEFT", "RIGHT"]);
type Direction = z.infer<typeof DirectionSchema>;

export type NewSwipe = {
  jobId: string;
  direction: Direction;
  reasons: readonly string[];
  score: number;
  parts: JobParts;
  /** For the application of a right swipe and what happened to it. */
  applicationId: string;
  eventId: string;
};

/**
 * Swipes a job once, together with the application of a right swipe and the event of it. Whoever swipes it at the same moment waits for this
 * statement and then adds nothing; whoever closes the job waits, or is waited for. An application that was withdrawn when an earlier swipe
 * was undone is opened again.
 * @returns whether this call swiped it; null when the person is no longer there
 */
export async function recordSwipe(db: DbOrTx, person: Person, swipe: NewSwipe): Promise<boolean | null> {
  const [row] = await db.$queryRaw<{ persons: number; swipes: number }[]>`
    ${withPerson(person)},
    job AS (
      SELECT j."id" FROM "Job" j
      WHERE j."id" = ${swipe.jobId}::uuid AND j."isActive" AND (j."expiresAt" IS NULL OR j."expiresAt" > now()) FOR SHARE
    ), swipe AS (
      INSERT INTO "Swipe" ("userId", "jobId", "direction", "reasons", "score")
      SELECT person."id", job."id", ${swipe.direction}::"SwipeDirection", ${[...swipe.reasons]}::text[], ${swipe.score}::float8
      FROM person, job ON CONFLICT DO NOTHING RETURNING "userId", "jobId"
    ), application AS (
      INSERT INTO "Application" AS a ("userId", "id", "jobId", "scoreAtApply", "partsAtApply", "updatedAt")
      SELECT "userId", ${swipe.applicationId}::uuid, "jobId", ${swipe.score}::float8, ${JSON.stringify(swipe.parts)}::jsonb, now()
      FROM swipe WHERE ${swipe.direction === "RIGHT"}
      ON CONFLICT ("userId", "jobId") DO UPDATE SET "withdrawnAt" = NULL, "updatedAt" = now() WHERE a."withdrawnAt" IS NOT NULL
      RETURNING a."userId", a."id", a."status", a.xmax = 0 AS "isNew"
    ), event AS (
      INSERT INTO "ApplicationEvent" ("userId", "id", "applicationId", "kind", "actor", "fromStatus", "toStatus")
      SELECT "userId", ${swipe.eventId}::uuid, "id", CASE WHEN "isNew" THEN 'applied' ELSE 'reopened' END, 'applicant', NULL, "status"
      FROM application
    )
    SELECT (SELECT count(*)::int FROM person) AS "persons", (SELECT count(*)::int FROM swipe) AS "swipes"`;
  return row === undefined || row.persons === 0 ? null : row.swipes > 0;
}

/**
 * Adds reasons to a left swipe. Call it in a transaction: the swipe is held until its end.
 * @returns those that it did not have; none when there is no such swipe
 */
export async function addSwipeReasons<Reason extends string>(
  tx: DbOrTx,
  swipe: { userId: string; jobId: string; reasons: readonly Reason[] },
): Promise<Reason[]> {
  const { userId, jobId } = swipe;
  const [held] = await tx.$queryRaw<{ reasons: string[] }[]>`
    SELECT "reasons" FROM "Swipe"
    WHERE "userId" = ${userId}::uuid AND "jobId" = ${jobId}::uuid AND "direction" = 'LEFT' FOR UPDATE`;
  if (held === undefined) return [];
  const added = [...new Set(swipe.reasons)].filter((reason) => !held.reasons.includes(reason));
  if (added.length === 0) return added;
  await tx.$executeRaw`
    UPDATE "Swipe" SET "reasons" = "reasons" || ${added}::text[]
    WHERE "userId" = ${userId}::uuid AND "jobId" = ${jobId}::uuid`;
  return added;
}

/** Of every left swipe of a person but the one of `jobId`. */
export async function listRuledOut(db: DbOrTx, userId: string, jobId: string): Promise<RuledOut[]> {
  const rows = await db.$queryRaw<{ ruledOut: unknown }[]>`
    SELECT "ruledOut" FROM "Swipe" WHERE "userId" = ${userId}::uuid AND "jobId" <> ${jobId}::uuid AND "ruledOut" IS NOT NULL`;
  return rows.map(({ ruledOut }) => RuledOutSchema.parse(ruledOut));
}

/** Adds to what a swipe accounts for. */
export async function addRuledOut(
  db: DbOrTx,
  swipe: { userId: string; jobId: string; ruledOut: RuledOut },
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Swipe" SET "ruledOut" = COALESCE("ruledOut", '{}') || ${JSON.stringify(swipe.ruledOut)}::jsonb
    WHERE "userId" = ${swipe.userId}::uuid AND "jobId" = ${swipe.jobId}::uuid`;
}

const SwipeStateSchema = z.object({
  direction: DirectionSchema.nullable(),
  applicationId: z.string().nullable(),
  status: ApplicationStatusSchema.nullable(),
});
/** How somebody stands to a job. */
export type SwipeState = z.infer<typeof SwipeStateSchema>;

export async function findSwipeState(db: DbOrTx, userId: string, jobId: string): Promise<SwipeState> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT (SELECT s."direction"::text FROM "Swipe" s WHERE s."userId" = ${userId}::uuid AND s."jobId" = ${jobId}::uuid) AS "direction",
      a."id"::text AS "applicationId", a."status"::text AS "status"
    FROM (SELECT 1) one LEFT JOIN "Application" a ON a."userId" = ${userId}::uuid AND a."jobId" = ${jobId}::uuid`;
  return SwipeStateSchema.parse(rows[0]);
}

const DeletedSwipeSchema = z.object({ direction: DirectionSchema, ruledOut: RuledOutSchema.nullable() });
type DeletedSwipe = z.infer<typeof DeletedSwipeSchema>;

/**
 * Takes a swipe back and withdraws its application. Call it in a transaction, and give that up on "decided".
 * @returns what it was; null when there was none; "decided" when the employer hired or rejected them
 */
export async function deleteSwipe(
  tx: DbOrTx,
  swipe: { userId: string; jobId: string; eventId: string },
): Promise<DeletedSwipe | "decided" | null> {
  const rows = await tx.$queryRaw<unknown[]>`
    DELETE FROM "Swipe" WHERE "userId" = ${swipe.userId}::uuid AND "jobId" = ${swipe.jobId}::uuid
    RETURNING "direction"::text, "ruledOut"`;
  if (rows.length === 0) return null;
  const deleted = DeletedSwipeSchema.parse(rows[0]);
  if (deleted.direction === "LEFT") return deleted;
  // Held from here on: whoever moves it on waits, or has moved it.
  const [application] = await tx.$queryRaw<{ id: string; status: string; isWithdrawn: boolean }[]>`
    SELECT "id"::text, "status"::text, "withdrawnAt" IS NOT NULL AS "isWithdrawn" FROM "Application"
    WHERE "userId" = ${swipe.userId}::uuid AND "jobId" = ${swipe.jobId}::uuid FOR UPDATE`;
  if (application === undefined || application.isWithdrawn) return deleted;
  if (application.status === "HIRED" || application.status === "REJECTED") return "decided";
  await tx.$executeRaw`
    WITH withdrawn AS (
      UPDATE "Application" SET "withdrawnAt" = now(), "updatedAt" = now()
      WHERE "userId" = ${swipe.userId}::uuid AND "id" = ${application.id}::uuid RETURNING "userId", "id", "status"
    )
    INSERT INTO "ApplicationEvent" ("userId", "id", "applicationId", "kind", "actor", "fromStatus", "toStatus")
    SELECT "userId", ${swipe.eventId}::uuid, "id", 'withdrawn', 'applicant', "status", NULL FROM withdrawn`;
  return deleted;
}

const SwipeRowSchema = z.object({
  jobId: z.string(),
  direction: DirectionSchema,
  reasons: z.array(z.string()),
  createdAt: z.date(),
});
export type SwipeRow = z.infer<typeof SwipeRowSchema>;

/** Swipes of a person, latest first, from the one after `after` on. */
export async function listSwipes(
  db: DbOrTx,
  query: {
    userId: string;
    direction: Direction | undefined;
    after: { createdAt: Date; jobId: string } | null;
    limit: number;
  },
): Promise<SwipeRow[]> {
  const { direction, after } = query;
  const ofDirection =
    direction === undefined ? Prisma.empty : Prisma.sql`AND s."direction" = ${direction}::"SwipeDirection"`;
  const page =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (s."createdAt", s."jobId") < (${after.createdAt}::timestamptz, ${after.jobId}::uuid)`;
  const rows = await db.$queryRaw<unknown[]>`
    SELECT s."jobId"::text, s."direction"::text, s."reasons", s."createdAt" FROM "Swipe" s
    WHERE s."userId" = ${query.userId}::uuid ${ofDirection} ${page}
    ORDER BY s."createdAt" DESC, s."jobId" DESC LIMIT ${query.limit}`;
  return rows.map((row) => SwipeRowSchema.parse(row));
}
