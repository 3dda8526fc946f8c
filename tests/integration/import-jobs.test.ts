import "./environment";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import {
  type ImportCounts,
  type ImportOptions,
  type ImportProblem,
  importJobs,
} from "@/lib/use-cases/jobs/import-jobs";
import { startChild } from "./child-process";
import { ENGINES, makeTestDatabase, openTestDeps } from "./each-engine";
import { copySeededFolder } from "./seeded-folder";

const FIXTURES = path.join(process.cwd(), "tests", "fixtures", "jobs");
const REAL_FILE =
  process.env.JOBS_FILE ?? path.join(process.cwd(), "..", "shared", "data", "jobs", "usajobs-2024-2025.jsonl");
const DAY_MS = 24 * 3600 * 1000;

const fixture = (name: string): string => path.join(FIXTURES, name);

async function run(deps: Deps, files: string | string[], overrides: Partial<ImportOptions> = {}) {
  const problems: ImportProblem[] = [];
  const options = { format: null, mapping: null, source: null, asOfMs: null, isReplacing: false, ...overrides };
  const counts = await importJobs(deps, [files].flat(), options, {
    onProgress: () => {},
    onProblem: (problem) => problems.push(problem),
  });
  return { counts, problems };
}

const nonZero = (counts: ImportCounts) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

/** Announcements as USAJOBS gives past ones. */
function toLine(id: number, values: Record<string, unknown> = {}): string {
  const day = new Date(Date.now() - 5 * DAY_MS).toISOString().slice(0, 10);
  return JSON.stringify({
    control_number: id,
    position_title: `Electrician ${id}`,
    agency: "Power Works",
    open_date: day,
    ...values,
  });
}

