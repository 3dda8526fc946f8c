import { findQuizSession, type QuizSessionRow } from "@/lib/db/quiz-sessions";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { canOpenSession } from "./permissions";

/**
 * A finished quiz that the actor may open.
 * @throws AppError NOT_FOUND on an unknown quiz and on somebody else's alike: whether it exists is their business
 */
export async function openSession(deps: Pick<Deps, "db">, actor: Actor, sessionId: string): Promise<QuizSessionRow> {
  const session = await findQuizSession(deps.db, sessionId);
  if (session === null || !canOpenSession(actor, session)) throw sessionNotFound();
  return session;
}

export function sessionNotFound(): AppError {
  return new AppError("NOT_FOUND", {
    publicMessage: "There is no quiz of yours with this id. Take the quiz again to get a new one.",
    fields: [{ field: "sessionId", message: "must be the sessionId of a quiz that you submitted" }],
  });
}
