import type { z } from "zod";
import type { EmployerJob, JobRequest, UpdateJobRequestSchema } from "@/lib/contracts/employer";
import { type EmployerJobRow, saveEmployerJob, setJobClosed } from "@/lib/db/employer-jobs";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAccount } from "../permissions";
import { prepareJob, refusePastEnd, toEnd, toStored } from "./post-job";
import { getOwnJob, toEmployerJob } from "./to-employer-job";

type UpdateDeps = Pick<Deps, "db" | "embedder" | "nowMs" | "newId" | "snapshot">;

/**
 * Changes a job of one's company, closes it or opens it again. What was applied for stays applied for. When it was posted stays too, so
 * that nobody makes an old job new.
 * @throws AppError NOT_FOUND on somebody else's job, INVALID_INPUT on an end that has passed
 */
export async function updateJob(
  deps: UpdateDeps,
  actor: Actor,
  jobId: string,
  input: z.output<typeof UpdateJobRequestSchema>,
): Promise<EmployerJob> {
  const ownerId = requireAccount(actor);
  const job = await getOwnJob(deps, ownerId, jobId);
  const now = new Date(deps.nowMs());
  if ("isActive" in input) await openOrClose(deps, job, input.isActive, now);
  else await change(deps, job, input, now);
  return toEmployerJob(await getOwnJob(deps, ownerId, jobId));
}

async function openOrClose(deps: UpdateDeps, job: EmployerJobRow, isActive: boolean, now: Date): Promise<void> {
  if (isActive && job.expiresAt !== null && job.expiresAt <= now) {
    const message = `cannot be true: the job ended on ${job.expiresAt.toISOString()}; give it a later end first`;
    throw new AppError("INVALID_INPUT", {
      publicMessage: `isActive: ${message}`,
      fields: [{ field: "isActive", message }],
    });
  }
  await setJobClosed(deps.db, job.id, !isActive, now);
}

async function change(deps: UpdateDeps, job: EmployerJobRow, input: JobRequest, now: Date): Promise<void> {
  const end = toEnd(input.expiresAt);
  // A typing error in a job that has ended can be put right without opening it again.
  if (end?.getTime() !== job.expiresAt?.getTime()) refusePastEnd(input.expiresAt, now);
  const prepared = await prepareJob(deps, { name: job.company }, input);
  await saveEmployerJob(deps.db, job.id, { ...toStored(prepared), expiresAt: end }, now);
}
