import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getOpenApi } from "@/app/api/v1/openapi.json/route";
import { API } from "@/lib/contracts/api";
import type { Operation } from "@/lib/contracts/operation";
import type { Deps } from "@/lib/use-cases/deps";
import { makeTokens, type Tokens, toAccountCalls } from "./account-calls";
import { toAdminCalls } from "./admin-calls";
import { toApplicationCalls } from "./application-calls";
import { type CallInput, callApi, type OperationName, toCookie } from "./call-api";
import { ENGINES, openTestDeps, routeThrough } from "./each-engine";
import { type HiringSubject, makeHiringSubject, toEmployerCalls } from "./employer-calls";
import { exampleAnswers } from "./example-answers";
import { makeJob, toJobCalls } from "./job-calls";
import { makeAccount } from "./make-account";
import { toSavedCalls } from "./saved-calls";
import { toTrackingCalls } from "./tracking-calls";
import { toTrustCalls } from "./trust-calls";

const CODE = "15-1252.00";
const UNKNOWN_CODE = "99-9999.99";
const API_DIR = path.join(process.cwd(), "app", "api", "v1");
const NAMES = Object.keys(API) as OperationName[];
const answers = exampleAnswers();
const unknownId = crypto.randomUUID();

type Document = { paths: Record<string, Record<string, DocumentedOperation>> };
type DocumentedOperation = { operationId: string; responses: Record<string, { content: Record<string, unknown> }> };

/** What the calls are about: a quiz, the guest who took it, the first career that they were shown, and accounts. */
type Subject = { sessionId: string; cookie: string; recommendationId: string; admin: string; member: string } & Tokens &
  HiringSubject & { seekersJobId: string };

/** Every call whose reply is checked: the status that it must have is the key. */
function toCalls(subject: Subject): Record<OperationName, [number, CallInput][]> {
  const { sessionId } = subject;
  const bodyFaults: [number, CallInput][] = [
    [400, { body: { nonsense: 1 } }],
    [400, { rawBody: "{" }],
    [413, { rawBody: `"${"x".repeat(300_000)}"` }],
    [415, { rawBody: "{}", contentType: "text/plain" }],
  ];
  const about = (id: string, careerCode: string): CallInput => ({ body: { sessionId: id, careerCode } });
  const saves: [number, CallInput][] = [
    [200, about(sessionId, CODE)],
    [404, about(unknownId, CODE)],
    [404, about(sessionId, UNKNOWN_CODE)],
    ...bodyFaults,
  ];
  return {
    getQuizQuestions: [[200, {}]],
    submitQuiz: [[200, { body: { answers } }], [400, { body: { answers: [] } }], ...bodyFaults],
    recommend: [
      [200, { body: { sessionId } }],
      [200, { body: { answers, details: true, top_n: 50, diversity: false, alpha: 0, weights: { ai: 1 } } }],
      [404, { body: { sessionId: unknownId } }],
      [400, { body: { sessionId, alpha: 2 } }],
      ...bodyFaults,
    ],
    getResults: [
      [200, { params: { sessionId } }],
      [400, { params: { sessionId: "x" } }],
      [404, { params: { sessionId: unknownId } }],
    ],
    saveCareer: saves,
    viewCareer: saves,
    listCareers: [
      ...(["title", "salary", "growth", "openings"] as const).map((sort): [number, CallInput] => [
        200,
        { query: { sort, limit: 50 } },
      ]),
      [400, { query: { cursor: "x" } }],
    ],
    searchCareers: [
      [200, { query: { q: "engines", limit: 50 } }],
      [200, { query: { q: "🙂" } }],
      [400, {}],
    ],
    listClusters: [[200, {}]],
    getCareer: [
      [200, { params: { code: CODE } }],
      [400, { params: { code: "x" } }],
      [404, { params: { code: UNKNOWN_CODE } }],
    ],
    listSimilarCareers: [
      [200, { params: { code: CODE }, query: { limit: 50 } }],
      [400, { params: { code: CODE }, query: { limit: 0 } }],
      [404, { params: { code: UNKNOWN_CODE } }],
    ],
    ...toJobCalls(subject, bodyFaults),
    ...toTrackingCalls(subject, bodyFaults),
    ...toSavedCalls(subject, bodyFaults),
    ...toAccountCalls(subject, bodyFaults),
    ...toAdminCalls(subject, bodyFaults),
    ...toTrustCalls(subject, bodyFaults),
    ...toEmployerCalls(subject, bodyFaults),
    ...toApplicationCalls(subject, bodyFaults),
  };
}

const toFirstId = (reply: unknown): string =>
  (reply as { recommendations: { recommendationId: string }[] }).recommendations[0]?.recommendationId ?? "";

