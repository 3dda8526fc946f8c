import type { AdminCareerFilters } from "@/lib/contracts/admin-careers";
import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import type { Overrides } from "./career-overrides";
import { escapeLike, toVectorLiteral } from "./careers";
import { toCareerColumns } from "./catalogue";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

export type AdminCareerRow = {
  code: string;
  title: string;
  cluster: string;
  clusterId: string;
  isActive: boolean;
  isShipped: boolean;
  isChanged: boolean;
  isEmbedded: boolean;
  medianWageYear: number | null;
  growthPercent: number | null;
  updatedAt: Date;
};

const SORT_KEYS: Record<AdminCareerFilters["sort"], Prisma.Sql> = {
  title: Prisma.sql`lower(c."title") COLLATE "C"`,
  code: Prisma.sql`c."code"`,
  cluster: Prisma.sql`k."position"`,
  wage: Prisma.sql`c."medianWageYear"`,
  growth: Prisma.sql`c."growthPercent"`,
  updated: Prisma.sql`c."updatedAt"`,
};

export function whereCareers(filters: AdminCareerFilters): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (filters.q !== undefined && filters.q !== "") {
    const text = escapeLike(filters.q.toLowerCase());
    conditions.push(
      Prisma.sql`(c."code" LIKE ${`${text}%`} OR lower(c."title") LIKE ${`%${text}%`} OR c."searchText" LIKE ${`%${text}%`})`,
    );
  }
  if (filters.cluster !== undefined && filters.cluster !== "") {
    conditions.push(Prisma.sql`c."clusterId" = ${filters.cluster}`);
  }
  if (filters.status !== "all") conditions.push(Prisma.sql`c."isActive" = ${filters.status === "active"}`);
  if (filters.origin === "own") conditions.push(Prisma.sql`NOT c."isShipped"`);
  if (filters.origin === "shipped") conditions.push(Prisma.sql`c."isShipped"`);
  if (filters.origin === "changed") conditions.push(Prisma.sql`c."isShipped" AND c."overrides" IS NOT NULL`);
  return Prisma.join(conditions, " AND ");
}

const FROM = Prisma.sql`FROM "Career" c JOIN "Cluster" k ON k."id" = c."clusterId"`;

/** @param model  the one in use; null without one */
const toColumns = (
  model: string | null,
): Prisma.Sql => Prisma.sql`c."code", c."title", k."name" AS "cluster", c."clusterId",
  c."isActive", c."isShipped", c."isShipped" AND c."overrides" IS NOT NULL AS "isChanged",
  COALESCE(c."embeddingModel" = ${model}, false) AS "isEmbedded", c."medianWageYear", c."growthPercent", c."updatedAt"`;

/** One page of all careers, inactive ones too, and how many pass the filters. */
export async function listAdminCareers(
  db: DbOrTx,
  query: { filters: AdminCareerFilters; model: string | null; offset: number; limit: number },
): Promise<{ rows: AdminCareerRow[]; total: number }> {
  const where = whereCareers(query.filters);
  const direction = query.filters.order === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const [rows, counted] = await Promise.all([
    db.$queryRaw<AdminCareerRow[]>`SELECT ${toColumns(query.model)} ${FROM} WHERE ${where}
      ORDER BY ${SORT_KEYS[query.filters.sort]} ${direction} NULLS LAST, c."code" LIMIT ${query.limit} OFFSET ${query.offset}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" ${FROM} WHERE ${where}`,
  ]);
  return { rows, total: counted[0]?.total ?? 0 };
}

export type WholeCareerRow = AdminCareerRow & {
  record: CatalogueCareer;
  overrides: unknown;
  createdAt: Date;
};

/**
 * One career with everything that is stored of it; null when there is none.
 * @param isLocked  keeps the row from changing until the transaction ends
 */
export async function findWholeCareer(
  db: DbOrTx,
  query: { code: string; model: string | null; isLocked: boolean },
): Promise<WholeCareerRow | null> {
  const rows = await db.$queryRaw<WholeCareerRow[]>`
    SELECT ${toColumns(query.model)}, c."record", c."overrides", c."createdAt" ${FROM} WHERE c."code" = ${query.code}
    ${query.isLocked ? Prisma.sql`FOR UPDATE OF c` : Prisma.empty}`;
  return rows[0] ?? null;
}

