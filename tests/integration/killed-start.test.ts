import "./environment";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { findQuizSession } from "@/lib/db/quiz-sessions";
import { parseEnv } from "@/lib/env";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import { type Child, startChild } from "./child-process";
import { ENGINES, makeTestDatabase, type TestDatabase } from "./each-engine";
import { copySeededFolder } from "./seeded-folder";

const START = new URL("./fixtures/start.ts", import.meta.url);
const children: Child[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
});

function toEnv({ dataDir, databaseUrl }: TestDatabase): Record<string, string> {
  return { WAYMARK_DATA: dataDir, DATABASE_URL: databaseUrl ?? "" };
}

function start(database: TestDatabase, ...args: string[]): Child {
  const child = startChild(START, args, toEnv(database));
  children.push(child);
  return child;
}

const countCareers = ({ db }: Deps) =>
  db.$queryRaw`SELECT count(*)::int AS "all", count("embedding")::int AS "embedded" FROM "Career"`;

/** Waits until a start has begun to make the embedded database's files. */
async function waitForMaking(dataDir: string, child: Child): Promise<void> {
  await child.waitForLine("opening");
  while (!existsSync(path.join(dataDir, "pg.making", "base"))) await delay(5);
}

describe.each(ENGINES)("a start that is killed (%s database)", (engine) => {
  test("whenever it was, the next start ends up with every career and embedding", { timeout: 180_000 }, async () => {
    const database = await makeTestDatabase(engine);
    try {
      if (engine === "embedded") {
        const making = start(database);
        await waitForMaking(database.dataDir, making);
        await making.kill();
        expect(existsSync(path.join(database.dataDir, "pg"))).toBe(false);
      }
      const seeding = start(database);
      await seeding.waitForLine("Loading careers 400");
      await seeding.kill();
      const embedding = start(database);
      await embedding.waitForLine("Embedding careers 64");
      await embedding.kill();
      // All careers or none: the killed seeding left no part of itself.
      expect(embedding.lines).toContain("Loading careers 0");

      const deps = await openDeps(parseEnv(toEnv(database)));
      const steps: string[] = [];
      await prepareCatalogue(deps, (step, done) => steps.push(`${step} ${done}`));
      expect(await countCareers(deps)).toEqual([{ all: 923, embedded: 923 }]);
      // What had been embedded before the kill was not embedded again.
      const embedded = Number(steps.at(-1)?.replace("Embedding careers ", ""));
      expect(embedded).toBeGreaterThan(0);
      expect(embedded).toBeLessThan(923);
      await deps.close();
    } finally {
      await database.drop();
    }
  });

  test("an acknowledged quiz outlives a kill, and the folder opens at once", { timeout: 120_000 }, async () => {
    const database = await makeTestDatabase(engine);
    try {
      if (engine === "embedded") await copySeededFolder(database.dataDir);
      const child = start(database, "--stay");
      const sessionId = (await child.waitForLine("session")).replace("session ", "");
      await child.kill();
      const deps = await openDeps(parseEnv(toEnv(database)));
      expect((await findQuizSession(deps.db, sessionId))?.answers).toHaveLength(19);
      await prepareCatalogue(deps, () => {});
      expect(await countCareers(deps)).toEqual([{ all: 923, embedded: 923 }]);
      await deps.close();
    } finally {
      await database.drop();
    }
  });
});

test.runIf(ENGINES.includes("server"))(
  "two first starts on one server at once load it once",
  { timeout: 120_000 },
  async () => {
    const database = await makeTestDatabase("server");
    try {
      const both = [start(database), start(database)];
      const codes = await Promise.all(both.map((child) => child.ended));
      expect(both.map((child) => child.lines.find((line) => line.startsWith("error")))).toEqual([undefined, undefined]);
      expect(codes).toEqual([0, 0]);
      // Only one of them wrote careers: the other waited for it and found them there.
      expect(both.filter((child) => child.lines.includes("Loading careers 100"))).toHaveLength(1);
      const deps = await openDeps(parseEnv(toEnv(database)));
      expect(await countCareers(deps)).toEqual([{ all: 923, embedded: 923 }]);
      expect(await deps.db.quizSession.count()).toBe(2);
      await deps.close();
    } finally {
      await database.drop();
    }
  },
);
