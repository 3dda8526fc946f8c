import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { metrics } from "@/lib/adapters/metrics";
import { parseQuizAnswers } from "@/lib/contracts/quiz-answers";
import type { RecommendReply } from "@/lib/contracts/results";
import { CAREER_FEATURES, toCareerFeatures } from "@/lib/engine/features/career-features";
import { createRng } from "@/lib/engine/math/random";
import { parseLightGbm } from "@/lib/engine/models/parse-lightgbm";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import { createCareerScorer } from "@/lib/engine/scoring/hybrid";
import type { Actor } from "@/lib/use-cases/actor";
import { getCareerSnapshot } from "@/lib/use-cases/career-snapshot";
import type { Deps } from "@/lib/use-cases/deps";
import { describeRanking } from "@/lib/use-cases/describe-ranking";
import { toPerson } from "@/lib/use-cases/quiz-person";
import { getFeatureContext } from "@/lib/use-cases/ranking/feature-context";
import { loadCareerLists } from "@/lib/use-cases/ranking/load-shown-lists";
import { cancelTraining, listRankers, promoteRanker, rollBackRanker } from "@/lib/use-cases/ranking/manage-rankers";
import { type TrainOutcome, trainRanker } from "@/lib/use-cases/ranking/train-ranker";
import { findTrainingReason, trainWhenDue } from "@/lib/use-cases/ranking/train-when-due";
import { recommendCareers } from "@/lib/use-cases/recommend-careers";
import { at, makeAnswers, makeRatings } from "../factories";
import { ENGINES, openTestDeps } from "./each-engine";
import { judgeShuffled } from "./shuffled-lists";

const GUEST: Actor = { userId: null, role: "guest", via: "guest_cookie", isBrowser: true, isOptedOut: false };
const ADMIN: Actor = { ...GUEST, userId: crypto.randomUUID(), role: "admin", via: "session_cookie" };
const OPTIONS = { min_interactions: 100, lookback_days: 90, validation_split: 0.25, num_boost_round: 60 };
const DIMENSION_IDS = CAREER_FEATURES.features.flatMap(({ name }) => (name.startsWith("lean_") ? [name.slice(5)] : []));
const NEVER = new AbortController().signal;
const LISTS = 120;
const DAY_MS = 86_400_000;

const ask = { top_n: 20, diversity: false, history: true, details: false } as const;
const codes = (reply: RecommendReply) => reply.recommendations.map(({ code }) => code);

