import type { EmployerJob } from "@/lib/contracts/employer";
import { type EmployerJobRow, listEmployerJobs } from "@/lib/db/employer-jobs";
import { AppError } from "@/lib/errors";
import type { Deps } from "../deps";
import { toJobSummary } from "../jobs/to-job-summary";

export function toEmployerJob(row: EmployerJobRow): EmployerJob {
  const { description, applicants, newApplicants, impressions } = row;
  return { ...toJobSummary(row), description, applicants, newApplicants, impressions };
}

/** @throws AppError NOT_FOUND when it is not a job of the owner's company */
export async function getOwnJob(deps: Pick<Deps, "db">, ownerId: string, jobId: string): Promise<EmployerJobRow> {
  const [row] = await listEmployerJobs(deps.db, ownerId, jobId);
  if (row === undefined) throw new AppError("NOT_FOUND", { publicMessage: "There is no such job of your company." });
  return row;
}
