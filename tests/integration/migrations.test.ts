import "./environment";
import { createHash } from "node:crypto";
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { vector } from "@electric-sql/pglite-pgvector";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyMigrations, MIGRATION_LOCK_KEY, type SqlRunner } from "@/lib/db/migrate";
import { ENGINES, makeTestDatabase } from "./each-engine";

const MIGRATIONS = path.join(process.cwd(), "prisma", "migrations");
const BROKEN = "29990101000000_broken";

async function openRunner(databaseUrl: string | undefined): Promise<SqlRunner & { close: () => Promise<void> }> {
  if (databaseUrl === undefined) {
    const lite = await PGlite.create({ extensions: { vector, pg_trgm } });
    return {
      exec: (script) => lite.exec(script),
      rows: async (sql) => (await lite.query<Record<string, unknown>>(sql)).rows,
      close: () => lite.close(),
    };
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return {
    exec: (script) => client.query(script),
    rows: async (sql) => (await client.query(sql)).rows,
    close: () => client.end(),
  };
}

/** Scalar fields of every model in the schema, as "Model.field". */
function listSchemaColumns(schema: string): string[] {
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => ({
    name,
    body,
  }));
  const relations = new Set(models.map((model) => model.name));
  return models.flatMap(({ name, body }) =>
    [...body.matchAll(/^ {2}(\w+)\s+(\w+)/gm)]
      .filter(([, , type = ""]) => !relations.has(type))
      .map(([, field]) => `${name}.${field}`),
  );
}

describe.each(ENGINES)("migrations (%s database)", (engine) => {
  let runner: Awaited<ReturnType<typeof openRunner>>;
  let drop: () => Promise<void>;
  let folder: string;
  let names: string[];

  beforeAll(async () => {
    const database = await makeTestDatabase(engine);
    runner = await openRunner(database.databaseUrl);
    drop = database.drop;
    names = (await readdir(MIGRATIONS, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  });
  afterAll(async () => {
    await runner.close();
    await drop();
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "waymark-migrations-"));
    await cp(MIGRATIONS, folder, { recursive: true });
    return () => rm(folder, { recursive: true });
  });

  const listTables = async () =>
    (
      await runner.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1")
    ).map((row) => row.table_name);
  const listRecords = () => runner.rows("SELECT * FROM _prisma_migrations ORDER BY migration_name");
  const countLocks = async () =>
    (await runner.rows(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${MIGRATION_LOCK_KEY}`)).length;
  async function addMigration(name: string, sql: string): Promise<void> {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, "migration.sql"), sql);
  }

  test("an empty database gets all of them in order, and a second run applies none", async () => {
    expect(await applyMigrations(runner, MIGRATIONS)).toEqual(names.toSorted());
    const tables = await listTables();
    expect(await applyMigrations(runner, MIGRATIONS)).toEqual([]);
    expect(await listTables()).toEqual(tables);
    expect(await countLocks()).toBe(0);
  });

  test("each is recorded as Prisma records it", async () => {
    const records = await listRecords();
    expect(records.map((row) => row.migration_name)).toEqual(names.toSorted());
    for (const row of records) {
      const sql = await readFile(path.join(MIGRATIONS, String(row.migration_name), "migration.sql"));
      expect(row.checksum).toBe(createHash("sha256").update(sql).digest("hex"));
      expect(row).toMatchObject({ applied_steps_count: 1, rolled_back_at: null, logs: null });
      expect(row.finished_at).toBeInstanceOf(Date);
      expect(row.id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test("the schema and the migrations name the same tables and columns", async () => {
    const schema = await readFile(path.join(process.cwd(), "prisma", "schema.prisma"), "utf8");
    const columns = await runner.rows(
      "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'",
    );
    const existing = columns.map((row) => `${row.table_name}.${row.column_name}`);
    expect(existing.toSorted()).toEqual(listSchemaColumns(schema).toSorted());
    expect(existing.length).toBeGreaterThan(50);
  });

  test("every foreign key and unique index among tables that grow with use holds the user's id", async () => {
    const grown = [
      "QuizSession",
      "Slate",
      "Impression",
      "Interaction",
      "SavedCareer",
      "CareerReaction",
      "ShareLink",
      "Consent",
      "RefreshToken",
    ].map((name) => `'"${name}"'::regclass`);
    const rows = await runner.rows(`SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
      WHERE conrelid IN (${grown.join(", ")}) AND contype IN ('p', 'f', 'u')`);
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) expect(row.def).toContain('"userId"');
  });

  test("a changed, applied migration is refused by name, and put back it is fine again", async () => {
    const [name = ""] = names;
    await appendFile(path.join(folder, name, "migration.sql"), "\n-- a comment");
    await expect(applyMigrations(runner, folder)).rejects.toThrow(`Migration ${name} was changed after it was applied`);
    expect(await countLocks()).toBe(0);
    expect(await applyMigrations(runner, MIGRATIONS)).toEqual([]);
  });

  test.each([
    [
      "a fault in its last statement",
      'CREATE TABLE "Half" (id INT);\nINSERT INTO "Half" VALUES (1);\nSELECT no_such_function();',
    ],
    ["a syntax error", 'CREATE TABLE "Half" (id INT); CREATE TABEL oops;'],
    ["an open comment", 'CREATE TABLE "Half" (id INT); /* oops'],
    ["an open quote", 'CREATE TABLE "Half" (id INT); SELECT \'oops'],
  ])("one with %s leaves nothing half, and mended it applies", async (_, sql) => {
    const before = [await listTables(), await listRecords()];
    await addMigration(BROKEN, sql);
    await expect(applyMigrations(runner, folder)).rejects.toThrow(`Migration ${BROKEN} did not apply`);
    expect([await listTables(), await listRecords()]).toEqual(before);
    expect(await countLocks()).toBe(0);

    await writeFile(path.join(folder, BROKEN, "migration.sql"), 'CREATE TABLE "Half" (id INT) -- no semicolon');
    expect(await applyMigrations(runner, folder)).toEqual([BROKEN]);
    await runner.exec(`DROP TABLE "Half"; DELETE FROM _prisma_migrations WHERE migration_name = '${BROKEN}'`);
  });

  test("those before a broken one stay applied", async () => {
    await addMigration("29980101000000_fine", 'CREATE TABLE "Fine" (id INT);');
    await addMigration(BROKEN, "oops");
    await expect(applyMigrations(runner, folder)).rejects.toThrow(BROKEN);
    expect(await listTables()).toContain("Fine");
    expect((await listRecords()).map((row) => row.migration_name)).toContain("29980101000000_fine");
    await runner.exec(`DROP TABLE "Fine"; DELETE FROM _prisma_migrations WHERE migration_name LIKE '2998%'`);
  });

  test("one that another tool left half-way is refused, and after its roll-back it applies", async () => {
    await addMigration(BROKEN, 'CREATE TABLE "Half" (id INT);');
    await runner.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'y', '${BROKEN}')`);
    await expect(applyMigrations(runner, folder)).rejects.toThrow(`Migration ${BROKEN} failed earlier`);
    await runner.exec("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = 'x'");
    expect(await applyMigrations(runner, folder)).toEqual([BROKEN]);
    await runner.exec(`DROP TABLE "Half"; DELETE FROM _prisma_migrations WHERE migration_name = '${BROKEN}'`);
  });
});
