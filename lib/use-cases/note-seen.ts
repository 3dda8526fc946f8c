import { logger } from "@/lib/adapters/logger";
import { updateLastSeen } from "@/lib/db/users";
import type { Deps } from "./deps";

const DAY_MS = 24 * 3600 * 1000;
/** More people than this a day cost one needless statement each. */
const NOTED_MAX = 100_000;

const notedBy = new WeakMap<Deps["db"], { day: number; ids: Set<string> }>();

/** Notes to the day when somebody was last here. Nobody waits for it, and it costs each person one statement a day. */
export function noteSeen(deps: Pick<Deps, "db" | "nowMs">, userId: string): void {
  const nowMs = deps.nowMs();
  const day = Math.floor(nowMs / DAY_MS);
  let noted = notedBy.get(deps.db);
  if (noted === undefined || noted.day !== day || noted.ids.size >= NOTED_MAX) {
    noted = { day, ids: new Set() };
    notedBy.set(deps.db, noted);
  }
  if (noted.ids.has(userId)) return;
  noted.ids.add(userId);
  updateLastSeen(deps.db, userId, new Date(nowMs), new Date(nowMs - DAY_MS)).catch((error: unknown) => {
    logger.debug({ err: error }, "last visit not noted");
  });
}
