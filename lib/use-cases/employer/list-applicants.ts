import type { Applicant } from "@/lib/contracts/employer";
import * as applicants from "@/lib/db/applicants";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAccount } from "../permissions";
import { toApplicant } from "./to-applicant";
import { getOwnJob } from "./to-employer-job";

/**
 * Who applied for a job, best match first, explained by what their feed was ranked by.
 * @throws AppError NOT_FOUND on somebody else's job
 */
export async function listApplicants(
  deps: Pick<Deps, "db">,
  actor: Actor,
  jobId: string,
): Promise<{ items: Applicant[] }> {
  const job = await getOwnJob(deps, requireAccount(actor), jobId);
  const rows = await applicants.listApplicants(deps.db, job.id);
  return { items: rows.map((row) => toApplicant(row, job)) };
}
