import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { makeEmail, PASSWORD } from "./account-calls";
import { type CallInput, callApi, getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { BROWSER, meetSomebody } from "./people";

const OPT_OUTS: Record<string, string>[] = [{}, { dnt: "1" }, { "sec-gpc": "1" }, { dnt: "0" }];
const CONSENTS = [true, false, null];
/** Browsers say so in a header, or without TLS only by their name. */
const CALLERS: Record<string, string>[] = [
  {},
  BROWSER,
  { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" },
];

describe.each(ENGINES)("consent to recording (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const countRecorded = (userId: string) => deps.db.interaction.count({ where: { userId } });
  const makeEvent = (recommendationId: string, interaction_type = "click") => ({
    ...{ recommendationId, interaction_type, eventId: crypto.randomUUID() },
  });

  const cases = CONSENTS.flatMap((consent) =>
    CALLERS.flatMap((caller) => OPT_OUTS.map((optOut) => ({ consent, caller, optOut }))),
  ).map(({ consent, caller, optOut }) => {
    const isOptedOut = Object.values(optOut).includes("1");
    const isKept = !isOptedOut && (consent ?? Object.keys(caller).length === 0);
    return { consent, headers: { ...caller, ...optOut }, isKept, isOptedOut };
  });

  test.each(cases)("consent $consent, headers $headers: recorded is $isKept", async (given) => {
    const { consent, headers, isKept, isOptedOut } = given;
    const { userId, sessionId, cookie, first } = await meetSomebody(deps, consent);
    const input: CallInput = { cookie, headers };
    const { eventId: _, recommendationId, ...body } = makeEvent(first.recommendationId, "dismiss");
    const reasons = isKept ? {} : { reason: isOptedOut ? "opted_out" : "no_consent" };
    expect(await getReply("interact", { ...input, params: { recommendationId }, body })).toMatchObject({
      ...{ recorded: isKept, ...reasons },
    });
    const events = [makeEvent(recommendationId), makeEvent(recommendationId, "implement")];
    const { results } = await getReply("interactBatch", { ...input, body: { events } });
    expect(results).toEqual(events.map(({ eventId }) => ({ eventId, recorded: isKept, ...reasons })));
    const about = { sessionId, careerCode: first.code };
    expect(await getReply("viewCareer", { ...input, body: about })).toMatchObject({ recorded: isKept });
    expect(await getReply("saveCareer", { ...input, body: about })).toMatchObject({ saved: true });
    expect(await countRecorded(userId)).toBe(isKept ? 5 : 0);
    // What was asked for is done in any case.
    const { items } = await getReply("listReactions", input);
    expect(items.map(({ kind, careerCode }) => [kind, careerCode]).toSorted()).toEqual([
      ["dismiss", first.code],
      ["implement", first.code],
    ]);
    const stored = await getReply("getResults", { ...input, params: { sessionId } });
    expect(stored.recommendations.find(({ code }) => code === first.code)?.saved).toBe(true);
  });

  test("what arrives after a withdrawal is not recorded, what was recorded before stays until it is deleted", async () => {
    const { userId, cookie, first } = await meetSomebody(deps);
    const send = async () => {
      const events = [makeEvent(first.recommendationId)];
      const { results } = await getReply("interactBatch", { body: { events }, cookie, headers: BROWSER });
      return results[0]?.recorded;
    };
    const answer = (tracking: boolean) => getReply("setConsent", { body: { tracking }, cookie, headers: BROWSER });
    expect(await send()).toBe(false);
    await answer(true);
    expect(await send()).toBe(true);
    await answer(false);
    expect(await send()).toBe(false);
    await answer(true);
    expect(await send()).toBe(true);
    expect(await countRecorded(userId)).toBe(2);
  });

  test("an event that was refused once may come again after consent, since it left no trace", async () => {
    const { userId, cookie, first } = await meetSomebody(deps, false);
    const input = { body: { events: [makeEvent(first.recommendationId)] }, cookie, headers: BROWSER };
    expect((await getReply("interactBatch", input)).results[0]).toMatchObject({ reason: "no_consent" });
    await getReply("setConsent", { body: { tracking: true }, cookie, headers: BROWSER });
    expect((await getReply("interactBatch", input)).results[0]).toMatchObject({ recorded: true });
    expect(await countRecorded(userId)).toBe(1);
  });

  test("of events that race a withdrawal exactly those are kept that were answered so", async () => {
    for (let round = 0; round < 5; round++) {
      const { userId, cookie, first } = await meetSomebody(deps, true);
      const send = async () => {
        const events = [makeEvent(first.recommendationId), makeEvent(first.recommendationId, "view")];
        const reply = await getReply("interactBatch", { body: { events }, cookie, headers: BROWSER });
        return reply.results.filter(({ recorded }) => recorded).length;
      };
      const before = Array.from({ length: 12 }, send);
      const withdrawn = callApi("setConsent", { body: { tracking: false }, cookie, headers: BROWSER });
      const during = Array.from({ length: 12 }, send);
      expect((await withdrawn).status).toBe(200);
      const countAtWithdrawal = await countRecorded(userId);
      expect(await send()).toBe(0);
      const kept = (await Promise.all([...before, ...during])).reduce((sum, count) => sum + count, 0);
      expect(await countRecorded(userId)).toBe(kept);
      // Rows on their way were waited for: once the withdrawal is answered none is added.
      expect(kept).toBe(countAtWithdrawal);
    }
  });

  test("what a guest did goes with them to their account, and events that arrive late are still known there", async () => {
    const { userId, cookie, first, second } = await meetSomebody(deps, true);
    const early = [makeEvent(first.recommendationId, "save"), makeEvent(first.recommendationId)];
    await getReply("interactBatch", { body: { events: early }, cookie });
    await getReply("saveCareer", {
      body: { sessionId: await toSessionId(userId), careerCode: first.code, saved: false },
      cookie,
    });
    const { accessToken } = await getReply("register", { body: { email: makeEmail(), password: PASSWORD }, cookie });
    const late = [makeEvent(second.recommendationId, "implement")];
    const { results } = await getReply("interactBatch", { body: { events: [...early, ...late] }, accessToken });
    expect(results.map(({ recorded, reason }) => reason ?? recorded)).toEqual(["duplicate", "duplicate", true]);
    const params = { recommendationId: first.recommendationId };
    const stats = await getReply("getRecommendationStats", { params, accessToken });
    expect(stats).toMatchObject({ total_interactions: 2, saves: 1, clicks: 1, click_through_rate: 1 });
    expect((await getReply("getHistory", { accessToken })).items).toHaveLength(3);
    const accountId = (await deps.db.interaction.findFirstOrThrow({ where: { id: late[0]?.eventId ?? "" } })).userId;
    expect(await deps.db.savedCareer.count({ where: { userId: accountId } })).toBe(0);
    expect(await countRecorded(userId)).toBe(0);
    expect(await deps.db.interactionTally.count({ where: { userId } })).toBe(0);
  });

  test("of events that race the way to an account none is lost and none is recorded twice", async () => {
    const { cookie, recommendations } = await meetSomebody(deps, true);
    const batches = Array.from({ length: 16 }, (_, i) => [makeEvent(recommendations[i % 5]?.recommendationId ?? "")]);
    const send = (events: object[]) => getReply("interactBatch", { body: { events }, cookie });
    const before = batches.slice(0, 8).map(send);
    const registered = getReply("register", { body: { email: makeEmail(), password: PASSWORD }, cookie });
    const during = batches.slice(8).map(send);
    const { accessToken } = await registered;
    const replies = await Promise.all([...before, ...during]);
    const kept = replies.flatMap(({ results }) => results).filter(({ recorded }) => recorded);
    // A queue sends again what was not known under the guest's cookie any more.
    const again = await getReply("interactBatch", { body: { events: batches.flat() }, accessToken });
    const known = again.results.filter(({ reason }) => reason === "duplicate");
    expect(new Set(known.map(({ eventId }) => eventId))).toEqual(new Set(kept.map(({ eventId }) => eventId)));
    expect(again.results.filter(({ recorded }) => recorded)).toHaveLength(16 - kept.length);
    const history = await getReply("getHistory", { accessToken, query: { limit: 100 } });
    expect(history.items.map(({ eventId }) => eventId).toSorted()).toEqual(
      batches.flatMap((events) => events.map(({ eventId }) => eventId)).toSorted(),
    );
    expect(history.counts.click).toBe(16);
  });

  async function toSessionId(userId: string): Promise<string> {
    return (await deps.db.quizSession.findFirstOrThrow({ where: { userId } })).id;
  }
});
