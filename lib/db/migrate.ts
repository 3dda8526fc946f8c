import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** The little that both engines offer alike: PGlite's exec and pg's simple protocol run scripts of many statements. */
export type SqlRunner = {
  exec: (script: string) => Promise<unknown>;
  rows: (sql: string) => Promise<Record<string, unknown>[]>;
};

/** Prisma takes the same advisory lock for its own migrations. */
export const MIGRATION_LOCK_KEY = 72_707_369;

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * Applies the migrations that are still missing, in the order of their names, and records them as Prisma does, so that
 * `prisma migrate deploy` works on the same database.
 * @returns the names that were applied now
 * @throws Error when an applied migration was changed, failed half-way under another tool, or does not run
 */
export async function applyMigrations(db: SqlRunner, migrationsDir: string): Promise<string[]> {
  await db.exec(`SELECT pg_advisory_lock(${MIGRATION_LOCK_KEY})`);
  try {
    await db.exec(BOOKKEEPING);
    const applied = new Map(
      (
        await db.rows(
          "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
        )
      ).map((row) => [String(row.migration_name), row]),
    );
    const entries = await readdir(migrationsDir, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const missing: string[] = [];
    for (const name of names.sort()) {
      const sql = await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      const row = applied.get(name);
      if (row === undefined) {
        await applyOne(db, name, sql, checksum);
        missing.push(name);
      } else if (!row.finished_at) {
        throw new Error(`Migration ${name} failed earlier: resolve it with "prisma migrate resolve" first.`);
      } else if (row.checksum !== checksum) {
        throw new Error(`Migration ${name} was changed after it was applied. Restore it and add a new one instead.`);
      }
    }
    return missing;
  } finally {
    await db.exec(`SELECT pg_advisory_unlock(${MIGRATION_LOCK_KEY})`);
  }
}

/** The script and its record appear together or not at all. */
async function applyOne(db: SqlRunner, name: string, sql: string, checksum: string): Promise<void> {
  const record = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES ('${randomUUID()}', '${checksum}', '${name.replaceAll("'", "''")}', now(), 1)`;
  try {
    await db.exec(`BEGIN;\n${sql}\n;${record};\nCOMMIT;`);
  } catch (cause) {
    await db.exec("ROLLBACK");
    throw new Error(`Migration ${name} did not apply: ${(cause as Error).message}`, { cause });
  }
}
