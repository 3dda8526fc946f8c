import type { ReactionKind } from "@/lib/contracts/interactions";
import { findCareer } from "@/lib/db/careers";
import { deleteReaction, hasReaction, saveReaction, settleEvents, settleWithoutEffect } from "@/lib/db/reactions";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { requireKnown } from "./permissions";
import { careerNotFound } from "./save-career";

type Reaction = { careerCode: string; kind: ReactionKind };
type ReactionState = Reaction & { active: boolean };

/**
 * Says how somebody stands to a career. With the id of an event it counts as that event, which sets a state once.
 * @throws AppError UNAUTHENTICATED, NOT_FOUND on an unknown career, INVALID_INPUT on a rating without stars
 */
export async function reactToCareer(
  deps: Pick<Deps, "db" | "nowMs">,
  actor: Actor,
  { careerCode, kind, value, eventId }: Reaction & { value?: number | undefined; eventId?: string | undefined },
): Promise<ReactionState> {
  const userId = requireKnown(actor);
  if ((kind === "rate") !== (value !== undefined)) {
    throw new AppError("INVALID_INPUT", {
      publicMessage: "A rating needs its stars in value; nothing else has a value.",
      fields: [{ field: "value", message: "must be 1 to 5 stars for rate, and left out for the rest" }],
    });
  }
  if ((await findCareer(deps.db, careerCode)) === null) throw careerNotFound("careerCode", careerCode);
  const reaction = { userId, careerCode, kind };
  const at = new Date(deps.nowMs());
  if (eventId === undefined) await saveReaction(deps.db, { ...reaction, value: value ?? null, createdAt: at });
  else await settleEvents(deps.db, [{ ...reaction, id: eventId, value: value ?? null, occurredAt: at }]);
  return { careerCode, kind, active: await hasReaction(deps.db, reaction) };
}

/**
 * Takes a reaction back. With the id of the event that told it, that event sets nothing any more, should it arrive later.
 * @throws AppError UNAUTHENTICATED
 */
export async function unreactToCareer(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { careerCode, kind, eventId }: Reaction & { eventId?: string | undefined },
): Promise<ReactionState> {
  const reaction = { userId: requireKnown(actor), careerCode, kind };
  // First, and in a statement of its own: one that is just being settled must be over before its state is taken away.
  if (eventId !== undefined) await settleWithoutEffect(deps.db, reaction.userId, eventId);
  await deleteReaction(deps.db, reaction);
  return { careerCode, kind, active: false };
}
