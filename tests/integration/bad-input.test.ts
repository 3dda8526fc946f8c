import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { type CallInput, callApi, getProblem, getReply, type OperationName } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers, withAnswer } from "./example-answers";

const CAREER = "15-1252.00";
const answers = exampleAnswers();
const at = (questionId: string): number => answers.findIndex((answer) => answer.questionId === questionId);
const rest = (questionId: string) => answers.filter((answer) => answer.questionId !== questionId);
const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** What is wrong, the answers, the field to be named and words that say what is allowed. */
const BAD_ANSWERS: [string, unknown, string, RegExp][] = [
  ["no answers", [], "answers", /exactly 19 answers/],
  ["18 answers", rest("helping"), "answers", /"helping" is missing/],
  ["20 answers", [...answers, { questionId: "luck", value: 3 }], "answers[19].questionId", /no question "luck"/],
  ["a duplicate", [...answers, { questionId: "verbal", value: 3 }], "answers[19].questionId", /answered twice/],
  ["one twice, one not", [...rest("helping"), { questionId: "verbal", value: 3 }], "answers", /"helping" is missing/],
  [
    "an unknown question",
    [...rest("verbal"), { questionId: "nonsense", value: 3 }],
    "answers[18].questionId",
    /nonsense/,
  ],
  [
    "a question named __proto__",
    [...rest("verbal"), { questionId: "__proto__", value: 3 }],
    "answers[18].questionId",
    /__proto__/,
  ],
  ["a rating of 11", withAnswer("verbal", 11), `answers[${at("verbal")}].value`, /from 0 to 10/],
  ["a rating of -0.1", withAnswer("verbal", -0.1), `answers[${at("verbal")}].value`, /from 0 to 10/],
  ["a rating in words", withAnswer("verbal", "7"), `answers[${at("verbal")}].value`, /a number from 0 to 10/],
  ["a rating of null", withAnswer("verbal", null), `answers[${at("verbal")}].value`, /must be a number/],
  ["a rating of true", withAnswer("verbal", true), `answers[${at("verbal")}].value`, /must be a number/],
  ["a list of ratings", withAnswer("verbal", ["7"]), `answers[${at("verbal")}].value`, /a number from 0 to 10/],
  [
    "four values",
    withAnswer("values", ["achievement", "independence", "recognition", "support"]),
    `answers[${at("values")}].value`,
    /at most 3/,
  ],
  ["a value twice", withAnswer("values", ["support", "support"]), `answers[${at("values")}].value`, /once/],
  ["an unknown value", withAnswer("values", ["money"]), `answers[${at("values")}].value`, /one of achievement/],
  [
    "another schooling",
    withAnswer("schooling", "kindergarten"),
    `answers[${at("schooling")}].value`,
    /must be one of none/,
  ],
  ["100 kB of text", withAnswer("loves", "x".repeat(100_000)), `answers[${at("loves")}].value`, /at most 2000/],
  ["a number as text", withAnswer("loves", 5), `answers[${at("loves")}].value`, /a text/],
  ["an answer without value", [...rest("verbal"), { questionId: "verbal" }], "answers[18].value", /must be a number/],
  ["an answer without question", [...rest("verbal"), { value: 3 }], "answers[18].questionId", /expected string/],
  [
    "an answer with more",
    [...rest("verbal"), { questionId: "verbal", value: 3, weight: 2 }],
    "answers[18].weight",
    /weight/,
  ],
  ["an answer that is a number", [...rest("verbal"), 3], "answers[18]", /expected object/],
  ["an object of answers", { verbal: 3 }, "answers", /expected array/],
  ["answers of null", null, "answers", /expected array/],
];

/** Faults of one field of a recommend request. */
const BAD_OPTIONS: [string, Record<string, unknown>, string, RegExp][] = [
  ["alpha 2", { alpha: 2 }, "alpha", /<=1/],
  ["alpha -1", { alpha: -1 }, "alpha", />=0/],
  ["alpha in words", { alpha: "x" }, "alpha", /expected number/],
  ["alpha null", { alpha: null }, "alpha", /expected number/],
  ["top_n 0", { top_n: 0 }, "top_n", />=1/],
  ["top_n 51", { top_n: 51 }, "top_n", /<=50/],
  ["top_n 1.5", { top_n: 1.5 }, "top_n", /expected int/],
  ["top_n 1e300", { top_n: 1e300 }, "top_n", /int|<=/],
  ["diversity in words", { diversity: "yes" }, "diversity", /expected boolean/],
  ["a weight of 2", { weights: { salary: 2 } }, "weights.salary", /<=1/],
  ["an unknown weight", { weights: { luck: 1 } }, "weights.luck", /luck/],
  ["an unknown field", { topn: 5 }, "topn", /topn/],
  ["answers as well", { answers }, "sessionId", /either sessionId or answers/],
  ["a session that is no id", { sessionId: "1 OR 1=1" }, "sessionId", /UUID/],
  ["a session of a NUL", { sessionId: "\0" }, "sessionId", /UUID/],
];

const OVERSIZED = JSON.stringify({ answers: withAnswer("loves", "x".repeat(256 * 1024)) });

/** Faults of the message itself. */
const BAD_MESSAGES: [string, CallInput, number, RegExp][] = [
  ["malformed JSON", { rawBody: '{"answers": [' }, 400, /not valid JSON/],
  ["an empty body", { rawBody: "" }, 400, /not valid JSON/],
  ["no body", {}, 400, /not valid JSON/],
  ["bytes that are no text", { rawBody: Uint8Array.from([0xff, 0xfe, 0x00, 0xc3, 0x28]) }, 400, /not valid JSON/],
  ["a form", { rawBody: "answers=1", contentType: "application/x-www-form-urlencoded" }, 415, /application\/json/],
  ["plain text", { rawBody: "{}", contentType: "text/plain" }, 415, /application\/json/],
  ["a type that only starts so", { rawBody: "{}", contentType: "application/jsonp" }, 415, /application\/json/],
  ["no content type", { rawBody: new TextEncoder().encode("{}"), contentType: null }, 415, /application\/json/],
  ["more than 256 kB", { rawBody: OVERSIZED }, 413, /262144 bytes/],
];

