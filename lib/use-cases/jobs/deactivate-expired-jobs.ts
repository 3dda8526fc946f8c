import { logger } from "@/lib/adapters/logger";
import { deactivateExpiredJobs } from "@/lib/db/jobs";
import type { Deps } from "../deps";

/** A posting is off the lists at most so long after its end. */
const EVERY_MS = 5 * 60 * 1000;

/**
 * Takes expired jobs out of all lists, now and every few minutes.
 * @returns what stops it
 */
export function keepDeactivatingExpiredJobs(deps: Pick<Deps, "db" | "nowMs" | "background">): () => void {
  const run = () =>
    deps.background.run("taking expired jobs off the lists", async () => {
      const count = await deactivateExpiredJobs(deps.db, new Date(deps.nowMs()));
      if (count > 0) logger.info({ count }, "took expired jobs off the lists");
    });
  run();
  const timer = setInterval(run, EVERY_MS);
  // It keeps no process from ending.
  timer.unref();
  return () => clearInterval(timer);
}
