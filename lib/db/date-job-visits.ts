import type { Db } from "./open";
import { isSimulatedId, toArrivalUpdates } from "./simulated-people";

/** A visit to the jobs as it is to be dated. */
export type DatedJobVisit = {
  userId: string;
  isFirst: boolean;
  at: Date;
  /** When the last thing happened. */
  endAt: Date;
  /** What each page showed, and when. */
  pages: { impressionIds: readonly string[]; at: Date }[];
  /** Of JobInteraction. */
  events: { id: string; at: Date }[];
  /** What is swiped at the end of the visit. */
  swipes: { jobId: string; at: Date }[];
  /** Jobs that were applied for, each once ever; null when it was not taken back. */
  applications: { jobId: string; at: Date; withdrawnAt: Date | null }[];
};

const VISITS_AT_ONCE = 200;

/**
 * Moves visits of simulated people, which the database has stamped with the present, to when they are said to have happened. Nobody
 * else's rows are touched.
 */
export async function dateJobVisits(db: Db, visits: readonly DatedJobVisit[]): Promise<void> {
  const chosen = visits.filter(({ userId }) => isSimulatedId(userId));
  for (let from = 0; from < chosen.length; from += VISITS_AT_ONCE)
    await dateSome(db, chosen.slice(from, from + VISITS_AT_ONCE));
}

async function dateSome(db: Db, visits: readonly DatedJobVisit[]): Promise<void> {
  const each = <Row extends object>(pick: (visit: DatedJobVisit) => readonly Row[]): string =>
    JSON.stringify(visits.flatMap((visit) => pick(visit).map((row) => ({ ...row, userId: visit.userId }))));
  const people = each(({ isFirst, at, endAt }) => [{ isFirst, at, endAt }]);
  const applications = each((visit) => visit.applications);
  await db.$transaction([
    ...toArrivalUpdates(db, people),
    db.$executeRaw`UPDATE "JobProfile" p SET "updatedAt" = v."endAt"
      FROM jsonb_to_recordset(${people}::jsonb) AS v("userId" uuid, "endAt" timestamptz) WHERE p."userId" = v."userId"`,
    db.$executeRaw`UPDATE "JobImpression" i SET "createdAt" = p."at"
      FROM (SELECT r."userId", r."at", unnest(r."impressionIds") AS "id"
        FROM jsonb_to_recordset(${each(({ pages }) => pages)}::jsonb) AS r("userId" uuid, "at" timestamptz, "impressionIds" uuid[])) p
      WHERE i."userId" = p."userId" AND i."id" = p."id"`,
    // Those that are not dated yet have the present, which is later than any visit.
    db.$executeRaw`UPDATE "JobFeed" f SET "createdAt" = COALESCE((SELECT min(i."createdAt") FROM "JobImpression" i
        WHERE i."userId" = f."userId" AND i."feedId" = f."id"), v."at")
      FROM jsonb_to_recordset(${people}::jsonb) AS v("userId" uuid, "at" timestamptz, "endAt" timestamptz)
      WHERE f."userId" = v."userId" AND f."createdAt" > v."endAt"`,
    db.$executeRaw`UPDATE "JobInteraction" i SET "occurredAt" = e."at", "createdAt" = e."at"
      FROM jsonb_to_recordset(${each(({ events }) => events)}::jsonb) AS e("userId" uuid, "id" uuid, "at" timestamptz)
      WHERE i."userId" = e."userId" AND i."id" = e."id"`,
    db.$executeRaw`UPDATE "Swipe" s SET "createdAt" = e."at"
      FROM jsonb_to_recordset(${each(({ swipes }) => swipes)}::jsonb) AS e("userId" uuid, "jobId" uuid, "at" timestamptz)
      WHERE s."userId" = e."userId" AND s."jobId" = e."jobId"`,
    db.$executeRaw`UPDATE "Application" a SET "createdAt" = e."at", "updatedAt" = COALESCE(e."withdrawnAt", e."at"), "withdrawnAt" = e."withdrawnAt"
      FROM jsonb_to_recordset(${applications}::jsonb) AS e("userId" uuid, "jobId" uuid, "at" timestamptz, "withdrawnAt" timestamptz)
      WHERE a."userId" = e."userId" AND a."jobId" = e."jobId"`,
    db.$executeRaw`UPDATE "ApplicationEvent" n SET "createdAt" = CASE n."kind" WHEN 'applied' THEN e."at" ELSE e."withdrawnAt" END
      FROM jsonb_to_recordset(${applications}::jsonb) AS e("userId" uuid, "jobId" uuid, "at" timestamptz, "withdrawnAt" timestamptz)
      JOIN "Application" a ON a."userId" = e."userId" AND a."jobId" = e."jobId"
      WHERE n."userId" = a."userId" AND n."applicationId" = a."id" AND n."kind" IN ('applied', 'withdrawn')`,
  ]);
}
