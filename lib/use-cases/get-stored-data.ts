import type { UserDataCounts } from "@/lib/contracts/user-data";
import { countUserData, findProfile } from "@/lib/db/user-data";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { isAccount } from "./permissions";

const DAY_MS = 24 * 3600 * 1000;

export type StoredData = {
  /** null for guests */
  email: string | null;
  usesHistory: boolean;
  counts: UserDataCounts;
  /** When it goes by itself, unless the guest comes back; null for accounts. */
  deletedAt: Date | null;
};

/** How much is kept about the actor; null when nothing is. */
export async function getStoredData(
  deps: Pick<Deps, "db" | "guestRetentionDays">,
  actor: Actor,
): Promise<StoredData | null> {
  if (actor.userId === null) return null;
  const [profile, counts] = await Promise.all([
    findProfile(deps.db, actor.userId),
    countUserData(deps.db, actor.userId),
  ]);
  if (profile === null) return null;
  const lastSeenMs = Date.parse(profile.lastSeenAt);
  return {
    email: profile.email,
    usesHistory: profile.usesHistory,
    counts,
    deletedAt: isAccount(actor) ? null : new Date(lastSeenMs + deps.guestRetentionDays * DAY_MS),
  };
}
