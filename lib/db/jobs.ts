import { z } from "zod";
import type { Seniority } from "@/lib/contracts/jobs";
import { Prisma } from "./generated/client";
import type { Db, DbOrTx } from "./open";

/** A job as it is written. */
export type JobRow = {
  id: string;
  companyId: string;
  source: string;
  sourceId: string | null;
  sourceUrl: string;
  title: string;
  location: string;
  isRemote: boolean;
  tags: readonly string[];
  seniority: Seniority | null;
  description: string;
  salaryMin: number | null;
  salaryMax: number | null;
  careerCode: string | null;
  careerConfidence: number | null;
  clusterId: string | null;
  typicalSalaryMin: number | null;
  typicalSalaryMax: number | null;
  typicalSkills: readonly string[];
  typicalSeniority: Seniority | null;
  postedAt: Date;
  expiresAt: Date | null;
  closedAt: Date | null;
  isActive: boolean;
  contentHash: string;
  embedding: ArrayLike<number> | null;
  embeddingModel: string | null;
};

/** Everything but the id, which stays when a posting is read again. */
const COLUMNS: Record<Exclude<keyof JobRow, "id">, string> = {
  companyId: "uuid",
  source: "text",
  sourceId: "text",
  sourceUrl: "text",
  title: "text",
  location: "text",
  isRemote: "bool",
  tags: "text[]",
  seniority: '"Seniority"',
  description: "text",
  salaryMin: "float8",
  salaryMax: "float8",
  careerCode: "text",
  careerConfidence: "float8",
  clusterId: "text",
  typicalSalaryMin: "float8",
  typicalSalaryMax: "float8",
  typicalSkills: "text[]",
  typicalSeniority: '"Seniority"',
  postedAt: "timestamptz",
  expiresAt: "timestamptz",
  closedAt: "timestamptz",
  isActive: "bool",
  contentHash: "text",
  embedding: "text",
  embeddingModel: "text",
};
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const list = (toSql: (name: keyof typeof COLUMNS) => string): Prisma.Sql => Prisma.raw(NAMES.map(toSql).join(", "));

const TARGETS = list((name) => `"${name}"`);
const VALUES = list((name) => (name === "embedding" ? 'r."embedding"::halfvec' : `r."${name}"`));
const TYPES = list((name) => `"${name}" ${COLUMNS[name]}`);
const CHANGES = list((name) => `"${name}" = EXCLUDED."${name}"`);

/** Rows as the one parameter of a statement, the vectors as text. */
const toJson = (rows: readonly JobRow[]): string =>
  JSON.stringify(
    rows.map((row) => ({ ...row, embedding: row.embedding === null ? null : toShortVector(row.embedding) })),
  );

const VECTOR_SCALE = 1e7;

/** All 17 digits of a number would triple what the database has to read, and say nothing in single precision. */
function toShortVector(vector: ArrayLike<number>): string {
  const numbers = new Array<number>(vector.length);
  for (let i = 0; i < vector.length; i++) numbers[i] = Math.round((vector[i] as number) * VECTOR_SCALE) / VECTOR_SCALE;
  return `[${numbers.join(",")}]`;
}

/**
 * Adds postings of feeds, or brings them up to date, by their source and their id in it, in one statement. Ones that are as they were
 * are left alone.
 * @param rows  no two of one source and id
 */
export async function saveJobs(
  db: DbOrTx,
  rows: readonly JobRow[],
): Promise<{ added: number; changed: number; unchanged: number }> {
  if (rows.length === 0) return { added: 0, changed: 0, unchanged: 0 };
  const written = await db.$queryRaw<{ isNew: boolean }[]>`
    INSERT INTO "Job" AS j ("id", ${TARGETS}, "updatedAt") SELECT r."id", ${VALUES}, clock_timestamp()
    FROM jsonb_to_recordset(${toJson(rows)}::jsonb) AS r("id" uuid, ${TYPES})
    -- In one order: two imports of the same feed would otherwise wait for each other.
    ORDER BY r."source", r."sourceId"
    ON CONFLICT ("source", "sourceId") DO UPDATE SET ${CHANGES}, "updatedAt" = EXCLUDED."updatedAt"
      WHERE j."contentHash" <> EXCLUDED."contentHash" OR j."closedAt" IS DISTINCT FROM EXCLUDED."closedAt"
        OR (EXCLUDED."embeddingModel" IS NOT NULL AND j."embeddingModel" IS DISTINCT FROM EXCLUDED."embeddingModel")
    RETURNING (xmax = 0) AS "isNew"`;
  const added = written.filter(({ isNew }) => isNew).length;
  return { added, changed: written.length - added, unchanged: rows.length - written.length };
}

