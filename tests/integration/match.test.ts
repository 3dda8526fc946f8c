import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { metrics } from "@/lib/adapters/metrics";
import { SHIPPED_MATCH_MODEL } from "@/lib/adapters/shipped-match-model";
import { toSimulatedId } from "@/lib/db/simulated-people";
import { calibrationError } from "@/lib/engine/evaluation/classification";
import { mean } from "@/lib/engine/math/statistics";
import { predictMatch } from "@/lib/engine/models/match-model";
import { simulateMatches } from "@/lib/engine/simulate/match-sets";
import type { Actor } from "@/lib/use-cases/actor";
import { getCareerSnapshot } from "@/lib/use-cases/career-snapshot";
import type { Deps } from "@/lib/use-cases/deps";
import { describeRanking } from "@/lib/use-cases/describe-ranking";
import { getResults } from "@/lib/use-cases/get-results";
import { getMatchModel, makeMatchCache } from "@/lib/use-cases/match/get-match-model";
import { loadRealPairs } from "@/lib/use-cases/match/load-real-pairs";
import {
  listMatchModels,
  promoteMatchModel,
  rollBackMatchModel,
  startMatchTraining,
} from "@/lib/use-cases/match/manage-match";
import { parseMatchArtefact } from "@/lib/use-cases/match/match-artefact";
import { promoteMatch, rollBackMatch } from "@/lib/use-cases/match/promote-match";
import { type MatchReport, trainMatch } from "@/lib/use-cases/match/train-match";
import { toFacts } from "@/lib/use-cases/ranking/feature-context";
import { recommendCareers } from "@/lib/use-cases/recommend-careers";
import { at, makeAnswers } from "../factories";
import { ENGINES, openTestDeps } from "./each-engine";

const GUEST: Actor = { userId: null, role: "guest", via: "guest_cookie", isBrowser: true, isOptedOut: false };
const ADMIN: Actor = { ...GUEST, userId: crypto.randomUUID(), role: "admin", via: "session_cookie" };
const PEOPLE = 300;
const NEVER = new AbortController().signal;
const ask = { top_n: 10, diversity: false, history: true, details: false } as const;

