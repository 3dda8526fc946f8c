import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { openDatabase } from "@/lib/db/open";
import { QUESTIONS } from "@/lib/engine/profile/questions";
import { type OwnServer, startOwnServer } from "./own-server";

const EMAIL = "ada.private@example.org";
const PASSWORD = "a password of hers alone";
const LOVES = "breeding rare axolotls";
const SEARCH = "axolotl whisperer";

const answers = QUESTIONS.map((question, i) => {
  if (question.kind === "rating") return { questionId: question.id, value: (i * 3) % 11 };
  if (question.kind === "multi") return { questionId: question.id, value: [] };
  if (question.kind === "text") return { questionId: question.id, value: LOVES };
  return { questionId: question.id, value: question.id === "schooling" ? "any" : "equal" };
});

type Span = { name: string; parentSpanId?: string; traceId: string; attributes: { key: string }[] };

/** Takes what an OpenTelemetry collector would. */
async function startCollector(): Promise<{ server: Server; url: string; spans: () => Span[]; text: () => string }> {
  let text = "";
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    text += body;
    for (const resource of JSON.parse(body).resourceSpans) {
      for (const scope of resource.scopeSpans) spans.push(...scope.spans);
    }
    response.setHeader("content-type", "application/json").end("{}");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, url, spans: () => spans, text: () => text };
}

test.describe.configure({ mode: "serial" });

test.describe("a running server", () => {
  let dataDir: string;
  let server: OwnServer;
  let collector: Awaited<ReturnType<typeof startCollector>>;

  test.beforeAll(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-ops-"));
    collector = await startCollector();
    server = await startOwnServer({
      WAYMARK_DATA: dataDir,
      RATE_LIMIT_SCALE: "0.05",
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_SERVICE_NAME: "waymark-test",
    });
  });
  test.afterAll(async () => {
    await server.stop("SIGKILL");
    collector.server.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const post = (place: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/v1/${place}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  const get = async (
    place: string,
    init?: RequestInit,
  ): Promise<{ status: number; headers: Headers; text: string }> => {
    const reply = await fetch(`${server.url}${place}`, init);
    return { status: reply.status, headers: reply.headers, text: await reply.text() };
  };
  const linesOf = () =>
    server
      .output()
      .split("\n")
      .filter((line) => line.startsWith("{"));
  const requestsOf = () =>
    linesOf()
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === "request");

  test("neither logs nor traces hold anything personal, and each request is one line", async () => {
    const registered = await post("auth/register", { email: EMAIL, password: PASSWORD });
    expect(registered.status).toBe(201);
    const { accessToken, refreshToken } = await registered.json();
    const headers = { authorization: `Bearer ${accessToken}` };
    const quiz = await (await post("results/recommend", { answers }, headers)).json();
    await (await post("auth/login", { email: EMAIL, password: "wrong but secret" })).text();
    await get(`/careers?q=${encodeURIComponent(SEARCH)}`);
    await get(`/api/v1/careers/search?q=${encodeURIComponent(SEARCH)}`, { headers });
    await get(`/${EMAIL}`);
    await get("/api/v1/quiz/submit", { method: "POST", body: LOVES, headers });

    await expect.poll(() => requestsOf().length).toBe(7);
    expect(requestsOf().map(({ method, route, status, user }) => [method, route, status, user])).toEqual([
      ["POST", "/api/v1/auth/register", 201, "nobody"],
      ["POST", "/api/v1/results/recommend", 200, "member"],
      ["POST", "/api/v1/auth/login", 401, "nobody"],
      ["GET", "/careers", 200, "nobody"],
      ["GET", "/api/v1/careers/search", 200, "member"],
      ["GET", "unmatched", 404, "nobody"],
      ["POST", "/api/v1/quiz/submit", 415, "member"],
    ]);
    const secrets = [EMAIL, "ada.private", PASSWORD, "wrong but secret", LOVES, "axolotl", accessToken, refreshToken];
    for (const secret of [...secrets, quiz.sessionId, "127.0.0.1", "::1"]) {
      expect(linesOf().filter((line) => line.includes(secret))).toEqual([]);
    }

    await expect
      .poll(() => collector.spans().some(({ name }) => name === "post /results/recommend"), { timeout: 15_000 })
      .toBe(true);
    const [useCase] = collector.spans().filter(({ name }) => name === "post /results/recommend");
    const sameTrace = collector.spans().filter(({ traceId }) => traceId === useCase?.traceId);
    expect(useCase?.parentSpanId).toBeTruthy();
    expect(sameTrace.some(({ name }) => name === "POST /api/v1/results/recommend")).toBe(true);
    expect(sameTrace.some(({ name }) => /^(INSERT|WITH|SELECT)/.test(name))).toBe(true);
    expect(collector.text()).toContain("waymark-test");
    for (const secret of [...secrets, quiz.sessionId, encodeURIComponent(SEARCH)]) {
      expect(collector.text().includes(secret), secret).toBe(false);
    }
  });

  test("made-up addresses do not evade the limit of logins", async () => {
    const logIn = (i: number) =>
      post("auth/login", { email: `p${i}@example.org`, password: "wrong" }, { "x-forwarded-for": `203.0.113.${i}` });
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await logIn(i)).status);
    // 120 times 0.05 is 6, two of which the test above used.
    expect(statuses).toEqual([...Array(4).fill(401), ...Array(8).fill(429)]);
    const refused = await logIn(13);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
  });

  test("the metrics are for this machine alone, and know routes, not what was asked for", async () => {
    for (let i = 0; i < 20; i++) await get(`/made-up-${i}`);
    const { text } = await get("/metrics");
    expect(text).toContain(
      'http_request_duration_seconds_count{method="POST",route="/api/v1/auth/login",status="429"} 9',
    );
    expect(text).toContain('waymark_logins_total{outcome="refused"} 5');
    expect(text).toContain('waymark_rate_limited_total{limit="auth"} 9');
    expect(text).toContain("nodejs_eventloop_lag_seconds");
    expect(text).not.toContain("made-up");
    expect((await get("/metrics", { headers: { "x-forwarded-for": "127.0.0.1" } })).status).toBe(401);
  });

  test("a request id is ours, not the caller's", async () => {
    const { headers, text } = await get("/api/v1/careers/x", { headers: { "x-request-id": "chosen-by-somebody" } });
    const { requestId } = JSON.parse(text);
    expect(headers.get("x-request-id")).toBe(requestId);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    await expect.poll(() => requestsOf().map((line) => line.requestId)).toContain(requestId);
  });

  test("stopping sends the last traces, and ends with 0", async () => {
    const known = collector.spans().length;
    await get("/api/v1/careers/clusters");
    expect(await server.stop("SIGTERM")).toBe(0);
    expect(
      collector
        .spans()
        .slice(known)
        .some(({ name }) => name === "get /careers/clusters"),
    ).toBe(true);
    expect(server.output()).toContain('"msg":"stopped"');
  });
});

