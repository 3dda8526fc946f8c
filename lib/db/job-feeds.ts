import { z } from "zod";
import { JobFiltersSchema, type JobParts } from "@/lib/contracts/jobs";
import { RoleSchema } from "@/lib/contracts/roles";
import { type Wanted, whereWanted } from "./job-filters";
import { JOB_COLUMNS, JOB_FROM, type JobRow, JobRowSchema } from "./job-rows";
import type { DbOrTx } from "./open";
import { type Person, withPerson } from "./person";

/** Stands for no cosine. */
export const NO_COSINE = -2;
/** Feeds of a person that are kept: an older one's cursor counts no more. */
const FEEDS_KEPT = 20;

const JobFeedRowSchema = z.object({
  userId: z.string(),
  ownerRole: RoleSchema,
  id: z.string(),
  /** Stored as a query string writes them. */
  filters: JobFiltersSchema,
  mode: z.enum(["profile", "learned", "cold"]),
  jobIds: z.array(z.string()),
  /** Per job: score, the five parts in their order, cosine, what a ranker adds; the last is missing in feeds of earlier versions. */
  scores: z.array(z.number()),
  /** The ranker that had a part in the order; null for none. */
  modelVersion: z.string().nullable(),
  shownIds: z.array(z.string()),
});
export type JobFeedRow = z.infer<typeof JobFeedRowSchema>;

/** @returns null when there is none, or it is older than the last ones of its person */
export async function findJobFeed(db: DbOrTx, id: string): Promise<JobFeedRow | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT f."userId"::text, u."role"::text AS "ownerRole", f."id"::text, f."filters", f."mode", f."jobIds"::text[], f."scores",
      f."shownIds"::text[], f."modelVersion"
    FROM "JobFeed" f JOIN "User" u ON u."id" = f."userId" WHERE f."id" = ${id}::uuid`;
  return rows.length === 0 ? null : JobFeedRowSchema.parse(rows[0]);
}

export type NewFeed = Pick<JobFeedRow, "id" | "mode" | "jobIds" | "scores" | "shownIds" | "modelVersion"> & {
  filters: Record<string, string>;
};

export type ShownJob = {
  id: string;
  feedId: string;
  jobId: string;
  position: number;
  score: number;
  parts: JobParts;
  similarity: number | null;
  /** Of the table that the page names; null is not known. */
  features: (number | null)[];
  policy: string;
  modelVersion: string;
};

/** Of jobs that no ranker had a part in; the version counts up when the formula of the score changes. */
export const JOB_BASE = { policy: "job-base", modelVersion: "job-1" } as const;
/** Nothing is drawn: every job of a page is shown for certain. */
const PROPENSITY = 1;

/**
 * Keeps feeds that were ranked for a page and what the page shows, in one statement.
 * @returns null, and nothing is stored, when the person is no longer there
 */
export async function recordFeedPage(
  db: DbOrTx,
  person: Person,
  page: { feeds: readonly NewFeed[]; shown: readonly ShownJob[]; featureVersion: string },
): Promise<true | null> {
  const [row] = await db.$queryRaw<{ persons: number }[]>`
    ${withPerson(person)},
    feeds AS (
      INSERT INTO "JobFeed" ("userId", "id", "filters", "mode", "jobIds", "scores", "shownIds",
        "modelVersion")
      SELECT p."id", f."id", f."filters", f."mode", f."jobIds", f."scores", f."shownIds", f."modelVersion"
      FROM person p, json_to_recordset(${JSON.stringify(page.feeds)}::json) AS f("id" uuid, "filters" jsonb, "mode" text, "jobIds" uuid[],
        "scores" float8[], "shownIds" uuid[], "modelVersion" text)
    ), outdated AS (
      DELETE FROM "JobFeed" f USING person p WHERE ${page.feeds.length > 0} AND f."userId" = p."id" AND f."id" IN (
        SELECT o."id" FROM "JobFeed" o WHERE o."userId" = ${person.userId}::uuid ORDER BY o."createdAt" DESC, o."id"
        OFFSET ${FEEDS_KEPT - page.feeds.length})
    ), shown AS (
      INSERT INTO "JobImpression" ("userId", "id", "feedId", "jobId", "position", "score", "parts", "similarity", "features",
        "featureVersion", "policy", "modelVersion", "propensity")
      SELECT p."id", s."id", s."feedId", s."jobId", s."position", s."score", s."parts", s."similarity", s."features",
        ${page.featureVersion}, s."policy", s."modelVersion", ${PROPENSITY}::float8
      FROM person p, json_to_recordset(${JSON.stringify(page.shown)}::json) AS s("id" uuid, "feedId" uuid, "jobId" uuid, "position" int,
        "score" float8, "parts" jsonb, "similarity" float8, "features" real[], "policy" text, "modelVersion" text)
    )
    SELECT count(*)::int AS "persons" FROM person`;
  return row !== undefined && row.persons > 0 ? true : null;
}

/** Those of these jobs that may be shown still, by their id. */
export async function listWantedJobs(db: DbOrTx, ids: readonly string[], wanted: Wanted): Promise<Map<string, JobRow>> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${JOB_COLUMNS} ${JOB_FROM} WHERE j."id" = ANY(${[...ids]}::uuid[]) AND ${whereWanted(wanted)}`;
  return new Map(rows.map((row) => JobRowSchema.parse(row)).map((row) => [row.id, row]));
}

/** Jobs of a feed that were on a page. */
export async function listShownJobIds(db: DbOrTx, feed: { userId: string; id: string }): Promise<string[]> {
  const rows = await db.$queryRaw<{ jobId: string }[]>`
    SELECT DISTINCT "jobId"::text FROM "JobImpression" WHERE "userId" = ${feed.userId}::uuid AND "feedId" = ${feed.id}::uuid`;
  return rows.map(({ jobId }) => jobId);
}
