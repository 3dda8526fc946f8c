import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { metrics } from "@/lib/adapters/metrics";
import type { DiscoverReply } from "@/lib/contracts/jobs";
import { findJobRow } from "@/lib/db/job-rows";
import { JOB_FEATURES } from "@/lib/engine/features/job-features";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { toRankingSet } from "@/lib/engine/ranking/ranking-set";
import type { Actor } from "@/lib/use-cases/actor";
import type { Deps } from "@/lib/use-cases/deps";
import { discoverJobs } from "@/lib/use-cases/jobs/discover-jobs";
import { getJob } from "@/lib/use-cases/jobs/get-job";
import { toCandidate, toCandidateFacts } from "@/lib/use-cases/jobs/job-facts";
import { getJobLearning, toFeatures } from "@/lib/use-cases/jobs/job-learning";
import { findJobSeeker } from "@/lib/use-cases/jobs/job-seeker";
import { swipeJob } from "@/lib/use-cases/jobs/swipe-job";
import { toStartScores } from "@/lib/use-cases/ranking/judge-ranker";
import { loadJobLists } from "@/lib/use-cases/ranking/load-shown-lists";
import { listRankers, promoteRanker, rollBackRanker } from "@/lib/use-cases/ranking/manage-rankers";
import { toFeatureNames, toScoreColumn } from "@/lib/use-cases/ranking/surfaces";
import { trainRanker } from "@/lib/use-cases/ranking/train-ranker";
import { at } from "../factories";
import { ENGINES, openTestDeps } from "./each-engine";
import { makeSeeker } from "./job-calls";
import { judgeShuffled } from "./shuffled-lists";

const ADMIN: Actor = {
  ...{ userId: crypto.randomUUID(), role: "admin", via: "session_cookie", isBrowser: true, isOptedOut: false },
};
const OPTIONS = { min_interactions: 100, lookback_days: 90, validation_split: 0.25, num_boost_round: 60 };
const NEVER = new AbortController().signal;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PEOPLE = 120;
const JOBS = 90;
const PAGE = 20;
const SWIPED = 14;
const WELL_PAID = 100_000;
const WIDTH = JOB_FEATURES.features.length;

