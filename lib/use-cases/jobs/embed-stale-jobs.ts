import { findStaleJobs, saveJobAdditions } from "@/lib/db/job-embeddings";
import type { Deps } from "../deps";
import { prepareJobs } from "./prepare-jobs";

/** So many hold up everybody else of an embedded database for a moment only. */
const BATCH = 64;

/**
 * Embeds the jobs that have none of the model, such as after it was changed, open ones first. Those that were stored without a model get
 * their occupation too.
 * @returns how many
 */
export async function embedStaleJobs(deps: Pick<Deps, "db" | "embedder" | "nowMs" | "snapshot">): Promise<number> {
  const { db, embedder } = deps;
  if (embedder === null) return 0;
  for (let count = 0; ; ) {
    const stale = await findStaleJobs(db, embedder.model, BATCH);
    const prepared = await prepareJobs(deps, stale);
    const rows = stale.flatMap(({ id }, i) => (prepared[i] === undefined ? [] : [{ id, ...prepared[i] }]));
    await saveJobAdditions(db, rows);
    count += stale.length;
    if (stale.length < BATCH) return count;
  }
}
