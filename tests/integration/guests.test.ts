import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { type ApiReply, callApi, getProblem, getReply, toCookie } from "./call-api";
import { countRows, ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const CAREER = "15-1252.00";
const toSessionId = (reply: ApiReply): string => (reply.json as { sessionId: string }).sessionId;

describe.each(ENGINES)("guests (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const submit = (cookie?: string): Promise<ApiReply> =>
    callApi("submitQuiz", { body: { answers: exampleAnswers() }, ...(cookie === undefined ? {} : { cookie }) });

  test("a first submit and first answers each make a guest, kept in a signed cookie out of reach of scripts", async () => {
    const before = await countRows(deps);
    for (const reply of [await submit(), await callApi("recommend", { body: { answers: exampleAnswers() } })]) {
      expect(reply.status).toBe(200);
      const header = reply.headers.get("set-cookie") ?? "";
      expect(header).toMatch(/^waymark_guest=[0-9a-f-]{36}\.[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    }
    const after = await countRows(deps);
    expect(after.User).toBe((before.User ?? 0) + 2);
    expect(after.QuizSession).toBe((before.QuizSession ?? 0) + 2);
  });

  test("the second quiz of the same guest names the first one", async () => {
    const first = await submit();
    const cookie = toCookie(first) ?? "";
    const second = await submit(cookie);
    expect(toCookie(second)).toBeNull();
    const third = await callApi("recommend", { body: { answers: exampleAnswers() }, cookie });
    const previous = async (reply: ApiReply) =>
      (await getReply("getResults", { params: { sessionId: toSessionId(reply) } })).previousSessionId;
    expect(await previous(first)).toBeNull();
    expect(await previous(second)).toBe(toSessionId(first));
    expect(await previous(third)).toBe(toSessionId(second));
  });

  test.each([
    ["no signature", (id: string) => id],
    ["an empty signature", (id: string) => `${id}.`],
    ["another signature", (id: string) => `${id}.${"A".repeat(43)}`],
    ["the signature of another id", (_: string, signature: string) => `${crypto.randomUUID()}.${signature}`],
    ["letters of another case", (id: string, signature: string) => `${id.toUpperCase()}.${signature}`],
    ["no id", (_: string, signature: string) => `.${signature}`],
    ["rubbish", () => "%00%ff.;'--"],
  ])("a cookie with %s is not believed", async (_, forge) => {
    const first = await submit();
    const [id = "", signature = ""] = (toCookie(first) ?? "").replace("waymark_guest=", "").split(".");
    const second = await submit(`waymark_guest=${forge(id, signature)}`);
    expect(second.status).toBe(200);
    expect(toCookie(second)).not.toBeNull();
    expect(toCookie(second)).not.toBe(toCookie(first));
    const results = await getReply("getResults", { params: { sessionId: toSessionId(second) } });
    expect(results.previousSessionId).toBeNull();
  });

  test("whoever opens somebody's list by its id does not become that person", async () => {
    const owner = await submit();
    const sessionId = toSessionId(owner);
    const visitor = toCookie(await submit()) ?? "";
    for (const cookie of [undefined, visitor]) {
      const call = cookie === undefined ? {} : { cookie };
      expect(toCookie(await callApi("recommend", { body: { sessionId }, ...call }))).toBeNull();
      expect(toCookie(await callApi("getResults", { params: { sessionId }, ...call }))).toBeNull();
    }
  });

  test("saving a career twice keeps it once, and taking it back twice is as good as once", async () => {
    const sessionId = toSessionId(await submit());
    const list = await getReply("recommend", { body: { sessionId } });
    const careerCode = list.recommendations[0]?.code ?? "";
    const isSaved = async () => {
      const { recommendations } = await getReply("getResults", { params: { sessionId } });
      return recommendations.map((row) => row.saved);
    };
    const countSaved = async () => (await countRows(deps)).SavedCareer ?? 0;
    const before = await countSaved();
    for (const saved of [true, true]) {
      expect(await getReply("saveCareer", { body: { sessionId, careerCode, saved } })).toEqual({ careerCode, saved });
      expect(await countSaved()).toBe(before + 1);
      expect(await isSaved()).toEqual([true, false, false, false, false]);
    }
    expect((await getReply("recommend", { body: { sessionId } })).recommendations[0]?.saved).toBe(true);
    for (const saved of [false, false]) {
      expect(await getReply("saveCareer", { body: { sessionId, careerCode, saved } })).toEqual({ careerCode, saved });
      expect(await countSaved()).toBe(before);
      expect(await isSaved()).toEqual([false, false, false, false, false]);
    }
  });

  test("a save follows the person to their next quiz", async () => {
    const first = await submit();
    await getReply("saveCareer", { body: { sessionId: toSessionId(first), careerCode: CAREER } });
    const second = toSessionId(await submit(toCookie(first) ?? ""));
    const reply = await getReply("recommend", { body: { sessionId: second, top_n: 50, diversity: false } });
    const shown = reply.recommendations.filter((row) => row.saved).map((row) => row.code);
    const isListed = reply.recommendations.some((row) => row.code === CAREER);
    expect(shown).toEqual(isListed ? [CAREER] : []);
    const saved = await deps.db.savedCareer.findMany({
      where: { careerCode: CAREER, user: { quizSessions: { some: { id: second } } } },
    });
    expect(saved).toHaveLength(1);
  });

  test("a view is recorded with its length", async () => {
    const sessionId = toSessionId(await submit());
    const body = { sessionId, careerCode: CAREER, durationSeconds: 12.5 };
    expect(await getReply("viewCareer", { body })).toEqual({ careerCode: CAREER, recorded: true });
    await getReply("viewCareer", { body: { sessionId, careerCode: CAREER } });
    const rows = await deps.db.interaction.findMany({ where: { sessionId }, orderBy: { createdAt: "asc" } });
    expect(rows.map(({ kind, careerCode, value }) => ({ kind, careerCode, value }))).toEqual([
      { kind: "view", careerCode: CAREER, value: 12.5 },
      { kind: "view", careerCode: CAREER, value: null },
    ]);
  });

  test.each(["saveCareer", "viewCareer"] as const)(
    "%s of an unknown session or career stores nothing",
    async (name) => {
      const sessionId = toSessionId(await submit());
      const before = await countRows(deps);
      const noSession = await getProblem(name, { body: { sessionId: crypto.randomUUID(), careerCode: CAREER } });
      expect([noSession.status, noSession.errors?.[0]?.field]).toEqual([404, "sessionId"]);
      const noCareer = await getProblem(name, { body: { sessionId, careerCode: "99-9999.99" } });
      expect([noCareer.status, noCareer.errors?.[0]?.field]).toEqual([404, "careerCode"]);
      expect(await countRows(deps)).toEqual(before);
    },
  );
});
