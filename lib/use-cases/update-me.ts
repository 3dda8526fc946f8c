import type { MeReply, ProfileChanges } from "@/lib/contracts/me";
import { updateProfile } from "@/lib/db/users";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { toMeReply } from "./get-me";
import { requireKnown } from "./permissions";

/**
 * Changes what somebody says about themselves. The role, the address and everything else that is not theirs to write are no part of it.
 * @throws AppError UNAUTHENTICATED for strangers
 */
export async function updateMe(deps: Pick<Deps, "db">, actor: Actor, changes: ProfileChanges): Promise<MeReply> {
  return toMeReply(await updateProfile(deps.db, requireKnown(actor), changes));
}
