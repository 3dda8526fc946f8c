import { toSimulatedId } from "@/lib/db/simulated-people";
import type { Actor } from "../actor";
import { setConsent } from "../consent";
import type { Deps } from "../deps";

const STRANGER: Actor = { userId: null, role: null, via: "nothing", isBrowser: true, isOptedOut: false };

/** Somebody new, who agrees to be recorded and has a guest's cookie from then on. */
export async function welcomeGuest(deps: Deps, atMs: number): Promise<Actor> {
  const atFirst = { ...deps, newId: () => toSimulatedId(deps.newId()), nowMs: () => atMs };
  const { userId } = await setConsent(atFirst, STRANGER, true);
  if (userId === undefined) throw new Error("a simulated person agreed and was not stored");
  return { ...STRANGER, userId, role: "guest", via: "guest_cookie" };
}
