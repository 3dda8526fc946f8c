const LOCK = "waymark.tracking";

/**
 * Runs the work unless another tab is at it. Without locks it always runs: two tabs may then send the same events, which does no harm.
 * @returns whether it ran
 */
export async function runExclusively(locks: LockManager | undefined, work: () => Promise<void>): Promise<boolean> {
  let hasRun = false;
  const run = () => {
    hasRun = true;
    return work();
  };
  try {
    // Missing on pages without TLS, and refused where storage is.
    if (locks === undefined) await run();
    else await locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? undefined : run()));
  } catch {
    if (!hasRun) await run();
  }
  return hasRun;
}