describe.each(ENGINES)("a ranker that learns from what people do (%s database)", (engine) => {
  let deps: Deps;
  const rng = createRng(5);

  beforeAll(async () => {
    deps = { ...(await openTestDeps(engine)), rankerMsMax: 60_000 };
  });
  afterAll(() => deps.close());

  const answer = () => {
    const ratings = makeRatings(rng);
    return makeAnswers(Object.fromEntries(DIMENSION_IDS.map((id, d) => [id, ratings[d]])));
  };
  const list = async (answers = answer()) =>
    (await recommendCareers(deps, GUEST, { ...ask, answers: answers as never })).reply;
  const train = (options = {}) => trainRanker(deps, "careers", { ...OPTIONS, ...options }, () => {}, NEVER);
  async function trained(): Promise<Extract<TrainOutcome, { kind: "trained" }>> {
    const outcome = await train();
    if (outcome.kind !== "trained") throw new Error(JSON.stringify(outcome));
    return outcome;
  }

  /** People who save what pays well wherever it stands, and look at the first dozen rows. */
  async function plantChoices(): Promise<void> {
    const { positions, index } = await getCareerSnapshot(deps);
    for (let i = 0; i < LISTS; i++) {
      const { recommendations } = await list();
      const slate = await deps.db.impression.findFirstOrThrow({
        where: { id: recommendations[0]?.recommendationId ?? "" },
      });
      const shownAt = new Date(Date.now() - (LISTS - i) * 3_600_000);
      await deps.db.slate.updateMany({ where: { id: slate.slateId }, data: { createdAt: shownAt } });
      await deps.db.interaction.createMany({
        data: recommendations.slice(0, 12).flatMap(({ code, recommendationId }) => {
          const row = {
            userId: slate.userId,
            recommendationId,
            careerCode: code,
            occurredAt: shownAt,
            createdAt: shownAt,
          };
          const isWellPaid = (index.objectives.salary[positions.get(code) ?? -1] ?? 0) > 0.5;
          const view = { ...row, id: crypto.randomUUID(), kind: "view" as const, value: 1, label: 0.1 };
          const save = { ...row, id: crypto.randomUUID(), kind: "save" as const, label: 0.8 };
          return isWellPaid ? [view, save] : [view];
        }),
      });
    }
  }

  test("with too little to learn from it says how much is missing, and nothing is kept", async () => {
    expect(await train()).toEqual({
      kind: "too_little",
      interactions: 0,
      missing: { what: "interactions", count: 100 },
    });
    expect((await listRankers(deps, ADMIN, "careers")).items).toEqual([]);
  });

  test("a list keeps what a ranker may know, and made anew it is the same", async () => {
    const answers = answer();
    const { recommendations, sessionId } = await list(answers);
    const stored = await deps.db.$queryRaw<
      { careerCode: string; features: string; options: unknown; featureVersion: string }[]
    >`
      SELECT i."careerCode", to_json(i."features")::text AS "features", s."options", s."featureVersion"
      FROM "Impression" i JOIN "Slate" s ON s."id" = i."slateId"
      WHERE i."id" = ANY(${recommendations.map(({ recommendationId }) => recommendationId)}::uuid[]) ORDER BY i."position"`;
    const kept = stored.map(({ features }) => JSON.parse(features) as (number | null)[]);
    const session = await deps.db.quizSession.findFirstOrThrow({ where: { id: sessionId } });
    const { profile } = parseQuizAnswers(session.answers as never);
    if (profile === null) throw new Error("the answers are faulty");
    const snapshot = await getCareerSnapshot(deps);
    const person = await toPerson(profile, deps);
    const { alpha, weights } = at(stored, 0).options as { alpha: number; weights: never };
    const scorer = createCareerScorer(snapshot.index, person, { alpha, weights });
    const again = toCareerFeatures(
      {
        ...{ index: snapshot.index, ...(await getFeatureContext(deps, snapshot, deps.nowMs())), profile },
        ...{ textWordCount: person.textWordCount, history: { liked: [], disliked: [] } },
        ...{ scorer, scores: scorer.score(profile.ratings) },
      },
      stored.map(({ careerCode }) => snapshot.positions.get(careerCode) ?? -1),
    );
    const width = CAREER_FEATURES.features.length;
    expect(kept.flatMap((features) => features.map((value) => Math.fround(value ?? Number.NaN)))).toEqual([
      ...again.data,
    ]);
    expect(kept.map(({ length }) => length)).toEqual(kept.map(() => width));
    expect(at(stored, 0).featureVersion).toBe(CAREER_FEATURES.version);
  });

  test("it learns what people pick, is promoted because it ranks better, says so, and roll-back gives the old lists", async () => {
    await plantChoices();
    const answers = answer();
    const before = await list(answers);
    const { report, modelId, number } = await trained();
    expect(report.ranker.validation.at10).toBeGreaterThan(report.base.validation.at10 + 0.05);
    expect(report.beyondCurrent).toMatchObject({ modelId: null, number: null });
    expect(report.beyondCurrent.low).toBeGreaterThan(0);
    expect(report.importances[0]?.name).toBe("pay");
    const labels = report.reliability.map(({ label }) => label);
    expect(labels).toHaveLength(5);
    expect(at(labels, 4)).toBeGreaterThan(at(labels, 0) + 0.3);
    expect(report.reliability.reduce((sum, { rows }) => sum + rows, 0)).toBe(report.data.validationRows);
    // Nobody changed; what is counted for everybody may have, between the first lists and the last.
    const groups = new Map(CAREER_FEATURES.features.map(({ name, group }) => [name, group]));
    expect(report.drift.moved.map(({ name }) => groups.get(name)).filter((group) => group === "answers")).toEqual([]);
    // A fifth of the earlier lists told when to stop: neither learned from nor judged by.
    expect(report.data.trainLists).toBeLessThanOrEqual(0.8 * 0.75 * LISTS);
    expect(report.data.validationLists).toBeGreaterThanOrEqual(20);
    expect(report.examination.slice(0, 12)).toEqual(new Array(12).fill(1));

    expect(codes(await list(answers))).toEqual(codes(before));
    await promoteRanker(deps, ADMIN, modelId);
    const after = await list(answers);
    expect(after.ml_ranking_applied).toBe(true);
    expect(codes(after)).not.toEqual(codes(before));
    for (const { parts, score } of after.recommendations)
      expect(Object.values(parts).reduce((sum, points) => sum + points, 0)).toBeCloseTo(score, 6);
    const reasons = after.recommendations.flatMap(({ explanation }) => [...explanation.for, ...explanation.against]);
    expect(reasons.some((reason) => /^Learned from choices: .*pay like this/.test(reason))).toBe(true);
    const shown = await deps.db.impression.findFirstOrThrow({
      where: { id: after.recommendations[0]?.recommendationId ?? "" },
    });
    expect(shown).toMatchObject({ policy: "ranker", modelVersion: `careers-${number}` });
    const { items, current, previous } = await listRankers(deps, ADMIN, "careers");
    expect(current).toEqual({ id: modelId, number, since: expect.any(String), isUsable: true });
    expect(previous).toEqual({ id: null, number: null });
    expect((await describeRanking(deps)).ranker).toMatchObject({
      number,
      learnedFrom: { lists: report.data.trainLists },
    });
    expect(items.find(({ id }) => id === modelId)).toMatchObject({ isPromoted: true, refusal: "It ranks already." });

    await rollBackRanker(deps, ADMIN, "careers");
    const rolledBack = await list(answers);
    expect(rolledBack.ml_ranking_applied).toBe(false);
    expect(codes(rolledBack)).toEqual(codes(before));
    expect(rolledBack.recommendations.map(({ score }) => score)).toEqual(
      before.recommendations.map(({ score }) => score),
    );
    expect((await listRankers(deps, ADMIN, "careers")).current).toMatchObject({ id: null, number: null });
    const audit = await deps.db.auditLog.findMany({
      where: { action: { startsWith: "ranker." } },
      orderBy: { createdAt: "asc" },
    });
    expect(audit.map(({ action, targetId, details }) => [action, targetId, details])).toEqual([
      ["ranker.promote", modelId, { before: { ranker: null }, after: { ranker: number } }],
      ["ranker.roll_back", null, { before: { ranker: number }, after: { ranker: "base scores" } }],
    ]);
  }, 120_000);

  test("with shuffled labels it learns nothing: no feature tells what came of showing a career", async () => {
    const lists = await loadCareerLists(deps.db, new Date(0), new Date());
    const { real, shuffled } = judgeShuffled(lists, CAREER_FEATURES);
    expect(real.learned).toBeGreaterThan(real.chance + 0.15);
    expect(Math.abs(shuffled.learned - shuffled.chance)).toBeLessThan(0.05);
  });

  test("the same data and options give the same model", async () => {
    const [one, two] = [await trained(), await trained()];
    const artefacts = await Promise.all(
      [one, two].map(
        async ({ modelId }) => (await deps.db.modelVersion.findUniqueOrThrow({ where: { id: modelId } })).artefact,
      ),
    );
    expect(artefacts[0]).toBe(artefacts[1]);
  });

  test("one that is not surely better than what ranks now is refused, and says why", async () => {
    const first = await trained();
    await promoteRanker(deps, ADMIN, first.modelId);
    const second = await trained();
    await expect(promoteRanker(deps, ADMIN, second.modelId)).rejects.toMatchObject({
      code: "CONFLICT",
      publicMessage: expect.stringContaining("not surely better"),
    });
    await rollBackRanker(deps, ADMIN, "careers");
    // What has ranked before may come back; what was compared with something else may not.
    await expect(promoteRanker(deps, ADMIN, second.modelId)).rejects.toMatchObject({
      publicMessage: expect.stringContaining("Something else ranks now"),
    });
    await promoteRanker(deps, ADMIN, first.modelId);
    await rollBackRanker(deps, ADMIN, "careers");
  });

  test.each([
    ["cut off", "corrupt", (text: string) => text.slice(0, text.length / 2)],
    ["of other features", "corrupt", (text: string) => text.replace("feature_names=score", "feature_names=scores")],
    ["empty", "corrupt", () => ""],
  ])("a promoted model that is %s leaves base scores to rank, and is counted", async (_, reason, spoil) => {
    const answers = answer();
    const before = await list(answers);
    const { modelId } = await trained();
    const model = await deps.db.modelVersion.findUniqueOrThrow({ where: { id: modelId } });
    await deps.db.modelVersion.update({ where: { id: modelId }, data: { artefact: spoil(model.artefact ?? "") } });
    const count = async () =>
      (await metrics.rankerFallbacks.get()).values.find(({ labels }) => labels.reason === reason)?.value ?? 0;
    const counted = await count();
    await promoteRanker(deps, ADMIN, modelId);
    const after = await list(answers);
    expect(after.ml_ranking_applied).toBe(false);
    expect(codes(after)).toEqual(codes(before));
    expect(await count()).toBe(counted + 1);
    expect((await listRankers(deps, ADMIN, "careers")).current).toMatchObject({ id: modelId, isUsable: false });
    await rollBackRanker(deps, ADMIN, "careers");
  });

  test("a ranker that takes too long is left out of that list", async () => {
    const { modelId } = await trained();
    await promoteRanker(deps, ADMIN, modelId);
    const answers = answer();
    const slow = { ...deps, rankerMsMax: 0 };
    const { reply } = await recommendCareers(slow, GUEST, { ...ask, answers: answers as never });
    expect(reply.ml_ranking_applied).toBe(false);
    expect((await list(answers)).ml_ranking_applied).toBe(true);
    await rollBackRanker(deps, ADMIN, "careers");
  });

  test("a server trains anew after a week, or when what ranks has become worse than base scores, and not else", async () => {
    const inDays = (days: number) => ({ ...deps, nowMs: () => Date.now() + days * 86_400_000 });
    const { modelId, number } = await trained();
    expect(await findTrainingReason(deps, "careers", 7)).toBeNull();
    expect(await findTrainingReason(inDays(2), "careers", 7)).toBeNull();
    expect(await findTrainingReason(inDays(7.1), "careers", 7)).toBe("due");
    expect(await findTrainingReason(inDays(2), "jobs", 7)).toBe("due");
    await trainWhenDue(inDays(7.1), 7);
    // Jobs have too little to learn from.
    expect((await listRankers(deps, ADMIN, "careers")).items[0]).toMatchObject({ number: number + 1, status: "ready" });
    expect((await listRankers(deps, ADMIN, "jobs")).items).toEqual([]);

    // A model that turns what was learned upside down.
    const row = await deps.db.modelVersion.findUniqueOrThrow({ where: { id: modelId } });
    const model = parseLightGbm(row.artefact ?? "");
    const artefact = writeLightGbm({ ...model, leafValue: model.leafValue.map((value) => -3 * value) });
    const worse = { ...row, id: crypto.randomUUID(), number: number + 2, artefact };
    await deps.db.modelVersion.create({ data: worse as never });
    await deps.db.modelPromotion.create({ data: { surface: "careers", modelId: worse.id } });
    deps.rankers.careers.checkedAtMs = Number.NEGATIVE_INFINITY;
    expect(await findTrainingReason(inDays(2), "careers", 7)).toBe("worse");
    await rollBackRanker(deps, ADMIN, "careers");
  });

  test("of two trainings at once one is told that another is under way", async () => {
    const outcomes = await Promise.all([train(), train()]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["busy", "trained"]);
  });

  test("a training can be cancelled, and leaves no model", async () => {
    const cancel = async () => {
      const [row] = (await listRankers(deps, ADMIN, "careers")).items;
      expect(row).toMatchObject({ status: "training", refusal: "It is not ready." });
      await cancelTraining(deps, ADMIN, row?.id ?? "");
      return row?.id ?? "";
    };
    let cancelling = Promise.resolve("");
    const outcome = await trainRanker(
      deps,
      "careers",
      { ...OPTIONS, num_boost_round: 5000 },
      ({ kind }) => {
        if (kind === "begun") cancelling = cancel();
      },
      NEVER,
    );
    const id = await cancelling;
    expect(outcome).toMatchObject({ kind: "cancelled", modelId: id });
    expect(await deps.db.modelVersion.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ status: "cancelled", artefact: null },
    });
    await expect(cancelTraining(deps, ADMIN, id)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("a training whose process was killed is over after some minutes, and does not keep the next one away", async () => {
    const id = crypto.randomUUID();
    const said = Date.now() - 6 * 60_000;
    const version = {
      id,
      surface: "careers",
      number: 1000,
      trainer: "built-in",
      featureVersion: CAREER_FEATURES.version,
    };
    await deps.db.modelVersion.create({
      data: { ...version, status: "training", options: {}, progress: { at: said } },
    });
    expect((await trained()).number).toBe(1001);
    expect(await deps.db.modelVersion.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ status: "failed", error: "The process that trained it has ended." },
    });
  });

  test("what everybody did is counted once, however many ask at the same moment", async () => {
    const snapshot = await getCareerSnapshot(deps);
    const asking = { ...deps, popularity: { current: null } };
    const queries = vi.spyOn(deps.db, "$queryRaw");
    const contexts = await Promise.all(
      Array.from({ length: 20 }, () => getFeatureContext(asking, snapshot, Date.now())),
    );
    expect(queries).toHaveBeenCalledTimes(1);
    expect(new Set(contexts.map(({ popularity }) => popularity)).size).toBe(1);
    queries.mockRestore();
  });

  test("nobody but an admin sees, promotes or rolls back", async () => {
    const member: Actor = { ...ADMIN, role: "member" };
    const calls = [() => listRankers(deps, member, "careers"), () => rollBackRanker(deps, member, "careers")];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("popularity counts what came before the day began, and nothing of the day itself", async () => {
    const snapshot = await getCareerSnapshot(deps);
    const total = async (nowMs: number) => {
      const { popularity } = await getFeatureContext({ ...deps, popularity: { current: null } }, snapshot, nowMs);
      return popularity.impressions.reduce((sum, count) => sum + count, 0);
    };
    const now = Date.now();
    const before = await deps.db.impression.count({
      where: { slate: { createdAt: { lt: new Date(Math.floor(now / DAY_MS) * DAY_MS) } } },
    });
    expect(await total(now)).toBe(before);
    expect(await total(now + DAY_MS)).toBe(await deps.db.impression.count());
  });
});
