import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { JOB_FEATURES } from "@/lib/engine/features/job-features";
import { setConsent } from "@/lib/use-cases/consent";
import type { Deps } from "@/lib/use-cases/deps";
import { keepDemoJobs } from "@/lib/use-cases/jobs/keep-demo-jobs";
import { trainRanker } from "@/lib/use-cases/ranking/train-ranker";
import { type SimulatedJobVisit, simulateJobs } from "@/lib/use-cases/simulate/simulate-jobs";
import { removeSimulatedPeople, requireNobodyReal } from "@/lib/use-cases/simulate/simulated-people";
import { createJobTally } from "@/lib/use-cases/simulate/tally-job-simulation";
import { at } from "../factories";
import { countRows, ENGINES, openTestDeps } from "./each-engine";

const DAY_MS = 24 * 3600 * 1000;
/** Ends at midnight (UTC): how what happened falls into days does not depend on when the test runs. */
const OPTIONS = {
  ...{ people: 60, days: 4, seed: 5, appealWeight: 0.6 },
  endMs: Math.floor(Date.now() / DAY_MS) * DAY_MS,
};
const BROWSER = { userId: null, role: null, via: "nothing", isBrowser: true, isOptedOut: false } as const;
const NOBODY = { onVisit: () => {}, onCall: () => {} };

/** The demo postings, with ids that are the same in every database: jobs with the same score come in their order. */
async function makeJobs(deps: Deps): Promise<void> {
  await keepDemoJobs({ ...deps, nowMs: () => OPTIONS.endMs }, { isOn: true });
  await deps.db
    .$executeRaw`UPDATE "Job" SET "id" = overlay(overlay(md5("sourceId") placing '4' from 13) placing '8' from 17)::uuid`;
}

async function run(deps: Deps) {
  const tally = createJobTally(OPTIONS.seed);
  const visits: SimulatedJobVisit[] = [];
  await simulateJobs(deps, OPTIONS, {
    onVisit: () => {},
    onCall: (visit) => {
      visits.push(visit);
      tally.add(visit);
    },
  });
  return { visits, summary: tally.summarize() };
}

/** Everything that happened but for ids of people and rows, in an order that does not depend on them. */
const toTrace = (deps: Deps) => deps.db.$queryRaw<Record<string, unknown>[]>`
  SELECT dense_rank() OVER (ORDER BY u."createdAt") AS "person", i."jobId"::text, i."position", i."score", i."createdAt"::text AS "shownAt",
    s."direction"::text, s."reasons", s."createdAt"::text AS "swipedAt", to_json(i."features")::text AS "features",
    (SELECT string_agg(concat(n."action", n."seconds", n."occurredAt"), ',' ORDER BY n."occurredAt", n."action") FROM "JobInteraction" n
      WHERE n."userId" = i."userId" AND n."impressionId" = i."id") AS "events"
  FROM "JobImpression" i JOIN "User" u ON u."id" = i."userId"
  LEFT JOIN "Swipe" s ON s."userId" = i."userId" AND s."jobId" = i."jobId" ORDER BY u."createdAt", i."createdAt", i."position"`;