/** A job that is posted here. */
export async function insertJob(db: DbOrTx, row: JobRow): Promise<void> {
  await db.$executeRaw`INSERT INTO "Job" ("id", ${TARGETS}) SELECT r."id", ${VALUES}
    FROM jsonb_to_recordset(${toJson([row])}::jsonb) AS r("id" uuid, ${TYPES})`;
}

const KnownJobSchema = z.object({
  sourceId: z.string(),
  contentHash: z.string(),
  embeddingModel: z.string().nullable(),
  isClosed: z.boolean(),
});
export type KnownJob = z.infer<typeof KnownJobSchema>;

/** What tells whether postings of a source are as they were read before, by their id in it; new ones are missing. */
export async function findKnownJobs(
  db: DbOrTx,
  source: string,
  sourceIds: readonly string[],
): Promise<Map<string, KnownJob>> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT "sourceId", "contentHash", "embeddingModel", "closedAt" IS NOT NULL AS "isClosed" FROM "Job"
    WHERE "source" = ${source} AND "sourceId" = ANY(${[...sourceIds]})`;
  return new Map(rows.map((row) => KnownJobSchema.parse(row)).map((row) => [row.sourceId, row]));
}

/** Spellings that differ in case and spaces alone are one company. */
export const toImportKey = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

/**
 * The companies of a feed, made where there are none.
 * @returns ids by `toImportKey` of the name
 */
export async function findOrMakeCompanies(
  db: DbOrTx,
  names: readonly string[],
  newId: () => string,
): Promise<Map<string, string>> {
  const byKey = new Map(names.map((name) => [toImportKey(name), name.trim().replace(/\s+/g, " ")]));
  const rows = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, name]) => ({ id: newId(), key, name }));
  await db.$executeRaw`INSERT INTO "Company" ("id", "name", "importKey")
    SELECT r."id", r."name", r."key" FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "name" text, "key" text)
    ON CONFLICT ("importKey") DO NOTHING`;
  const found = await db.company.findMany({
    where: { importKey: { in: [...byKey.keys()] } },
    select: { id: true, importKey: true },
  });
  return new Map(found.map(({ id, importKey }) => [importKey ?? "", id]));
}

/** Takes what is open no longer out of all lists. @returns how many */
export function deactivateExpiredJobs(db: DbOrTx, now: Date): Promise<number> {
  return db.$executeRaw`UPDATE "Job" SET "isActive" = false, "updatedAt" = clock_timestamp()
    WHERE "isActive" AND "expiresAt" <= ${now}`;
}

/** Ids of the open postings of a source, in order, after one of them. */
export async function listOpenSourceIds(
  db: DbOrTx,
  query: { source: string; after: string; limit: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ sourceId: string }[]>`SELECT "sourceId" FROM "Job"
    WHERE "source" = ${query.source} AND "closedAt" IS NULL AND "sourceId" > ${query.after}
    ORDER BY "sourceId" LIMIT ${query.limit}`;
  return rows.map(({ sourceId }) => sourceId);
}

/** Closes postings that their feed no longer has. */
export function closeFeedJobs(db: DbOrTx, source: string, sourceIds: readonly string[], now: Date): Promise<number> {
  return db.$executeRaw`UPDATE "Job" SET "isActive" = false, "closedAt" = ${now}, "updatedAt" = clock_timestamp()
    WHERE "source" = ${source} AND "sourceId" = ANY(${[...sourceIds]}) AND "closedAt" IS NULL`;
}

/** After many rows came in: the embedded database never does so by itself, plans badly without, and looks up in the table what an index has. */
export async function analyzeJobs(db: Db): Promise<void> {
  await db.$executeRaw`VACUUM (ANALYZE, INDEX_CLEANUP OFF) "Job"`;
}

export type DemoState = { others: number; openDemos: number; firstEnd: Date | null };

/** How many open jobs there are beside the demo ones, counted up to `othersMax`, and how long the open ones of these last. */
export async function findDemoState(db: DbOrTx, othersMax: number): Promise<DemoState> {
  const [row] = await db.$queryRaw<DemoState[]>`
    SELECT (SELECT count(*)::int FROM (
        SELECT 1 FROM "Job" WHERE "source" <> 'demo' AND "isActive" AND ("expiresAt" IS NULL OR "expiresAt" > now()) LIMIT ${othersMax}
      ) other) AS "others",
      count(*)::int AS "openDemos", min("expiresAt") AS "firstEnd" FROM "Job" WHERE "source" = 'demo' AND "isActive"`;
  return row ?? { others: 0, openDemos: 0, firstEnd: null };
}

/** Closes everything open of a source. @returns how many */
export function closeSourceJobs(db: DbOrTx, source: string, now: Date): Promise<number> {
  return db.$executeRaw`UPDATE "Job" SET "isActive" = false, "closedAt" = ${now}, "updatedAt" = clock_timestamp()
    WHERE "source" = ${source} AND "isActive"`;
}
