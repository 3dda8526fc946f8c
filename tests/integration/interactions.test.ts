import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { makeEmail, PASSWORD } from "./account-calls";
import { callApi, getProblem, getReply } from "./call-api";
import { ENGINES, openTestDeps, routeThrough } from "./each-engine";
import { BROWSER, meetSomebody, plantSomebody } from "./people";

const MINUTE = 60_000;

describe.each(ENGINES)("interactions (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const listRows = (userId: string) =>
    deps.db.interaction.findMany({ where: { userId }, orderBy: [{ occurredAt: "asc" }, { id: "asc" }] });

  test("an event is recorded as sent, about the career that was shown", async () => {
    const { userId, sessionId, cookie, first } = await meetSomebody(deps, true);
    const eventId = crypto.randomUUID();
    const context = { surface: "results", assessment: sessionId, "in view": true, part: 0.75, nothing: null };
    const body = { interaction_type: "view", interaction_value: 12.3456, context, eventId };
    const { recommendationId } = first;
    const reply = await getReply("interact", { params: { recommendationId }, body, cookie, headers: BROWSER });
    expect(reply).toEqual({ eventId, recorded: true, interaction_type: "view", label: expect.closeTo(0.161728, 6) });
    const [row, ...others] = await listRows(userId);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      id: eventId,
      recommendationId,
      sessionId,
      careerCode: first.code,
      kind: "view",
      context,
    });
    expect(row?.value).toBe(12.346);
    expect(row?.label).toBeCloseTo(0.16173, 6);
  });

  test("an event without an id gets one, which stands in the reply", async () => {
    const { userId, cookie, first } = await meetSomebody(deps, true);
    const input = { params: { recommendationId: first.recommendationId }, body: { interaction_type: "click" }, cookie };
    const ids = [(await getReply("interact", input)).eventId, (await getReply("interact", input)).eventId];
    expect((await listRows(userId)).map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  test("the first word of an event counts: the same id with other content changes nothing", async () => {
    const { userId, cookie, first, second } = await meetSomebody(deps, true);
    const eventId = crypto.randomUUID();
    const send = (recommendationId: string, interaction_type: string, id = eventId) =>
      getReply("interact", { params: { recommendationId }, body: { interaction_type, eventId: id }, cookie });
    expect((await send(first.recommendationId, "click")).recorded).toBe(true);
    expect(await send(second.recommendationId, "implement")).toMatchObject({ recorded: false, reason: "duplicate" });
    expect(await send(first.recommendationId, "click", eventId.toUpperCase())).toMatchObject({ reason: "duplicate" });
    expect(await listRows(userId)).toMatchObject([{ kind: "click", recommendationId: first.recommendationId }]);
  });

  test("an id is a person's own: somebody else may have made the same one", async () => {
    const [one, other] = [await meetSomebody(deps, true), await meetSomebody(deps, true)];
    const eventId = crypto.randomUUID();
    for (const { cookie, first } of [one, other]) {
      const params = { recommendationId: first.recommendationId };
      const reply = await getReply("interact", { params, body: { interaction_type: "click", eventId }, cookie });
      expect(reply.recorded).toBe(true);
    }
    expect([(await listRows(one.userId)).length, (await listRows(other.userId)).length]).toEqual([1, 1]);
  });

  test("every event of a batch is answered for itself, in order", async () => {
    const { userId, cookie, first, second } = await meetSomebody(deps, true);
    const stranger = await meetSomebody(deps, true);
    const event = (recommendationId: string, more: object = {}) => ({
      ...{ recommendationId, interaction_type: "click", eventId: crypto.randomUUID(), ...more },
    });
    const again = event(first.recommendationId);
    const events = [
      again,
      event(second.recommendationId, { interaction_type: "view", interaction_value: -1 }),
      event(stranger.first.recommendationId),
      again,
      event(crypto.randomUUID()),
      "click",
      event(second.recommendationId, { interaction_type: "rate", interaction_value: 3.5 }),
    ];
    const { results } = await getReply("interactBatch", { body: { events }, cookie });
    expect(results.map(({ recorded, reason }) => reason ?? recorded)).toEqual([
      ...[true, "invalid", "unknown_recommendation", "duplicate", "unknown_recommendation", "invalid", true],
    ]);
    expect(results.map(({ eventId }) => eventId)).toEqual(
      events.map((sent) => (typeof sent === "string" ? null : sent.eventId)),
    );
    expect(results[1]?.message).toMatch(/interaction_value: must be the seconds of the view, 0 to 86400/);
    expect(await listRows(userId)).toHaveLength(2);
    expect(await listRows(stranger.userId)).toEqual([]);
  });

  test("nothing happens before the list was shown or after word of it arrived", async () => {
    const now = Date.now();
    const shownAt = new Date(now - 60 * MINUTE);
    const { userId, cookie, shown } = await plantSomebody(deps, ["15-1252.00"], shownAt);
    const recommendationId = shown[0]?.recommendationId ?? "";
    routeThrough({ ...deps, nowMs: () => now });
    try {
      const toIso = (ms: number) => new Date(ms).toISOString();
      const sent = [
        ...[toIso(now - 30 * MINUTE), toIso(now + 3 * MINUTE), toIso(now - 61 * MINUTE), undefined],
        ...["0001-01-01T00:00:00Z", "9999-12-31T23:59:59+00:00", toIso(now - 10 * MINUTE).replace("Z", "+00:00")],
      ];
      const kept = [now - 30 * MINUTE, now, shownAt.getTime(), now, shownAt.getTime(), now, now - 10 * MINUTE];
      for (const [i, occurredAt] of sent.entries()) {
        const eventId = crypto.randomUUID();
        const body = { interaction_type: "click", eventId, ...(occurredAt === undefined ? {} : { occurredAt }) };
        await getReply("interact", { params: { recommendationId }, body, cookie });
        const row = await deps.db.interaction.findFirstOrThrow({ where: { userId, id: eventId } });
        expect([occurredAt, row.occurredAt.getTime()]).toEqual([occurredAt, kept[i]]);
      }
    } finally {
      routeThrough(deps);
    }
  });

  test("somebody else's recommendation looks like one that does not exist", async () => {
    const owner = await meetSomebody(deps, true);
    const other = await meetSomebody(deps, true);
    const email = makeEmail();
    const member = await getReply("register", { body: { email, password: PASSWORD } });
    const { recommendationId } = owner.first;
    const body = { interaction_type: "save" };
    const callers = [{ cookie: other.cookie }, { headers: BROWSER }, { accessToken: member.accessToken }];
    for (const id of [recommendationId, crypto.randomUUID()]) {
      for (const caller of callers) {
        const params = { recommendationId: id };
        const problems = [
          await getProblem("interact", { params, body, ...caller }),
          await getProblem("getRecommendationStats", { params, ...caller }),
        ];
        for (const problem of problems) {
          expect(problem).toMatchObject({ status: 404, detail: "There is no recommendation of yours with this id." });
        }
      }
    }
    expect(await listRows(owner.userId)).toEqual([]);
    expect(await deps.db.savedCareer.count({ where: { userId: owner.userId } })).toBe(0);
  });

  test("a program needs no more than a guest's recommendation, and never opens an account's", async () => {
    const guest = await meetSomebody(deps);
    const click = { interaction_type: "click" };
    const params = { recommendationId: guest.first.recommendationId };
    expect((await getReply("interact", { params, body: click })).recorded).toBe(true);
    expect((await getReply("getRecommendationStats", { params })).clicks).toBe(1);
    const { accessToken } = await getReply("register", {
      body: { email: makeEmail(), password: PASSWORD },
      cookie: guest.cookie,
    });
    expect((await getProblem("interact", { params, body: click })).status).toBe(404);
    expect((await getProblem("getRecommendationStats", { params })).status).toBe(404);
    expect((await getReply("interact", { params, body: click, accessToken })).recorded).toBe(true);
    expect((await getReply("getRecommendationStats", { params, accessToken })).clicks).toBe(2);
  });

  test("a view and a save told by career count for where the career was last shown", async () => {
    const { sessionId, cookie, first } = await meetSomebody(deps, true);
    const again = await getReply("recommend", { body: { sessionId }, cookie });
    const last = again.recommendations.find(({ code }) => code === first.code);
    const body = { sessionId, careerCode: first.code };
    await getReply("viewCareer", { body: { ...body, durationSeconds: 30 }, cookie });
    await getReply("saveCareer", { body, cookie });
    const params = { recommendationId: last?.recommendationId ?? "" };
    expect(await getReply("getRecommendationStats", { params, cookie })).toMatchObject({
      ...{ total_interactions: 2, views: 1, saves: 1, total_view_seconds: 30 },
    });
    const earlier = { recommendationId: first.recommendationId };
    expect((await getReply("getRecommendationStats", { params: earlier, cookie })).total_interactions).toBe(0);
    await getReply("viewCareer", { body: { ...body, careerCode: "53-7062.00" }, cookie });
    const history = await getReply("getHistory", { cookie });
    expect(
      history.items.map(({ recommendationId, interaction_type }) => [recommendationId, interaction_type]),
    ).toContainEqual([null, "view"]);
  });

  test("recommendations/{assessmentId} is the stored list", async () => {
    const { sessionId, cookie, recommendations } = await meetSomebody(deps);
    const reply = await getReply("getRecommendations", { params: { assessmentId: sessionId }, cookie });
    expect(reply).toEqual(await getReply("getResults", { params: { sessionId }, cookie }));
    expect(reply.ml_ranking_applied).toBe(false);
    expect(reply.diversity_score).toBeGreaterThan(0);
    expect(reply.recommendations.map(({ recommendationId }) => recommendationId)).toEqual(
      recommendations.map(({ recommendationId }) => recommendationId),
    );
  });

  test("many senders of the same batches at once record each event once and block nobody", async () => {
    const { userId, cookie, recommendations } = await meetSomebody(deps, true);
    const events = Array.from({ length: 30 }, (_, i) => ({
      recommendationId: recommendations[i % 5]?.recommendationId ?? "",
      interaction_type: "click",
      eventId: crypto.randomUUID(),
    }));
    const send = (order: typeof events) => callApi("interactBatch", { body: { events: order }, cookie });
    const replies = await Promise.all(
      Array.from({ length: 16 }, (_, i) => send(i % 2 === 0 ? events : events.toReversed())),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 202));
    const results = replies.flatMap(({ json }) => (json as { results: { recorded: boolean }[] }).results);
    expect(results.filter(({ recorded }) => recorded)).toHaveLength(30);
    expect(await listRows(userId)).toHaveLength(30);
    const clicks = await Promise.all(
      recommendations.map(({ recommendationId }) =>
        getReply("getRecommendationStats", { params: { recommendationId }, cookie }),
      ),
    );
    expect(clicks.map((stats) => stats.clicks)).toEqual([6, 6, 6, 6, 6]);
  });
});
