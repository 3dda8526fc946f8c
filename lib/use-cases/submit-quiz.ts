import { metrics } from "@/lib/adapters/metrics";
import type { QuizSubmitReply, QuizSubmitRequest } from "@/lib/contracts/quiz";
import { recordQuizSession } from "@/lib/db/quiz-sessions";
import { ratingConfidence } from "@/lib/engine/profile/ability";
import { QUIZ_VERSION } from "@/lib/engine/profile/questions";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { parseProfile, toWarnings } from "./quiz-person";
import { storeForActor } from "./store-for-actor";

/**
 * Stores a finished quiz. Somebody without an account becomes a guest, whose id comes back to be kept in a cookie.
 * @throws AppError INVALID_INPUT that names every faulty answer; nothing is stored then
 */
export async function submitQuiz(
  deps: Pick<Deps, "db" | "embedder" | "newId">,
  actor: Actor,
  input: QuizSubmitRequest,
): Promise<{ reply: QuizSubmitReply; userId: string }> {
  const profile = parseProfile(input.answers);
  const sessionId = deps.newId();
  const session = { id: sessionId, quizVersion: QUIZ_VERSION, answers: input.answers };
  const { userId } = await storeForActor(deps, actor, (person) => recordQuizSession(deps.db, person, session));
  metrics.quizzes.inc();
  const reply = {
    sessionId,
    abilityVector: [...profile.ratings],
    confidence: ratingConfidence(profile.ratings).map((x) => Math.round(1000 * x) / 1000),
    warnings: toWarnings(profile, deps),
  };
  return { reply, userId };
}