describe.each(ENGINES)("how likely a career suits (%s database)", (engine) => {
  let deps: Deps;
  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());

  const list = async (of: Deps = deps) =>
    recommendCareers(of, GUEST, {
      ...ask,
      answers: makeAnswers({ analytical: 9, helping: 1, technology: 10 }) as never,
    });
  const train = async (seed: number) => {
    const outcome = await trainMatch(deps, { seed, people: PEOPLE }, NEVER);
    if (outcome.kind !== "trained") throw new Error(outcome.kind);
    return outcome;
  };
  const fallbacks = async () =>
    (await metrics.rankerFallbacks.get()).values
      .filter(({ labels }) => labels.surface === "match")
      .reduce((sum, { value }) => sum + value, 0);

  test("a fresh server says it by the shipped model, of simulated people alone, in lists and in stored ones alike", async () => {
    const { reply, userId = null } = await list();
    expect(reply.suits_basis).toEqual({ version: null, real_share: 0, real_pairs: 0 });
    const said = reply.recommendations.map(({ suits }) => suits ?? Number.NaN);
    expect(said.every((p) => p > 0.05 && p < 0.95)).toBe(true);
    const stored = await getResults(deps, { ...GUEST, userId }, reply.sessionId);
    expect(stored.recommendations.map(({ suits }) => suits)).toEqual(said);
    expect(stored.suits_basis).toEqual(reply.suits_basis);
  });

  test("what the shipped model says of careers picked by the answers comes true for people it never met", async () => {
    const { index, ...snapshot } = await getCareerSnapshot(deps);
    const facts = toFacts({ index, ...snapshot });
    const { servedTest } = simulateMatches(index, facts, { people: 2000, seed: 77, mode: "production" });
    const { model } = parseMatchArtefact(await readFile(SHIPPED_MATCH_MODEL, "utf8"));
    const probabilities = predictMatch(model, servedTest.rows);
    expect(calibrationError({ probabilities, labels: servedTest.labels })).toBeLessThan(0.04);
    expect(Math.abs(mean(probabilities) - mean(Array.from(servedTest.labels)))).toBeLessThan(0.03);
  });

  test("a new version serves nothing before it is promoted, changes no order when it is, and rolling back restores what was said", async () => {
    const before = (await list()).reply;
    const { number, report } = await train(5);
    expect((await list()).reply.suits_basis?.version).toBeNull();
    expect(report.beyondCurrent).toMatchObject({ modelId: null, number: null });
    await promoteMatch(deps, null, { number });
    const after = (await list()).reply;
    expect(after.suits_basis?.version).toBe(number);
    expect(after.recommendations.map(({ code, score }) => [code, score])).toEqual(
      before.recommendations.map(({ code, score }) => [code, score]),
    );
    expect(after.recommendations.map(({ suits }) => suits)).not.toEqual(
      before.recommendations.map(({ suits }) => suits),
    );
    expect((await describeRanking(deps)).match).toMatchObject({ number, realShare: 0 });
    expect(await rollBackMatch(deps, null)).toBeNull();
    expect((await list()).reply.recommendations.map(({ suits }) => suits)).toEqual(
      before.recommendations.map(({ suits }) => suits),
    );
    const audit = await deps.db.auditLog.findMany({ where: { targetType: "ranker" }, orderBy: { createdAt: "asc" } });
    expect(audit.map(({ action, details }) => [action, details])).toEqual([
      ["ranker.promote", { after: { match: number } }],
      ["ranker.roll_back", { after: { match: "shipped" } }],
    ]);
  });

  test("an admin trains, promotes and rolls back through the server, one training at a time; nobody else may", async () => {
    const { number } = await startMatchTraining(deps, ADMIN, { people: 150, seed: 9 });
    await expect(startMatchTraining(deps, ADMIN, { people: 150, seed: 9 })).rejects.toMatchObject({ code: "CONFLICT" });
    await vi.waitFor(
      async () => expect(at((await listMatchModels(deps, ADMIN)).items, 0)).toMatchObject({ number, status: "ready" }),
      { timeout: 30_000 },
    );
    const model = at((await listMatchModels(deps, ADMIN)).items, 0);
    expect(model.figures).toMatchObject({ realPairs: 0, realShare: 0 });
    expect(model.figures?.accuracy.estimate).toBeLessThan(1);
    // So few people make a poor model, which may be surely worse.
    await deps.db
      .$executeRaw`UPDATE "ModelVersion" SET "report" = jsonb_set("report", '{beyondCurrent,low}', '-1') WHERE "id" = ${model.id}::uuid`;
    expect((await promoteMatchModel(deps, ADMIN, model.id)).serving?.number).toBe(number);
    const back = await rollBackMatchModel(deps, ADMIN);
    expect([back.serving?.number, back.previous?.number]).toEqual([null, number]);
    for (const act of [listMatchModels, rollBackMatchModel])
      await expect(act(deps, GUEST)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("one that is surely worse, or was compared with something else, is refused, and so is one that is not there", async () => {
    const { modelId, number, report } = await train(6);
    const stored = (beyondCurrent: MatchReport["beyondCurrent"]) =>
      deps.db.modelVersion.update({ where: { id: modelId }, data: { report: { ...report, beyondCurrent } as never } });
    await stored({ estimate: 0.02, low: 0.01, high: 0.03, modelId: null, number: null });
    await expect(promoteMatch(deps, null, { number })).rejects.toMatchObject({ code: "CONFLICT" });
    await stored({ estimate: 0, low: -0.01, high: 0.01, modelId: crypto.randomUUID(), number: 9 });
    await expect(promoteMatch(deps, null, { number })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(promoteMatch(deps, null, { number: 999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a promoted model that is damaged, or of other features, is left for the shipped one, which is counted", async () => {
    const { modelId, number } = await train(7);
    await promoteMatch(deps, null, { number });
    const { artefact } = await deps.db.modelVersion.findFirstOrThrow({ where: { id: modelId } });
    const damage = async (text: string) => {
      await deps.db.modelVersion.update({ where: { id: modelId }, data: { artefact: text } });
      const counted = await fallbacks();
      const model = await getMatchModel({ ...deps, match: makeMatchCache() });
      expect([model?.id, (await fallbacks()) - counted]).toEqual([null, 1]);
    };
    await damage((artefact ?? "").slice(0, 2000));
    await damage((artefact ?? "").replace("match-1", "match-0"));
    await damage((artefact ?? "").replace('"slope": ', '"slope": null, "x": '));
    await rollBackMatch(deps, null);
  });

  test("what real people last told is learned from, without simulated ones and what says nothing, and has its share", async () => {
    const snapshot = await getCareerSnapshot(deps);
    const { reply, userId = "" } = await list();
    const [a, b, c, d, e] = reply.recommendations.map(({ code }) => code);
    const tell = (careerCode: string | undefined, kind: "save" | "rate" | "dismiss" | "click", value?: number) =>
      deps.db.interaction.create({
        data: {
          ...{ userId, id: crypto.randomUUID(), sessionId: reply.sessionId, careerCode: careerCode ?? "", kind },
          value: value ?? null,
        },
      });
    await tell(a, "save");
    await tell(b, "save");
    await tell(b, "dismiss");
    await tell(c, "rate", 3);
    await tell(d, "rate", 1);
    await tell(e, "click");
    // Somebody simulated, who did the same.
    const simulated = toSimulatedId(crypto.randomUUID());
    await deps.db.user.create({ data: { id: simulated } });
    const quiz = await deps.db.quizSession.findFirstOrThrow({ where: { id: reply.sessionId } });
    const answers = { quizVersion: quiz.quizVersion, answers: quiz.answers as never };
    const session = { userId: simulated, id: crypto.randomUUID(), ...answers };
    await deps.db.quizSession.create({ data: session });
    await deps.db.interaction.create({
      data: { userId: simulated, id: crypto.randomUUID(), sessionId: session.id, careerCode: a ?? "", kind: "save" },
    });

    const pairs = await loadRealPairs(deps, snapshot);
    expect(new Set(pairs.people)).toEqual(new Set([userId]));
    const { report } = await train(8);
    // a saved, b set aside in the end, d rated low.
    expect([...pairs.labels].sort()).toEqual([0, 0, 1]);
    expect(report.data).toMatchObject({ realPeople: 1, realPairs: 3, realShare: 3 / 2003 });
    expect(at(pairs.rows.data, 0)).not.toBeNaN();
  });
});
