import type { StoredResultsReply } from "@/lib/contracts/results";
import { findCareer } from "@/lib/db/careers";
import { findPreviousSessionId } from "@/lib/db/quiz-sessions";
import { findLastSlate, type ImpressionRow } from "@/lib/db/slates";
import { NEUTRAL_WEIGHTS, type ObjectiveWeights } from "@/lib/engine/scoring/objectives";
import type { Actor } from "./actor";
import { getCareerSnapshot } from "./career-snapshot";
import type { Deps } from "./deps";
import { predictSuits } from "./match/predict-suits";
import { openSession } from "./open-session";
import { parseProfile, toWarnings } from "./quiz-person";
import { recommendCareers } from "./recommend-careers";
import { toRecommendation } from "./to-recommendation";

/**
 * The list last shown for a quiz, as stored; the first list when none was shown yet.
 * @throws AppError NOT_FOUND on an unknown session
 */
export async function getResults(deps: Deps, actor: Actor, sessionId: string): Promise<StoredResultsReply> {
  const session = await openSession(deps, actor, sessionId);
  let slate = await findLastSlate(deps.db, session);
  if (slate === null) {
    await recommendCareers(deps, actor, { sessionId, top_n: 5, diversity: true, history: true, details: false });
    slate = await findLastSlate(deps.db, session);
    if (slate === null) throw new Error(`no slate was stored for session ${sessionId}`);
  }
  const profile = parseProfile(session.answers);
  const [previousSessionId, snapshot] = await Promise.all([
    findPreviousSessionId(deps.db, session),
    getCareerSnapshot(deps),
  ]);
  const suits = await predictSuits(
    deps,
    snapshot,
    profile,
    slate.impressions.map(({ careerCode }) => careerCode),
  );
  const toRow = async (impression: ImpressionRow, at: number) => {
    const position = snapshot.positions.get(impression.careerCode);
    // A career deactivated since stays in a list that was shown.
    const career =
      position === undefined ? await findCareer(deps.db, impression.careerCode) : snapshot.careers[position];
    if (!career) throw new Error(`career ${impression.careerCode} of a stored list is gone`);
    return toRecommendation(career, impression, session.savedCodes, profile, suits.of[at] ?? null);
  };
  return {
    sessionId,
    createdAt: session.createdAt.toISOString(),
    previousSessionId,
    mode: slate.mode,
    ml_ranking_applied: slate.isLearned,
    diversity_score: slate.diversityScore,
    alpha: slate.options.alpha,
    weights: { ...NEUTRAL_WEIGHTS, ...(slate.options.weights as Partial<ObjectiveWeights>) },
    diversity: slate.options.diversity,
    suits_basis: suits.basis,
    history: slate.options.history,
    abilityVector: [...profile.ratings],
    warnings: toWarnings(profile, deps),
    recommendations: await Promise.all(slate.impressions.map(toRow)),
  };
}
