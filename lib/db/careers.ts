import { z } from "zod";
import type { CAREER_SORTS, CareerFilters, SCHOOLING_FILTERS } from "@/lib/contracts/careers";
import { type CatalogueCareer, CatalogueCareerSchema } from "@/lib/contracts/catalogue";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

export type CareerRow = {
  code: string;
  title: string;
  clusterId: string;
  cluster: string;
  record: CatalogueCareer;
  /** Of a search: cosine with the query, or the share of its words that were found. */
  score: number | null;
};

export type CareerSort = (typeof CAREER_SORTS)[number];
export type CareerCursor = { key: string | number; code: string };

const CareerRowSchema = z.object({
  code: z.string(),
  title: z.string(),
  clusterId: z.string(),
  cluster: z.string(),
  // Written by this application alone, from a validated record: parsing it again would cost more than the query.
  record: z.custom<CatalogueCareer>((value) => typeof value === "object" && value !== null),
  score: z.number().nullable().default(null),
});

const COLUMNS = Prisma.sql`c."code", c."title", c."clusterId", k."name" AS "cluster", c."record"`;
const FROM = Prisma.sql`FROM "Career" c JOIN "Cluster" k ON k."id" = c."clusterId"`;
/** Careers that lack the value come last. */
const MISSING = -1e12;

const SORT_KEYS: Record<CareerSort, Prisma.Sql> = {
  title: Prisma.sql`c."title" COLLATE "C"`,
  salary: Prisma.sql`COALESCE(c."medianWageYear", ${MISSING}::float8)`,
  growth: Prisma.sql`COALESCE(c."growthPercent", ${MISSING}::float8)`,
  openings: Prisma.sql`COALESCE(c."openingsPerYear"::float8, ${MISSING}::float8)`,
};

const SCHOOLING_LEVELS: Record<(typeof SCHOOLING_FILTERS)[number], number> = {
  none: 0,
  certificate: 1,
  associate: 2,
  bachelor: 3,
  master: 4,
  doctorate: 5,
};

function whereActive(filters: CareerFilters): Prisma.Sql {
  const conditions = [Prisma.sql`c."isActive"`];
  if (filters.cluster !== undefined) conditions.push(Prisma.sql`c."clusterId" = ${filters.cluster}`);
  if (filters.schooling !== undefined) {
    conditions.push(Prisma.sql`c."schoolingLevel" <= ${SCHOOLING_LEVELS[filters.schooling]}`);
  }
  if (filters.wage_min !== undefined) conditions.push(Prisma.sql`c."medianWageYear" >= ${filters.wage_min}`);
  if (filters.growth_min !== undefined) conditions.push(Prisma.sql`c."growthPercent" >= ${filters.growth_min}`);
  return Prisma.join(conditions, " AND ");
}

/** One page of the careers that pass the filters, after the cursor, and how many there are in all. */
export async function listCareers(
  db: DbOrTx,
  query: { filters: CareerFilters; sort: CareerSort; limit: number; after: CareerCursor | null },
): Promise<{ rows: CareerRow[]; total: number; next: CareerCursor | null }> {
  const where = whereActive(query.filters);
  const key = SORT_KEYS[query.sort];
  const isAscending = query.sort === "title";
  const { after } = query;
  let page = Prisma.sql`TRUE`;
  if (after !== null) {
    page = isAscending
      ? Prisma.sql`${key} > ${String(after.key)}`
      : Prisma.sql`(${key} < ${Number(after.key)}::float8 OR (${key} = ${Number(after.key)}::float8 AND c."code" > ${after.code}))`;
  }
  const direction = isAscending ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const [raw, counted] = await Promise.all([
    db.$queryRaw<unknown[]>`SELECT ${COLUMNS}, ${key} AS "key" ${FROM} WHERE ${where} AND ${page}
      ORDER BY ${key} ${direction}, c."code" LIMIT ${query.limit + 1}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" ${FROM} WHERE ${where}`,
  ]);
  const rows = raw
    .slice(0, query.limit)
    .map((row) => CareerRowSchema.extend({ key: z.union([z.string(), z.number()]) }).parse(row));
  const last = raw.length > query.limit ? rows.at(-1) : undefined;
  return { rows, total: counted[0]?.total ?? 0, next: last === undefined ? null : { key: last.key, code: last.code } };
}

