import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getReply, toCookie } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const answers = exampleAnswers();
const times = <Result>(count: number, run: (at: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => run(at)));

describe.each(ENGINES)("many requests at once (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  test("20 first submits make 20 guests and 20 quizzes", async () => {
    const before = await countRows(deps);
    const replies = await times(20, () => callApi("submitQuiz", { body: { answers } }));
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200));
    expect(new Set(replies.map(toCookie)).size).toBe(20);
    const after = await countRows(deps);
    expect(after.User).toBe((before.User ?? 0) + 20);
    expect(after.QuizSession).toBe((before.QuizSession ?? 0) + 20);
  });

  test("20 submits with the cookie of a guest who was deleted bring nobody back: each is kept, by a guest of its own", async () => {
    const cookie = toCookie(await callApi("submitQuiz", { body: { answers } })) ?? "";
    const deleted = cookie.slice("waymark_guest=".length).split(".")[0] ?? "";
    await deps.db.user.deleteMany({ where: { id: deleted } });
    const before = await countRows(deps);
    const replies = await times(20, () => callApi("submitQuiz", { body: { answers }, cookie }));
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200));
    expect(new Set([cookie, ...replies.map(toCookie)]).size).toBe(21);
    expect(await deps.db.user.count({ where: { id: deleted } })).toBe(0);
    const after = await countRows(deps);
    expect(after.User).toBe((before.User ?? 0) + 20);
    expect(after.QuizSession).toBe((before.QuizSession ?? 0) + 20);
  });

  test("20 recommendations for one quiz all succeed, alike, each stored whole", async () => {
    const { sessionId } = await getReply("submitQuiz", { body: { answers } });
    deps.snapshot.current = null;
    const before = await countRows(deps);
    const replies = await times(20, () => getReply("recommend", { body: { sessionId } }));
    const lists = replies.map((reply) => reply.recommendations.map((row) => `${row.code} ${row.score}`).join());
    expect(new Set(lists).size).toBe(1);
    const after = await countRows(deps);
    expect(after.Slate).toBe((before.Slate ?? 0) + 20);
    expect(after.Impression).toBe((before.Impression ?? 0) + 100);
  });

  test("saves and their taking back, all at once, end without an error and with at most one row", async () => {
    const { sessionId } = await getReply("submitQuiz", { body: { answers } });
    const before = (await countRows(deps)).SavedCareer ?? 0;
    const save = (saved: boolean) => callApi("saveCareer", { body: { sessionId, careerCode: "15-1252.00", saved } });
    const mixed = await times(20, (at) => save(at % 2 === 0));
    expect(mixed.map((reply) => reply.status)).toEqual(Array(20).fill(200));
    await times(20, () => save(true));
    expect((await countRows(deps)).SavedCareer).toBe(before + 1);
  });

  test("reading, writing and searching go on side by side", async () => {
    const { sessionId } = await getReply("submitQuiz", { body: { answers } });
    const replies = await times(40, (at) => {
      if (at % 4 === 0) return callApi("searchCareers", { query: { q: "engines" } });
      if (at % 4 === 1) return callApi("getResults", { params: { sessionId } });
      if (at % 4 === 2) return callApi("viewCareer", { body: { sessionId, careerCode: "15-1252.00" } });
      return callApi("recommend", { body: { answers } });
    });
    expect(replies.map((reply) => reply.status)).toEqual(Array(40).fill(200));
  });

  test.runIf(engine === "server")("connections that the server cut are replaced, and no process ends", async () => {
    await times(10, () => callApi("listClusters"));
    await deps.db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    // Those that met a connection before it was seen to be cut may fail, but not the ones after them.
    await times(20, () => callApi("listClusters"));
    const replies = await times(20, () => callApi("listClusters"));
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200));
  });
});
