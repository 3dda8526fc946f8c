import type { CatalogueCareer, Cluster } from "@/lib/contracts/catalogue";
import { toMedianWageYear, toSchoolingLevel } from "./career-facts";
import { type Overrides, toOverrides, toOwnValues } from "./career-overrides";
import { toVectorLiteral } from "./careers";
import { Prisma } from "./generated/client";
import type { Db, DbOrTx } from "./open";

const CATALOGUE_KEY = "catalogue";
const CATALOGUE_LOCK_KEY = 72_707_370;
const CHANGE_TIMEOUT_MS = 20_000;
const SEED_TIMEOUT_MS = 120_000;
const BATCH = 100;

/** Hash of the catalogue that the database was last seeded from; null before the first time. */
export async function findSeededHash(db: DbOrTx): Promise<string | null> {
  const row = await db.setting.findUnique({ where: { key: CATALOGUE_KEY } });
  return typeof row?.value === "string" ? row.value : null;
}

/** A transaction that nothing else changes the catalogue beside: titles can be compared and codes handed out in it. */
export function inCatalogueTransaction<Result>(
  db: Db,
  run: (tx: DbOrTx) => Promise<Result>,
  timeoutMs = CHANGE_TIMEOUT_MS,
): Promise<Result> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CATALOGUE_LOCK_KEY}::bigint)`;
      return run(tx);
    },
    { maxWait: timeoutMs, timeout: timeoutMs },
  );
}

/**
 * Puts the shipped catalogue into the database in one transaction: all of it is there afterwards, or nothing changed.
 * Careers that an administrator added stay; shipped ones are brought up to date, but for what an administrator changed, and keep their
 * embedding until its text changes; ones that are no longer shipped are deactivated, unless an administrator wants them active.
 */
export async function saveCatalogue(
  db: Db,
  catalogue: { clusters: readonly Cluster[]; careers: readonly CatalogueCareer[]; hash: string },
  onProgress: (done: number) => void,
): Promise<void> {
  await inCatalogueTransaction(
    db,
    async (tx) => {
      if ((await findSeededHash(tx)) === catalogue.hash) return;
      for (const [position, { id, name, blurb }] of catalogue.clusters.entries()) {
        await tx.cluster.upsert({
          where: { id },
          create: { id, name, blurb, position },
          update: { name, blurb, position },
        });
      }
      await makeRoomForTitles(tx, catalogue.careers);
      const careers = await applyOverrides(tx, catalogue.careers);
      for (let from = 0; from < careers.length; from += BATCH) {
        await saveCareers(tx, careers.slice(from, from + BATCH));
        onProgress(Math.min(from + BATCH, catalogue.careers.length));
      }
      const codes = catalogue.careers.map(({ code }) => code);
      await tx.$executeRaw`UPDATE "Career" SET "isActive" = false, "updatedAt" = clock_timestamp()
        WHERE "isShipped" AND "isActive" AND "code" <> ALL(${codes}) AND "overrides"->'isActive' IS NULL`;
      const value = catalogue.hash;
      await tx.setting.upsert({
        where: { key: CATALOGUE_KEY },
        create: { key: CATALOGUE_KEY, value },
        update: { value },
      });
    },
    SEED_TIMEOUT_MS,
  );
}

/**
 * Titles are unique: a career that was added here under a title that is shipped now gets its code added to it, and shipped careers that
 * swap titles are moved out of each other's way.
 */
async function makeRoomForTitles(tx: DbOrTx, careers: readonly CatalogueCareer[]): Promise<void> {
  const titles = careers.map(({ code, title }) => ({ code, title }));
  await tx.$executeRaw`UPDATE "Career" c SET "title" = c."title" || ' [' || c."code" || ']', "updatedAt" = clock_timestamp()
    FROM jsonb_to_recordset(${JSON.stringify(titles)}::jsonb) AS r("code" text, "title" text)
    WHERE r."title" = c."title" AND r."code" <> c."code"`;
}

/** A shipped career as it goes into the database: with what an administrator changed of it. */
type MergedCareer = { record: CatalogueCareer; title: string; overrides: Overrides | null };

/**
 * What administrators changed wins over what is shipped, field by field; so does all of a career that they added under a code that is
 * shipped now. A title of theirs that another career is shipped under gets its code added.
 */
async function applyOverrides(tx: DbOrTx, careers: readonly CatalogueCareer[]): Promise<MergedCareer[]> {
  const rows = await tx.career.findMany({
    where: { OR: [{ isShipped: false }, { NOT: { overrides: { equals: Prisma.AnyNull } } }] },
    select: { code: true, isShipped: true, record: true, overrides: true },
  });
  const stored = new Map(rows.map((row) => [row.code, row]));
  const codeByTitle = new Map(careers.map(({ title, code }) => [title, code]));
  return careers.map((shipped) => {
    const row = stored.get(shipped.code);
    if (row === undefined) return { record: shipped, title: shipped.title, overrides: null };
    const own = row.isShipped ? toOwnValues(row.overrides) : (row.record as unknown as CatalogueCareer);
    const record = { ...shipped, ...withoutActivity(own) };
    const isTaken = (codeByTitle.get(record.title) ?? record.code) !== record.code;
    return {
      record,
      title: isTaken ? `${record.title} [${record.code}]` : record.title,
      overrides: toOverrides({ ...shipped, isActive: true }, own),
    };
  });
}

function withoutActivity({ isActive: _, ...own }: Partial<CatalogueCareer> & { isActive?: unknown }) {
  return own as Partial<CatalogueCareer>;
}

/** The columns of a career that follow from its record. */
export function toCareerColumns(record: CatalogueCareer) {
  return {
    clusterId: record.cluster,
    abilityVector: record.abilityVector,
    medianWageYear: toMedianWageYear(record.wages),
    growthPercent: record.outlook?.growthPercent ?? null,
    openingsPerYear: record.outlook?.openingsPerYear ?? null,
    schoolingLevel: toSchoolingLevel(record),
    searchText: toSearchText(record),
  };
}

async function saveCareers(tx: DbOrTx, careers: readonly MergedCareer[]): Promise<void> {
  const rows = careers.map(({ record, title, overrides }) => ({
    code: record.code,
    title,
    record,
    overrides,
    ...toCareerColumns(record),
  }));
  await tx.$executeRaw`
    INSERT INTO "Career" ("code", "title", "clusterId", "record", "overrides", "abilityVector", "medianWageYear", "growthPercent",
      "openingsPerYear", "schoolingLevel", "searchText", "isShipped", "updatedAt")
    SELECT r."code", r."title", r."clusterId", r."record", r."overrides", r."abilityVector", r."medianWageYear", r."growthPercent",
      r."openingsPerYear", r."schoolingLevel", r."searchText", true, clock_timestamp()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("code" text, "title" text, "clusterId" text, "record" jsonb,
      "overrides" jsonb, "abilityVector" float8[], "medianWageYear" float8, "growthPercent" float8, "openingsPerYear" int,
      "schoolingLevel" int, "searchText" text)
    ON CONFLICT ("code") DO UPDATE SET "title" = EXCLUDED."title", "clusterId" = EXCLUDED."clusterId",
      "record" = EXCLUDED."record", "overrides" = EXCLUDED."overrides", "abilityVector" = EXCLUDED."abilityVector",
      "medianWageYear" = EXCLUDED."medianWageYear", "growthPercent" = EXCLUDED."growthPercent",
      "openingsPerYear" = EXCLUDED."openingsPerYear", "schoolingLevel" = EXCLUDED."schoolingLevel",
      "searchText" = EXCLUDED."searchText", "isShipped" = true, "updatedAt" = EXCLUDED."updatedAt"`;
}

/** Bars keep whole names apart, so that a search can tell a whole hit from a part of one. */
function toSearchText(career: CatalogueCareer): string {
  return `|${[career.title, ...career.alternateTitles, ...career.keywords].join("|").toLowerCase()}|`;
}

export type EmbeddingState = { code: string; record: CatalogueCareer; model: string | null; hash: string | null };

/** Every active career with the model and text hash of its embedding, in the order of the codes. */
export async function listEmbeddingStates(db: DbOrTx): Promise<EmbeddingState[]> {
  const rows = await db.career.findMany({
    where: { isActive: true },
    orderBy: { code: "asc" },
    select: { code: true, record: true, embeddingModel: true, embeddingHash: true },
  });
  return rows.map((row) => ({
    code: row.code,
    record: row.record as unknown as CatalogueCareer,
    model: row.embeddingModel,
    hash: row.embeddingHash,
  }));
}

export async function saveCareerEmbeddings(
  db: DbOrTx,
  model: string,
  rows: readonly { code: string; hash: string; vector: ArrayLike<number> }[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ code, hash, vector }) => Prisma.sql`(${code}, ${hash}, ${toVectorLiteral(vector)}::vector)`,
  );
  await db.$executeRaw`UPDATE "Career" c SET "embedding" = v."vector", "embeddingHash" = v."hash", "embeddingModel" = ${model},
      "updatedAt" = clock_timestamp()
    FROM (VALUES ${Prisma.join(values)}) AS v("code", "hash", "vector") WHERE c."code" = v."code"`;
}
