import { z } from "zod";
import { SenioritySchema } from "@/lib/contracts/jobs";
import { toVectorLiteral } from "./careers";
import type { DbOrTx } from "./open";

const StaleJobSchema = z.object({
  id: z.string(),
  title: z.string(),
  company: z.string(),
  location: z.string(),
  isRemote: z.boolean(),
  tags: z.array(z.string()),
  seniority: SenioritySchema.nullable(),
  description: z.string(),
  salaryMin: z.number().nullable(),
  salaryMax: z.number().nullable(),
});

/** Jobs that have no embedding of the model, open ones first. */
export async function findStaleJobs(
  db: DbOrTx,
  model: string,
  limit: number,
): Promise<z.infer<typeof StaleJobSchema>[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT j."id"::text, j."title", c."name" AS "company", j."location", j."isRemote", j."tags", j."seniority"::text, j."description",
      j."salaryMin", j."salaryMax"
    FROM "Job" j JOIN "Company" c ON c."id" = j."companyId" WHERE j."embeddingModel" IS DISTINCT FROM ${model}
    ORDER BY j."isActive" DESC, j."id" LIMIT ${limit}`;
  return rows.map((row) => StaleJobSchema.parse(row));
}

/** What a model adds to a job. */
type JobAdditionsRow = {
  id: string;
  embedding: ArrayLike<number> | null;
  embeddingModel: string | null;
  careerCode: string | null;
  careerConfidence: number | null;
  clusterId: string | null;
  typicalSalaryMin: number | null;
  typicalSalaryMax: number | null;
  typicalSkills: readonly string[];
  typicalSeniority: string | null;
};

/**
 * The embedding of each; the occupation, and what follows from it, only of those that have none. A job that was embedded meanwhile, as when
 * it is edited, keeps what it has.
 */
export async function saveJobAdditions(db: DbOrTx, rows: readonly JobAdditionsRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(
    rows.map((row) => ({ ...row, embedding: row.embedding === null ? null : toVectorLiteral(row.embedding) })),
  );
  await db.$executeRaw`
    UPDATE "Job" j SET "embedding" = r."embedding"::halfvec, "embeddingModel" = r."embeddingModel",
      "careerCode" = COALESCE(j."careerCode", r."careerCode"),
      "careerConfidence" = CASE WHEN j."careerCode" IS NULL THEN r."careerConfidence" ELSE j."careerConfidence" END,
      "clusterId" = CASE WHEN j."careerCode" IS NULL THEN r."clusterId" ELSE j."clusterId" END,
      "typicalSalaryMin" = CASE WHEN j."careerCode" IS NULL THEN r."typicalSalaryMin" ELSE j."typicalSalaryMin" END,
      "typicalSalaryMax" = CASE WHEN j."careerCode" IS NULL THEN r."typicalSalaryMax" ELSE j."typicalSalaryMax" END,
      "typicalSkills" = CASE WHEN j."careerCode" IS NULL THEN r."typicalSkills" ELSE j."typicalSkills" END,
      "typicalSeniority" = CASE WHEN j."careerCode" IS NULL THEN r."typicalSeniority" ELSE j."typicalSeniority" END,
      "updatedAt" = clock_timestamp()
    FROM jsonb_to_recordset(${json}::jsonb) AS r("id" uuid, "embedding" text, "embeddingModel" text, "careerCode" text,
      "careerConfidence" float8, "clusterId" text, "typicalSalaryMin" float8, "typicalSalaryMax" float8, "typicalSkills" text[],
      "typicalSeniority" "Seniority")
    WHERE j."id" = r."id" AND j."embeddingModel" IS DISTINCT FROM r."embeddingModel"`;
}
