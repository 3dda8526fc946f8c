import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecommendReply } from "@/lib/contracts/results";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getReply, toCookie } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

type Reaction = { kind: "dismiss" | "implement" | "rate" | "ignore"; value?: number };

describe.each(ENGINES)("recommendations that learn from history (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function meetSomebody() {
    const reply = await callApi("submitQuiz", { body: { answers: exampleAnswers() } });
    const { sessionId } = reply.json as { sessionId: string };
    const cookie = toCookie(reply) ?? "";
    const { userId } = await deps.db.quizSession.findFirstOrThrow({ where: { id: sessionId } });
    const list = (options: object = {}): Promise<RecommendReply> =>
      getReply("recommend", { body: { sessionId, top_n: 50, diversity: false, ...options }, cookie });
    const save = (careerCode: string, saved = true) =>
      getReply("saveCareer", { body: { sessionId, careerCode, saved }, cookie });
    const react = (careerCode: string, { kind, value }: Reaction) =>
      deps.db.careerReaction.create({ data: { userId, careerCode, kind, value: value ?? null } });
    return { sessionId, cookie, userId, list, save, react };
  }
  const codes = (reply: RecommendReply) => reply.recommendations.map(({ code }) => code);

  test("without a history nothing is applied and no part is moved", async () => {
    const reply = await (await meetSomebody()).list();
    expect(reply.history).toEqual({
      applied: false,
      enabled: true,
      share: 0,
      liked: [],
      disliked: [],
      hidden: 0,
      choices: 0,
    });
    expect(reply.recommendations.every(({ parts }) => parts.history === 0)).toBe(true);
  });

  test("a save moves the list, is named as a reason, and taking it back gives the old list", async () => {
    const { list, save } = await meetSomebody();
    const before = await list();
    const saved = before.recommendations[12];
    if (saved === undefined) throw new Error("the list is too short");
    await save(saved.code);
    const after = await list();
    expect(after.history).toMatchObject({
      applied: true,
      liked: [{ code: saved.code, career: saved.career, because: "save" }],
    });
    expect(after.history.share).toBeCloseTo(0.14, 9);
    expect(codes(after).indexOf(saved.code)).toBeLessThan(12);
    const named = after.recommendations.filter(({ explanation }) =>
      explanation.for.includes(`Because you saved ${saved.career}.`),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.every(({ code, parts }) => code !== saved.code && parts.history > 0)).toBe(true);
    await save(saved.code, false);
    const again = await list();
    expect(codes(again)).toEqual(codes(before));
    expect(again.recommendations.map(({ score }) => score)).toEqual(before.recommendations.map(({ score }) => score));
  });

  test("every score is the sum of its parts, history among them", async () => {
    const { list, save, react } = await meetSomebody();
    const before = await list();
    for (const { code } of before.recommendations.slice(3, 6)) await save(code);
    await react(codes(before)[8] ?? "", { kind: "dismiss" });
    for (const { parts, score } of (await list()).recommendations) {
      expect(Object.values(parts).reduce((sum, x) => sum + x, 0)).toBeCloseTo(score, 6);
    }
  });

  test("a career that was set aside is left out, also when history is switched off, and comes back when that is undone", async () => {
    const { list, react, userId } = await meetSomebody();
    const before = codes(await list());
    const [gone = ""] = before;
    await react(gone, { kind: "dismiss" });
    for (const options of [{}, { history: false }, { diversity: true, top_n: 5 }]) {
      const reply = await list(options);
      expect(codes(reply)).not.toContain(gone);
      expect(reply.history.hidden).toBe(1);
    }
    await deps.db.careerReaction.deleteMany({ where: { userId } });
    expect(codes(await list())).toEqual(before);
  });

  test("a person who set the history off, or a request without it, gets the order of the answers alone", async () => {
    const { list, save, userId } = await meetSomebody();
    const before = await list();
    for (const code of codes(before).slice(10, 15)) await save(code);
    expect(codes(await list())).not.toEqual(codes(before));
    expect(codes(await list({ history: false }))).toEqual(codes(before));
    await deps.db.user.update({ where: { id: userId }, data: { usesHistory: false } });
    const off = await list();
    expect(codes(off)).toEqual(codes(before));
    expect(off.history).toMatchObject({ applied: false, enabled: false, share: 0, liked: [] });
  });

  test("stars count from 4 up and from 2 down, 3 says nothing, and what was taken out of the history counts for nothing", async () => {
    const { list, react, save } = await meetSomebody();
    const [a = "", b = "", c = "", d = "", e = ""] = codes(await list()).slice(5);
    await react(a, { kind: "rate", value: 5 });
    await react(b, { kind: "rate", value: 3 });
    await react(c, { kind: "rate", value: 1 });
    await react(d, { kind: "implement" });
    await save(e);
    await react(e, { kind: "ignore" });
    const { history } = await list();
    expect(history.liked.map(({ code, because }) => [code, because]).toSorted()).toEqual(
      [
        [a, "rate"],
        [d, "implement"],
      ].toSorted(),
    );
    expect(history.disliked.map(({ code, because }) => [code, because])).toEqual([[c, "rate"]]);
    expect(history.hidden).toBe(0);
  });

  test("five saves make the 30 / 70 rule, and the list as stored tells of the history it was made with", async () => {
    const { sessionId, cookie, list, save } = await meetSomebody();
    const five = codes(await list()).slice(0, 5);
    for (const code of five) await save(code);
    const made = await list();
    expect(made.history.share).toBeCloseTo(0.7, 9);
    const stored = await getReply("getResults", { params: { sessionId }, cookie });
    expect(stored.history).toEqual(made.history);
    expect(stored.history.liked.map(({ code }) => code).toSorted()).toEqual(five.toSorted());
  });

  test("with every career set aside the list is empty rather than wrong", async () => {
    const { list, userId } = await meetSomebody();
    const careers = await deps.db.career.findMany({ select: { code: true } });
    await deps.db.careerReaction.createMany({
      data: careers.map(({ code }) => ({ userId, careerCode: code, kind: "dismiss" as const })),
    });
    const reply = await list();
    expect(reply.recommendations).toEqual([]);
    expect(reply.history.hidden).toBe(careers.length);
  });
});
