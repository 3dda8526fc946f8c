import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { type CallInput, callApi, getReply, type OperationName, toCookie } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const BROWSER = { "sec-fetch-site": "same-origin" };
type ListName = Extract<OperationName, "listCareers" | "searchCareers" | "listSimilarCareers">;
const LISTS: [ListName, string, CallInput][] = [
  ["listCareers", "browse", { query: { sort: "salary", limit: 3 } }],
  ["searchCareers", "search", { query: { q: "fixing engines", limit: 3 } }],
  ["listSimilarCareers", "similar", { params: { code: "15-1252.00" }, query: { limit: 3 } }],
];

describe.each(ENGINES)("lists as they were shown (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  async function meetSomebody(consent: boolean | null = null) {
    const reply = await callApi("submitQuiz", { body: { answers: exampleAnswers() } });
    const { sessionId } = reply.json as { sessionId: string };
    const { userId } = await deps.db.quizSession.findFirstOrThrow({ where: { id: sessionId } });
    await deps.db.user.update({ where: { id: userId }, data: { trackingConsent: consent } });
    return { userId, cookie: toCookie(reply) ?? "" };
  }

  async function listShown(userId: string) {
    await deps.background.settle();
    return deps.db.slate.findMany({
      where: { userId },
      include: { impressions: { orderBy: { position: "asc" } } },
      orderBy: { createdAt: "asc" },
    });
  }

  test.each(LISTS)(
    "%s is kept for somebody who agreed, each row under the id that the reply names",
    async (...list) => {
      const [name, surface, input] = list;
      const { userId, cookie } = await meetSomebody(true);
      const { items } = await getReply(name, { ...input, cookie, headers: BROWSER });
      expect(items).toHaveLength(3);
      const [slate, ...others] = await listShown(userId);
      expect(others).toEqual([]);
      expect(slate).toMatchObject({ surface, sessionId: null });
      expect(
        slate?.impressions.map(({ id, careerCode, position, propensity }) => [id, careerCode, position, propensity]),
      ).toEqual(items.map(({ recommendationId, code }, i) => [recommendationId, code, i + 1, 1]));
      expect(JSON.stringify(slate)).not.toContain("engines");
      for (const { recommendationId = "" } of items) {
        const body = { interaction_type: "click" };
        const reply = await getReply("interact", { params: { recommendationId }, body, cookie, headers: BROWSER });
        expect(reply.recorded).toBe(true);
      }
    },
  );

  test.each(LISTS)("%s is not kept for others", async (name, _, input) => {
    const asked = await meetSomebody();
    const refused = await meetSomebody(false);
    const optedOut = await meetSomebody(true);
    const calls: CallInput[] = [
      { headers: {} },
      { headers: BROWSER },
      { headers: BROWSER, cookie: asked.cookie },
      { headers: {}, cookie: refused.cookie },
      { headers: BROWSER, cookie: refused.cookie },
      { headers: { ...BROWSER, dnt: "1" }, cookie: optedOut.cookie },
      { headers: { "sec-gpc": "1" }, cookie: optedOut.cookie },
    ];
    for (const call of calls) {
      const { items } = await getReply(name, { ...input, ...call });
      expect(items.map(({ recommendationId }) => recommendationId)).toEqual([undefined, undefined, undefined]);
    }
    for (const { userId } of [asked, refused, optedOut]) expect(await listShown(userId)).toEqual([]);
  });

  test("a program of somebody never asked has its lists kept", async () => {
    const { userId, cookie } = await meetSomebody();
    await getReply("listCareers", { cookie, query: { limit: 2 } });
    expect(await listShown(userId)).toHaveLength(1);
  });

  test("positions go on from page to page", async () => {
    const { userId, cookie } = await meetSomebody(true);
    let cursor: string | null = null;
    for (let page = 0; page < 3; page++) {
      const query: Record<string, string | number> = { limit: 2, ...(cursor === null ? {} : { cursor }) };
      cursor = (await getReply("listCareers", { cookie, query })).nextCursor;
    }
    const searched = [0, 2].map((offset) =>
      getReply("searchCareers", { cookie, query: { q: "nurse", limit: 2, offset } }),
    );
    const [first, second] = await Promise.all(searched);
    const whole = await getReply("searchCareers", { query: { q: "nurse", limit: 4 } });
    expect([...(first?.items ?? []), ...(second?.items ?? [])].map(({ code }) => code)).toEqual(
      whole.items.map(({ code }) => code),
    );
    const slates = await listShown(userId);
    const positions = (surface: string) =>
      slates
        .filter((slate) => slate.surface === surface)
        .map(({ impressions }) => impressions.map(({ position }) => position))
        .toSorted(([a = 0], [b = 0]) => a - b);
    expect(positions("browse")).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(positions("search")).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("a list is shown although it cannot be kept", async () => {
    const { userId, cookie } = await meetSomebody(true);
    await deps.db.$executeRaw`ALTER TABLE "Slate" ADD CONSTRAINT "broken" CHECK ("surface" <> 'browse') NOT VALID`;
    try {
      expect((await getReply("listCareers", { cookie, query: { limit: 2 } })).items).toHaveLength(2);
      expect(await listShown(userId)).toEqual([]);
    } finally {
      await deps.db.$executeRaw`ALTER TABLE "Slate" DROP CONSTRAINT "broken"`;
    }
  });

  test("results are kept for everybody, as they were asked for, with what made them", async () => {
    const { userId, cookie } = await meetSomebody(false);
    const { id: sessionId } = await deps.db.quizSession.findFirstOrThrow({ where: { userId } });
    const headers = { ...BROWSER, dnt: "1" };
    const reply = await getReply("recommend", { body: { sessionId }, cookie, headers });
    const [slate] = await listShown(userId);
    expect(slate).toMatchObject({ surface: "results", sessionId, mode: "hybrid" });
    expect(slate?.impressions.map(({ id, policy, modelVersion }) => [id, policy, modelVersion])).toEqual(
      reply.recommendations.map(({ recommendationId }) => [recommendationId, "base", "base-1"]),
    );
  });
});
