import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { API } from "@/lib/contracts/api";
import { type RecommendReply, RecommendReplySchema } from "@/lib/contracts/results";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getProblem, getReply } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

function expectRankedSlate({ recommendations }: RecommendReply): void {
  for (const [at, row] of recommendations.entries()) {
    expect(row.rank).toBe(at + 1);
    expect(row.score).toBeLessThanOrEqual(recommendations[at - 1]?.score ?? 100);
    // Both are rounded to cents of a point, so that what a person adds up is what they read.
    expect(Math.abs(sum(Object.values(row.parts)) - row.score)).toBeLessThan(0.005);
    expect(row.explanation.for.length + row.explanation.against.length).toBeGreaterThan(0);
    for (const sentence of Object.values(row.explanation).flat()) expect(sentence).not.toMatch(/\{\w+\}|undefined|NaN/);
  }
  expect(new Set(recommendations.map((row) => row.code)).size).toBe(recommendations.length);
  expect(new Set(recommendations.map((row) => row.recommendationId)).size).toBe(recommendations.length);
}

describe.each(ENGINES)("recommendations (%s database)", (engine) => {
  let deps: Deps;
  let sessionId: string;
  let clusterCount: number;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    ({ sessionId } = await getReply("submitQuiz", { body: { answers: exampleAnswers() } }));
    clusterCount = (await getReply("listClusters")).clusters.length;
  });
  afterAll(() => deps.close());

  test("five careers of five clusters come back in order of their scores, whose parts add up", async () => {
    const { status, json } = await callApi("recommend", { body: { sessionId } });
    expect(status).toBe(200);
    const reply = RecommendReplySchema.parse(json);
    expect(reply).toMatchObject({ sessionId, mode: "hybrid", alpha: 0.7, diversity: true, ml_ranking_applied: false });
    expect(reply.recommendations).toHaveLength(5);
    expect(new Set(reply.recommendations.map((row) => row.clusterId)).size).toBe(5);
    expectRankedSlate(reply);
    for (const row of reply.recommendations) expect(row.embedding_similarity).not.toBeNull();
  });

  test("a reply holds nothing that its contract does not name", async () => {
    const recommend = await callApi("recommend", { body: { sessionId, details: true } });
    expect(RecommendReplySchema.parse(recommend.json)).toEqual(recommend.json);
    const results = await callApi("getResults", { params: { sessionId } });
    expect(API.getResults.reply.parse(results.json)).toEqual(results.json);
  });

  test("the list comes back as it was stored", async () => {
    const body = { sessionId, top_n: 7, alpha: 0.4, weights: { growth: 0.3 }, diversity: false, details: true };
    const shown = await getReply("recommend", { body });
    const { createdAt, previousSessionId, ...stored } = await getReply("getResults", { params: { sessionId } });
    expect(stored).toEqual(shown);
    expect(previousSessionId).toBeNull();
    expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(3_600_000);
  });

  test("a quiz that nobody has seen results of gets its first list, and the same one again", async () => {
    const quiz = await getReply("submitQuiz", { body: { answers: exampleAnswers() } });
    const first = await getReply("getResults", { params: { sessionId: quiz.sessionId } });
    expect(first.recommendations).toHaveLength(5);
    const before = await countRows(deps);
    expect(await getReply("getResults", { params: { sessionId: quiz.sessionId } })).toEqual(first);
    expect(await countRows(deps)).toEqual(before);
  });

  test("equal answers give the equal list, however they are sent", async () => {
    const answers = exampleAnswers();
    const withoutIds = (reply: RecommendReply) => ({
      ...reply,
      sessionId: "",
      recommendations: reply.recommendations.map((row) => ({ ...row, recommendationId: "" })),
    });
    const bySession = await getReply("recommend", { body: { sessionId } });
    const byAnswers = await getReply("recommend", { body: { answers } });
    const reversed = await getReply("recommend", { body: { answers: answers.toReversed() } });
    expect(withoutIds(byAnswers)).toEqual(withoutIds(bySession));
    expect(withoutIds(reversed)).toEqual(withoutIds(bySession));
  });

  test.each([1, 2, 5, 12, 49, 50])("top_n %i gives so many careers, as far as there are clusters", async (topN) => {
    const diverse = await getReply("recommend", { body: { sessionId, top_n: topN } });
    expect(diverse.recommendations).toHaveLength(Math.min(topN, clusterCount));
    expect(new Set(diverse.recommendations.map((row) => row.clusterId)).size).toBe(diverse.recommendations.length);
    expectRankedSlate(diverse);
    const all = await getReply("recommend", { body: { sessionId, top_n: topN, diversity: false } });
    expect(all.recommendations).toHaveLength(topN);
    expectRankedSlate(all);
    // The best career of a cluster is the best wherever it is listed.
    expect(all.recommendations[0]?.code).toBe(diverse.recommendations[0]?.code);
  });

  test("alpha 0 scores by ability alone and alpha 1 by embedding alone", async () => {
    const neutral = { salary: 0, growth: 0, schooling: 0, ai: 0, balance: 0, values: 0 };
    for (const [alpha, silent, heard] of [
      [0, "embedding", "ability"],
      [1, "ability", "embedding"],
    ] as const) {
      const reply = await getReply("recommend", { body: { sessionId, alpha, weights: neutral } });
      expect(reply.alpha).toBe(alpha);
      for (const row of reply.recommendations) {
        expect(row.parts[silent]).toBe(0);
        expect(row.parts[heard]).toBe(row.score);
      }
      expectRankedSlate(reply);
    }
  });

  test("a weight is told in the reply and seen in the parts", async () => {
    const plain = await getReply("recommend", { body: { sessionId, weights: {}, top_n: 10, diversity: false } });
    const paid = await getReply("recommend", {
      body: { sessionId, weights: { salary: 1 }, top_n: 10, diversity: false, details: true },
    });
    expect(paid.weights).toEqual({ salary: 1, growth: 0, schooling: 0, ai: 0, balance: 0, values: 0 });
    expect(plain.recommendations.every((row) => row.parts.salary === 0)).toBe(true);
    expect(paid.recommendations.some((row) => row.parts.salary !== 0)).toBe(true);
    const wage = (reply: RecommendReply) =>
      sum(
        reply.recommendations.map(({ salary_range: range }) => {
          const median = range?.median ?? 0;
          return range?.period === "hour" ? median * 2080 : median;
        }),
      );
    expect(wage(paid)).toBeGreaterThan(wage(plain));
    expectRankedSlate(paid);
  });

  test("every weight from none to full keeps scores within 0 and 100", async () => {
    const names = ["salary", "growth", "schooling", "ai", "balance", "values"];
    for (const weight of [0, 0.01, 1]) {
      const weights = Object.fromEntries(names.map((name) => [name, weight]));
      for (const alpha of [0, 0.5, 1]) {
        expectRankedSlate(await getReply("recommend", { body: { sessionId, alpha, weights, top_n: 20 } }));
      }
    }
  });

  test("an unknown session is not found, by reading or recommending", async () => {
    const unknown = crypto.randomUUID();
    for (const problem of [
      await getProblem("recommend", { body: { sessionId: unknown } }),
      await getProblem("getResults", { params: { sessionId: unknown } }),
    ]) {
      expect(problem.status).toBe(404);
      expect(problem.errors?.[0]?.field).toBe("sessionId");
    }
  });

  test("details add all 15 gaps, largest first, and only when asked for", async () => {
    const bare = await getReply("recommend", { body: { sessionId } });
    for (const row of bare.recommendations) expect([row.facts, row.gaps]).toEqual([undefined, undefined]);
    const full = await getReply("recommend", { body: { sessionId, details: true } });
    for (const { gaps = [], facts } of full.recommendations) {
      const sizes = gaps.map((gap) => Math.abs(gap.you - gap.career));
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      expect(new Set(gaps.map((gap) => gap.dimension)).size).toBe(15);
      expect(facts?.abilityVector).toHaveLength(15);
    }
  });
});
