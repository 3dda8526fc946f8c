import { type DemoJob, readDemoJobs } from "@/lib/adapters/demo-jobs";
import { closeSourceJobs, findDemoState } from "@/lib/db/jobs";
import type { Deps } from "../deps";
import { type StoreDeps, storePostings } from "./store-postings";
import type { Posting } from "./to-posting";

const SOURCE = "demo";
const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;
const OPEN_DAYS = 60;
const RENEW_BEFORE_DAYS = 45;
/** Other open jobs from which on the demo ones have done their part. */
export const OTHERS_ENOUGH = 60;

/**
 * Puts the demo postings into a database with few other jobs, dated from now, and dates them anew before they expire. Where there are
 * enough others, or where they are switched off, they are closed.
 * @returns how many were written or closed
 */
export async function keepDemoJobs(deps: StoreDeps, options: { isOn: boolean }): Promise<number> {
  const nowMs = deps.nowMs();
  const state = await findDemoState(deps.db, OTHERS_ENOUGH);
  if (!options.isOn || state.others >= OTHERS_ENOUGH)
    return state.openDemos === 0 ? 0 : closeSourceJobs(deps.db, SOURCE, new Date(nowMs));
  const areFresh = state.openDemos > 0 && (state.firstEnd?.getTime() ?? 0) > nowMs + RENEW_BEFORE_DAYS * DAY_MS;
  if (areFresh) return 0;
  const jobs = await readDemoJobs();
  const { added, changed } = await storePostings(
    deps,
    jobs.map((job) => toPosting(job, nowMs)),
    { source: SOURCE, nowMs, shiftMs: 0, companyIds: new Map() },
  );
  return added + changed;
}

/**
 * Does so again every hour: others are imported and expire while the server runs.
 * @returns what stops it
 */
export function keepMindingDemoJobs(
  deps: StoreDeps & Pick<Deps, "background">,
  options: { isOn: boolean },
): () => void {
  const timer = setInterval(
    () => deps.background.run("minding the demo postings", () => keepDemoJobs(deps, options)),
    HOUR_MS,
  );
  // It keeps no process from ending.
  timer.unref();
  return () => clearInterval(timer);
}

function toPosting({ id, remote, postedHoursAgo, ...job }: DemoJob, nowMs: number): Posting {
  return {
    ...job,
    isRemote: remote,
    sourceId: id,
    sourceUrl: "",
    postedAtMs: nowMs - postedHoursAgo * HOUR_MS,
    expiresAtMs: nowMs + OPEN_DAYS * DAY_MS,
  };
}
