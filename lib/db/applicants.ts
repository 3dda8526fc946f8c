import { z } from "zod";
import { ApplicationStatusSchema } from "@/lib/contracts/applications";
import { JobPartsSchema, SenioritySchema } from "@/lib/contracts/jobs";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

const ApplicantRowSchema = z.object({
  userId: z.string(),
  id: z.string(),
  jobId: z.string(),
  email: z.string(),
  headline: z.string(),
  skills: z.array(z.string()),
  seniority: SenioritySchema.nullable(),
  preferredLocations: z.array(z.string()),
  status: ApplicationStatusSchema,
  withdrawnAt: z.date().nullable(),
  scoreAtApply: z.number(),
  partsAtApply: JobPartsSchema,
  createdAt: z.date(),
  updatedAt: z.date(),
});

/** Somebody who applied, with what they say about themselves now. Their note is theirs alone and never read here. */
export type ApplicantRow = z.infer<typeof ApplicantRowSchema>;

/** Guests have no address to write to: an employer sees their application once there is an account. */
const SELECT = Prisma.sql`
  SELECT a."userId"::text, a."id"::text, a."jobId"::text, u."email", u."headline", u."skills", u."seniority"::text,
    u."preferredLocations", a."status"::text, a."withdrawnAt", a."scoreAtApply", a."partsAtApply", a."createdAt", a."updatedAt"
  FROM "Application" a JOIN "User" u ON u."id" = a."userId"
  WHERE u."role" <> 'guest' AND u."email" IS NOT NULL`;

/** Who applied for a job: best match first, those who withdrew last. */
export async function listApplicants(db: DbOrTx, jobId: string): Promise<ApplicantRow[]> {
  const rows = await db.$queryRaw<unknown[]>`${SELECT} AND a."jobId" = ${jobId}::uuid
    ORDER BY a."withdrawnAt" IS NOT NULL, a."scoreAtApply" DESC, a."id"`;
  return rows.map((row) => ApplicantRowSchema.parse(row));
}

/** One application to a job of somebody's company; null when it is none of theirs. */
export async function findApplicant(db: DbOrTx, ownerId: string, id: string): Promise<ApplicantRow | null> {
  const rows = await db.$queryRaw<unknown[]>`${SELECT} AND a."id" = ${id}::uuid AND EXISTS (
    SELECT 1 FROM "Job" j JOIN "Company" c ON c."id" = j."companyId"
    WHERE j."id" = a."jobId" AND c."ownerId" = ${ownerId}::uuid)`;
  return rows.length === 0 ? null : ApplicantRowSchema.parse(rows[0]);
}
