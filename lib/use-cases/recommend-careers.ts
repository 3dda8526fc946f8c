import type { z } from "zod";
import type { RecommendReply, RecommendRequestSchema } from "@/lib/contracts/results";
import { findQuizSession } from "@/lib/db/quiz-sessions";
import { recordSlate } from "@/lib/db/slates";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import { getCareerSnapshot } from "./career-snapshot";
import type { Deps } from "./deps";
import { parseProfile, toPerson, toWarnings } from "./quiz-person";
import { rankCareers } from "./rank-careers";
import { submitQuiz } from "./submit-quiz";
import { toRecommendation } from "./to-recommendation";

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
  const session = await openSession(deps, actor, input);
  const profile = parseProfile(session.answers);
  const person = await toPerson(profile, deps);
  const alpha = input.alpha ?? deps.defaultAlpha;
  const ranked = rankCareers(snapshot, person, {
    topN: input.top_n,
    alpha,
    isDiverse: input.diversity,
    weights: input.weights,
  });
  const impressions = ranked.careers.map((career, i) => ({
    id: deps.newId(),
    position: i + 1,
    careerCode: snapshot.careers[career.item]?.code ?? "",
    score: career.score,
    parts: career.parts,
    embeddingSimilarity: career.embeddingSimilarity,
    abilitySimilarity: career.abilitySimilarity,
    explanation: career.explanation,
  }));
  await recordSlate(deps.db, {
    userId: session.userId,
    id: deps.newId(),
    sessionId: session.id,
    mode: ranked.mode,
    options: { alpha, weights: ranked.weights, diversity: input.diversity, topN: input.top_n },
    embeddingModel: deps.embedder?.model ?? null,
    diversityScore: ranked.diversityScore,
    impressions,
  });
  const reply: RecommendReply = {
    sessionId: session.id,
    mode: ranked.mode,
    ml_ranking_applied: false,
    diversity_score: ranked.diversityScore,
    alpha,
    weights: ranked.weights,
    diversity: input.diversity,
    abilityVector: [...profile.ratings],
    warnings: toWarnings(profile, deps),
    recommendations: ranked.careers.map(({ item }, i) => {
      const career = snapshot.careers[item];
      const impression = impressions[i];
      if (career === undefined || impression === undefined) throw new Error(`career ${item} is not in the snapshot`);
      return toRecommendation(career, impression, session.savedCodes, input.details ? profile : null);
    }),
  };
  // Whoever opens somebody's list by its id must not become that person: only answers of their own make a guest.
  return input.answers === undefined ? { reply } : { reply, userId: session.userId };
}

async function openSession(deps: Deps, actor: Actor, input: z.output<typeof RecommendRequestSchema>) {
  const { answers } = input;
  const id = answers === undefined ? input.sessionId : (await submitQuiz(deps, actor, { answers })).reply.sessionId;
  const session = id === undefined ? null : await findQuizSession(deps.db, id);
  if (session === null) throw sessionNotFound();
  return session;
}

export function sessionNotFound(): AppError {
  return new AppError("NOT_FOUND", {
    publicMessage: "There is no quiz with this id. Take the quiz again to get a new one.",
    fields: [{ field: "sessionId", message: "must be the sessionId of a submitted quiz" }],
  });
}
