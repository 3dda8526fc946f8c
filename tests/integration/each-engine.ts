import "./environment";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { parseEnv } from "@/lib/env";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import { copySeededFolder, hashSources } from "./seeded-folder";

export type Engine = "embedded" | "server";

const serverUrl = process.env.TEST_DATABASE_URL || undefined;

/** The embedded engine always; the server as well where one is named. */
export const ENGINES: readonly Engine[] = serverUrl === undefined ? ["embedded"] : ["embedded", "server"];

process.stdout.write(
  serverUrl === undefined
    ? "Engines: embedded (set TEST_DATABASE_URL for the server as well)\n"
    : "Engines: embedded, PostgreSQL server\n",
);

export type TestDatabase = { dataDir: string; databaseUrl: string | undefined; drop: () => Promise<void> };

/** A data folder of its own and, on the server, an empty database of its own or a copy of another; both are gone after `drop`. */
export async function makeTestDatabase(engine: Engine, template = "template1"): Promise<TestDatabase> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-test-"));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  if (engine === "embedded" || serverUrl === undefined) return { dataDir, databaseUrl: undefined, drop: removeFolder };
  const name = `waymark_test_${randomBytes(6).toString("hex")}`;
  await runOnServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    await runOnServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await removeFolder();
  };
  return { dataDir, databaseUrl: url.href, drop };
}

async function runOnServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const OTHER_TEMPLATES_MAX = 6;

/**
 * The name of a database as a first start leaves it, made once on the server and copied from then on: loading the catalogue takes seconds. It
 * has the name of what it was made of; of those made of something else the oldest are dropped.
 */
async function makeSeededTemplate(): Promise<string> {
  const name = `waymark_seeded_${await hashSources()}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Test files may run side by side: one makes it, the others wait.
    await client.query("SELECT pg_advisory_lock(hashtext('waymark seeded template'))");
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE 'waymark_seeded_%' ORDER BY oid",
    );
    if (rows.some(({ datname }) => datname === name)) return name;
    for (const { datname } of rows.slice(0, -OTHER_TEMPLATES_MAX))
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    const making = await makeTestDatabase("server");
    const deps = await openDeps(parseEnv({ WAYMARK_DATA: making.dataDir, DATABASE_URL: making.databaseUrl }));
    try {
      await prepareCatalogue(deps, () => {});
    } finally {
      await deps.close();
    }
    // Renamed when it is whole, so that one whose making was cut short is never copied.
    await client.query(`ALTER DATABASE ${new URL(making.databaseUrl ?? "").pathname.slice(1)} RENAME TO ${name}`);
    await making.drop();
    return name;
  } finally {
    await client.end();
  }
}

const shared = globalThis as unknown as { waymarkDeps?: Promise<Deps> };

/** Makes the route handlers use these dependencies, as the server's own ones. */
export function routeThrough(deps: Deps): void {
  shared.waymarkDeps = Promise.resolve(deps);
}

/**
 * The application's own dependencies on a database of their own, with the whole catalogue unless told otherwise. Route handlers use
 * them until `close`, which also drops the database.
 */
export async function openTestDeps(
  engine: Engine,
  options: { isSeeded?: boolean; model?: string } = {},
): Promise<Deps & { dataDir: string }> {
  const { isSeeded = true, model } = options;
  const template = engine === "server" && serverUrl !== undefined ? await makeSeededTemplate() : undefined;
  const { dataDir, databaseUrl, drop } = await makeTestDatabase(engine, template);
  if (databaseUrl === undefined) await copySeededFolder(dataDir);
  // Tests call from one address far more often than people: those about limits bring a limiter of their own.
  const env = { WAYMARK_DATA: dataDir, DATABASE_URL: databaseUrl, EMBEDDING_MODEL: model, RATE_LIMIT_SCALE: "0" };
  const deps = await openDeps(parseEnv(env));
  if (isSeeded) await prepareCatalogue(deps, () => {});
  // Emptying a copy is much quicker than making a new embedded database.
  else await deps.db.$executeRawUnsafe('TRUNCATE "Career", "Cluster", "Setting"');
  const close = async (): Promise<void> => {
    delete shared.waymarkDeps;
    await deps.close();
    await drop();
  };
  const testDeps = { ...deps, dataDir, close };
  routeThrough(testDeps);
  return testDeps;
}

/** Rows of every table, to see that nothing was stored. */
export async function countRows(deps: Pick<Deps, "db">): Promise<Record<string, number>> {
  const tables = await deps.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`;
  const counts = tables
    .map(({ name }) => name)
    .map((table) => `(SELECT count(*)::int FROM "${table}") AS "${table}"`)
    .join(", ");
  const [row] = await deps.db.$queryRawUnsafe<Record<string, number>[]>(`SELECT ${counts}`);
  return row ?? {};
}
