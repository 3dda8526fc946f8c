import type { SavedCareer } from "@/lib/contracts/saved";
import { findCareers } from "@/lib/db/careers";
import { recordInteractions } from "@/lib/db/interactions";
import { saveCareerWithNote } from "@/lib/db/saved-careers";
import { toInteractionLabel } from "@/lib/engine/ranking/interaction-label";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { careerNotFound } from "./save-career";
import { storeForActor } from "./store-for-actor";
import { toSavedCareer } from "./to-saved-career";

/**
 * Saves a career, or changes its list or note; what is left out stays. Somebody without an account becomes a guest, whose id comes
 * back to be kept in a cookie.
 * @throws AppError NOT_FOUND on an unknown career
 */
export async function putSavedCareer(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  input: { careerCode: string; list?: string | undefined; note?: string | undefined },
): Promise<{ reply: SavedCareer; userId: string }> {
  const { careerCode, list, note } = input;
  const career = (await findCareers(deps.db, [careerCode])).get(careerCode);
  if (career === undefined) throw careerNotFound("careerCode", careerCode);
  const { result, userId } = await storeForActor(deps, actor, (person) =>
    saveCareerWithNote(deps.db, person, { careerCode, list, note }),
  );
  const { isNew, ...saved } = result;
  if (isNew) await recordSave(deps, actor, userId, careerCode);
  return { reply: toSavedCareer(saved, career), userId };
}

/** A career met outside a list: there is no recommendation that the save would be about. */
async function recordSave(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  userId: string,
  careerCode: string,
): Promise<void> {
  if (actor.isOptedOut) return;
  const about = { userId, id: deps.newId(), recommendationId: null, sessionId: null, careerCode };
  const label = toInteractionLabel("save", null);
  const occurredAt = new Date(deps.nowMs());
  await recordInteractions(deps.db, [{ ...about, kind: "save", value: null, label, context: null, occurredAt }], {
    isProgram: !actor.isBrowser,
  });
}
