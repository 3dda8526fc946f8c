import type { ApplicationStatus } from "@/lib/contracts/applications";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

/** Whose row it is, by the column that rows are distributed by, and the moment of the change. */
export type ApplicationKey = { userId: string; id: string };
type Change = { eventId: string; now: Date };

/**
 * Moves an application from the status that it was seen to have.
 * @returns false, and nothing is changed, when it has another status by now or was withdrawn: of two moves at once one goes through
 */
export function moveApplication(
  db: DbOrTx,
  key: ApplicationKey,
  move: Change & { from: ApplicationStatus; to: ApplicationStatus; message: string },
): Promise<boolean> {
  return changeApplication(db, key, move, {
    set: Prisma.sql`"status" = ${move.to}::"ApplicationStatus"`,
    where: Prisma.sql`a."status" = ${move.from}::"ApplicationStatus"`,
    event: { kind: "status", actor: "employer", from: move.from, to: move.to, message: move.message },
  });
}

/** @returns false, and nothing is changed, when it was withdrawn already or the employer decided on it */
export function withdrawApplication(db: DbOrTx, key: ApplicationKey, change: Change): Promise<boolean> {
  return changeApplication(db, key, change, {
    set: Prisma.sql`"withdrawnAt" = ${change.now}::timestamptz`,
    where: Prisma.sql`a."status" NOT IN ('HIRED', 'REJECTED')`,
    event: { kind: "withdrawn", actor: "applicant", from: Prisma.sql`"status"`, to: null, message: "" },
  });
}

/** @returns false, and nothing is stored, when the application was withdrawn */
export function recordMessage(
  db: DbOrTx,
  key: ApplicationKey,
  message: Change & { actor: "applicant" | "employer"; text: string },
): Promise<boolean> {
  return changeApplication(db, key, message, {
    set: Prisma.empty,
    where: Prisma.sql`TRUE`,
    event: { kind: "message", actor: message.actor, from: null, to: null, message: message.text },
  });
}

/** The note is no change that anybody else could see: neither an event nor a later updatedAt. */
export async function saveApplicationNote(db: DbOrTx, { userId, id }: ApplicationKey, note: string): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE "Application" SET "note" = ${note} WHERE "userId" = ${userId}::uuid AND "id" = ${id}::uuid`;
  return count === 1;
}

/**
 * A change and its event in one statement: both or none. Each makes `updatedAt` later and the event takes its time from there, so that the
 * events of an application have an order also where two clocks or one millisecond would leave it open.
 */
async function changeApplication(
  db: DbOrTx,
  { userId, id }: ApplicationKey,
  { eventId, now }: Change,
  change: {
    set: Prisma.Sql;
    where: Prisma.Sql;
    event: {
      kind: string;
      actor: string;
      /** SQL of what was changed, where that tells. */
      from: ApplicationStatus | Prisma.Sql | null;
      to: ApplicationStatus | null;
      message: string;
    };
  },
): Promise<boolean> {
  const { set, where, event } = change;
  const separator = set === Prisma.empty ? Prisma.empty : Prisma.sql`,`;
  const count = await db.$executeRaw`
    WITH changed AS (
      UPDATE "Application" a
      SET "updatedAt" = GREATEST(${now}::timestamptz, a."updatedAt" + interval '1 millisecond')${separator} ${set}
      WHERE a."userId" = ${userId}::uuid AND a."id" = ${id}::uuid AND a."withdrawnAt" IS NULL AND ${where}
      RETURNING a."userId", a."id", a."status", a."updatedAt"
    )
    INSERT INTO "ApplicationEvent"
      ("userId", "id", "applicationId", "kind", "actor", "fromStatus", "toStatus", "message", "createdAt")
    SELECT "userId", ${eventId}::uuid, "id", ${event.kind}, ${event.actor}, ${event.from}::"ApplicationStatus",
      ${event.to}::"ApplicationStatus", ${event.message}, "updatedAt" FROM changed`;
  return count === 1;
}
