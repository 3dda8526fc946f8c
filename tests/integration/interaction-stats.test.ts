import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { plantSomebody, type Shown } from "./people";

/** In no quiz's top five, so that only this file shows them. */
const CAREER = "53-7062.00";
const OTHER = "15-1252.00";

type Person = Awaited<ReturnType<typeof plantSomebody>>;

describe.each(ENGINES)("stats and history (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const at = (person: Person, position: number): Shown => {
    const shown = person.shown[position];
    if (shown === undefined) throw new Error("nothing was shown there");
    return shown;
  };
  async function act(person: Person, position: number, kind: string, value?: number, occurredAt?: Date) {
    const body = {
      ...{ interaction_type: kind, ...(value === undefined ? {} : { interaction_value: value }) },
      ...(occurredAt === undefined ? {} : { occurredAt: occurredAt.toISOString() }),
    };
    const params = { recommendationId: at(person, position).recommendationId };
    expect((await callApi("interact", { params, body, cookie: person.cookie })).status).toBe(202);
  }
  const getStats = (person: Person, position: number) =>
    getReply("getRecommendationStats", {
      params: { recommendationId: at(person, position).recommendationId },
      cookie: person.cookie,
    });

  test("a recommendation that nobody touched has zeros, and nothing where there is no mean", async () => {
    const person = await plantSomebody(deps, [CAREER]);
    expect(await getStats(person, 0)).toEqual({
      recommendationId: at(person, 0).recommendationId,
      ...{
        total_interactions: 0,
        views: 0,
        clicks: 0,
        implementations: 0,
        saves: 0,
        shares: 0,
        ratings: 0,
        dismissals: 0,
      },
      ...{
        click_through_rate: 0,
        implementation_rate: 0,
        average_label: null,
        average_rating: null,
        total_view_seconds: 0,
      },
      career: null,
    });
  });

  test("the figures are those worked out by hand", async () => {
    const person = await plantSomebody(deps, [CAREER, OTHER]);
    await act(person, 0, "view", 30);
    await act(person, 0, "view", 90.5);
    await act(person, 0, "click");
    await act(person, 0, "click");
    await act(person, 0, "rate", 4.5);
    await act(person, 0, "rate", 2);
    await act(person, 0, "save");
    await act(person, 0, "share");
    await act(person, 0, "dismiss");
    await act(person, 0, "implement");
    await act(person, 1, "view");
    expect(await getStats(person, 0)).toMatchObject({
      ...{
        total_interactions: 10,
        views: 2,
        clicks: 2,
        implementations: 1,
        saves: 1,
        shares: 1,
        ratings: 2,
        dismissals: 1,
      },
      ...{ click_through_rate: 1, implementation_rate: 1, average_rating: 3.25, total_view_seconds: 120.5 },
      // 0.25 + 0.4 + 0.4 + 0.4 + 0.9 + 0.4 + 0.8 + 0.6 + 0 + 1 of 10
      average_label: expect.closeTo(0.515, 9),
    });
    expect(await getStats(person, 1)).toMatchObject({
      ...{
        total_interactions: 1,
        click_through_rate: 0,
        implementation_rate: 0,
        average_label: expect.closeTo(0.1, 9),
      },
    });
  });

  test("a career's figures are everybody's, from the fifth person on who did anything", async () => {
    const code = "51-6031.00";
    const people = await Promise.all(Array.from({ length: 6 }, () => plantSomebody(deps, [code, code])));
    const [first, ...others] = people;
    if (first === undefined) throw new Error("nobody is there");
    await act(first, 0, "click");
    await act(first, 0, "click");
    await act(first, 1, "click");
    for (const person of others.slice(0, 3)) await act(person, 0, "view", 6);
    expect((await getStats(first, 0)).career).toBeNull();
    expect((await getStats(others[4] ?? first, 0)).career).toBeNull();
    await act(others[3] ?? first, 1, "implement");
    const expected = {
      ...{
        code,
        impressions: 12,
        total_interactions: 7,
        views: 3,
        clicks: 3,
        implementations: 1,
        total_view_seconds: 18,
      },
      // Two of twelve impressions had a click, one of them twice.
      ...{ click_through_rate: 2 / 12, implementation_rate: 1 / 12 },
      average_label: expect.closeTo((3 * 0.13 + 3 * 0.4 + 1) / 7, 9),
    };
    expect((await getStats(first, 0)).career).toMatchObject(expected);
    expect((await getStats(others[4] ?? first, 0)).career).toMatchObject(expected);
    await deps.db.user.delete({ where: { id: others[3]?.userId ?? "" } });
    expect((await getStats(first, 0)).career).toBeNull();
  });

  test("what happened to a career outside every list counts, but not for the rates", async () => {
    const code = "51-6041.00";
    const people = await Promise.all(Array.from({ length: 5 }, () => plantSomebody(deps, [code])));
    for (const { userId } of people) {
      const click = { careerCode: code, kind: "click", label: 0.4 } as const;
      await deps.db.interaction.create({ data: { userId, id: crypto.randomUUID(), ...click } });
    }
    const [first] = people;
    if (first === undefined) throw new Error("nobody is there");
    expect((await getStats(first, 0)).career).toMatchObject({ clicks: 5, impressions: 5, click_through_rate: 0 });
    expect(await getStats(first, 0)).toMatchObject({ clicks: 0, click_through_rate: 0 });
  });

  test("the history counts by kind and cluster, and is one's own", async () => {
    const codes = [CAREER, OTHER, "15-1253.00"];
    const person = await plantSomebody(deps, codes, new Date(Date.now() - 3_600_000));
    const stranger = await plantSomebody(deps, codes);
    await act(stranger, 0, "implement");
    const clusters = await deps.db.career.findMany({ where: { code: { in: codes } }, include: { cluster: true } });
    const clusterOf = (code: string) => clusters.find((career) => career.code === code)?.cluster;
    expect(clusterOf(OTHER)).toEqual(clusterOf("15-1253.00"));
    await act(person, 0, "view", 60);
    await act(person, 1, "click");
    await act(person, 2, "save");
    await act(person, 1, "implement");
    await act(person, 2, "dismiss");
    const history = await getReply("getHistory", { cookie: person.cookie });
    expect(history).toMatchObject({
      counts: { view: 1, click: 1, implement: 1, save: 1, share: 0, rate: 0, dismiss: 1 },
      category_preferences: [
        { cluster: clusterOf(OTHER)?.name, clusterId: clusterOf(OTHER)?.id, count: 3, share: 0.75 },
        { cluster: clusterOf(CAREER)?.name, clusterId: clusterOf(CAREER)?.id, count: 1, share: 0.25 },
      ],
      implementation_rate: expect.closeTo(1 / 3, 9),
      average_engagement: expect.closeTo((0.4 + 0.4 + 0.8 + 1 + 0) / 5, 9),
      nextCursor: null,
    });
    expect(history.items).toHaveLength(5);
    expect(history.items.every(({ career }) => career !== null && career.title !== "")).toBe(true);
  });

  test("a history of nothing is empty", async () => {
    const person = await plantSomebody(deps, [CAREER]);
    expect(await getReply("getHistory", { cookie: person.cookie })).toEqual({
      counts: { view: 0, click: 0, implement: 0, save: 0, share: 0, rate: 0, dismiss: 0 },
      ...{ category_preferences: [], implementation_rate: 0, average_engagement: null, items: [], nextCursor: null },
    });
  });

  test("the history can be paged through, each item once, latest first, many of the same instant too", async () => {
    const start = Date.now() - 3_600_000;
    const person = await plantSomebody(deps, [CAREER], new Date(start));
    for (let i = 0; i < 23; i++) await act(person, 0, "click", undefined, new Date(start + 1000 * (i % 3)));
    const ids: string[] = [];
    const times: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string | number> = { limit: 5, ...(cursor === null ? {} : { cursor }) };
      const page = await getReply("getHistory", { cookie: person.cookie, query });
      expect(page.counts.click).toBe(23);
      ids.push(...page.items.map(({ eventId }) => eventId));
      times.push(...page.items.map(({ occurredAt }) => occurredAt));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(ids).size).toBe(23);
    expect(ids).toHaveLength(23);
    expect(times).toEqual(times.toSorted().toReversed());
  });
});
