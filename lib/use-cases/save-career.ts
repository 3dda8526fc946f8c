import { findCareer } from "@/lib/db/careers";
import { recordInteraction, saveSavedCareer } from "@/lib/db/interactions";
import { findQuizSession } from "@/lib/db/quiz-sessions";
import { AppError } from "@/lib/errors";
import type { Deps } from "./deps";
import { sessionNotFound } from "./recommend-careers";

/**
 * Keeps a career for later, or takes that back. Repeating it changes nothing.
 * @throws AppError NOT_FOUND on an unknown session or career
 */
export async function saveCareer(
  deps: Pick<Deps, "db" | "newId">,
  input: { sessionId: string; careerCode: string; saved: boolean },
): Promise<{ careerCode: string; saved: boolean }> {
  const { userId } = await getSessionAndCareer(deps, input);
  await deps.db.$transaction(async (tx) => {
    await saveSavedCareer(tx, userId, input.careerCode, input.saved);
    if (input.saved) {
      const { sessionId, careerCode } = input;
      await recordInteraction(tx, { userId, id: deps.newId(), sessionId, careerCode, kind: "save", value: null });
    }
  });
  return { careerCode: input.careerCode, saved: input.saved };
}

/** Both must exist before anything about them is recorded. */
export async function getSessionAndCareer(
  deps: Pick<Deps, "db">,
  input: { sessionId: string; careerCode: string },
): Promise<{ userId: string }> {
  const [session, career] = await Promise.all([
    findQuizSession(deps.db, input.sessionId),
    findCareer(deps.db, input.careerCode),
  ]);
  if (session === null) throw sessionNotFound();
  if (career === null) throw careerNotFound("careerCode", input.careerCode);
  return { userId: session.userId };
}

export function careerNotFound(field: string, code: string): AppError {
  return new AppError("NOT_FOUND", {
    publicMessage: `There is no career with the code ${code}.`,
    fields: [{ field, message: "must be the code of a career, such as 15-1252.00" }],
  });
}
