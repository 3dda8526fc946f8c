import * as saved from "@/lib/db/saved-careers";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { requireKnown } from "./permissions";

/**
 * Renames one of the actor's lists. A list that has no careers does not exist, so nothing moves then.
 * @param to  the name of another list joins both; empty leaves the careers in none
 * @throws AppError UNAUTHENTICATED for somebody seen for the first time
 */
export async function renameSavedList(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<{ movedCount: number }> {
  return { movedCount: await saved.renameSavedList(deps.db, requireKnown(actor), from, to) };
}