export async function hasCareer(db: DbOrTx, code: string): Promise<boolean> {
  return (await db.career.count({ where: { code } })) > 0;
}

/** Another career of this title, however it is capitalized. */
export async function findCareerByTitle(
  db: DbOrTx,
  title: string,
  except: string | null,
): Promise<{ code: string; title: string } | null> {
  const rows = await db.$queryRaw<{ code: string; title: string }[]>`SELECT "code", "title" FROM "Career"
    WHERE lower("title") = lower(${title}) AND "code" IS DISTINCT FROM ${except} ORDER BY "code" LIMIT 1`;
  return rows[0] ?? null;
}

export async function hasCluster(db: DbOrTx, id: string): Promise<boolean> {
  return (await db.cluster.count({ where: { id } })) > 0;
}

/** Codes of one's own careers; O*NET's own ones end at 55. */
export async function listOwnCodes(db: DbOrTx): Promise<string[]> {
  const rows = await db.career.findMany({ where: { code: { startsWith: "99-" } }, select: { code: true } });
  return rows.map(({ code }) => code);
}

export type CareerEmbedding = { model: string; hash: string; vector: ArrayLike<number> };

/** Adds a career with its embedding, so that no list ever sees it without. */
export async function insertCareer(
  tx: DbOrTx,
  record: CatalogueCareer,
  embedding: CareerEmbedding | null,
): Promise<void> {
  const { code, title } = record;
  await tx.career.create({ data: { code, title, record, ...toCareerColumns(record) }, select: { code: true } });
  await saveEmbedding(tx, code, embedding);
}

/** Changes a career; `embedding` is null when it stays as it is. */
export async function updateCareer(
  tx: DbOrTx,
  record: CatalogueCareer,
  state: { isActive: boolean; overrides: Overrides | null; embedding: CareerEmbedding | null },
): Promise<void> {
  const { code, title } = record;
  const overrides = state.overrides === null ? Prisma.DbNull : (state.overrides as Prisma.InputJsonObject);
  const data = { title, record, isActive: state.isActive, overrides, ...toCareerColumns(record) };
  await tx.career.update({ where: { code }, data, select: { code: true } });
  await saveEmbedding(tx, code, state.embedding);
}

/** The database's clock, as everywhere: two changes within one millisecond of different servers must not look like one. */
async function saveEmbedding(tx: DbOrTx, code: string, embedding: CareerEmbedding | null): Promise<void> {
  if (embedding === null) {
    await tx.$executeRaw`UPDATE "Career" SET "updatedAt" = clock_timestamp() WHERE "code" = ${code}`;
    return;
  }
  await tx.$executeRaw`UPDATE "Career" SET "embedding" = ${toVectorLiteral(embedding.vector)}::vector,
    "embeddingHash" = ${embedding.hash}, "embeddingModel" = ${embedding.model}, "updatedAt" = clock_timestamp()
    WHERE "code" = ${code}`;
}

/** Careers nearest to a text in meaning, inactive ones too. */
export async function listCloseCareers(
  db: DbOrTx,
  query: { vector: ArrayLike<number>; model: string; except: string | null; similarityMin: number; limit: number },
): Promise<{ code: string; title: string; isActive: boolean; similarity: number }[]> {
  const vector = toVectorLiteral(query.vector);
  return db.$queryRaw`
    WITH near AS (
      SELECT "code", "title", "isActive", 1 - ("embedding" <=> ${vector}::vector) AS "similarity" FROM "Career"
      WHERE "embeddingModel" = ${query.model} AND "code" IS DISTINCT FROM ${query.except}
    )
    SELECT * FROM near WHERE "similarity" >= ${query.similarityMin}::float8 ORDER BY "similarity" DESC, "code" LIMIT ${query.limit}`;
}

/** Abilities and interests of every shipped career. */
export async function listRatedInterests(
  db: DbOrTx,
): Promise<{ abilityVector: number[]; riasec: CatalogueCareer["riasec"] }[]> {
  return db.$queryRaw`SELECT "abilityVector", "record"->'riasec' AS "riasec" FROM "Career" WHERE "isShipped" ORDER BY "code"`;
}