describe.each(ENGINES)("a ranker that learns from swipes (%s database)", (engine) => {
  let deps: Deps;
  const rng = createRng(9);
  const nowMs = Date.now();
  const midnightMs = Math.floor(nowMs / DAY_MS) * DAY_MS;

  beforeAll(async () => {
    // The clock stands still, so that a feed made again is the same but for what ranks; variety is tested by itself.
    deps = { ...(await openTestDeps(engine)), rankerMsMax: 60_000, jobsMmrLambda: 1, nowMs: () => nowMs };
    const careers = await deps.db.career.findMany({
      select: { code: true, clusterId: true },
      orderBy: { code: "asc" },
    });
    const companies = Array.from({ length: 12 }, (_, i) => ({ id: crypto.randomUUID(), name: `Company ${i}` }));
    await deps.db.company.createMany({ data: companies });
    await deps.db.job.createMany({
      data: Array.from({ length: JOBS }, (_, i) => {
        const { code, clusterId } = at(careers, rng.integer(careers.length));
        const salaryMin = 40_000 + 1000 * rng.integer(120);
        return {
          ...{
            id: crypto.randomUUID(),
            companyId: at(companies, rng.integer(12)).id,
            source: "csv",
            title: `Job ${i}`,
          },
          ...{ careerCode: code, careerConfidence: 0.9, clusterId, salaryMin, salaryMax: salaryMin + 10_000 },
          ...{ isRemote: rng.uniform() < 0.4, tags: rng.uniform() < 0.5 ? ["SQL", "Python"] : ["Welding"] },
          postedAt: new Date(nowMs - rng.integer(20 * 24) * HOUR_MS),
          createdAt: new Date(nowMs - 60 * DAY_MS),
        };
      }),
    });
  });
  afterAll(() => deps.close());

  const makePerson = async (profile: object = {}): Promise<Actor> => {
    const { id } = await makeSeeker(deps, { skills: ["SQL"], seniority: "MID", ...profile });
    return { ...ADMIN, userId: id, role: "guest", via: "guest_cookie" };
  };
  const discover = async (actor: Actor, changes: Partial<Deps> = {}): Promise<DiscoverReply> =>
    (await discoverJobs({ ...deps, ...changes }, actor, { limit: PAGE })).reply;
  const ids = (reply: DiscoverReply) => reply.items.map(({ id }) => id);
  const payOf = ({ salaryMin, salaryMax }: { salaryMin: number | null; salaryMax: number | null }) =>
    ((salaryMin ?? 0) + (salaryMax ?? 0)) / 2;

  /** People who apply for what pays well, whatever else it is, and decide on the first rows of what they are shown. */
  async function plantSwipes(): Promise<void> {
    for (let i = 0; i < PEOPLE; i++) {
      const actor = await makePerson({ skills: rng.uniform() < 0.5 ? ["SQL"] : ["Welding"] });
      const userId = actor.userId ?? "";
      const { items } = await discover(actor);
      // A fourth of them are swiped past midnight, which no day may lose.
      const shownAt = new Date(midnightMs - 30_000 - (PEOPLE - i) * 6 * HOUR_MS);
      await deps.db.jobImpression.updateMany({ where: { userId }, data: { createdAt: shownAt } });
      await deps.db.swipe.createMany({
        data: items.slice(0, SWIPED).map((item) => ({
          ...{ userId, jobId: item.id, score: item.score, createdAt: new Date(shownAt.getTime() + 60_000) },
          direction: payOf(item) > WELL_PAID !== rng.uniform() < 0.05 ? ("RIGHT" as const) : ("LEFT" as const),
        })),
      });
    }
  }

  async function trained() {
    const outcome = await trainRanker(deps, "jobs", OPTIONS, () => {}, NEVER);
    if (outcome.kind !== "trained") throw new Error(JSON.stringify(outcome));
    return outcome;
  }

  test("with too little to learn from it says how much is missing", async () => {
    expect(await trainRanker(deps, "jobs", OPTIONS, () => {}, NEVER)).toEqual({
      ...{ kind: "too_little", interactions: 0, missing: { what: "interactions", count: 100 } },
    });
  });

  test("what is shown keeps what a ranker may know, and made anew it is the same", async () => {
    const actor = await makePerson();
    const userId = actor.userId ?? "";
    const [first] = (await discover(actor)).items;
    for (const direction of ["LEFT", "RIGHT"] as const) {
      const [item] = (await discover(actor)).items;
      await swipeJob(deps, actor, { jobId: item?.id ?? "", direction, reasons: [] });
    }
    const { items } = await discover(actor);
    const rows = await deps.db.$queryRaw<{ features: string; featureVersion: string; policy: string }[]>`
      SELECT to_json(i."features")::text AS "features", i."featureVersion", i."policy" FROM "JobImpression" i
      WHERE i."id" = ANY(${items.map(({ recommendationId }) => recommendationId)}::uuid[]) ORDER BY i."position"`;
    const kept = rows.map(({ features }) => JSON.parse(features) as (number | null)[]);
    const seeker = await findJobSeeker(deps, userId);
    if (seeker === null) throw new Error("they are gone");
    const learning = await getJobLearning({ ...deps, jobPopularity: { current: null } }, seeker);
    const jobs = await Promise.all(
      items.map(async ({ id, score, parts, similarity }) => {
        const row = await findJobRow(deps.db, id);
        if (row === null) throw new Error("the job is gone");
        const candidate = toCandidate(row, similarity);
        return { candidate, facts: toCandidateFacts(candidate, nowMs), match: { score, parts, similarity } };
      }),
    );
    const again = toFeatures(learning, seeker, jobs, nowMs);
    expect(kept.flatMap((features) => features.map((value) => Math.fround(value ?? Number.NaN)))).toEqual([
      ...again.data,
    ]);
    expect(kept.map(({ length }) => length)).toEqual(items.map(() => WIDTH));
    expect(rows[0]).toMatchObject({ featureVersion: JOB_FEATURES.version, policy: "job-base" });
    const column = (name: string) => toFeatureNames(JOB_FEATURES).indexOf(name);
    expect([kept[0]?.[column("likes")], kept[0]?.[column("passes")]]).toEqual([1, 1]);
    expect(first).toBeDefined();
  });

  test("it learns what people apply for, is promoted, says so, and roll-back gives the old feeds", async () => {
    await plantSwipes();
    const actor = await makePerson();
    const before = await discover(actor);
    expect(before.ml_ranking_applied).toBe(false);
    const { report, modelId, number } = await trained();
    expect(report.ranker.validation.at10).toBeGreaterThan(report.base.validation.at10 + 0.05);
    expect(report.beyondCurrent.low).toBeGreaterThan(0);
    expect(report.importances[0]?.name).toMatch(/^pay/);
    // What nobody decided on is left out.
    expect(report.data.trainRows / report.data.trainLists).toBeLessThanOrEqual(SWIPED);
    expect(ids(await discover(actor))).toEqual(ids(before));

    await promoteRanker(deps, ADMIN, modelId);
    const after = await discover(actor);
    expect(after.ml_ranking_applied).toBe(true);
    expect(ids(after)).not.toEqual(ids(before));
    const meanPay = (reply: DiscoverReply) => mean(reply.items.slice(0, 10).map(payOf));
    expect(meanPay(after)).toBeGreaterThan(meanPay(before));
    expect(after.items.map(({ score }) => score)).toEqual(
      after.items.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    for (const { parts, score } of after.items)
      expect(Object.values(parts).reduce((sum, points) => sum + points, 0)).toBeCloseTo(score, 6);
    const reasons = after.items.flatMap((item) => [...item.reasons.for, ...item.reasons.against]);
    expect(reasons.some((reason) => /^Learned from choices: .*pay like this/.test(reason))).toBe(true);
    const top = at(after.items, 0);
    expect(top.parts.learned).toBeGreaterThan(0);
    const shown = await deps.db.jobImpression.findFirstOrThrow({ where: { id: top.recommendationId } });
    expect(shown).toMatchObject({ policy: "ranker", modelVersion: `jobs-${number}`, featureVersion: "jobs-1" });
    const { current } = await listRankers(deps, ADMIN, "jobs");
    expect(current).toMatchObject({ id: modelId, number, isUsable: true });
    expect((await listRankers(deps, ADMIN, "careers")).current.id).toBeNull();

    // Its page and the application say the same of it.
    const { match } = await getJob(deps, actor, { jobId: top.id });
    expect(match).toMatchObject({ score: top.score, parts: top.parts, reasons: top.reasons });
    await swipeJob(deps, actor, { jobId: top.id, direction: "RIGHT", reasons: [] });
    const application = await deps.db.application.findFirstOrThrow({ where: { userId: actor.userId ?? "" } });
    expect(application).toMatchObject({ scoreAtApply: top.score, partsAtApply: top.parts });

    // A feed that was begun goes on in its order, whatever ranks since.
    const other = await makePerson();
    const begun = await discover(other);
    const rest = await discover(other, {});
    expect(ids(rest)).toEqual(ids(begun));
    await rollBackRanker(deps, ADMIN, "jobs");
    const next = (await discoverJobs(deps, other, { limit: PAGE, cursor: begun.nextCursor ?? "" })).reply;
    expect(next.ml_ranking_applied).toBe(true);
    expect(next.items.every(({ id }) => !ids(begun).includes(id))).toBe(true);
    const scores = [...begun.items, ...next.items].map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));

    const fresh = await makePerson();
    const rolledBack = await discover(fresh);
    expect(rolledBack.ml_ranking_applied).toBe(false);
    expect(ids(rolledBack)).toEqual(ids(before));
    expect(rolledBack.items.map(({ score, parts }) => ({ score, parts }))).toEqual(
      before.items.map(({ score, parts }) => ({ score, parts })),
    );
  }, 180_000);

  test("what came of days is what was swiped, once a job, and nothing of those who do not want to be recorded", async () => {
    const from = new Date(nowMs - 60 * DAY_MS);
    const lists = await loadJobLists(deps.db, from, new Date(nowMs - HOUR_MS));
    expect(lists).toHaveLength(PEOPLE);
    for (const { labels, isTouched } of lists) {
      expect(isTouched.filter(Boolean)).toHaveLength(SWIPED);
      expect(labels.every((label, i) => label === 0 || (label === 1 && isTouched[i]))).toBe(true);
    }
    const { userId } = await deps.db.swipe.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
    const jobImpressions = await deps.db.jobImpression.findMany({ where: { userId }, orderBy: { position: "asc" } });
    const unseen = at(jobImpressions, PAGE - 1);
    const seen = { userId, impressionId: unseen.id, jobId: unseen.jobId, occurredAt: unseen.createdAt };
    await deps.db.jobInteraction.createMany({
      data: [
        { ...seen, id: crypto.randomUUID(), action: "view", seconds: 30 },
        { ...seen, id: crypto.randomUUID(), action: "open" },
      ],
    });
    const again = await loadJobLists(deps.db, from, new Date(nowMs - HOUR_MS));
    const first = again.find(({ shownAtMs }) => shownAtMs === unseen.createdAt.getTime());
    expect(first?.labels[PAGE - 1]).toBeCloseTo(0.4);
    expect(first?.isTouched[PAGE - 1]).toBe(true);
    await deps.db.jobInteraction.deleteMany({ where: { userId } });
    // A job that is shown again in a later day and swiped there: it was not swiped when it was shown first.
    const { id: _, createdAt: shownAt, ...swiped } = at(jobImpressions, 0);
    const swipe = { userId, jobId: swiped.jobId };
    const nextDay = new Date(shownAt.getTime() + DAY_MS);
    const nextShown = { id: crypto.randomUUID(), parts: {}, featureVersion: null, createdAt: nextDay };
    await deps.db.jobImpression.create({ data: { ...swiped, ...nextShown } });
    await deps.db.swipe.updateMany({ where: swipe, data: { createdAt: new Date(nextDay.getTime() + HOUR_MS) } });
    const shownAgain = await loadJobLists(deps.db, from, new Date(nowMs - HOUR_MS));
    expect(shownAgain.find(({ shownAtMs }) => shownAtMs === shownAt.getTime())?.isTouched[0]).toBe(false);
    await deps.db.jobImpression.deleteMany({ where: { userId, createdAt: nextDay } });
    await deps.db.user.update({ where: { id: userId }, data: { trackingConsent: false } });
    expect(await loadJobLists(deps.db, from, new Date(nowMs - HOUR_MS))).toHaveLength(PEOPLE - 1);
    await deps.db.user.update({ where: { id: userId }, data: { trackingConsent: null } });
  });

  test("with shuffled labels it learns nothing: no feature tells what came of showing a job", async () => {
    const lists = await loadJobLists(deps.db, new Date(nowMs - 60 * DAY_MS), new Date(nowMs - HOUR_MS));
    const { real, shuffled } = judgeShuffled(lists, JOB_FEATURES);
    expect(real.learned).toBeGreaterThan(real.chance + 0.15);
    expect(Math.abs(shuffled.learned - shuffled.chance)).toBeLessThan(0.05);
    expect(toStartScores(toRankingSet(lists, WIDTH, null), toScoreColumn(JOB_FEATURES))[0]).toBeGreaterThan(0);
  });

  test.each([
    ["cut off", "corrupt", { artefact: "tree\nversion=v4\n" }],
    ["missing", "missing", { status: "failed" }],
    ["of another table of features", "other_features", { featureVersion: "jobs-0" }],
  ])("a promoted model that is %s leaves base scores to rank, and is counted", async (_, reason, spoiled) => {
    const { modelId } = await trained();
    const actor = await makePerson();
    const before = await discover(actor);
    await deps.db.modelVersion.update({ where: { id: modelId }, data: spoiled });
    const count = async () =>
      (await metrics.rankerFallbacks.get()).values.find(
        ({ labels }) => labels.reason === reason && labels.surface === "jobs",
      )?.value ?? 0;
    const counted = await count();
    await deps.db.modelPromotion.create({ data: { surface: "jobs", modelId } });
    deps.rankers.jobs.checkedAtMs = Number.NEGATIVE_INFINITY;
    const after = await discover(actor);
    expect(after.ml_ranking_applied).toBe(false);
    expect(ids(after)).toEqual(ids(before));
    expect(await count()).toBe(counted + 1);
    await rollBackRanker(deps, ADMIN, "jobs");
  });

  test("a ranker that takes too long is left out of that feed, and counted", async () => {
    const { modelId } = await trained();
    await promoteRanker(deps, ADMIN, modelId);
    const actor = await makePerson();
    const count = async () =>
      (await metrics.rankerFallbacks.get()).values.find(
        ({ labels }) => labels.reason === "slow" && labels.surface === "jobs",
      )?.value ?? 0;
    const counted = await count();
    const slow = await discover(actor, { rankerMsMax: -1 });
    expect(slow.ml_ranking_applied).toBe(false);
    expect(slow.items.every(({ parts }) => parts.learned === 0)).toBe(true);
    expect(await count()).toBe(counted + 1);
    expect((await discover(actor)).ml_ranking_applied).toBe(true);
    await rollBackRanker(deps, ADMIN, "jobs");
  });

  test("somebody of whom nothing is known gets what is learned once a ranker is promoted, and fields in turn before", async () => {
    const stranger: Actor = { ...ADMIN, userId: null, role: "guest", via: "guest_cookie" };
    const cold = await discover(stranger);
    expect(cold).toMatchObject({ mode: "cold", ml_ranking_applied: false });
    expect(new Set(cold.items.slice(0, 8).map(({ cluster }) => cluster)).size).toBe(8);
    const { modelId } = await trained();
    await promoteRanker(deps, ADMIN, modelId);
    const learned = await discover(stranger);
    expect(learned).toMatchObject({ mode: "cold", ml_ranking_applied: true });
    const scores = learned.items.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    await rollBackRanker(deps, ADMIN, "jobs");
  });

  test("variety among what is nearly as good: more kinds of work in a page, of the same jobs with the same scores", async () => {
    const companyId = crypto.randomUUID();
    await deps.db.company.create({ data: { id: companyId, name: "Only one kind" } });
    const [career] = await deps.db.career.findMany({ take: 1 });
    await deps.db.job.createMany({
      data: Array.from({ length: 30 }, () => ({
        ...{
          id: crypto.randomUUID(),
          companyId,
          source: "csv",
          title: "Clerk",
          isRemote: true,
          tags: ["SQL", "Excel"],
        },
        ...{ careerCode: career?.code ?? "", clusterId: career?.clusterId ?? "", postedAt: new Date(nowMs) },
      })),
    });
    const actor = await makePerson();
    const plain = await discover(actor, { jobsMmrLambda: 1 });
    const varied = await discover(actor, { jobsMmrLambda: 0.7 });
    expect(plain.diversity_score).toBeLessThan(0.3);
    expect(varied.diversity_score).toBeGreaterThan(plain.diversity_score + 0.2);
    const all = async (jobsMmrLambda: number) => {
      const feed = await deps.db.jobFeed.findMany({
        where: { userId: actor.userId ?? "" },
        orderBy: { createdAt: "asc" },
      });
      const { jobIds, scores } = at(feed, jobsMmrLambda === 1 ? 0 : 1);
      const width = scores.length / jobIds.length;
      return Object.fromEntries(jobIds.map((id, i) => [id, scores.slice(i * width, (i + 1) * width)]));
    };
    expect(await all(0.7)).toEqual(await all(1));
    // The best is still the first.
    expect(varied.items[0]?.id).toBe(plain.items[0]?.id);
    await deps.db.company.delete({ where: { id: companyId } });
  });

  test("what everybody did is counted once a day, however many ask at the same moment", async () => {
    const asking = { ...deps, jobPopularity: { current: null } };
    const actors = await Promise.all(Array.from({ length: 8 }, () => makePerson()));
    const seekers = await Promise.all(actors.map(({ userId }) => findJobSeeker(deps, userId ?? "")));
    const queries = vi.spyOn(deps.db, "$queryRaw");
    const learnings = await Promise.all(seekers.flatMap((seeker) => (seeker ? [getJobLearning(asking, seeker)] : [])));
    expect(new Set(learnings.map(({ popularity }) => popularity)).size).toBe(1);
    const counting = queries.mock.calls.filter(([sql]) => JSON.stringify(sql).includes("companies"));
    expect(counting).toHaveLength(1);
    queries.mockRestore();
    expect(learnings[0]?.popularity.total.shown).toBeGreaterThan(0);
  });
});