const databaseUrl = process.env.TEST_DATABASE_URL || undefined;

for (const engine of databaseUrl === undefined ? ["embedded"] : ["embedded", "server"]) {
  test(`a server that is told to stop loses nothing that it acknowledged (${engine} database)`, async () => {
    test.setTimeout(180_000);
    const dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-stop-"));
    const database = engine === "server" && databaseUrl !== undefined ? await makeDatabase(databaseUrl) : null;
    const env = { WAYMARK_DATA: dataDir, DATABASE_URL: database?.url ?? "", RATE_LIMIT_SCALE: "0", LOG_LEVEL: "warn" };
    try {
      const acknowledged = { sessions: [] as string[], events: [] as string[] };
      for (let round = 0; round < 2; round++) {
        const server = await startOwnServer(env);
        const load = keepWriting(server.url, acknowledged);
        await expect.poll(() => acknowledged.events.length, { timeout: 30_000 }).toBeGreaterThan(20 * (round + 1));
        expect(await server.stop("SIGTERM")).toBe(0);
        await load;
      }
      const { db, close } = await openDatabase({ databaseUrl: database?.url, dataDir });
      try {
        const { sessions, events } = acknowledged;
        expect(await db.quizSession.count({ where: { id: { in: sessions } } })).toBe(sessions.length);
        expect(await db.interaction.count({ where: { id: { in: events } } })).toBe(events.length);
        expect(events.length).toBeGreaterThan(40);
      } finally {
        await close();
      }
    } finally {
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
}

/** Several callers take quizzes and click, each as soon as it was answered, until nobody answers. Only whole answers count. */
async function keepWriting(url: string, acknowledged: { sessions: string[]; events: string[] }): Promise<void> {
  const send = async (place: string, body: unknown): Promise<Record<string, never>> => {
    const headers = { "content-type": "application/json" };
    const reply = await fetch(`${url}/api/v1/${place}`, { method: "POST", headers, body: JSON.stringify(body) });
    expect([200, 202]).toContain(reply.status);
    return reply.json();
  };
  const write = async (): Promise<void> => {
    for (;;) {
      const { sessionId, recommendations } = (await send("results/recommend", { answers })) as unknown as {
        sessionId: string;
        recommendations: { recommendationId: string }[];
      };
      acknowledged.sessions.push(sessionId);
      for (const { recommendationId } of recommendations) {
        const eventId = crypto.randomUUID();
        await send(`recommendations/interact/${recommendationId}`, { interaction_type: "click", eventId });
        acknowledged.events.push(eventId);
      }
    }
  };
  const endings = await Promise.allSettled(Array.from({ length: 4 }, write));
  // The end of a connection is how it ends, never an error that the server sent.
  for (const ending of endings)
    expect(String((ending as PromiseRejectedResult).reason)).toMatch(/fetch failed|terminated/);
}

async function makeDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `waymark_stop_${crypto.randomUUID().replaceAll("-", "")}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
