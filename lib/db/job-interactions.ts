import type { DbOrTx } from "./open";

export type JobEvent = {
  /** Made where it happened: recording it again changes nothing. */
  id: string;
  jobId: string;
  impressionId: string | null;
  action: string;
  seconds: number | null;
  occurredAt: Date;
};

/**
 * Records what somebody did with jobs, as far as they agreed to have it recorded, in the statement that asks whether they did: see
 * recordInteractions. A showing of another job or to somebody else is none. Unknown jobs are left out.
 * @returns how many are new
 */
export async function recordJobEvents(
  db: DbOrTx,
  userId: string,
  events: readonly JobEvent[],
  options: { isProgram: boolean },
): Promise<number> {
  return db.$executeRaw`
    WITH e AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS e("id" uuid, "jobId" uuid, "impressionId" uuid, "action" text,
        "seconds" float8, "occurredAt" timestamptz)
    ), u AS (
      SELECT "id" FROM "User" WHERE "id" = ${userId}::uuid AND COALESCE("trackingConsent", ${options.isProgram}) FOR SHARE
    )
    INSERT INTO "JobInteraction" ("userId", "id", "jobId", "impressionId", "action", "seconds", "scoreAtView", "occurredAt")
    SELECT u."id", e."id", e."jobId", i."id", e."action", e."seconds", i."score",
      -- The sender's clock may be wrong: nothing happens to a job before it was shown.
      GREATEST(e."occurredAt", i."createdAt")
    FROM e JOIN "Job" j ON j."id" = e."jobId" CROSS JOIN u
    LEFT JOIN "JobImpression" i ON i."userId" = u."id" AND i."id" = e."impressionId" AND i."jobId" = e."jobId"
    ORDER BY e."id"
    ON CONFLICT DO NOTHING`;
}
