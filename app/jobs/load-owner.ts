import { GUEST } from "@/components/jobs/swipe-box";
import { isAccount } from "@/lib/use-cases/permissions";
import { readPageActor } from "@/lib/web/page-actor";

/** Whose swipes this browser keeps until they are sent: an account's, or a guest's. */
export async function loadOwner(): Promise<string> {
  const actor = await readPageActor();
  return isAccount(actor) ? (actor.userId ?? GUEST) : GUEST;
}
