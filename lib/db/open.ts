import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { lockEmbeddedFolder } from "./embedded-lock";
import { PrismaClient } from "./generated/client";
import { applyMigrations } from "./migrate";
import { type DatabaseErrorKind, watchAdapter } from "./watched-adapter";

export type Db = PrismaClient;
/** A client or a transaction of it: what every query takes. */
export type DbOrTx = Parameters<Parameters<Db["$transaction"]>[0]>[0];

export type OpenDatabase = {
  db: Db;
  engine: "embedded" | "server";
  close: () => Promise<void>;
};

const POOL_SIZE = 10;
/** Left alone, a request would wait for ever for a server that does not answer. */
const CONNECT_MS_MAX = 5000;
const TRANSACTION_WAIT_MS = 20_000;
const MIGRATIONS_DIR = path.join(process.cwd(), "prisma", "migrations");

/**
 * Opens the database and brings it up to date: a PostgreSQL server when a URL is given, else the embedded one in the data folder.
 * @throws Error in plain words when the server cannot be reached, the folder cannot be written or another process holds it
 */
export function openDatabase(options: {
  databaseUrl: string | undefined;
  dataDir: string;
  /** Told of every failed call. */
  onError?: (kind: DatabaseErrorKind) => void;
}): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, onError = () => {} } = options;
  return databaseUrl === undefined ? openEmbedded(dataDir, { onError }) : openServer(databaseUrl, { onError });
}

type Watch = Parameters<typeof watchAdapter>[1];

async function openServer(url: string, watch: Watch): Promise<OpenDatabase> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (cause) {
    const { hostname, port } = new URL(url);
    throw new Error(
      `PostgreSQL at ${hostname}:${port || 5432} (DATABASE_URL) cannot be reached: ${(cause as Error).message}`,
      { cause },
    );
  }
  try {
    await applyMigrations(
      { exec: (script) => client.query(script), rows: async (sql) => (await client.query(sql)).rows },
      MIGRATIONS_DIR,
    );
  } finally {
    await client.end();
  }
  const pool = { connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: CONNECT_MS_MAX };
  const db = new PrismaClient({ adapter: watchAdapter(new PrismaPg(pool), watch), errorFormat: "minimal" });
  return { db, engine: "server", close: () => db.$disconnect() };
}

async function openEmbedded(dataDir: string, watch: Watch): Promise<OpenDatabase> {
  const { PrismaPGlite } = await import("pglite-prisma-adapter");
  await makeWritable(dataDir);
  const lock = await lockEmbeddedFolder(dataDir);
  try {
    const lite = await openLite(dataDir);
    await applyMigrations(
      {
        exec: (script) => lite.exec(script),
        rows: async (sql) => (await lite.query<Record<string, unknown>>(sql)).rows,
      },
      MIGRATIONS_DIR,
    );
    const db = new PrismaClient({
      adapter: watchAdapter(new PrismaPGlite(lite), watch),
      errorFormat: "minimal",
      transactionOptions: { maxWait: TRANSACTION_WAIT_MS, timeout: TRANSACTION_WAIT_MS },
    });
    const close = async (): Promise<void> => {
      await db.$disconnect();
      if (!lite.closed) await lite.close();
      lock.release();
    };
    return { db, engine: "embedded", close };
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

/**
 * A new database is made beside its place and moved there when it is whole, so that a start killed half-way leaves nothing that
 * a later start could mistake for a database.
 */
async function openLite(dataDir: string) {
  const [{ PGlite }, { vector }, { pg_trgm }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite-pgvector"),
    import("@electric-sql/pglite/contrib/pg_trgm"),
  ]);
  const extensions = { vector, pg_trgm };
  const place = path.join(dataDir, "pg");
  if (!existsSync(place)) {
    const making = path.join(dataDir, "pg.making");
    await rm(making, { recursive: true, force: true });
    const fresh = await PGlite.create({ dataDir: making, extensions });
    await fresh.close();
    await rename(making, place);
  }
  return PGlite.create({ dataDir: place, extensions });
}

async function makeWritable(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    const probe = path.join(dataDir, `.write-${process.pid}`);
    await mkdir(probe);
    await rm(probe, { recursive: true });
  } catch (cause) {
    throw new Error(
      `The data folder ${dataDir} cannot be written: ${(cause as Error).message}. Choose another with WAYMARK_DATA.`,
      { cause },
    );
  }
}
