import { z } from "zod";
import { toVectorLiteral } from "./careers";
import { Prisma } from "./generated/client";
import { type JobRow, listJobRows } from "./job-rows";
import type { JobRow as StoredJob } from "./jobs";
import type { DbOrTx } from "./open";

const FiguresSchema = z.object({
  id: z.string(),
  description: z.string(),
  applicants: z.number(),
  newApplicants: z.number(),
  impressions: z.number(),
});

/** A job with what came of it. */
export type EmployerJobRow = JobRow & z.infer<typeof FiguresSchema>;

/**
 * The jobs of somebody's company: open ones first, the latest of each first.
 * @param jobId  only this one, when it is one of theirs
 */
export async function listEmployerJobs(db: DbOrTx, ownerId: string, jobId?: string): Promise<EmployerJobRow[]> {
  const only = jobId === undefined ? Prisma.empty : Prisma.sql`AND j."id" = ${jobId}::uuid`;
  const found = await db.$queryRaw<unknown[]>`
    SELECT j."id"::text, j."description", p."applicants", p."newApplicants",
      (SELECT count(*)::int FROM "JobImpression" i WHERE i."jobId" = j."id") AS "impressions"
    FROM "Job" j JOIN "Company" c ON c."id" = j."companyId", LATERAL (
      SELECT count(*)::int AS "applicants", (count(*) FILTER (WHERE a."status" = 'SUBMITTED'))::int AS "newApplicants"
      FROM "Application" a JOIN "User" u ON u."id" = a."userId"
      WHERE a."jobId" = j."id" AND a."withdrawnAt" IS NULL AND u."role" <> 'guest' AND u."email" IS NOT NULL
    ) p
    WHERE c."ownerId" = ${ownerId}::uuid ${only}
    ORDER BY (j."isActive" AND (j."expiresAt" IS NULL OR j."expiresAt" > now())) DESC, j."postedAt" DESC, j."id"`;
  const figures = found.map((row) => FiguresSchema.parse(row));
  const jobs = await listJobRows(
    db,
    figures.map(({ id }) => id),
  );
  const byId = new Map(jobs.map((job) => [job.id, job]));
  return figures.flatMap((row) => {
    const job = byId.get(row.id);
    return job === undefined ? [] : [{ ...job, ...row }];
  });
}

/** Closes a job or opens it again; one that has expired stays inactive. Applications to it are left as they are. */
export async function setJobClosed(db: DbOrTx, id: string, isClosed: boolean, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE "Job" SET "closedAt" = CASE WHEN ${isClosed} THEN COALESCE("closedAt", ${now}::timestamptz) END,
      "isActive" = NOT ${isClosed} AND ("expiresAt" IS NULL OR "expiresAt" > ${now}::timestamptz), "updatedAt" = ${now}
    WHERE "id" = ${id}::uuid`;
}

/** What an employer can change of a job, with what follows from it. */
export type JobChanges = Omit<
  StoredJob,
  "id" | "companyId" | "source" | "sourceId" | "sourceUrl" | "postedAt" | "closedAt" | "isActive" | "contentHash"
>;

/** A closed job stays closed; one that had expired is open again with a later end. */
export async function saveEmployerJob(db: DbOrTx, id: string, job: JobChanges, now: Date): Promise<void> {
  const vector = job.embedding === null ? null : toVectorLiteral(job.embedding);
  await db.$executeRaw`
    UPDATE "Job" SET "title" = ${job.title}, "description" = ${job.description}, "location" = ${job.location},
      "isRemote" = ${job.isRemote}, "tags" = ${[...job.tags]}::text[], "seniority" = ${job.seniority}::"Seniority",
      "salaryMin" = ${job.salaryMin}::float8, "salaryMax" = ${job.salaryMax}::float8, "careerCode" = ${job.careerCode},
      "careerConfidence" = ${job.careerConfidence}::float8, "clusterId" = ${job.clusterId},
      "typicalSalaryMin" = ${job.typicalSalaryMin}::float8, "typicalSalaryMax" = ${job.typicalSalaryMax}::float8,
      "typicalSkills" = ${[...job.typicalSkills]}::text[], "typicalSeniority" = ${job.typicalSeniority}::"Seniority",
      "embedding" = ${vector}::halfvec, "embeddingModel" = ${job.embeddingModel}, "expiresAt" = ${job.expiresAt}::timestamptz,
      "isActive" = "closedAt" IS NULL AND (${job.expiresAt}::timestamptz IS NULL OR ${job.expiresAt}::timestamptz > ${now}::timestamptz),
      "updatedAt" = ${now}::timestamptz
    WHERE "id" = ${id}::uuid`;
}
