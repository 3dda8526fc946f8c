import { logger } from "@/lib/adapters/logger";
import { expireCareerSnapshot, getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";

/** Laying out blocks for long, so the reply goes out first. */
const LAY_OUT_AFTER_MS = 100;

/**
 * Search and lists have a change of the catalogue already; a recommendation that is asked for from now on waits until it is laid out
 * again, which begins by itself in a moment. Other servers see the change within half a second.
 */
export function showCatalogueChange(deps: Deps): void {
  expireCareerSnapshot(deps);
  const timer = setTimeout(() => {
    getCareerSnapshot(deps).catch((error: unknown) => {
      // The next request tries again, and says so when it cannot.
      logger.warn({ err: error }, "the catalogue could not be laid out after a change");
    });
  }, LAY_OUT_AFTER_MS);
  timer.unref();
}
