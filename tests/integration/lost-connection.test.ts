import "./environment";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { metrics } from "@/lib/adapters/metrics";
import { DatabaseAwayError } from "@/lib/errors";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

describe.runIf(ENGINES.includes("server"))("a connection to PostgreSQL that is cut", () => {
  let deps: Deps;
  let admin: pg.Client;

  beforeAll(async () => {
    deps = await openTestDeps("server");
    const [row] = await deps.db.$queryRaw<{ name: string }[]>`SELECT current_database()::text AS "name"`;
    const url = new URL(process.env.TEST_DATABASE_URL ?? "");
    url.pathname = `/${row?.name}`;
    admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await deps.close();
  });
  afterEach(() => metrics.registry.resetMetrics());

  /** Ends every connection but this one. @returns how many there were */
  const cutAll = async (): Promise<number> => {
    const { rows } = await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    return rows.length;
  };

  test("while it is idle is not noticed", async () => {
    const list = () => callApi("listCareers", { query: { limit: 5 } });
    await Promise.all(Array.from({ length: 20 }, list));
    expect(await cutAll()).toBeGreaterThan(3);
    const replies = await Promise.all(Array.from({ length: 20 }, list));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test("during a read is not noticed either: it is asked again", async () => {
    const answer = deps.db.$queryRaw`SELECT 7 AS "seven" FROM pg_sleep(0.4)`;
    answer.catch(() => {});
    await delay(150);
    expect(await cutAll()).toBeGreaterThan(0);
    expect(await answer).toEqual([{ seven: 7 }]);
  });

  test("during a write says so, does not write twice, and counts", async () => {
    const write = deps.db.$executeRaw`
      INSERT INTO "Setting" ("key", "value") SELECT 'cut', '"x"'::jsonb FROM pg_sleep(0.4)`;
    const failure = write.catch((error: unknown) => error);
    await delay(150);
    await cutAll();
    expect(await failure).toBeInstanceOf(DatabaseAwayError);
    expect(await deps.db.setting.count({ where: { key: "cut" } })).toBe(0);
    expect((await metrics.databaseErrors.get()).values).toMatchObject([{ value: 1, labels: { kind: "connection" } }]);
  });

  test("inside a transaction takes all of it back, and the next one works", async () => {
    const key = "in a transaction";
    const value = "x";
    const failure = deps.db
      .$transaction(async (tx) => {
        await tx.setting.create({ data: { key, value } });
        await cutAll();
        return tx.setting.count();
      })
      .catch((error: unknown) => error);
    expect(await failure).toBeInstanceOf(DatabaseAwayError);
    expect(await deps.db.setting.count({ where: { key } })).toBe(0);
    await deps.db.$transaction((tx) => tx.setting.create({ data: { key, value } }));
    expect(await deps.db.setting.count({ where: { key } })).toBe(1);
  });

  test("again and again under load is answered 503 at worst, with when to come back, and never with lost or doubled quizzes", async () => {
    const statuses = new Map<number, number>();
    let isCutting = true;
    const submitted: string[] = [];
    const worker = async (): Promise<void> => {
      while (isCutting) {
        const reply = await callApi("submitQuiz", { body: { answers: exampleAnswers() } });
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        if (reply.status === 200) submitted.push((reply.json as { sessionId: string }).sessionId);
        else expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "1"]);
      }
    };
    const workers = Array.from({ length: 4 }, worker);
    for (let i = 0; i < 15; i++) {
      await delay(40);
      await cutAll();
    }
    isCutting = false;
    await Promise.all(workers);
    expect([...statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(submitted.length).toBeGreaterThan(0);
    expect(await deps.db.quizSession.count({ where: { id: { in: submitted } } })).toBe(submitted.length);
    expect((await getReply("submitQuiz", { body: { answers: exampleAnswers() } })).sessionId).toBeTruthy();
  });
});
