import { isContention } from "@/lib/db/gone";
import { moveGuest } from "@/lib/db/guests";
import type { Actor } from "./actor";
import type { Deps } from "./deps";

const TRIES_MAX = 4;

/**
 * Makes what the actor did as a guest the account's, all of it or nothing. Whoever acts with anything but a guest's cookie has nothing to
 * bring along, and of two logins at once one finds the guest gone.
 */
export async function mergeGuest(deps: Pick<Deps, "db">, actor: Actor, accountId: string): Promise<void> {
  const guestId = actor.via === "guest_cookie" ? actor.userId : null;
  if (guestId === null || guestId === accountId) return;
  for (let tries = 1; ; tries += 1) {
    try {
      await deps.db.$transaction((tx) => moveGuest(tx, guestId, accountId));
      return;
    } catch (error) {
      // The guest's other requests, still under way, may hold what this waits for while they wait for this.
      if (tries === TRIES_MAX || !isContention(error)) throw error;
    }
  }
}
