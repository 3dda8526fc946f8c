import * as reactions from "@/lib/db/reactions";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { requireKnown } from "./permissions";

/**
 * Takes a save back, with its note. Repeating it changes nothing.
 * @throws AppError UNAUTHENTICATED for somebody seen for the first time
 */
export async function deleteSavedCareer(
  deps: Pick<Deps, "db">,
  actor: Actor,
  careerCode: string,
): Promise<{ done: true }> {
  await reactions.deleteSavedCareer(deps.db, requireKnown(actor), careerCode);
  return { done: true };
}
