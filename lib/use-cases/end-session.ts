import { recordEndedSession } from "@/lib/db/users";
import type { Deps } from "./deps";

/** Signs one browser out: its cookie counts for nothing from now on, even if somebody copied it. */
export async function endSession(
  deps: Pick<Deps, "db" | "nowMs">,
  session: { userId: string; id: string; expiresAt: Date },
): Promise<void> {
  const { userId, id, expiresAt } = session;
  await recordEndedSession(deps.db, { userId, id, expiresAt, now: new Date(deps.nowMs()) });
}