describe.each(ENGINES)("simulated people who swipe (%s database)", (engine) => {
  let deps: Deps;
  let first: Awaited<ReturnType<typeof run>>;
  let before: Record<string, number>;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    await expect(simulateJobs(deps, OPTIONS, NOBODY)).rejects.toMatchObject({
      ...{ code: "NOT_READY", publicMessage: expect.stringMatching(/no open jobs.*jobs:import.*DEMO_JOBS=on/) },
    });
    await makeJobs(deps);
    before = await countRows(deps);
    first = await run(deps);
  });
  afterAll(() => deps.close());

  test("what is summed up is what is stored", async () => {
    const { summary, visits } = first;
    const { swipes, views, opens } = summary;
    const slipped = visits
      .flatMap(({ pages }) => pages.flatMap(({ cards }) => cards))
      .filter(({ deed }) => deed?.isSlip);
    const wrongly = slipped.filter(({ deed }) => deed?.direction === "LEFT").length;
    expect(await countRows(deps)).toMatchObject({
      ...{ User: OPTIONS.people, Consent: OPTIONS.people, JobFeed: summary.feeds, JobImpression: summary.cards },
      ...{ Swipe: swipes.left + swipes.right, JobInteraction: views + opens, Application: swipes.right + wrongly },
      ApplicationEvent: swipes.right + 2 * wrongly,
    });
    expect(summary.people).toBe(OPTIONS.people);
    expect(summary.visits).toBeGreaterThan(OPTIONS.people);
    expect(await deps.db.swipe.count({ where: { direction: "RIGHT" } })).toBe(swipes.right);
    expect(await deps.db.swipe.count({ where: { reasons: { isEmpty: false } } })).toBe(swipes.withReason);
    expect(await deps.db.application.count({ where: { withdrawnAt: { not: null } } })).toBe(wrongly);
    expect(await deps.db.jobInteraction.count({ where: { action: "open" } })).toBe(opens);
    for (const bands of [summary.positions, summary.deciles])
      expect(bands.reduce((sum, { cards }) => sum + cards, 0)).toBe(swipes.left + swipes.right);
    expect(Math.min(swipes.undone, wrongly, swipes.withReason, opens)).toBeGreaterThan(0);
  });

  test("people decide on the cards from the first on, having looked at each, and leave in the middle of a page", () => {
    for (const { pages } of first.visits)
      for (const { cards } of pages) {
        const decided = cards.filter(({ deed }) => deed !== null).length;
        expect(cards.slice(0, decided).every(({ deed }) => deed !== null)).toBe(true);
        expect(cards.map(({ isSeen }) => isSeen)).toEqual(cards.map((_, i) => i <= decided));
      }
    const last = first.visits.flatMap(({ pages }) => pages.slice(-1));
    const isCutShort = ({ cards }: (typeof last)[number]) => cards.some(({ deed }) => deed === null);
    expect(last.filter(isCutShort).length).toBeGreaterThan(last.length / 2);
    expect(first.visits.some(({ pages }) => pages.length > 1)).toBe(true);
  });

  test("everybody agreed to be recorded and said what they look for, and everything happened in its order on its day", async () => {
    const people = await deps.db.user.findMany({ where: { trackingConsent: true, role: "guest" } });
    expect(people).toHaveLength(OPTIONS.people);
    for (const { headline, preferredLocations, seniority } of people)
      expect([headline !== "", preferredLocations.length, seniority !== null]).toEqual([true, 1, true]);
    const [span] = await deps.db.$queryRaw<{ isOrdered: boolean; first: Date; last: Date }[]>`
      SELECT bool_and(c."createdAt" = u."createdAt" AND u."createdAt" <= f."createdAt" AND f."createdAt" <= i."createdAt"
          AND i."createdAt" < n."occurredAt" AND n."createdAt" = n."occurredAt"
          AND (s."createdAt" IS NULL OR s."createdAt" < i."createdAt" OR n."occurredAt" < s."createdAt")) AS "isOrdered",
        min(i."createdAt") AS "first", max(GREATEST(n."occurredAt", s."createdAt", u."lastSeenAt", p."updatedAt")) AS "last"
      FROM "User" u JOIN "Consent" c ON c."userId" = u."id" JOIN "JobProfile" p ON p."userId" = u."id"
      JOIN "JobImpression" i ON i."userId" = u."id" JOIN "JobFeed" f ON f."userId" = u."id" AND f."id" = i."feedId"
      JOIN "JobInteraction" n ON n."userId" = u."id" AND n."impressionId" = i."id"
      LEFT JOIN "Swipe" s ON s."userId" = u."id" AND s."jobId" = i."jobId"`;
    expect(span?.isOrdered).toBe(true);
    expect(span?.first.getTime()).toBeGreaterThanOrEqual(OPTIONS.endMs - OPTIONS.days * DAY_MS);
    expect(span?.first.getTime()).toBeLessThan(OPTIONS.endMs - (OPTIONS.days - 1) * DAY_MS);
    expect(span?.last.getTime()).toBeGreaterThan(OPTIONS.endMs - DAY_MS);
    expect(span?.last.getTime()).toBeLessThanOrEqual(OPTIONS.endMs);
    const odd = await deps.db.$queryRaw<unknown[]>`
      SELECT a."jobId" FROM "Application" a LEFT JOIN "Swipe" s ON s."userId" = a."userId" AND s."jobId" = a."jobId"
      JOIN "ApplicationEvent" e ON e."userId" = a."userId" AND e."applicationId" = a."id"
      WHERE e."createdAt" <> CASE e."kind" WHEN 'applied' THEN a."createdAt" WHEN 'withdrawn' THEN a."withdrawnAt" END
        OR (s."direction" = 'RIGHT' AND (a."createdAt" <> s."createdAt" OR a."withdrawnAt" IS NOT NULL))
        OR (s."direction" = 'LEFT' AND NOT (a."createdAt" < a."withdrawnAt" AND a."withdrawnAt" < s."createdAt"))
        OR a."updatedAt" <> COALESCE(a."withdrawnAt", a."createdAt")`;
    expect(odd).toEqual([]);
  });

  test("features know what was popular on the days before and what the person swiped before the page, and nothing else", async () => {
    const column = (name: string) => JOB_FEATURES.features.findIndex((feature) => feature.name === name) + 1;
    const rows = await deps.db.$queryRaw<
      { userId: string; day: number; most: number; swiped: number; shownAt: Date }[]
    >`
      SELECT i."userId"::text, i."createdAt" AS "shownAt", max(i."features"[${column("shown")}::int])::float8 AS "most",
        max(i."features"[${column("likes")}::int] + i."features"[${column("passes")}::int])::float8 AS "swiped",
        floor((extract(epoch FROM i."createdAt") * 1000 - ${OPTIONS.endMs}::float8) / ${DAY_MS}::float8)::int + ${OPTIONS.days}::int AS "day"
      FROM "JobImpression" i GROUP BY 1, 2`;
    const shownBefore = (day: number): Map<number, Set<string>> => {
      const people = new Map<number, Set<string>>();
      for (const { userId, pages } of first.visits.filter((one) => one.day < day))
        for (const { item } of pages.flatMap(({ cards }) => cards))
          people.set(item, (people.get(item) ?? new Set()).add(userId));
      return people;
    };
    const byDay = Array.from({ length: OPTIONS.days }, (_, day) => shownBefore(day));
    for (const { userId, day, pages, swiped } of first.visits) {
      const own = rows
        .filter((row) => row.userId === userId && row.day === day)
        .toSorted((a, b) => a.shownAt.getTime() - b.shownAt.getTime());
      expect(own).toHaveLength(pages.length);
      let count = swiped.size;
      pages.forEach(({ cards }, page) => {
        const most = Math.max(...cards.map(({ item }) => byDay[day]?.get(item)?.size ?? 0));
        expect(at(own, page).most).toBeCloseTo(Math.log1p(most), 5);
        expect(at(own, page).swiped).toBe(count);
        count += cards.filter(({ deed }) => deed !== null).length;
      });
    }
    expect(rows.some(({ day, most }) => day > 0 && most > Math.log(5))).toBe(true);
  });

  test("what is shown is better than chance and worse than the truth, and higher scores are swiped to the right more often", () => {
    const { ndcg, deciles } = first.summary;
    expect(ndcg["the best"].estimate).toBe(1);
    expect(ndcg["as shown"].low).toBeGreaterThan(ndcg["at random"].high);
    expect(ndcg["as shown"].high).toBeLessThan(0.9);
    expect(at(deciles, 9).right.low).toBeGreaterThan(at(deciles, 0).right.high);
  });

  test("a ranker of jobs can be trained on it", async () => {
    const options = { min_interactions: 100, lookback_days: 90, validation_split: 0.4, num_boost_round: 20 };
    const outcome = await trainRanker(deps, "jobs", options, () => {}, new AbortController().signal);
    if (outcome.kind !== "trained") throw new Error(JSON.stringify(outcome));
    const { views, opens, swipes } = first.summary;
    expect(outcome.report.data.interactions).toBe(views + opens + swipes.left + swipes.right);
    await deps.db.modelVersion.deleteMany();
  });

  test("the same seed in another database does the same things, ids apart", async () => {
    const trace = await toTrace(deps);
    const other = await openTestDeps(engine);
    try {
      await makeJobs(other);
      await run(other);
      expect(await toTrace(other)).toEqual(trace);
      expect(trace.length).toBeGreaterThan(1000);
    } finally {
      await other.close();
    }
  }, 120_000);

  test("the command refuses real people, and deleting takes the simulated alone, with everything of theirs", async () => {
    expect(await requireNobodyReal(deps)).toBe(OPTIONS.people);
    const { userId } = await setConsent(deps, BROWSER, true);
    await expect(requireNobodyReal(deps)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await removeSimulatedPeople(deps)).toBe(OPTIONS.people);
    expect(await countRows(deps)).toEqual({ ...before, User: 1, Consent: 1 });
    expect(await deps.db.user.count({ where: { id: userId ?? "" } })).toBe(1);
  });

  test("without a model it says what tastes need", async () => {
    const none = { ...deps, embedder: null, embedderError: "EMBEDDING_MODEL is none." };
    await expect(simulateJobs(none, OPTIONS, NOBODY)).rejects.toMatchObject({
      ...{ code: "NOT_READY", publicMessage: expect.stringContaining("EMBEDDING_MODEL is none.") },
    });
  });
});
