import { logger } from "@/lib/adapters/logger";
import * as retention from "@/lib/db/retention";
import type { Deps } from "./deps";

const DAY_MS = 24 * 3600 * 1000;

type RetentionDeps = Pick<Deps, "db" | "nowMs" | "guestRetentionDays">;

/**
 * Deletes guests who have not been here for as long as the environment says, with everything of theirs, and what has no use any more:
 * expired tokens and links that were taken back.
 * @returns null when another server does it just now
 */
export async function deleteExpiredGuests(deps: RetentionDeps): Promise<retention.ExpiredCounts | null> {
  const nowMs = deps.nowMs();
  const tokens = await retention.deleteExpiredTokens(deps.db, new Date(nowMs));
  if (tokens === null) return null;
  const seenBefore = new Date(nowMs - deps.guestRetentionDays * DAY_MS);
  for (let guests = 0; ; ) {
    const batch = await retention.deleteExpiredGuests(deps.db, seenBefore);
    guests += batch?.count ?? 0;
    if (batch === null || batch.isLast) return { guests, ...tokens };
  }
}

/**
 * Does so now and once a day.
 * @returns what stops it
 */
export function keepDeletingExpiredGuests(deps: RetentionDeps & Pick<Deps, "background">): () => void {
  const run = () =>
    deps.background.run("deleting what is out of date", async () => {
      const counts = await deleteExpiredGuests(deps);
      if (counts !== null) logger.info(counts, "deleted what is out of date");
    });
  run();
  const timer = setInterval(run, DAY_MS);
  // It keeps no process from ending.
  timer.unref();
  return () => clearInterval(timer);
}
