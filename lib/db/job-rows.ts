import { z } from "zod";
import { SenioritySchema } from "@/lib/contracts/jobs";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

export const JobRowSchema = z.object({
  id: z.string(),
  companyId: z.string(),
  company: z.string(),
  /** The employer's account; null for imported companies and deleted accounts. */
  ownerId: z.string().nullable(),
  source: z.string(),
  title: z.string(),
  location: z.string(),
  isRemote: z.boolean(),
  tags: z.array(z.string()),
  seniority: SenioritySchema.nullable(),
  salaryMin: z.number().nullable(),
  salaryMax: z.number().nullable(),
  careerCode: z.string().nullable(),
  careerTitle: z.string().nullable(),
  careerConfidence: z.number().nullable(),
  clusterId: z.string().nullable(),
  cluster: z.string().nullable(),
  typicalSalaryMin: z.number().nullable(),
  typicalSalaryMax: z.number().nullable(),
  typicalSkills: z.array(z.string()),
  typicalSeniority: SenioritySchema.nullable(),
  postedAt: z.date(),
  expiresAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  /** Neither closed nor expired by now. */
  isOpen: z.boolean(),
});

/** A job as lists show it, with its company and the names of its occupation and cluster. */
export type JobRow = z.infer<typeof JobRowSchema>;

const JobDetailRowSchema = JobRowSchema.extend({
  description: z.string(),
  sourceUrl: z.string(),
  companyAbout: z.string(),
  companyWebsite: z.string(),
  companyLocation: z.string(),
});
export type JobDetailRow = z.infer<typeof JobDetailRowSchema>;

/** Of a job `j` and its company `co`: see JOB_FROM. Two names are looked up rather than joined, which is planned in half the time. */
export const JOB_COLUMNS = Prisma.sql`j."id"::text, j."companyId"::text, co."name" AS "company", co."ownerId"::text, j."source", j."title",
  j."location", j."isRemote", j."tags", j."seniority"::text, j."salaryMin", j."salaryMax", j."careerCode",
  (SELECT ca."title" FROM "Career" ca WHERE ca."code" = j."careerCode") AS "careerTitle", j."careerConfidence", j."clusterId",
  (SELECT cl."name" FROM "Cluster" cl WHERE cl."id" = j."clusterId") AS "cluster", j."typicalSalaryMin", j."typicalSalaryMax",
  j."typicalSkills", j."typicalSeniority"::text, j."postedAt", j."expiresAt", j."closedAt",
  j."isActive" AND (j."expiresAt" IS NULL OR j."expiresAt" > now()) AS "isOpen"`;

export const JOB_FROM = Prisma.sql`FROM "Job" j JOIN "Company" co ON co."id" = j."companyId"`;

/** The job, also when it is closed; null when there is none. */
export async function findJobRow(db: DbOrTx, id: string): Promise<JobDetailRow | null> {
  const rows = await db.$queryRaw<
    unknown[]
  >`SELECT ${JOB_COLUMNS}, j."description", j."sourceUrl", co."about" AS "companyAbout",
      co."website" AS "companyWebsite", co."location" AS "companyLocation"
    ${JOB_FROM} WHERE j."id" = ${id}::uuid`;
  return rows.length === 0 ? null : JobDetailRowSchema.parse(rows[0]);
}

/** Jobs of these ids in the order of the ids, also closed ones; an unknown one is missing. */
export async function listJobRows(db: DbOrTx, ids: readonly string[]): Promise<JobRow[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<unknown[]>`SELECT ${JOB_COLUMNS} ${JOB_FROM} WHERE j."id" = ANY(${[...ids]}::uuid[])`;
  const byId = new Map(rows.map((row) => JobRowSchema.parse(row)).map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id.toLowerCase()) ?? []);
}
