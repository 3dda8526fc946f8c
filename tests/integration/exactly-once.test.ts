import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { INTERACTION_KINDS, type InteractionKind, toInteractionLabel } from "@/lib/engine/ranking/interaction-label";
import type { Deps } from "@/lib/use-cases/deps";
import { getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { BROWSER, plantSomebody } from "./people";

/** Each of six people is shown these careers once. */
const CODES = ["53-7062.00", "15-1252.00", "29-1141.00"];
const PEOPLE = 6;
const SHOWN_AT_MS = Date.UTC(2026, 0, 1);

type Draft = { person: number; position: number; kind: InteractionKind; value: number | null; atMs: number };
type Event = Draft & { eventId: string; recommendationId: string; code: string };

const draft: fc.Arbitrary<Draft> = fc
  .record({
    person: fc.nat(PEOPLE - 1),
    position: fc.nat(CODES.length - 1),
    kind: fc.constantFrom(...INTERACTION_KINDS),
    seconds: fc.option(fc.integer({ min: 0, max: 90_000 }).map((ms) => ms / 1000)),
    halfStars: fc.integer({ min: 2, max: 10 }),
    // Few instants, so that many events share one.
    atMs: fc.nat(5).map((at) => SHOWN_AT_MS + 1000 * at),
  })
  .map(({ seconds, halfStars, ...rest }) => {
    const value = rest.kind === "view" ? seconds : rest.kind === "rate" ? halfStars / 2 : null;
    return { ...rest, value };
  });

/** In which order the events travel, each at least once; where the batches end; and how many of them travel at a time. */
const scenario = fc.array(draft, { minLength: 1, maxLength: 40 }).chain((drafts) =>
  fc.record({
    drafts: fc.constant(drafts),
    order: fc
      .array(fc.nat(drafts.length - 1), { maxLength: 40 })
      .chain((again) => shuffle([...drafts.keys(), ...again])),
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
    waves: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
  }),
);

function shuffle(items: number[]): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length });
}

/** Cuts a list into pieces of these sizes, over and over. */
function cut<T>(items: readonly T[], sizes: readonly number[]): T[][] {
  const pieces: T[][] = [];
  for (let from = 0, i = 0; from < items.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    pieces.push(items.slice(from, from + size));
    from += size;
  }
  return pieces;
}

/** The figures as their definitions say, without SQL. */
function toFigures(events: readonly Event[], impressions: number) {
  const count = (kind: InteractionKind) => events.filter((event) => event.kind === kind).length;
  const rate = (kind: InteractionKind) =>
    impressions === 0
      ? 0
      : new Set(events.filter((event) => event.kind === kind).map((event) => event.recommendationId)).size /
        impressions;
  const sum = (kind: InteractionKind) =>
    events.reduce((total, event) => total + (event.kind === kind ? (event.value ?? 0) : 0), 0);
  return {
    ...{ total_interactions: events.length, views: count("view"), clicks: count("click"), saves: count("save") },
    ...{ implementations: count("implement"), shares: count("share"), ratings: count("rate") },
    ...{ dismissals: count("dismiss"), click_through_rate: rate("click"), implementation_rate: rate("implement") },
    average_label: meanLabel(events),
    average_rating: count("rate") === 0 ? null : near(sum("rate") / count("rate")),
    total_view_seconds: near(sum("view")),
  };
}

function groupBy<T, Key>(items: readonly T[], toKey: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) groups.set(toKey(item), [...(groups.get(toKey(item)) ?? []), item]);
  return groups;
}

const near = (value: number): number => expect.closeTo(value, 6) as number;

function meanLabel(events: readonly Event[]): number | null {
  const labels = events.map(({ kind, value }) => toInteractionLabel(kind, value));
  return labels.length === 0 ? null : near(labels.reduce((total, label) => total + label, 0) / labels.length);
}