/** The career, also when it was deactivated, so that old links still work; null when there is none. */
export async function findCareer(db: DbOrTx, code: string): Promise<CareerRow | null> {
  const rows = await db.$queryRaw<unknown[]>`SELECT ${COLUMNS} ${FROM} WHERE c."code" = ${code}`;
  return rows.length === 0 ? null : CareerRowSchema.parse(rows[0]);
}

/** Careers of these codes, also deactivated ones, by their code; an unknown code is missing. */
export async function findCareers(
  db: DbOrTx,
  codes: readonly string[],
): Promise<Map<string, CareerRow & { isActive: boolean }>> {
  if (codes.length === 0) return new Map();
  const rows = await db.$queryRaw<unknown[]>`SELECT ${COLUMNS}, c."isActive" ${FROM}
    WHERE c."code" IN (${Prisma.join([...codes])})`;
  return new Map(
    rows.map((row) => CareerRowSchema.extend({ isActive: z.boolean() }).parse(row)).map((row) => [row.code, row]),
  );
}

/** Active careers of these codes, in the order of the codes. */
export async function listCareersByCode(db: DbOrTx, codes: readonly string[]): Promise<CareerRow[]> {
  if (codes.length === 0) return [];
  const rows = await db.$queryRaw<unknown[]>`SELECT ${COLUMNS} ${FROM}
    WHERE c."isActive" AND c."code" IN (${Prisma.join([...codes])})`;
  const byCode = new Map(rows.map((row) => CareerRowSchema.parse(row)).map((row) => [row.code, row]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/**
 * Careers nearest to a query in meaning, a literal hit in a title or keyword counting extra.
 * @param vector  (384,) unit embedding of the query
 */
export async function searchCareersByEmbedding(
  db: DbOrTx,
  query: { vector: ArrayLike<number>; text: string; model: string; filters: CareerFilters; limit: number },
): Promise<CareerRow[]> {
  const vector = toVectorLiteral(query.vector);
  const where = Prisma.sql`${whereActive(query.filters)} AND c."embeddingModel" = ${query.model}`;
  const text = query.text.toLowerCase();
  const rows = await db.$queryRaw<unknown[]>`
    WITH scored AS (
      SELECT c."code", 1 - (c."embedding" <=> ${vector}::vector)
        + CASE WHEN lower(c."title") = ${text} THEN 0.5
               WHEN lower(c."title") LIKE ${`${escapeLike(text)}%`} THEN 0.3
               WHEN c."searchText" LIKE ${`%|${escapeLike(text)}|%`} THEN 0.2 ELSE 0 END AS "score"
      FROM "Career" c WHERE ${where} ORDER BY "score" DESC, c."code" LIMIT ${query.limit}
    )
    SELECT ${COLUMNS}, s."score" ${FROM} JOIN scored s ON s."code" = c."code" ORDER BY s."score" DESC, c."code"`;
  return rows.map((row) => CareerRowSchema.parse(row));
}

/** Careers whose title, other titles or keywords hold the most of the words: search without a model. */
export async function searchCareersByWords(
  db: DbOrTx,
  query: { words: readonly string[]; filters: CareerFilters; limit: number },
): Promise<CareerRow[]> {
  if (query.words.length === 0) return [];
  const hits = Prisma.join(
    query.words.map((word) => Prisma.sql`(c."searchText" LIKE ${`%${escapeLike(word.toLowerCase())}%`})::int`),
    " + ",
  );
  const rows = await db.$queryRaw<unknown[]>`SELECT * FROM (
      SELECT ${COLUMNS}, (${hits})::float8 / ${query.words.length}::float8 AS "score" ${FROM} WHERE ${whereActive(query.filters)}
    ) scored WHERE "score" > 0 ORDER BY "score" DESC, "title" LIMIT ${query.limit}`;
  return rows.map((row) => CareerRowSchema.parse(row));
}

/** The active careers nearest to one of them by embedding, itself left out; empty when it has no embedding of the model. */
export async function listNearestCareers(
  db: DbOrTx,
  query: { code: string; model: string; limit: number },
): Promise<CareerRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH origin AS (SELECT "embedding" FROM "Career" WHERE "code" = ${query.code} AND "embeddingModel" = ${query.model})
    SELECT ${COLUMNS}, 1 - (c."embedding" <=> (SELECT "embedding" FROM origin)) AS "score" ${FROM}
    WHERE c."isActive" AND c."embeddingModel" = ${query.model} AND c."code" <> ${query.code} AND EXISTS (SELECT 1 FROM origin)
    ORDER BY c."embedding" <=> (SELECT "embedding" FROM origin), c."code" LIMIT ${query.limit}`;
  return rows.map((row) => CareerRowSchema.parse(row));
}

export async function listClusters(
  db: DbOrTx,
): Promise<{ id: string; name: string; blurb: string; careerCount: number }[]> {
  const clusters = await db.cluster.findMany({
    orderBy: { position: "asc" },
    include: { _count: { select: { careers: { where: { isActive: true } } } } },
  });
  return clusters.map(({ id, name, blurb, _count }) => ({ id, name, blurb, careerCount: _count.careers }));
}

export function toVectorLiteral(vector: ArrayLike<number>): string {
  return `[${Array.from(vector).join(",")}]`;
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

export type IndexedCareerRow = CareerRow & { abilityVector: number[]; embedding: Float32Array | null };

/** What tells whether a career is still as it was read: its code, with everything that any change of it moves. */
export async function listCareerVersions(db: DbOrTx): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ code: string; version: string }[]>`
    SELECT "code", concat_ws('/', extract(epoch FROM "updatedAt"), "embeddingModel", "embeddingHash") AS "version"
    FROM "Career" WHERE "isActive" ORDER BY "code"`;
  return new Map(rows.map(({ code, version }) => [code, version]));
}

/** Everything that scoring needs about active careers, in the order of their codes: of all, or of those named. */
export async function listCareersForIndex(
  db: DbOrTx,
  model: string | null,
  codes?: readonly string[],
): Promise<IndexedCareerRow[]> {
  const named = codes === undefined ? Prisma.empty : Prisma.sql`AND c."code" = ANY(${[...codes]})`;
  const rows = await db.$queryRaw<Record<string, unknown>[]>`SELECT ${COLUMNS}, c."abilityVector",
      CASE WHEN c."embeddingModel" = ${model} THEN c."embedding"::text END AS "vector" ${FROM}
    WHERE c."isActive" ${named} ORDER BY c."code"`;
  return rows.map((row) => ({
    ...CareerRowSchema.parse(row),
    abilityVector: CatalogueCareerSchema.shape.abilityVector.parse(row.abilityVector),
    embedding: typeof row.vector === "string" ? Float32Array.from(JSON.parse(row.vector) as number[]) : null,
  }));
}

/**
 * Changes whenever a career is added, changed, embedded or deactivated. The newest change alone would not do: an application's clock
 * may be behind the database's, and a deactivation by hand sets no time.
 */
export async function getCareersRevision(db: DbOrTx): Promise<string> {
  const rows = await db.$queryRaw<{ revision: string }[]>`SELECT concat_ws('/', count(*), count("embedding"),
      count(*) FILTER (WHERE "isActive"), sum(extract(epoch FROM "updatedAt"))) AS "revision" FROM "Career"`;
  return rows[0]?.revision ?? "";
}