describe.each(ENGINES)("an import (%s database)", (engine) => {
  let deps: Deps & { dataDir: string };
  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const write = (name: string, lines: readonly string[]): string => {
    const file = path.join(deps.dataDir, name);
    writeFileSync(file, `${lines.join("\n")}\n`);
    return file;
  };
  const list = (source: string) =>
    deps.db.job.findMany({ where: { source }, orderBy: { sourceId: "asc" }, include: { company: true } });

  it("stores what is good of a feed, and tells line, field, value and fix of what is not", async () => {
    const { counts, problems } = await run(deps, fixture("announcements.jsonl"), { source: "lines" });
    expect(nonZero(counts)).toEqual({ read: 8, added: 2, refused: 6, expired: 1 });
    expect(problems.map(({ at, field, outcome }) => [at?.number, field, outcome])).toEqual([
      [2, "line", "refused"],
      [3, "title", "refused"],
      [5, "postedAt", "refused"],
      [6, "postedAt", "refused"],
      [7, "postedAt", "refused"],
      [8, "line", "refused"],
    ]);
    expect(problems.find(({ at }) => at?.number === 5)).toMatchObject({
      value: "1970-01-01",
      fix: expect.stringMatching(/2000/),
    });
    const rows = await list("lines");
    expect(rows.map(({ sourceId, isActive, company }) => [sourceId, isActive, company.name])).toEqual([
      ["1", false, "General Services Administration"],
      ["7", true, "Park Service"],
    ]);
  });

  it("again changes nothing, and a feed that changed changes only what differs", async () => {
    const ids = [1, 2, 3, 4, 5];
    const file = write(
      "again.jsonl",
      ids.map((id) => toLine(id)),
    );
    expect(nonZero((await run(deps, file, { source: "again" })).counts)).toEqual({ read: 5, added: 5 });
    const before = await list("again");
    expect(nonZero((await run(deps, file, { source: "again" })).counts)).toEqual({ read: 5, unchanged: 5 });
    expect(await list("again")).toEqual(before);

    write("again.jsonl", [...ids.map((id) => toLine(id, id === 3 ? { position_title: "Roofer" } : {})), toLine(6)]);
    expect(nonZero((await run(deps, file, { source: "again" })).counts)).toEqual({
      read: 6,
      added: 1,
      changed: 1,
      unchanged: 4,
    });
    const after = await list("again");
    expect(after.map(({ id }) => id).slice(0, 5)).toEqual(before.map(({ id }) => id));
    expect(
      after
        .filter((row, i) => row.updatedAt.getTime() !== before[i]?.updatedAt.getTime())
        .map(({ sourceId }) => sourceId),
    ).toEqual(["3", "6"]);
    expect(after[2]).toMatchObject({ title: "Roofer", careerCode: "47-2181.00" });
  });

  it("takes the first of two postings with one id, and tells of the other, whichever batch it is in", async () => {
    const lines = Array.from({ length: 300 }, (_, i) => toLine(i));
    const file = write("twice.jsonl", [
      ...lines,
      toLine(299, { position_title: "Other" }),
      toLine(0, { position_title: "Other" }),
    ]);
    const first = await run(deps, file, { source: "twice" });
    expect(nonZero(first.counts)).toEqual({ read: 302, added: 300, refused: 2 });
    expect(first.problems.map(({ at, field, value }) => [at?.number, field, value])).toEqual([
      [301, "sourceId", "299"],
      [302, "sourceId", "0"],
    ]);
    expect(nonZero((await run(deps, file, { source: "twice" })).counts)).toEqual({
      read: 302,
      unchanged: 300,
      refused: 2,
    });
  });

  it("closes what a feed no longer has only when asked to, and opens what is back", async () => {
    const both = write("both.jsonl", [toLine(1), toLine(2)]);
    const one = write("one.jsonl", [toLine(1)]);
    const options = { source: "replaced", isReplacing: true };
    await run(deps, both, { source: "replaced" });
    expect(nonZero((await run(deps, one, { source: "replaced" })).counts)).toEqual({ read: 1, unchanged: 1 });
    expect(nonZero((await run(deps, one, options)).counts)).toEqual({ read: 1, unchanged: 1, closed: 1 });
    expect((await list("replaced")).map(({ isActive, closedAt }) => [isActive, closedAt !== null])).toEqual([
      [true, false],
      [false, true],
    ]);
    // A feed that is refused in part still has its postings; one that breaks says nothing of the rest.
    const bad = write("bad.jsonl", [toLine(1, { position_title: "" })]);
    expect((await run(deps, bad, options)).counts.closed).toBe(0);
    expect((await run(deps, [one, path.join(deps.dataDir, "missing.json")], options)).counts).toMatchObject({
      closed: 0,
      broken: 1,
    });
    expect(nonZero((await run(deps, both, options)).counts)).toEqual({ read: 2, changed: 1, unchanged: 1 });
    expect((await list("replaced")).every(({ isActive, closedAt }) => isActive && closedAt === null)).toBe(true);
  });

  it("of a recorded feed moves its dates to now, and passes over what came later", async () => {
    const asOfMs = Date.UTC(2024, 5, 1);
    const file = write("recorded.jsonl", [
      toLine(1, { open_date: "2024-05-30", close_date: "2024-06-10" }),
      toLine(2, { open_date: "2024-05-01", close_date: "2024-05-20" }),
      toLine(3, { open_date: "2024-07-01", close_date: "2024-07-20" }),
    ]);
    const { counts, problems } = await run(deps, file, { source: "recorded", asOfMs });
    expect(nonZero(counts)).toEqual({ read: 3, added: 2, expired: 1, later: 1 });
    expect(problems).toEqual([]);
    const rows = await list("recorded");
    expect(rows.map(({ isActive }) => isActive)).toEqual([true, false]);
    expect(Math.round((Date.now() - (rows[0]?.postedAt.getTime() ?? 0)) / DAY_MS)).toBe(2);
  });

  // A server does so by itself, a while later.
  test.runIf(engine === "embedded")("is followed by a vacuum, so that indexes answer without the table", async () => {
    await run(deps, write("vacuumed.jsonl", [toLine(910_001), toLine(910_002)]), { source: "vacuumed" });
    const visible = deps.db.$queryRaw`SELECT "relallvisible" > 0 AS "isSome" FROM pg_class WHERE "relname" = 'Job'`;
    expect(await visible).toEqual([{ isSome: true }]);
  });

  it("never fills in over what a posting says itself", async () => {
    const { counts, problems } = await run(deps, [fixture("search.json"), fixture("graph.json"), fixture("feed.rss")]);
    expect(counts).toMatchObject({ read: 7, added: 6, refused: 1, broken: 0 });
    expect(problems.map(({ field, outcome }) => [field, outcome])).toEqual([
      ["currency", "left out"],
      ["title", "refused"],
    ]);
    const rows = await deps.db.job.findMany({
      where: { source: { in: ["usajobs", "json-ld", "rss"] } },
      orderBy: { title: "asc" },
    });
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      const hasPay = row.salaryMin !== null || row.salaryMax !== null;
      if (hasPay) expect([row.typicalSalaryMin, row.typicalSalaryMax]).toEqual([null, null]);
      if (row.tags.length > 0) expect(row.typicalSkills).toEqual([]);
      expect(`${row.title}${row.description}`).not.toMatch(/<[a-z/]|alert|&amp;/i);
    }
    const byTitle = new Map(rows.map((row) => [row.title, row]));
    expect(byTitle.get("Hydrologist")).toMatchObject({
      salaryMin: 65_000,
      salaryMax: 84_240,
      careerCode: "19-2043.00",
      description: "Measure rivers & wells.\n\nTake samples\n\nWrite reports\n\nA degree in hydrology.",
    });
    expect(byTitle.get("Hydrologist")?.typicalSkills.length).toBeGreaterThan(0);
    expect(byTitle.get("Baker & pastry cook")).toMatchObject({ tags: ["Baking", "Food safety"], salaryMin: 38_400 });
    expect(byTitle.get("Translator")).toMatchObject({ salaryMin: null, isRemote: true, location: "USA" });
    expect(byTitle.get("Translator")?.typicalSalaryMin).toBeGreaterThan(20_000);
  });

  test("killed in the middle is completed by running it again, which repeats little", {
    timeout: 240_000,
  }, async () => {
    const database = await makeTestDatabase(engine);
    try {
      if (engine === "embedded") await copySeededFolder(database.dataDir);
      const file = path.join(database.dataDir, "feed.jsonl");
      writeFileSync(file, Array.from({ length: 1500 }, (_, i) => toLine(i)).join("\n"));
      const env = { WAYMARK_DATA: database.dataDir, DATABASE_URL: database.databaseUrl ?? "" };
      const script = new URL("./fixtures/import-feed.ts", import.meta.url);
      const child = startChild(script, [file], env);
      await child.waitForLine("stored 512");
      await child.kill();
      const deps = await openDeps(parseEnv(env));
      // A server goes on with what it was sent by a process that is no more: the count is taken once it has ended.
      await expect
        .poll(
          () => deps.db.$queryRaw`
            SELECT "pid" FROM pg_stat_activity
            WHERE "datname" = current_database() AND "pid" <> pg_backend_pid() AND "state" <> 'idle'`,
          { timeout: 60_000 },
        )
        .toEqual([]);
      const stored = await deps.db.job.count();
      expect(stored).toBeGreaterThanOrEqual(512);
      expect(stored).toBeLessThan(1500);
      const { counts } = await run(deps, file);
      expect(nonZero(counts)).toEqual({ read: 1500, added: 1500 - stored, unchanged: stored });
      const [row] = await deps.db.$queryRaw<{ all: number; ids: number; embedded: number }[]>`
        SELECT count(*)::int AS "all", count(DISTINCT "sourceId")::int AS "ids", count("embedding")::int AS "embedded" FROM "Job"`;
      expect(row).toEqual({ all: 1500, ids: 1500, embedded: 1500 });
      await deps.close();
    } finally {
      await database.drop();
    }
  });
});

if (!existsSync(REAL_FILE))
  process.stdout.write(`SKIPPED: the import of real postings, since ${REAL_FILE} is missing (set JOBS_FILE)\n`);

test.runIf(existsSync(REAL_FILE))(
  "23,493 real announcements are read without one that cannot be",
  { timeout: 240_000 },
  async () => {
    const deps = await openTestDeps("embedded");
    try {
      // As of the first days, so that it takes seconds: the rest is read and checked all the same.
      const { counts, problems } = await run(deps, REAL_FILE, { asOfMs: Date.UTC(2024, 1, 3) });
      expect(problems).toEqual([]);
      expect(counts).toMatchObject({ read: 23_493, refused: 0, broken: 0 });
      expect(counts.added + counts.later).toBe(23_493);
      expect(counts.added).toBeGreaterThan(100);
      const matched = await deps.db.job.count({ where: { careerCode: { not: null } } });
      expect(matched).toBe(counts.added);
    } finally {
      await deps.close();
    }
  },
);
