import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findQuizSession } from "@/lib/db/quiz-sessions";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getReply } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const TEXTS: [string, string, string?][] = [
  ["nothing", ""],
  ["emoji", "I ❤️ 👩‍🚒 and 🛠️🏍️"],
  ["right-to-left text", "أحب إصلاح المحركات ‏\u202eabc"],
  ["HTML", '<script>alert(1)</script><img src=x onerror="alert(2)">'],
  ["SQL", "'); DROP TABLE \"Career\"; -- $1 \\'; SELECT 1"],
  ["JSON and escapes", '{"a":"\\u0000"} \\ \\\\ \\x00 %00 %s {topic} $1'],
  ["2,000 letters without a space", "a".repeat(2000)],
  ["2,000 characters of every kind", "Ω≈ç√∫˜µ≤≥÷ ｶﾞ ß\u0301\u200b\ufeff".repeat(80).slice(0, 2000)],
  ["control characters", "a\tb\nc\rd\u0001e\u007ff\u0085g"],
  ["a NUL character", "fixing\0 engines", "fixing engines"],
  ["half a surrogate pair", "engines \ud83d", "engines \ufffd"],
  ["the other half", "\udee0 engines", "\ufffd engines"],
];

describe.each(ENGINES)("free text (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  test.each(TEXTS)(
    "%s is accepted, stored as written and never part of a sentence of ours",
    async (_, text, stored = text) => {
      const careers = (await countRows(deps)).Career;
      // Sent as escapes, which is how a half pair or a NUL survives the way.
      const rawBody = JSON.stringify({ answers: exampleAnswers({ freeText: text }), top_n: 10 });
      const reply = await callApi("recommend", { rawBody });
      expect(reply.status).toBe(200);
      expect(reply.contentType).toBe("application/json");
      const { sessionId } = reply.json as { sessionId: string };
      const session = await findQuizSession(deps.db, sessionId);
      expect(session?.answers.find((answer) => answer.questionId === "loves")?.value).toBe(stored);
      const results = await getReply("getResults", { params: { sessionId } });
      expect(results.recommendations).toHaveLength(10);
      for (const row of results.recommendations) {
        expect(Number.isFinite(row.score)).toBe(true);
        if (text.length > 10) expect(JSON.stringify(row.explanation)).not.toContain(text);
      }
      expect((await countRows(deps)).Career).toBe(careers);
    },
  );

  test("a text moves the list towards what it is about", async () => {
    const listCareers = async (freeText: string) => {
      const body = {
        answers: exampleAnswers({ freeText, ratings: () => 5 }),
        top_n: 10,
        diversity: false,
        weights: {},
      };
      const reply = await getReply("recommend", { body });
      return reply.recommendations.map((row) => row.career).join(", ");
    };
    expect(await listCareers("I love fixing engines and motorcycles")).toMatch(/Mechanic|Repair/);
    expect(await listCareers("I love baking bread and decorating cakes")).toMatch(/Baker|Chef|Cook|Food/);
  });

  test("keyboard mashing is told as not understood, and says nothing about careers", async () => {
    const mashed = await getReply("recommend", {
      body: { answers: exampleAnswers({ freeText: "qwzxv jkqzp xqzvw" }) },
    });
    const silent = await getReply("recommend", { body: { answers: exampleAnswers({ freeText: "" }) } });
    expect(mashed.warnings.map((warning) => warning.code)).toContain("text_not_understood");
    expect(mashed.recommendations.map((row) => row.score)).toEqual(silent.recommendations.map((row) => row.score));
  });
});
