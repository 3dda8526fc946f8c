/** How long an import of postings takes, embeddings and the index of their vectors included, on both engines. */
import { createReadStream, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { createRng } from "@/lib/engine/math/random";
import { getEnv } from "@/lib/env";
import { type CareerSnapshot, getCareerSnapshot } from "@/lib/use-cases/career-snapshot";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { importJobs } from "@/lib/use-cases/jobs/import-jobs";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import type { Table } from "../report";
import { withTemporaryDeps } from "../with-deps";

const SERVER_COUNT = 23_000;
const EMBEDDED_COUNT = 8000;
const GENERATED_COMPANIES = 400;
const OPTIONS = { format: null, mapping: null, source: null, asOfMs: null, isReplacing: false };

type Rows = Table["rows"];

export async function benchImport(): Promise<Table[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "waymark-bench-"));
  const rows: Rows = [];
  try {
    await withTemporaryDeps(async (deps, snapshot) => {
      rows.push(...(await timeImport("embedded", deps, await writeFeed(folder, snapshot, EMBEDDED_COUNT))));
    });
    const url = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
    if (url) rows.push(...(await benchServer(url, folder)));
    else console.warn("\nNo figures on PostgreSQL: they need a server in TEST_DATABASE_URL.\n");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const what = process.env.JOBS_FILE
    ? `real ones of ${path.basename(process.env.JOBS_FILE)}`
    : "made-up ones (real ones with JOBS_FILE)";
  const note = `Postings are ${what}, all taken as open, so that each goes into the index of vectors. Process CPU counts this process alone.`;
  return [{ name: "Import of postings", note, rows }];
}

async function benchServer(url: string, folder: string): Promise<Rows> {
  const name = `waymark_bench_${process.pid}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    const deps = await openDeps({ ...getEnv(), DATABASE_URL: own.href });
    try {
      await prepareCatalogue(deps, () => {});
      return await timeImport("PostgreSQL", deps, await writeFeed(folder, await getCareerSnapshot(deps), SERVER_COUNT));
    } finally {
      await deps.close();
    }
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.end();
  }
}

async function timeImport(engine: string, deps: Deps, file: string): Promise<Rows> {
  const rows: Rows = [];
  for (const run of ["first", "again, nothing changed"]) {
    const cpu = process.cpuUsage();
    const startMs = performance.now();
    const { read, added, unchanged } = await importJobs(deps, [file], OPTIONS, {
      onProgress: () => {},
      onProblem: ({ field, fix }) => console.warn(`${field}: ${fix}`),
    });
    const seconds = (performance.now() - startMs) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    rows.push({
      engine,
      run,
      read,
      added,
      unchanged,
      seconds,
      perSecond: Math.round(read / seconds),
      processCpuSeconds: (user + system) / 1e6,
    });
  }
  return rows;
}

/** As many announcements, one a line, none of which has expired. */
async function writeFeed(folder: string, snapshot: CareerSnapshot, count: number): Promise<string> {
  const file = path.join(folder, `feed-${count}.jsonl`);
  const lines = process.env.JOBS_FILE ? await readOpen(process.env.JOBS_FILE, count) : makeLines(snapshot, count);
  writeFileSync(file, lines.join("\n"));
  return file;
}

async function readOpen(file: string, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    lines.push(JSON.stringify({ ...(JSON.parse(line) as object), close_date: null }));
    if (lines.length === count) break;
  }
  return lines;
}

function makeLines({ careers }: CareerSnapshot, count: number): string[] {
  const rng = createRng(7);
  const pick = <T>(values: readonly T[]): T => values[rng.integer(values.length)] as T;
  return Array.from({ length: count }, (_, i) => {
    const career = pick(careers);
    const rank = pick(["", "", "Senior ", "Lead ", "Junior ", "Supervisory "]);
    const title = `${rank}${pick([career.title, ...career.record.alternateTitles])}`;
    const agency = `Agency ${rng.integer(GENERATED_COMPANIES)}, ${pick(["North", "South", "East", "West"])}`;
    return JSON.stringify({ control_number: i, position_title: title, agency, open_date: "2025-10-01" });
  });
}