describe.each(ENGINES)("bad input (%s database)", (engine) => {
  let deps: Deps;
  let sessionId: string;
  let before: Record<string, number>;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    ({ sessionId } = await getReply("submitQuiz", { body: { answers } }));
    before = await countRows(deps);
  });
  afterAll(() => deps.close());

  async function expectRefused(name: OperationName, input: CallInput, field: string, words: RegExp): Promise<void> {
    const problem = await getProblem(name, input);
    expect(problem.status).toBe(400);
    expect(problem.errors?.map((error) => error.field)).toContain(field);
    expect(problem.errors?.find((error) => error.field === field && words.test(error.message))).toBeDefined();
    expect(await countRows(deps)).toEqual(before);
  }

  test.each(BAD_ANSWERS)("%s: refused by name, nothing stored", async (_, faulty, field, words) => {
    await expectRefused("submitQuiz", { body: { answers: faulty } }, field, words);
    await expectRefused("recommend", { body: { answers: faulty } }, field, words);
  });

  test.each(BAD_OPTIONS)("%s: refused by name, nothing stored", async (_, options, field, words) => {
    await expectRefused("recommend", { body: { sessionId, ...options } }, field, words);
  });

  test("neither session nor answers: refused", async () => {
    await expectRefused("recommend", { body: {} }, "sessionId", /either sessionId or answers/);
    await expectRefused("submitQuiz", { body: {} }, "answers", /expected array/);
    for (const body of [null, [], 3, "text", true])
      await expectRefused("submitQuiz", { body }, "body", /expected object/);
  });

  test.each(BAD_MESSAGES)("%s: refused by every endpoint that takes a body", async (_, input, status, words) => {
    for (const name of ["submitQuiz", "recommend", "saveCareer", "viewCareer"] as const) {
      const problem = await getProblem(name, input);
      expect(problem.status).toBe(status);
      expect(problem.detail).toMatch(words);
    }
    expect(await countRows(deps)).toEqual(before);
  });

  test.each<[string, OperationName, CallInput, string]>([
    ["a career code without its end", "getCareer", { params: { code: "15-1252" } }, "code"],
    ["a career code of SQL", "listSimilarCareers", { params: { code: "' OR 1=1 --" } }, "code"],
    ["a session that is no id", "getResults", { params: { sessionId: "latest" } }, "sessionId"],
    ["limit 0", "listCareers", { query: { limit: 0 } }, "limit"],
    ["limit 51", "searchCareers", { query: { q: "nurse", limit: 51 } }, "limit"],
    ["limit in words", "listSimilarCareers", { params: { code: CAREER }, query: { limit: "all" } }, "limit"],
    ["an unknown sort", "listCareers", { query: { sort: "luck" } }, "sort"],
    ["an unknown schooling", "listCareers", { query: { schooling: "some" } }, "schooling"],
    ["a negative wage", "listCareers", { query: { wage_min: -1 } }, "wage_min"],
    ["no query", "searchCareers", {}, "q"],
    ["a blank query", "searchCareers", { query: { q: " \t\n" } }, "q"],
    ["a query of 501 letters", "searchCareers", { query: { q: "x".repeat(501) } }, "q"],
    ["a NUL in the query", "searchCareers", { query: { q: "nurse\0" } }, "q"],
    ["a NUL in the cluster", "listCareers", { query: { cluster: "\0" } }, "cluster"],
    ["a negative view", "viewCareer", { body: { careerCode: CAREER, durationSeconds: -1 } }, "durationSeconds"],
    ["a view of two days", "viewCareer", { body: { careerCode: CAREER, durationSeconds: 172_800 } }, "durationSeconds"],
    ["a saved career of SQL", "saveCareer", { body: { careerCode: '\'; DROP TABLE "User"; --' } }, "careerCode"],
  ])("%s: refused by name", async (_, name, input, field) => {
    const body = input.body === undefined ? {} : { body: { sessionId, ...input.body } };
    await expectRefused(name, { ...input, ...body }, field, /./);
  });

  test("keys named __proto__ and constructor change nothing and reach nothing", async () => {
    const body = JSON.stringify({ sessionId, top_n: 3 });
    for (const key of ["__proto__", "constructor", "prototype"]) {
      const rawBody = `${body.slice(0, -1)},"${key}":{"alpha":0,"isAdmin":true}}`;
      const { status, json } = await callApi("recommend", { rawBody });
      if (status === 200) expect(json).toMatchObject({ alpha: 0.7 });
      else expect(status).toBe(400);
    }
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    before = await countRows(deps);
  });

  test("deep nesting is refused like any other wrong value", async () => {
    for (const rawBody of [
      deep(100_000),
      `{"answers":${deep(100_000)}}`,
      `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
    ]) {
      expect((await getProblem("submitQuiz", { rawBody })).status).toBe(400);
    }
    expect(await countRows(deps)).toEqual(before);
  });

  test("a body of 100,000 faults is not answered with 100,000 sentences", async () => {
    const reply = await callApi("submitQuiz", { rawBody: `{"answers":[${"0,".repeat(100_000)}0]}` });
    expect(reply.status).toBe(400);
    expect(reply.text.length).toBeLessThan(20_000);
  });
});
