import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecommendReply } from "@/lib/contracts/results";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { toLinearColumns } from "@/lib/engine/features/feature-table";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { addLinearLayer } from "@/lib/engine/models/ranker-model";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import type { Actor } from "@/lib/use-cases/actor";
import { getCareerSnapshot } from "@/lib/use-cases/career-snapshot";
import type { Deps } from "@/lib/use-cases/deps";
import { resetCareerLearning } from "@/lib/use-cases/own-choices";
import { rollBackRanker } from "@/lib/use-cases/ranking/manage-rankers";
import { toFeatureNames } from "@/lib/use-cases/ranking/surfaces";
import { recommendCareers } from "@/lib/use-cases/recommend-careers";
import { at, makeAnswers, makeTreeModel } from "../factories";
import { ENGINES, openTestDeps } from "./each-engine";

const GUEST: Actor = { userId: null, role: "guest", via: "guest_cookie", isBrowser: true, isOptedOut: false };
const ADMIN: Actor = { ...GUEST, userId: crypto.randomUUID(), role: "admin", via: "session_cookie" };
const ROWS = 20;
const names = toFeatureNames(CAREER_FEATURES);

/** Adds nothing to anybody's scores, and knows what pay is. */
function makeSilentRanker(): string {
  const columns = toLinearColumns(CAREER_FEATURES);
  if (columns === null) throw new Error("careers have sides");
  const trees = makeTreeModel(createRng(1), 1, { leaves: 2, features: names.length });
  const zeros = (count: number) => new Array<number>(count).fill(0);
  const ofPay = (other: number, own: number) => names.map((name) => (name === "pay" ? own : other));
  const [people, items, fields] = [columns.person.length, columns.item.length, 30];
  return addLinearLayer(writeLightGbm({ ...trees, featureNames: names, leafValue: new Float64Array(2) }), {
    columns,
    ...{ means: ofPay(0, 0.5), scales: ofPay(0, 3.46), weights: zeros(names.length), categories: zeros(fields) },
    ...{ products: zeros(people * items), categoryProducts: zeros(people * fields) },
    kinds: { count: 0, centers: [], spread: 1, means: [], scales: [] },
    outcomes: { labels: [0, 0.1, 0.8], scores: [-1.5, -0.5, 1.5], start: 8 },
  });
}

