import { z } from "zod";
import { SenioritySchema } from "@/lib/contracts/jobs";
import { JOB_SENIORITY } from "./job-filters";
import type { DbOrTx } from "./open";

const OpenJobSchema = z.object({
  id: z.string(),
  careerCode: z.string().nullable(),
  /** Of the posting, or else of its occupation. */
  seniority: SenioritySchema.nullable(),
  postedAtMs: z.number(),
  isRemote: z.boolean(),
  location: z.string(),
  salaryMin: z.number().nullable(),
  salaryMax: z.number().nullable(),
  typicalSalaryMin: z.number().nullable(),
  typicalSalaryMax: z.number().nullable(),
  embedding: z.string().transform((text) => z.array(z.number()).parse(JSON.parse(text))),
});
export type OpenJob = z.infer<typeof OpenJobSchema>;

const PAGE_SIZE = 1000;

/**
 * Every open job that has an embedding of the model, in an order that a posting keeps wherever it is imported: ids are drawn anew. Some 3 KB of
 * memory a job.
 */
export async function listOpenJobs(db: DbOrTx, model: string): Promise<OpenJob[]> {
  const jobs: OpenJob[] = [];
  for (;;) {
    const rows = await db.$queryRaw<unknown[]>`
      SELECT j."id"::text, j."careerCode", ${JOB_SENIORITY} AS "seniority", extract(epoch FROM j."postedAt")::float8 * 1000 AS "postedAtMs",
        j."isRemote", j."location", j."salaryMin", j."salaryMax", j."typicalSalaryMin", j."typicalSalaryMax", j."embedding"::text
      FROM "Job" j WHERE j."isActive" AND (j."expiresAt" IS NULL OR j."expiresAt" > now()) AND j."embeddingModel" = ${model}
        AND j."embedding" IS NOT NULL
      ORDER BY j."source", j."sourceId", j."title", j."id" LIMIT ${PAGE_SIZE} OFFSET ${jobs.length}`;
    for (const row of rows) jobs.push(OpenJobSchema.parse(row));
    if (rows.length < PAGE_SIZE) return jobs;
  }
}
