import type { z } from "zod";
import { metrics } from "@/lib/adapters/metrics";
import type { RecommendReply, RecommendRequestSchema } from "@/lib/contracts/results";
import { RANKER_POLICY, recordSlate } from "@/lib/db/slates";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import type { Actor } from "./actor";
import { getCareerSnapshot } from "./career-snapshot";
import type { Deps } from "./deps";
import { toPersonHistory } from "./list-history";
import { predictSuits } from "./match/predict-suits";
import { openSession, sessionNotFound } from "./open-session";
import { loadOwnChoices } from "./own-choices";
import { parseProfile, toPerson, toWarnings } from "./quiz-person";
import { rankCareers } from "./rank-careers";
import { getFeatureContext } from "./ranking/feature-context";
import { getRanker, noteFallback } from "./ranking/get-ranker";
import { submitQuiz } from "./submit-quiz";
import { toRecommendation } from "./to-recommendation";

/** The version counts up when the formula of the score changes. */
export const RESULTS = { surface: "results", policy: "base", modelVersion: "base-1" } as const;

/**
 * Recommends careers for a stored quiz, or for answers sent along, which are stored as a quiz first. The list is recorded as shown.
 * @throws AppError INVALID_INPUT on faulty answers, NOT_FOUND on an unknown session
 */
export async function recommendCareers(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof RecommendRequestSchema>,
): Promise<{ reply: RecommendReply; userId?: string }> {
  const snapshot = await getCareerSnapshot(deps);
  const session = await toSession(deps, actor, input);
  const profile = parseProfile(session.answers);
  const person = await toPerson(profile, deps);
  const alpha = input.alpha ?? deps.defaultAlpha;
  const [context, ranker] = await Promise.all([
    getFeatureContext(deps, snapshot, deps.nowMs()),
    getRanker(deps, "careers"),
  ]);
  const mayLearn = input.history && session.usesHistory && ranker !== null && ranker.model.linear !== null;
  const own = mayLearn ? await loadOwnChoices(deps, session.userId) : null;
  const startTimer = () => {
    const startedAtMs = performance.now();
    return () => performance.now() - startedAtMs > deps.rankerMsMax;
  };
  const ranked = rankCareers(snapshot, person, {
    topN: input.top_n,
    alpha,
    isDiverse: input.diversity,
    weights: input.weights,
    past: toPersonHistory(snapshot, session, input.history),
    learning: { context, ranker, own, startTimer },
  });
  if (ranker !== null && ranked.rankerId === null) noteFallback("careers", "slow", { number: ranker.number });
  const impressions = ranked.careers.map((career, i) => ({
    id: deps.newId(),
    position: i + 1,
    careerCode: snapshot.careers[career.item]?.code ?? "",
    score: career.score,
    parts: career.parts,
    embeddingSimilarity: career.embeddingSimilarity,
    abilitySimilarity: career.abilitySimilarity,
    explanation: career.explanation,
    features: career.features,
  }));
  const options = { alpha, weights: ranked.weights, diversity: input.diversity, topN: input.top_n };
  const slate = {
    ...RESULTS,
    ...(ranked.rankerId === null ? {} : { policy: RANKER_POLICY, modelVersion: `careers-${ranker?.number}` }),
    featureVersion: CAREER_FEATURES.version,
    userId: session.userId,
    id: deps.newId(),
    sessionId: session.id,
    mode: ranked.mode,
    options: { ...options, history: ranked.history },
    embeddingModel: deps.embedder?.model ?? null,
    diversityScore: ranked.diversityScore,
    impressions,
  };
  // Deleted in the meantime.
  if (!(await recordSlate(deps.db, slate, "not_needed"))) throw sessionNotFound();
  metrics.recommendations.inc({ mode: ranked.mode });
  const suits = await predictSuits(
    deps,
    snapshot,
    profile,
    impressions.map(({ careerCode }) => careerCode),
  );
  const reply: RecommendReply = {
    sessionId: session.id,
    mode: ranked.mode,
    ml_ranking_applied: ranked.rankerId !== null,
    diversity_score: ranked.diversityScore,
    alpha,
    weights: ranked.weights,
    diversity: input.diversity,
    suits_basis: suits.basis,
    history: ranked.history,
    abilityVector: [...profile.ratings],
    warnings: toWarnings(profile, deps),
    recommendations: ranked.careers.map(({ item }, i) => {
      const career = snapshot.careers[item];
      const impression = impressions[i];
      if (career === undefined || impression === undefined) throw new Error(`career ${item} is not in the snapshot`);
      return toRecommendation(
        career,
        impression,
        session.savedCodes,
        input.details ? profile : null,
        suits.of[i] ?? null,
      );
    }),
  };
  // Whoever opens somebody's list by its id must not become that person: only answers of their own make a guest.
  return input.answers === undefined ? { reply } : { reply, userId: session.userId };
}

async function toSession(deps: Deps, actor: Actor, input: z.output<typeof RecommendRequestSchema>) {
  const { answers, sessionId = "" } = input;
  if (answers === undefined) return openSession(deps, actor, sessionId);
  const { reply, userId } = await submitQuiz(deps, actor, { answers });
  return openSession(deps, { ...actor, userId }, reply.sessionId);
}
