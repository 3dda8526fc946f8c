import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecommendReply } from "@/lib/contracts/results";
import { type Actor, NOBODY } from "@/lib/use-cases/actor";
import { compareCareers } from "@/lib/use-cases/compare-careers";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getReply, toCookie } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const [NURSES, DEVELOPERS, UNKNOWN] = ["29-1141.00", "15-1252.00", "99-9999.99"] as const;

describe.each(ENGINES)("comparing careers (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function newGuest(): Promise<{ actor: Actor; cookie: string; list: RecommendReply }> {
    const reply = await callApi("recommend", { body: { answers: exampleAnswers() } });
    const list = reply.json as RecommendReply;
    const { userId } = await deps.db.quizSession.findFirstOrThrow({ where: { id: list.sessionId } });
    return { actor: { ...NOBODY, userId, role: "guest", via: "guest_cookie" }, cookie: toCookie(reply) ?? "", list };
  }

  test("a stranger gets the facts in the order asked for, and is told what does not exist", async () => {
    const reply = await compareCareers(deps, NOBODY, [DEVELOPERS, UNKNOWN, NURSES]);
    expect(reply.careers.map(({ code, title, match }) => ({ code, title, match }))).toEqual([
      { code: DEVELOPERS, title: "Software Developers", match: null },
      { code: NURSES, title: "Registered Nurses", match: null },
    ]);
    expect(reply).toMatchObject({ unknownCodes: [UNKNOWN], you: null, suggestions: [] });
    expect(await compareCareers(deps, NOBODY, [])).toEqual({
      careers: [],
      unknownCodes: [],
      you: null,
      suggestions: [],
    });
  });

  test("somebody who took the quiz sees their ratings, their list's match, and what they saved to add", async () => {
    const { actor, cookie, list } = await newGuest();
    await getReply("putSavedCareer", { params: { careerCode: NURSES }, cookie, body: { note: "private" } });
    const [first, second, ...others] = list.recommendations;
    const reply = await compareCareers(deps, actor, [DEVELOPERS, first?.code ?? "", second?.code ?? ""]);
    expect(reply.careers.map(({ match }) => match)).toEqual([
      null,
      { rank: 1, score: first?.score },
      { rank: 2, score: second?.score },
    ]);
    expect(reply.you).toEqual({ sessionId: list.sessionId, abilityVector: list.abilityVector });
    expect(reply.suggestions.map(({ code }) => code)).toEqual([NURSES, ...others.map(({ code }) => code)]);
    expect(JSON.stringify(reply)).not.toContain("private");
  });

  test("somebody who only saved gets suggestions and no ratings", async () => {
    const saved = await callApi("putSavedCareer", { params: { careerCode: NURSES }, body: {} });
    const [id = ""] = (toCookie(saved) ?? "").replace("waymark_guest=", "").split(".");
    const actor: Actor = { ...NOBODY, userId: id, role: "guest", via: "guest_cookie" };
    const reply = await compareCareers(deps, actor, [DEVELOPERS]);
    expect(reply).toMatchObject({ you: null, suggestions: [{ code: NURSES, title: "Registered Nurses" }] });
  });

  test("a career that the catalogue no longer offers is compared and says so, and is not suggested", async () => {
    const { actor, cookie } = await newGuest();
    await getReply("putSavedCareer", { params: { careerCode: NURSES }, cookie, body: {} });
    await deps.db.career.update({ where: { code: NURSES }, data: { isActive: false } });
    try {
      const reply = await compareCareers(deps, actor, [NURSES, DEVELOPERS]);
      expect(reply.careers.map(({ code, isActive }) => [code, isActive])).toEqual([
        [NURSES, false],
        [DEVELOPERS, true],
      ]);
      const { suggestions } = await compareCareers(deps, actor, []);
      expect(suggestions.map(({ code }) => code)).not.toContain(NURSES);
    } finally {
      await deps.db.career.update({ where: { code: NURSES }, data: { isActive: true } });
    }
  });
});
