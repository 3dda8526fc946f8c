import { revokeShareLink } from "@/lib/db/share-links";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { requireKnown } from "./permissions";

/**
 * Takes a link back: whoever opens it from now on finds nothing. Repeating it changes nothing.
 * @throws AppError UNAUTHENTICATED, or NOT_FOUND on an unknown link and on somebody else's alike
 */
export async function revokeShare(
  deps: Pick<Deps, "db" | "nowMs">,
  actor: Actor,
  shareId: string,
): Promise<{ done: true }> {
  const isTheirs = await revokeShareLink(deps.db, requireKnown(actor), shareId, new Date(deps.nowMs()));
  if (!isTheirs) throw new AppError("NOT_FOUND", { publicMessage: "There is no such link of yours." });
  return { done: true };
}