test("every operation has a route file with its method, and every route file its operation", async () => {
  const files = await readdir(API_DIR, { recursive: true });
  const routes = await Promise.all(
    files
      .filter((file) => path.basename(file) === "route.ts")
      .map(async (file) => {
        const code = await readFile(path.join(API_DIR, file), "utf8");
        const place = path
          .dirname(file)
          .split(path.sep)
          .join("/")
          .replace(/\[(\w+)\]/g, "{$1}");
        const methods = [...code.matchAll(/^export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/gm)];
        return methods.map(([, method = ""]) => `${method.toLowerCase()} /${place}`);
      }),
  );
  const operations = Object.values<Operation>(API).map(({ method, path: place }) => `${method} ${place}`);
  // The description of the API is not a part of what it describes.
  expect(routes.flat().toSorted()).toEqual([...operations, "get /openapi.json"].toSorted());
});

describe.each(ENGINES)("the documented API (%s database)", (engine) => {
  let deps: Deps;
  let empty: Deps;
  let document: Document;
  let ajv: Ajv2020;
  let calls: Record<OperationName, [number, CallInput][]>;

  beforeAll(async () => {
    document = (await getOpenApi().json()) as Document;
    // A description is prose for people too: strict mode would refuse OpenAPI's own words.
    ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema(document, "api");
    empty = await openTestDeps(engine, { isSeeded: false });
    deps = await openTestDeps(engine);
    calls = toCalls(await makeSubject(deps));
  });
  afterAll(async () => {
    await deps.close();
    await empty.close();
  });

  /** While the catalogue is empty nobody can be shown anything. */
  async function makeSubject(database: Deps): Promise<Subject> {
    const quiz = await callApi("submitQuiz", { body: { answers } });
    const { sessionId } = quiz.json as { sessionId: string };
    const shown = await callApi("recommend", { body: { sessionId } });
    const recommendationId = shown.status === 200 ? toFirstId(shown.json) : unknownId;
    const { accessToken: admin } = await makeAccount(database, "admin");
    const { accessToken: member } = await makeAccount(database, "member");
    const accounts = { admin, member, ...(await makeTokens()), ...(await makeHiringSubject(database)) };
    const seekersJobId = await makeJob(database);
    return { sessionId, cookie: toCookie(quiz) ?? "", recommendationId, seekersJobId, ...accounts };
  }

  function expectDocumented(name: OperationName, reply: Awaited<ReturnType<typeof callApi>>): void {
    const { method, path: place, mediaType }: Operation = API[name];
    const isSuccess = reply.status < 300;
    const isFile = isSuccess && mediaType !== undefined;
    const type = isSuccess ? (mediaType ?? "application/json") : "application/problem+json";
    // The documentation names types without how their text is written.
    expect(reply.contentType.replace(/; charset=utf-8$/, "")).toBe(type);
    const documented = document.paths[`/api/v1${place}`]?.[method];
    expect(documented?.operationId).toBe(name);
    expect(Object.keys(documented?.responses ?? {})).toContain(String(reply.status));
    expect(reply.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(documented?.responses[reply.status]?.content).toHaveProperty([type]);
    // A file has a type and no schema.
    if (isFile) return;
    const toToken = (key: string) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
    const keys = ["paths", `/api/v1${place}`, method, "responses", String(reply.status), "content", type, "schema"];
    const validate = ajv.getSchema(`api#/${keys.map(toToken).join("/")}`);
    validate?.(reply.json);
    expect(validate?.errors ?? null).toBeNull();
    expect(validate).toBeDefined();
    if (!isSuccess) expect(reply.json).toMatchObject({ status: reply.status });
  }

  test.each(NAMES)("%s replies as documented", async (name) => {
    for (const [status, input] of calls[name]) {
      const reply = await callApi(name, input);
      expect([status, reply.text.slice(0, 200)]).toEqual([reply.status, expect.any(String)]);
      expectDocumented(name, reply);
    }
  });

  test("a career of each kind of record replies as documented", async () => {
    const careers = await deps.db.career.findMany({ select: { code: true }, orderBy: { code: "asc" } });
    for (const { code } of careers.filter((_, at) => at % 9 === 0)) {
      expectDocumented("getCareer", await callApi("getCareer", { params: { code } }));
    }
  });

  test.each(NAMES)("%s, while the catalogue is still empty, replies as documented", async (name) => {
    routeThrough(empty);
    try {
      for (const [, input] of toCalls(await makeSubject(empty))[name]) {
        const reply = await callApi(name, input);
        expect(reply.status).not.toBe(500);
        expectDocumented(name, reply);
      }
    } finally {
      routeThrough(deps);
    }
  });

  test("the document names every operation once and no problem is left unexplained", () => {
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map((operation) => operation.operationId),
    );
    expect(ids.toSorted()).toEqual(NAMES.toSorted());
  });
});
