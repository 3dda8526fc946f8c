import type { DbOrTx } from "./open";

export type DatabaseFacts = { version: string; pgvector: string | null; sizeBytes: number };

export async function getDatabaseFacts(db: DbOrTx): Promise<DatabaseFacts> {
  const rows = await db.$queryRaw<{ version: string; pgvector: string | null; sizeBytes: number }[]>`
    SELECT current_setting('server_version') AS "version",
      (SELECT "extversion" FROM pg_extension WHERE "extname" = 'vector') AS "pgvector",
      pg_database_size(current_database())::float8 AS "sizeBytes"`;
  return rows[0] ?? { version: "", pgvector: null, sizeBytes: 0 };
}

/** In the order in which they were applied. */
export function listMigrations(db: DbOrTx): Promise<{ name: string; appliedAt: Date | null }[]> {
  return db.$queryRaw`SELECT "migration_name" AS "name", "finished_at" AS "appliedAt" FROM "_prisma_migrations"
    WHERE "rolled_back_at" IS NULL ORDER BY "started_at", "migration_name"`;
}

export type CatalogueFacts = { total: number; active: number; own: number; changed: number; embedded: number };

/** @param model  the one in use; null without one */
export async function countCareers(db: DbOrTx, model: string | null): Promise<CatalogueFacts> {
  const rows = await db.$queryRaw<CatalogueFacts[]>`
    SELECT count(*)::int AS "total", (count(*) FILTER (WHERE "isActive"))::int AS "active",
      (count(*) FILTER (WHERE NOT "isShipped"))::int AS "own",
      (count(*) FILTER (WHERE "isShipped" AND "overrides" IS NOT NULL))::int AS "changed",
      (count(*) FILTER (WHERE "isActive" AND "embeddingModel" = ${model}))::int AS "embedded"
    FROM "Career"`;
  return rows[0] ?? { total: 0, active: 0, own: 0, changed: 0, embedded: 0 };
}
