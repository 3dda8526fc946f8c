import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { setConsent } from "@/lib/use-cases/consent";
import type { Deps } from "@/lib/use-cases/deps";
import { openCareerWorld, type SimulatedCall, simulateCareers } from "@/lib/use-cases/simulate/simulate-careers";
import { removeSimulatedPeople, requireNobodyReal } from "@/lib/use-cases/simulate/simulated-people";
import { createSimulationTally } from "@/lib/use-cases/simulate/tally-simulation";
import { toTruthHeader, toTruthLine } from "@/lib/use-cases/simulate/write-truth";
import { countRows, ENGINES, openTestDeps } from "./each-engine";

const DAY_MS = 24 * 3600 * 1000;
const OPTIONS = { people: 20, days: 3, seed: 5, topN: 10, isDiverse: true, endMs: Date.now() };
const BROWSER = { userId: null, role: null, via: "nothing", isBrowser: true, isOptedOut: false } as const;

async function run(deps: Deps) {
  const { world, snapshot } = await openCareerWorld(deps, OPTIONS.seed);
  const tally = createSimulationTally(world, OPTIONS);
  const calls: SimulatedCall[] = [];
  await simulateCareers(deps, OPTIONS, {
    onVisit: () => {},
    onCall: (call) => {
      calls.push(call);
      tally.add(call);
    },
  });
  return { world, snapshot, calls, summary: tally.summarize() };
}

/** Everything that happened but for ids, in an order that does not depend on them. */
const toTrace = (deps: Deps) => deps.db.$queryRaw<Record<string, unknown>[]>`
  SELECT dense_rank() OVER (ORDER BY u."createdAt") AS "person", i."careerCode", i."kind"::text, i."value", i."label",
    i."occurredAt"::text, p."position"::int, p."score", s."createdAt"::text AS "shownAt"
  FROM "Interaction" i JOIN "User" u ON u."id" = i."userId"
  JOIN "Impression" p ON p."userId" = i."userId" AND p."id" = i."recommendationId"
  JOIN "Slate" s ON s."userId" = p."userId" AND s."id" = p."slateId" ORDER BY i."occurredAt", 1, 2, 3`;

