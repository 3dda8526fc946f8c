import { type ConsentReply, POLICY_VERSION, type SetConsentReply } from "@/lib/contracts/me";
import { recordConsent } from "@/lib/db/consents";
import { findMe } from "@/lib/db/users";
import type { Actor } from "./actor";
import type { Deps } from "./deps";

/** What somebody answered when asked whether what they do may be recorded; null before that. */
export async function getConsent(deps: Pick<Deps, "db">, actor: Actor): Promise<ConsentReply> {
  const me = actor.userId === null ? null : await findMe(deps.db, actor.userId);
  return { tracking: me?.trackingConsent ?? null, policyVersion: POLICY_VERSION };
}

/**
 * Keeps somebody's answer, which counts from the next recording on. Whoever agrees without being known becomes a guest; whoever refuses
 * without being known is not stored, which is what they ask for.
 * @returns userId of whom it is stored for
 */
export async function setConsent(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  tracking: boolean,
): Promise<{ reply: SetConsentReply; userId?: string }> {
  const at = new Date(deps.nowMs());
  const consent = { id: deps.newId(), isGranted: tracking, policyVersion: POLICY_VERSION, at };
  const { userId } = actor;
  if (userId !== null && (await recordConsent(deps.db, { ...consent, userId, isNewGuest: false }))) {
    return { reply: { tracking }, userId };
  }
  if (!tracking) return { reply: { tracking: null } };
  const guestId = deps.newId();
  await recordConsent(deps.db, { ...consent, userId: guestId, isNewGuest: true });
  return { reply: { tracking }, userId: guestId };
}
