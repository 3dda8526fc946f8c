import type { EmployerJob } from "@/lib/contracts/employer";
import * as jobs from "@/lib/db/employer-jobs";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAccount } from "../permissions";
import { toEmployerJob } from "./to-employer-job";

/**
 * The jobs of one's company, open ones first; none before there is a company.
 * @throws AppError UNAUTHENTICATED for guests and strangers
 */
export async function listEmployerJobs(deps: Pick<Deps, "db">, actor: Actor): Promise<{ items: EmployerJob[] }> {
  return { items: (await jobs.listEmployerJobs(deps.db, requireAccount(actor))).map(toEmployerJob) };
}