describe.each(ENGINES)("what somebody does with lists moves their next one (%s database)", (engine) => {
  let deps: Deps;
  let modelId: string;

  beforeAll(async () => {
    deps = { ...(await openTestDeps(engine)), rankerMsMax: 60_000 };
    const version = { surface: "careers", number: 1, trainer: "built-in", status: "ready" };
    ({ id: modelId } = await deps.db.modelVersion.create({
      data: {
        ...{ ...version, featureVersion: CAREER_FEATURES.version, options: {}, artefact: makeSilentRanker() },
        id: crypto.randomUUID(),
      },
    }));
    await deps.db.modelPromotion.create({ data: { surface: "careers", modelId } });
  });
  afterAll(() => deps.close());

  const list = async (input: object, userId: string | null = null): Promise<RecommendReply> => {
    const request = { top_n: ROWS, diversity: false, history: true, details: false, ...input };
    return (await recommendCareers(deps, { ...GUEST, userId }, request as never)).reply;
  };
  const codes = (reply: RecommendReply) => reply.recommendations.map(({ code }) => code);
  const payOf = async (reply: RecommendReply): Promise<number> => {
    const { positions, index } = await getCareerSnapshot(deps);
    return mean(codes(reply).map((code) => index.objectives.salary[positions.get(code) ?? -1] ?? Number.NaN));
  };
  /** Looks at every row of a list, and saves what pays well: the save is recorded, but not made. */
  async function choose(reply: RecommendReply): Promise<string> {
    const { positions, index } = await getCareerSnapshot(deps);
    const ids = reply.recommendations.map(({ recommendationId }) => recommendationId);
    const { userId } = await deps.db.impression.findFirstOrThrow({ where: { id: at(ids, 0) } });
    await deps.db.interaction.createMany({
      data: reply.recommendations.flatMap(({ code, recommendationId }) => {
        const row = { userId, recommendationId, careerCode: code };
        const isWellPaid = (index.objectives.salary[positions.get(code) ?? -1] ?? 0) > 0.5;
        const view = { ...row, id: crypto.randomUUID(), kind: "view" as const, value: 1, label: 0.1 };
        return [view, ...(isWellPaid ? [{ ...row, id: crypto.randomUUID(), kind: "save" as const, label: 0.8 }] : [])];
      }),
    });
    return userId;
  }

  test("and says so, until it is forgotten, switched off or no longer allowed", async () => {
    const before = await list({ answers: makeAnswers() });
    const { sessionId } = before;
    expect(before).toMatchObject({ ml_ranking_applied: true, history: { choices: 0 } });
    const userId = await choose(before);
    const after = await list({ sessionId }, userId);
    expect(after.history).toMatchObject({ choices: ROWS, liked: [], disliked: [] });
    expect(await payOf(after)).toBeGreaterThan((await payOf(before)) + 0.05);
    for (const { parts, score } of after.recommendations)
      expect(Object.values(parts).reduce((sum, points) => sum + points, 0)).toBeCloseTo(score, 6);
    const reasons = after.recommendations.flatMap(({ explanation }) => explanation.for);
    expect(
      reasons.some((reason) => /^Learned from your own choices: you lean toward .*pay like this/.test(reason)),
    ).toBe(true);
    expect(reasons.some((reason) => reason.startsWith("Learned from choices"))).toBe(false);

    const isAsBefore = async (input: object = {}) => {
      const now = await list({ sessionId, ...input }, userId);
      expect(now.history.choices).toBe(0);
      expect(codes(now)).toEqual(codes(before));
    };
    await isAsBefore({ history: false });
    for (const off of [{ usesHistory: false }, { trackingConsent: false }]) {
      await deps.db.user.update({ where: { id: userId }, data: off });
      await isAsBefore();
      await deps.db.user.update({ where: { id: userId }, data: { usesHistory: true, trackingConsent: true } });
    }
    expect(codes(await list({ sessionId }, userId))).toEqual(codes(after));

    // Of a career that was taken out of the history nothing counts.
    const reaction = { userId, careerCode: at(codes(before), 0), kind: "ignore" as const };
    await deps.db.careerReaction.create({ data: reaction });
    expect((await list({ sessionId }, userId)).history.choices).toBe(ROWS - 1);

    await resetCareerLearning(deps, { ...GUEST, userId });
    await isAsBefore();
    await deps.db.interaction.updateMany({
      where: { userId, careerCode: at(codes(before), 1) },
      data: { createdAt: new Date(Date.now() + 60_000) },
    });
    expect((await list({ sessionId }, userId)).history.choices).toBe(1);
  });

  test("not that of others, nor what was done with lists of other features", async () => {
    const answers = makeAnswers();
    const mine = await list({ answers });
    const userId = await choose(mine);
    const other = await list({ answers });
    expect(codes(other)).toEqual(codes(mine));
    expect(other.history.choices).toBe(0);
    const { slateId } = await deps.db.impression.findFirstOrThrow({
      where: { id: mine.recommendations[0]?.recommendationId ?? "" },
    });
    await deps.db.slate.updateMany({ where: { id: slateId }, data: { featureVersion: "careers-0" } });
    expect((await list({ sessionId: mine.sessionId }, userId)).history.choices).toBe(0);
  });

  test("only while a ranker is promoted that can tell what careers are", async () => {
    const before = await list({ answers: makeAnswers() });
    const userId = await choose(before);
    await rollBackRanker(deps, ADMIN, "careers");
    const base = await list({ sessionId: before.sessionId }, userId);
    expect(base).toMatchObject({ ml_ranking_applied: false, history: { choices: 0 } });
    expect(codes(base)).toEqual(codes(before));
    await expect(resetCareerLearning(deps, { ...GUEST, userId: crypto.randomUUID() })).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });
});
