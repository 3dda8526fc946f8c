import "./environment";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getHealth } from "@/app/healthz/route";
import { GET as getMetrics } from "@/app/metrics/route";
import { GET as getReadiness } from "@/app/readyz/route";
import { requestContexts } from "@/lib/adapters/request-context";
import { mayReadMetrics } from "@/lib/web/may-read-metrics";
import { getReply } from "./call-api";
import { ENGINES, openTestDeps, routeThrough } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const TOKEN = "a token for the metrics";

describe.each(ENGINES)("health (%s database)", (engine) => {
  let deps: Awaited<ReturnType<typeof openTestDeps>>;
  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  test("a server with everything is ready, one without a model as well", async () => {
    const reply = await getReadiness();
    expect([reply.status, await reply.json()]).toEqual([
      200,
      { status: "ready", parts: { server: "ok", database: "ok", catalogue: "ok", model: "ok" } },
    ]);
    routeThrough({ ...deps, embedder: null });
    expect(await (await getReadiness()).json()).toMatchObject({ status: "ready", parts: { model: "ability_only" } });
    routeThrough(deps);
  });

  test("an empty catalogue is named as what is missing", async () => {
    const empty = await openTestDeps(engine, { isSeeded: false });
    try {
      const reply = await getReadiness();
      expect(reply.status).toBe(503);
      expect(await reply.json()).toEqual({
        status: "not_ready",
        parts: { server: "ok", database: "ok", catalogue: "failed", model: "ok" },
      });
    } finally {
      await empty.close();
      routeThrough(deps);
    }
  });

  test("a database that fails or is silent is named, without saying why", async () => {
    for (const answer of [() => Promise.reject(new Error("secret.host:5432 refused")), () => new Promise(() => {})]) {
      const db = { $queryRaw: answer } as unknown as typeof deps.db;
      routeThrough({ ...deps, db });
      const reply = await getReadiness();
      const text = await reply.text();
      expect([reply.status, JSON.parse(text).parts.database]).toEqual([503, "failed"]);
      expect(text).not.toContain("secret");
    }
    routeThrough(deps);
  });

  test("the process answers whatever ails the rest", async () => {
    expect([getHealth().status, await getHealth().json()]).toEqual([200, { status: "ok" }]);
  });

  test("the metrics count what people do", async () => {
    await getReply("recommend", { body: { answers: exampleAnswers() } });
    const context = { requestId: randomUUID(), address: "127.0.0.1", isLocal: true };
    const reply = await requestContexts.run(context, () => getMetrics(new Request("http://localhost/metrics")));
    expect(reply.headers.get("content-type")).toContain("text/plain");
    const text = await reply.text();
    expect(text).toMatch(/^waymark_quizzes_total [1-9]/m);
    expect(text).toMatch(/^waymark_recommendations_total\{mode="hybrid"\} [1-9]/m);
  });
});

test("the metrics are for this machine, or for whoever has the token", async () => {
  const from = (isLocal: boolean, authorization: string | null, token?: string): boolean =>
    requestContexts.run({ requestId: "r", address: "127.0.0.1", isLocal }, () => mayReadMetrics(authorization, token));
  expect(from(true, null)).toBe(true);
  expect(from(false, null)).toBe(false);
  expect(from(false, `Bearer ${TOKEN}`, TOKEN)).toBe(true);
  expect(from(true, null, TOKEN)).toBe(false);
  for (const wrong of ["Bearer ", "Bearer a token", `Basic ${TOKEN}`, `Bearer ${TOKEN}x`]) {
    expect(from(true, wrong, TOKEN)).toBe(false);
  }
  expect(mayReadMetrics(null, undefined)).toBe(false);
  const refused = await getMetrics(new Request("http://localhost/metrics"));
  expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
});
