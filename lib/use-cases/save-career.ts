import { findCareer } from "@/lib/db/careers";
import { findImpressionOfCareer } from "@/lib/db/impressions";
import { deleteSavedCareer, hasSavedCareer, settleWithoutEffect } from "@/lib/db/reactions";
import { toInteractionLabel } from "@/lib/engine/ranking/interaction-label";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { openSession } from "./open-session";
import { recordRows } from "./record-events";

type CareerOfSession = { sessionId: string; careerCode: string };

/**
 * Keeps a career for later, or takes that back. Repeating it changes nothing; with the id of an event it counts as that event, which
 * saves once.
 * @throws AppError NOT_FOUND on an unknown session or career
 */
export async function saveCareer(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  input: CareerOfSession & { saved: boolean; eventId?: string | undefined },
): Promise<{ careerCode: string; saved: boolean }> {
  const { careerCode, saved, eventId } = input;
  const { userId } = await getSessionAndCareer(deps, actor, input);
  if (saved) {
    await recordAboutCareer(deps, actor, userId, { ...input, kind: "save", value: null });
    // Asked for rather than assumed: the event may have been taken back, or the guest may have become an account at this moment.
    return { careerCode, saved: await hasSavedCareer(deps.db, userId, careerCode) };
  }
  // First, and in a statement of its own: a save that is just on its way must be over before it is taken away.
  if (eventId !== undefined) await settleWithoutEffect(deps.db, userId, eventId);
  await deleteSavedCareer(deps.db, userId, careerCode);
  return { careerCode, saved };
}

/** Both must exist before anything about them is recorded. */
export async function getSessionAndCareer(
  deps: Pick<Deps, "db">,
  actor: Actor,
  input: CareerOfSession,
): Promise<{ userId: string }> {
  const [session, career] = await Promise.all([
    openSession(deps, actor, input.sessionId),
    findCareer(deps.db, input.careerCode),
  ]);
  if (career === null) throw careerNotFound("careerCode", input.careerCode);
  return { userId: session.userId };
}

/** @returns whether it was recorded: only with consent, and once */
export async function recordAboutCareer(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  userId: string,
  input: CareerOfSession & { kind: "view" | "save"; value: number | null; eventId?: string | undefined },
): Promise<boolean> {
  const { sessionId, careerCode, kind, value, eventId = deps.newId() } = input;
  const recommendationId = await findImpressionOfCareer(deps.db, { userId, sessionId, careerCode });
  const label = toInteractionLabel(kind, value);
  const occurredAt = new Date(deps.nowMs());
  const row = { userId, id: eventId, recommendationId, sessionId, careerCode, kind, value, label, context: null };
  const [outcome] = await recordRows(deps, actor, [{ ...row, occurredAt }]);
  return outcome?.recorded ?? false;
}

export function careerNotFound(field: string, code: string): AppError {
  return new AppError("NOT_FOUND", {
    publicMessage: `There is no career with the code ${code}.`,
    fields: [{ field, message: "must be the code of a career, such as 15-1252.00" }],
  });
}
