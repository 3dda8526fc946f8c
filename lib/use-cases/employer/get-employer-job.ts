import type { EmployerJob } from "@/lib/contracts/employer";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAccount } from "../permissions";
import { getOwnJob, toEmployerJob } from "./to-employer-job";

/**
 * One job of one's company, also when it is closed.
 * @throws AppError NOT_FOUND on somebody else's job
 */
export async function getEmployerJob(deps: Pick<Deps, "db">, actor: Actor, jobId: string): Promise<EmployerJob> {
  return toEmployerJob(await getOwnJob(deps, requireAccount(actor), jobId));
}
