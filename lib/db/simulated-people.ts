import type { Db, DbOrTx } from "./open";

/**
 * Simulated people are told by their ids: UUIDs of version 8, whose meaning is left to applications (RFC 9562, section 5.8), from a range
 * that random ones of version 4 cannot fall into. So a row is marked from its first moment on, every table with a userId can leave them out,
 * and deleting the range is all it takes to be rid of them.
 */
export const SIMULATED_FIRST_ID = "5eed0000-0000-8000-8000-000000000000";
export const SIMULATED_LAST_ID = "5eed0000-0000-8000-8fff-ffffffffffff";
const PREFIX = SIMULATED_FIRST_ID.slice(0, 20);

/** People deleted at once: on the embedded database everybody else waits so long. */
const DELETED_AT_ONCE = 100;
const ROWS_AT_ONCE = 2000;

/** The id of a simulated person, with 60 bits of a random one. */
export const toSimulatedId = (id: string): string => PREFIX + id.slice(PREFIX.length);

export const isSimulatedId = (id: string): boolean => id.startsWith(PREFIX);

/** How many people are simulated, and how many are not. Admins are left out: somebody has to run the place. */
export async function countPeople(db: DbOrTx): Promise<{ simulated: number; others: number }> {
  const [row] = await db.$queryRaw<{ simulated: number; others: number }[]>`
    SELECT count(*) FILTER (WHERE "id" BETWEEN ${SIMULATED_FIRST_ID}::uuid AND ${SIMULATED_LAST_ID}::uuid)::int AS "simulated",
      count(*) FILTER (WHERE "id" NOT BETWEEN ${SIMULATED_FIRST_ID}::uuid AND ${SIMULATED_LAST_ID}::uuid AND "role" <> 'admin')::int AS "others"
    FROM "User"`;
  return row ?? { simulated: 0, others: 0 };
}

/** Deletes some of the simulated people with everything of theirs. @returns how many; 0 when none are left */
export function deleteSimulatedPeople(db: DbOrTx): Promise<number> {
  return db.$executeRaw`DELETE FROM "User" WHERE "id" IN (
    SELECT "id" FROM "User" WHERE "id" BETWEEN ${SIMULATED_FIRST_ID}::uuid AND ${SIMULATED_LAST_ID}::uuid ORDER BY "id" LIMIT ${DELETED_AT_ONCE})`;
}

/** A visit as it is to be dated. */
export type DatedVisit = {
  userId: string;
  isFirst: boolean;
  /** The quiz that was answered on it; null for none. */
  sessionId: string | null;
  /** One row of the list that was shown; null of an empty one. */
  recommendationId: string | null;
  at: Date;
  events: readonly { id: string; at: Date }[];
};

/**
 * Moves visits of simulated people, which the database has stamped with the present, to when they are said to have happened: the person,
 * consent, quiz and list to the visit, interactions and what they set to the event. Nobody else's rows are touched.
 */
export async function dateVisits(db: Db, visits: readonly DatedVisit[]): Promise<void> {
  const chosen = visits.filter(({ userId }) => isSimulatedId(userId));
  const events = chosen.flatMap((visit) => visit.events.map((event) => ({ ...event, userId: visit.userId })));
  const rows = chosen.map(({ events: _, ...visit }) => visit);
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await dateLists(db, rows.slice(from, from + ROWS_AT_ONCE));
  for (let from = 0; from < events.length; from += ROWS_AT_ONCE)
    await dateEvents(db, events.slice(from, from + ROWS_AT_ONCE));
}

/**
 * Moves people to their visits, and their consent to the first one.
 * @param json  of { userId, isFirst, at }
 */
export const toArrivalUpdates = (db: Db, json: string) => [
  db.$executeRaw`UPDATE "User" u SET "createdAt" = CASE WHEN v."isFirst" THEN v."at" ELSE u."createdAt" END, "lastSeenAt" = v."at"
    FROM jsonb_to_recordset(${json}::jsonb) AS v("userId" uuid, "isFirst" boolean, "at" timestamptz) WHERE u."id" = v."userId"`,
  db.$executeRaw`UPDATE "Consent" c SET "createdAt" = v."at"
    FROM jsonb_to_recordset(${json}::jsonb) AS v("userId" uuid, "isFirst" boolean, "at" timestamptz)
    WHERE c."userId" = v."userId" AND v."isFirst"`,
];

async function dateLists(db: Db, visits: readonly Omit<DatedVisit, "events">[]): Promise<void> {
  const json = JSON.stringify(visits);
  await db.$transaction([
    ...toArrivalUpdates(db, json),
    db.$executeRaw`UPDATE "QuizSession" q SET "createdAt" = v."at"
      FROM jsonb_to_recordset(${json}::jsonb) AS v("userId" uuid, "sessionId" uuid, "at" timestamptz)
      WHERE q."userId" = v."userId" AND q."id" = v."sessionId"`,
    db.$executeRaw`UPDATE "Slate" s SET "createdAt" = v."at"
      FROM jsonb_to_recordset(${json}::jsonb) AS v("userId" uuid, "recommendationId" uuid, "at" timestamptz)
      JOIN "Impression" i ON i."userId" = v."userId" AND i."id" = v."recommendationId"
      WHERE s."userId" = i."userId" AND s."id" = i."slateId"`,
  ]);
}

async function dateEvents(db: Db, events: readonly { userId: string; id: string; at: Date }[]): Promise<void> {
  const json = JSON.stringify(events);
  await db.$transaction([
    db.$executeRaw`UPDATE "Interaction" i SET "occurredAt" = e."at", "createdAt" = e."at"
      FROM jsonb_to_recordset(${json}::jsonb) AS e("userId" uuid, "id" uuid, "at" timestamptz)
      WHERE i."userId" = e."userId" AND i."id" = e."id"`,
    db.$executeRaw`UPDATE "SavedCareer" s SET "createdAt" = e."at"
      FROM jsonb_to_recordset(${json}::jsonb) AS e("userId" uuid, "id" uuid, "at" timestamptz)
      JOIN "Interaction" i ON i."userId" = e."userId" AND i."id" = e."id" AND i."kind" = 'save'
      WHERE s."userId" = i."userId" AND s."careerCode" = i."careerCode"`,
    db.$executeRaw`UPDATE "CareerReaction" r SET "createdAt" = e."at"
      FROM jsonb_to_recordset(${json}::jsonb) AS e("userId" uuid, "id" uuid, "at" timestamptz)
      JOIN "Interaction" i ON i."userId" = e."userId" AND i."id" = e."id"
      WHERE r."userId" = i."userId" AND r."careerCode" = i."careerCode" AND r."kind"::text = i."kind"::text`,
  ]);
}