describe.each(ENGINES)("simulated people (%s database)", (engine) => {
  let deps: Deps;
  let first: Awaited<ReturnType<typeof run>>;
  let before: Record<string, number>;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    before = await countRows(deps);
    first = await run(deps);
  });
  afterAll(() => deps.close());

  test("what is summed up is what is stored", async () => {
    const { summary, calls } = first;
    const rows = await countRows(deps);
    expect(summary.people).toBe(OPTIONS.people);
    expect(rows).toMatchObject({
      User: OPTIONS.people,
      Consent: OPTIONS.people,
      QuizSession: summary.quizzes,
      Slate: summary.lists,
      Impression: summary.impressions,
      Interaction: Object.values(summary.interactions).reduce((sum, count) => sum + count, 0),
      SavedCareer: summary.interactions.save,
    });
    expect(summary.lists).toBe(calls.length);
    expect(summary.lists).toBeGreaterThan(OPTIONS.people);
    const kinds = await deps.db.interaction.groupBy({ by: ["kind"], _count: true });
    for (const { kind, _count } of kinds) expect(summary.interactions[kind]).toBe(_count);
  });

  test("every interaction is about a career that its person was shown, at a position that they looked at", async () => {
    const stray = await deps.db.$queryRaw<unknown[]>`SELECT 1 FROM "Interaction" i WHERE NOT EXISTS (
      SELECT 1 FROM "Impression" p WHERE p."userId" = i."userId" AND p."id" = i."recommendationId" AND p."careerCode" = i."careerCode")`;
    expect(stray).toEqual([]);
    const unseen = await deps.db.$queryRaw<
      unknown[]
    >`SELECT 1 FROM "Interaction" i WHERE i."kind" <> 'view' AND NOT EXISTS (
      SELECT 1 FROM "Interaction" v WHERE v."userId" = i."userId" AND v."recommendationId" = i."recommendationId" AND v."kind" = 'view'
        AND v."occurredAt" < i."occurredAt")`;
    expect(unseen).toEqual([]);
  });

  test("everybody agreed to be recorded, and everything happened in its order on the days that it is said to have", async () => {
    expect(await deps.db.user.count({ where: { trackingConsent: true, role: "guest" } })).toBe(OPTIONS.people);
    const [span] = await deps.db.$queryRaw<{ isOrdered: boolean; first: Date; last: Date }[]>`
      SELECT bool_and(u."createdAt" <= q."createdAt" AND q."createdAt" <= s."createdAt" AND s."createdAt" < i."occurredAt"
        AND i."createdAt" = i."occurredAt" AND s."createdAt" <= u."lastSeenAt" AND c."createdAt" = u."createdAt") AS "isOrdered",
        min(s."createdAt") AS "first", max(i."occurredAt") AS "last"
      FROM "User" u JOIN "Consent" c ON c."userId" = u."id" JOIN "Slate" s ON s."userId" = u."id"
      JOIN "QuizSession" q ON q."userId" = u."id" AND q."id" = s."sessionId"
      JOIN "Impression" p ON p."userId" = u."id" AND p."slateId" = s."id"
      JOIN "Interaction" i ON i."userId" = u."id" AND i."recommendationId" = p."id"`;
    expect(span?.isOrdered).toBe(true);
    expect(span?.first.getTime()).toBeGreaterThanOrEqual(OPTIONS.endMs - OPTIONS.days * DAY_MS);
    expect(span?.first.getTime()).toBeLessThan(OPTIONS.endMs - 2 * DAY_MS);
    expect(span?.last.getTime()).toBeGreaterThan(OPTIONS.endMs - DAY_MS);
    expect(span?.last.getTime()).toBeLessThanOrEqual(OPTIONS.endMs);
    const [states] = await deps.db.$queryRaw<{ saved: number; reacted: number }[]>`
      SELECT (SELECT count(*)::int FROM "SavedCareer" s WHERE NOT EXISTS (SELECT 1 FROM "Interaction" i WHERE i."userId" = s."userId"
          AND i."careerCode" = s."careerCode" AND i."kind" = 'save' AND i."occurredAt" = s."createdAt")) AS "saved",
        (SELECT count(*)::int FROM "CareerReaction" r WHERE NOT EXISTS (SELECT 1 FROM "Interaction" i WHERE i."userId" = r."userId"
          AND i."careerCode" = r."careerCode" AND i."kind"::text = r."kind"::text AND i."occurredAt" = r."createdAt")) AS "reacted"`;
    expect(states).toEqual({ saved: 0, reacted: 0 });
  });

  test("what somebody saved moves the lists of later visits, and what they set aside is not in them", async () => {
    const moved = await deps.db.slate.count({ where: { options: { path: ["history", "applied"], equals: true } } });
    expect(moved).toBeGreaterThan(0);
    const again = await deps.db.$queryRaw<unknown[]>`SELECT 1 FROM "CareerReaction" r
      JOIN "Impression" p ON p."userId" = r."userId" AND p."careerCode" = r."careerCode"
      JOIN "Slate" s ON s."userId" = p."userId" AND s."id" = p."slateId" AND s."createdAt" > r."createdAt" WHERE r."kind" = 'dismiss'`;
    expect(again).toEqual([]);
  });

  test("the features of a list know what was popular on the days before it, and nothing of its own day", async () => {
    const shownAt = CAREER_FEATURES.features.findIndex(({ name }) => name === "shown") + 1;
    const days = await deps.db.$queryRaw<{ day: number; most: number }[]>`
      SELECT floor((extract(epoch FROM s."createdAt") * 1000 - ${OPTIONS.endMs}::float8) / ${DAY_MS}::float8)::int + ${OPTIONS.days}::int AS "day",
        max(i."features"[${shownAt}::int])::float8 AS "most"
      FROM "Slate" s JOIN "Impression" i ON i."userId" = s."userId" AND i."slateId" = s."id" GROUP BY 1 ORDER BY 1`;
    const most = (day: number): number => {
      const counts = new Map<number, number>();
      for (const call of first.calls.filter((one) => one.day < day))
        for (const item of call.slate) counts.set(item, (counts.get(item) ?? 0) + 1);
      const shown = first.calls.filter((one) => one.day === day).flatMap(({ slate }) => slate);
      return Math.log1p(Math.max(...shown.map((item) => counts.get(item) ?? 0)));
    };
    expect(days.map(({ day }) => day)).toEqual([0, 1, 2]);
    for (const one of days) expect(one.most).toBeCloseTo(most(one.day), 5);
    expect(days[1]?.most).toBeGreaterThan(0);
  });

  test("the truth of every list goes with it: a grade of every career, and the chance of each position to be looked at", async () => {
    const { world, snapshot, calls, summary } = first;
    const header = JSON.parse(toTruthHeader(world, snapshot, OPTIONS));
    expect(header.codes).toHaveLength(snapshot.careers.length);
    expect(header.examination).toHaveLength(OPTIONS.topN);
    expect(header.examination[0]).toBe(1);
    for (const call of calls) {
      const { userId, recommendationIds, relevance } = JSON.parse(toTruthLine(call));
      expect(relevance).toMatch(new RegExp(`^[0-4]{${header.codes.length}}$`));
      const shown = await deps.db.impression.findMany({ where: { userId, id: { in: recommendationIds } } });
      expect(shown).toHaveLength(call.slate.length);
      for (const { position, careerCode } of shown) {
        expect(header.codes[call.slate[position - 1] ?? -1]).toBe(careerCode);
      }
    }
    const { ndcg } = summary;
    expect(ndcg["the best"].estimate).toBe(1);
    expect(ndcg["as shown"].estimate).toBeGreaterThan(ndcg["at random"].estimate + 0.05);
    expect(ndcg["the best by the same rules"].estimate).toBeGreaterThan(ndcg["as shown"].estimate + 0.1);
  });

  test("the same seed in another database does the same things, ids apart", async () => {
    const trace = await toTrace(deps);
    const other = await openTestDeps(engine);
    try {
      await run(other);
      expect(await toTrace(other)).toEqual(trace);
      expect(trace.length).toBeGreaterThan(100);
    } finally {
      await other.close();
    }
  });

  test("simulated people are told apart from real ones: the command refuses real ones, and deleting takes the simulated alone", async () => {
    expect(await requireNobodyReal(deps)).toBe(OPTIONS.people);
    const { userId } = await setConsent(deps, BROWSER, true);
    await expect(requireNobodyReal(deps)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await removeSimulatedPeople(deps)).toBe(OPTIONS.people);
    expect(await countRows(deps)).toEqual({ ...before, User: 1, Consent: 1 });
    expect(await deps.db.user.count({ where: { id: userId ?? "" } })).toBe(1);
    expect(await removeSimulatedPeople(deps)).toBe(0);
  });
});