describe.each(ENGINES)("events that are repeated, late, out of order and at once (%s database)", (engine) => {
  let deps: Deps;
  let clusters: Map<string, string>;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    const careers = await deps.db.career.findMany({ select: { code: true, clusterId: true } });
    clusters = new Map(careers.map(({ code, clusterId }) => [code, clusterId]));
  });
  afterAll(() => deps.close());

  const meetPeople = () =>
    Promise.all(Array.from({ length: PEOPLE }, () => plantSomebody(deps, CODES, new Date(SHOWN_AT_MS))));
  type People = Awaited<ReturnType<typeof meetPeople>>;

  function toEvents(drafts: readonly Draft[], people: People): Event[] {
    return drafts.map((event) => {
      const shown = people[event.person]?.shown[event.position];
      if (shown === undefined) throw new Error("nothing was shown there");
      return { ...event, ...shown, eventId: crypto.randomUUID() };
    });
  }

  /** @returns how many replies said that an event was recorded */
  async function send(batch: readonly Event[], people: People): Promise<number> {
    const byPerson = groupBy(batch, ({ person }) => person);
    const counts = [...byPerson].map(async ([person, events]) => {
      const caller = { cookie: people[person]?.cookie ?? "", headers: BROWSER };
      const bodies = events.map(({ eventId, kind, value, atMs, recommendationId }) => ({
        ...{ recommendationId, eventId, interaction_type: kind, occurredAt: new Date(atMs).toISOString() },
        ...(value === null ? {} : { interaction_value: value }),
      }));
      const [only, ...others] = bodies;
      if (only === undefined || others.length > 0) {
        const { results } = await getReply("interactBatch", { ...caller, body: { events: bodies } });
        return results.filter(({ recorded }) => recorded).length;
      }
      const { recommendationId, ...body } = only;
      const reply = await getReply("interact", { ...caller, params: { recommendationId }, body });
      return reply.recorded ? 1 : 0;
    });
    return (await Promise.all(counts)).reduce((total, count) => total + count, 0);
  }

  async function expectStats(events: readonly Event[], people: People): Promise<void> {
    for (const { cookie, shown } of people) {
      for (const { recommendationId, code } of shown) {
        const stats = await getReply("getRecommendationStats", { params: { recommendationId }, cookie });
        const own = events.filter((event) => event.recommendationId === recommendationId);
        const about = events.filter((event) => event.code === code);
        const active = new Set(about.map(({ person }) => person)).size;
        const career = { code, impressions: people.length, ...toFigures(about, people.length) };
        expect(stats).toEqual({ recommendationId, ...toFigures(own, 1), career: active < 5 ? null : career });
      }
    }
  }

  async function expectHistory(events: readonly Event[], cookie: string): Promise<void> {
    const history = await getReply("getHistory", { cookie, query: { limit: 100 } });
    const byCluster = groupBy(
      events.filter(({ kind }) => kind !== "dismiss"),
      ({ code }) => clusters.get(code),
    );
    const liked = [...byCluster.values()].reduce((total, { length }) => total + length, 0);
    const codes = new Set(events.map(({ code }) => code));
    const implemented = new Set(events.filter(({ kind }) => kind === "implement").map(({ code }) => code));
    const latestFirst = events.toSorted((a, b) => b.atMs - a.atMs || (a.eventId < b.eventId ? 1 : -1));
    expect(history.counts).toEqual(
      Object.fromEntries(INTERACTION_KINDS.map((kind) => [kind, events.filter((event) => event.kind === kind).length])),
    );
    expect(new Map(history.category_preferences.map(({ clusterId, count }) => [clusterId, count]))).toEqual(
      new Map([...byCluster].map(([clusterId, { length }]) => [clusterId, length])),
    );
    for (const { count, share } of history.category_preferences) expect(share).toBeCloseTo(count / liked, 9);
    expect(history.average_engagement).toEqual(meanLabel(events));
    expect(history.implementation_rate).toBeCloseTo(codes.size === 0 ? 0 : implemented.size / codes.size, 9);
    expect(history.items.map(({ eventId, value, occurredAt }) => [eventId, value, Date.parse(occurredAt)])).toEqual(
      latestFirst.map(({ eventId, value, atMs }) => [eventId, value, atMs]),
    );
  }

  test("come to the figures of the set of events, and are recorded once each", async () => {
    const run = fc.asyncProperty(scenario, async ({ drafts, order, sizes, waves }) => {
      const people = await meetPeople();
      const events = toEvents(drafts, people);
      let recorded = 0;
      const travelling = order.flatMap((at) => events[at] ?? []);
      for (const wave of cut(cut(travelling, sizes), waves)) {
        const counts = await Promise.all(wave.map((batch) => send(batch, people)));
        recorded += counts.reduce((total, count) => total + count, 0);
      }
      expect(recorded).toBe(events.length);
      await expectStats(events, people);
      for (const [person, { cookie }] of people.entries()) {
        await expectHistory(
          events.filter((event) => event.person === person),
          cookie,
        );
      }
      // Somebody leaves, and what they did with them.
      const [gone, ...rest] = people;
      await deps.db.user.delete({ where: { id: gone?.userId ?? "" } });
      await expectStats(
        events.filter(({ person }) => person !== 0),
        rest,
      );
      await deps.db.user.deleteMany({ where: { id: { in: rest.map(({ userId }) => userId) } } });
      expect(await deps.db.interactionTally.count()).toBe(0);
    });
    await fc.assert(run, { numRuns: 15, seed: 20_261_120, interruptAfterTimeLimit: 30_000 });
  });
});
