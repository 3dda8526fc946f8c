import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecommendReply } from "@/lib/contracts/results";
import { type Actor, NOBODY } from "@/lib/use-cases/actor";
import type { Deps } from "@/lib/use-cases/deps";
import { getActivity } from "@/lib/use-cases/get-activity";
import { callApi, getReply, toCookie } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { exampleAnswers } from "./example-answers";

const HOUR_MS = 3_600_000;

describe.each(ENGINES)("one's own activity (%s database)", (engine) => {
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
  type Guest = Awaited<ReturnType<typeof newGuest>>;

  const interact = ({ cookie, list }: Guest, at: number, interaction_type: "click" | "dismiss" | "implement") =>
    getReply("interact", {
      cookie,
      params: { recommendationId: list.recommendations[at]?.recommendationId ?? "" },
      body: { interaction_type },
    });

  test("what somebody did comes by the hour, and adds up to what was recorded", async () => {
    const guest = await newGuest();
    await interact(guest, 0, "click");
    await interact(guest, 1, "dismiss");
    await interact(guest, 2, "implement");
    const { history, hours, reactions } = await getActivity(deps, guest.actor);
    expect(history.counts).toMatchObject({ click: 1, dismiss: 1, implement: 1, view: 0 });
    expect(hours.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    for (const { startedAt } of hours) expect(Date.parse(startedAt) % HOUR_MS).toBe(0);
    expect(reactions.map(({ kind }) => kind).toSorted()).toEqual(["dismiss", "implement"]);
  });

  test("nobody sees what somebody else did, and a stranger is asked who they are", async () => {
    await interact(await newGuest(), 0, "click");
    const { actor } = await newGuest();
    const { history, hours, reactions } = await getActivity(deps, actor);
    expect([history.items, hours, reactions]).toEqual([[], [], []]);
    await expect(getActivity(deps, NOBODY)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("what is older than the days shown counts in the figures alone", async () => {
    const guest = await newGuest();
    await interact(guest, 0, "click");
    await deps.db.interaction.updateMany({
      where: { userId: guest.actor.userId ?? "" },
      data: { occurredAt: new Date(deps.nowMs() - 60 * 24 * HOUR_MS) },
    });
    const { history, hours } = await getActivity(deps, guest.actor);
    expect([history.counts.click, hours]).toEqual([1, []]);
  });
});
