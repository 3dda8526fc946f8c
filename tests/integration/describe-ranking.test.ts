import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RankingFacts } from "@/components/trust/ranking-facts";
import { promoteModel } from "@/lib/db/model-versions";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { createRng } from "@/lib/engine/math/random";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import { QUESTIONS } from "@/lib/engine/profile/questions";
import type { Deps } from "@/lib/use-cases/deps";
import { describeRanking } from "@/lib/use-cases/describe-ranking";
import { makeTreeModel } from "../factories";
import { getReply } from "./call-api";
import { ENGINES, openTestDeps, routeThrough } from "./each-engine";
import { exampleAnswers } from "./example-answers";

describe.each(ENGINES)("what the page on ranking says (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const describeWith = (changes: Partial<Deps>): Promise<RankingFacts> =>
    describeRanking({ ...deps, snapshot: { current: null, checkedAtMs: 0 }, ...changes });

  test("follows the configuration", async () => {
    const usual = await describeWith({});
    expect(usual.fit.meaning).toBeCloseTo(0.7);
    expect(usual.fit.ability).toBeCloseTo(0.3);
    expect(usual.model).toBe("waymark-embed-1");
    const other = await describeWith({ defaultAlpha: 0.25 });
    expect(other.fit).toEqual({ meaning: 0.25, ability: 0.75 });
    const byAbility = await describeWith({ embedder: null });
    expect(byAbility).toMatchObject({ model: null, fit: { meaning: 0, ability: 1 }, history: { isUsed: false } });
    expect((await describeWith({ defaultAlpha: 0 })).history.isUsed).toBe(false);
  });

  test("names every part of a job's score, which come to 100 points", async () => {
    const { jobs } = await describeWith({});
    expect(jobs.parts.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect(jobs.parts[0]).toEqual({ name: "embedding", points: 55 });
  });

  test("names a trained ranker from its promotion on, until it is rolled back or cannot be used", async () => {
    const id = crypto.randomUUID();
    const names = CAREER_FEATURES.features.map(({ name }) => name);
    const tree = makeTreeModel(createRng(1), 2, { leaves: 4, features: names.length });
    const made = { id, surface: "careers", number: 7, trainer: "built-in", status: "ready", options: {} };
    const artefact = writeLightGbm({ ...tree, featureNames: names });
    await deps.db.modelVersion.create({ data: { ...made, featureVersion: CAREER_FEATURES.version, artefact } });
    const now = () =>
      describeWith({
        rankers: { ...deps.rankers, careers: { ...deps.rankers.careers, checkedAtMs: Number.NEGATIVE_INFINITY } },
      });
    expect((await now()).ranker).toBeNull();
    const promotedMs = Date.now();
    await promoteModel(deps.db, "careers", id);
    const { ranker } = await now();
    expect(ranker).toMatchObject({ number: 7, learnedFrom: null, features: names.length });
    expect(Math.abs((ranker?.sinceMs ?? 0) - promotedMs)).toBeLessThan(60_000);
    await promoteModel(deps.db, "careers", null);
    expect((await now()).ranker).toBeNull();
    await deps.db.modelVersion.update({ where: { id }, data: { artefact: "no trees" } });
    await promoteModel(deps.db, "careers", id);
    expect((await now()).ranker).toBeNull();
    await promoteModel(deps.db, "careers", null);
  });

  test("follows the catalogue", async () => {
    const before = await describeWith({});
    expect([before.careerCount, before.questionCount]).toEqual([923, QUESTIONS.length]);
    const { clusterId } = await deps.db.career.findFirstOrThrow({ where: { code: "15-1252.00" } });
    await deps.db.career.updateMany({ where: { clusterId }, data: { isActive: false } });
    const after = await describeWith({});
    await deps.db.career.updateMany({ where: { clusterId }, data: { isActive: true } });
    expect(after.clusterCount).toBe(before.clusterCount - 1);
    expect(after.careerCount).toBeLessThan(before.careerCount);
  });

  test("is what the ranking does: no part of a score is above what the page says it can be", async () => {
    for (const defaultAlpha of [0.7, 0.25]) {
      const changed = { ...deps, defaultAlpha };
      routeThrough(changed);
      const facts = await describeRanking(changed);
      const share = (wish: string) => facts.wishes.find((row) => row.wish === wish)?.share ?? 0;
      const wishing = exampleAnswers().map((answer) =>
        answer.questionId === "schooling" ? { ...answer, value: "none" } : answer,
      );
      const answers = wishing.map((answer) =>
        answer.questionId === "balance" ? { ...answer, value: "equal" } : answer,
      );
      const plain = answers.map((answer) => (answer.questionId === "values" ? { ...answer, value: [] } : answer));
      const reply = await getReply("recommend", { body: { answers: plain, top_n: 50, diversity: false } });
      expect(reply.alpha).toBe(facts.fit.meaning);
      const fitShare = 1 - share("schooling");
      const highest = (part: "embedding" | "ability" | "schooling") =>
        Math.max(...reply.recommendations.map(({ parts }) => parts[part]));
      expect(highest("schooling")).toBeCloseTo(100 * share("schooling"), 1);
      expect(highest("embedding")).toBeLessThanOrEqual(100 * fitShare * facts.fit.meaning + 0.01);
      expect(highest("ability")).toBeLessThanOrEqual(100 * fitShare * facts.fit.ability + 0.01);
      const length = (await getReply("recommend", { body: { answers: plain } })).recommendations.length;
      expect(length).toBe(facts.listLength);
    }
    routeThrough(deps);
  });
});
