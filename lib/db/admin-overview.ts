import type { InteractionKind } from "@/lib/engine/ranking/interaction-label";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

/** Who there is; `active` counts those seen since. */
export async function countPeople(
  db: DbOrTx,
  since: Date,
): Promise<{ guests: number; accounts: number; locked: number; active: number }> {
  const rows = await db.$queryRaw<{ guests: number; accounts: number; locked: number; active: number }[]>`
    SELECT (count(*) FILTER (WHERE "role" = 'guest'))::int AS "guests",
      (count(*) FILTER (WHERE "role" <> 'guest'))::int AS "accounts",
      (count(*) FILTER (WHERE "lastSeenAt" >= ${since}))::int AS "active",
      (SELECT count(*) FROM "User" WHERE "lockedAt" IS NOT NULL)::int AS "locked"
    FROM "User"`;
  return rows[0] ?? { guests: 0, accounts: 0, locked: 0, active: 0 };
}

/** How things stand now: saved careers and reactions are kept as states, of everybody. */
export async function countStates(
  db: DbOrTx,
): Promise<{ saved: number; implementing: number; dismissed: number; rated: number }> {
  const rows = await db.$queryRaw<{ saved: number; implementing: number; dismissed: number; rated: number }[]>`
    SELECT (SELECT count(*) FROM "SavedCareer")::int AS "saved",
      (count(*) FILTER (WHERE "kind" = 'implement'))::int AS "implementing",
      (count(*) FILTER (WHERE "kind" = 'dismiss'))::int AS "dismissed",
      (count(*) FILTER (WHERE "kind" = 'rate'))::int AS "rated"
    FROM "CareerReaction"`;
  return rows[0] ?? { saved: 0, implementing: 0, dismissed: 0, rated: 0 };
}

/** Interactions that arrived since, by day (UTC) and kind. */
export function countInteractionsByDay(
  db: DbOrTx,
  since: Date,
): Promise<{ day: string; kind: InteractionKind; count: number }[]> {
  return db.$queryRaw`SELECT ${DAY_TEXT}, "kind"::text AS "kind", "count" FROM (
    SELECT ${DAY} AS "day", "kind", count(*)::int AS "count" FROM "Interaction" WHERE "createdAt" >= ${since} GROUP BY 1, 2
  ) counted`;
}

export type DayCount = { day: string; what: "newAccounts" | "newGuests" | "quizzes" | "slates"; count: number };

/** People who came, quizzes and lists since, by day (UTC). */
export function countByDay(db: DbOrTx, since: Date): Promise<DayCount[]> {
  return db.$queryRaw`SELECT ${DAY_TEXT}, "what", "count" FROM (
    SELECT ${DAY} AS "day", CASE "role" WHEN 'guest' THEN 'newGuests' ELSE 'newAccounts' END AS "what", count(*)::int AS "count"
      FROM "User" WHERE "createdAt" >= ${since} GROUP BY 1, 2
    UNION ALL SELECT ${DAY}, 'quizzes', count(*)::int FROM "QuizSession" WHERE "createdAt" >= ${since} GROUP BY 1
    UNION ALL SELECT ${DAY}, 'slates', count(*)::int FROM "Slate" WHERE "createdAt" >= ${since} GROUP BY 1
  ) counted`;
}

const DAY = Prisma.sql`date_trunc('day', "createdAt" AT TIME ZONE 'UTC')`;
/** Written out once a group: a million rows would take long to write out one by one. */
const DAY_TEXT = Prisma.sql`to_char("day", 'YYYY-MM-DD') AS "day"`;

/** Rows of lists shown since. */
export async function countImpressions(db: DbOrTx, since: Date): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" FROM "Slate" s
    JOIN "Impression" i ON i."userId" = s."userId" AND i."slateId" = s."id" WHERE s."createdAt" >= ${since}`;
  return rows[0]?.count ?? 0;
}

/** Places below this are seen by few, and their rates say nothing. */
const POSITIONS_MAX = 20;

/**
 * Rows of the newest lists of one kind, by their place: all of them, those whose clicks are recorded, and those of them that were clicked.
 *
 * A person's clicks are recorded when they agreed; a program's also when it was never asked, so somebody who was not asked counts once
 * anything of theirs is recorded. `slatesMax` keeps the work the same however many lists there are, and 5,000 give a rate to a
 * percentage point or so. The lists are picked first, which also keeps the planner from joining everything before it picks.
 */
export function countClicksByPosition(
  db: DbOrTx,
  options: { since: Date; surface: string; slatesMax: number },
): Promise<{ position: number; shown: number; recorded: number; clicked: number }[]> {
  return db.$queryRaw`
    WITH newest AS MATERIALIZED (
      SELECT s."userId", s."id", COALESCE(u."trackingConsent",
        EXISTS (SELECT 1 FROM "InteractionTally" t WHERE t."userId" = s."userId")) AS "isRecorded"
      FROM (
        SELECT "userId", "id" FROM "Slate" WHERE "createdAt" >= ${options.since} AND "surface" = ${options.surface}
        ORDER BY "createdAt" DESC LIMIT ${options.slatesMax}
      ) s JOIN "User" u ON u."id" = s."userId"
    )
    SELECT i."position", count(*)::int AS "shown", (count(*) FILTER (WHERE s."isRecorded"))::int AS "recorded",
      (count(*) FILTER (WHERE s."isRecorded" AND t."clicks" > 0))::int AS "clicked"
    FROM newest s
    JOIN "Impression" i ON i."userId" = s."userId" AND i."slateId" = s."id" AND i."position" <= ${POSITIONS_MAX}
    LEFT JOIN "InteractionTally" t
      ON t."userId" = i."userId" AND t."careerCode" = i."careerCode" AND t."recommendationId" = i."id"
    GROUP BY 1 ORDER BY 1`;
}
