import type { MeReply } from "@/lib/contracts/me";
import { findMe, type Me } from "@/lib/db/users";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { requireKnown } from "./permissions";

/**
 * One's own profile.
 * @throws AppError UNAUTHENTICATED for strangers, and for guests of whom nothing is stored any more
 */
export async function getMe(deps: Pick<Deps, "db">, actor: Actor): Promise<MeReply> {
  return toMeReply(await findMe(deps.db, requireKnown(actor)));
}

/** @throws AppError UNAUTHENTICATED when there is nobody */
export function toMeReply(me: Me | null): MeReply {
  if (me === null) {
    throw new AppError("UNAUTHENTICATED", {
      publicMessage: "Take the quiz or sign in first: there is nothing of yours any more.",
    });
  }
  return { ...me, createdAt: me.createdAt.toISOString() };
}
