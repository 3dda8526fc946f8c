import type { ApplicantDetailReply } from "@/lib/contracts/employer";
import { type ApplicantRow, findApplicant } from "@/lib/db/applicants";
import { listApplicationEvents } from "@/lib/db/application-events";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import { toEvent } from "../applications/to-application";
import type { Deps } from "../deps";
import { requireAccount } from "../permissions";
import { toApplicant } from "./to-applicant";
import { getOwnJob } from "./to-employer-job";

/**
 * One applicant with everything that happened to the application.
 * @throws AppError NOT_FOUND on an application to somebody else's job, and on a guest's
 */
export async function getApplicant(
  deps: Pick<Deps, "db">,
  actor: Actor,
  applicationId: string,
): Promise<ApplicantDetailReply> {
  const ownerId = requireAccount(actor);
  const row = await getOwnApplicant(deps, ownerId, applicationId);
  const [job, events] = await Promise.all([
    getOwnJob(deps, ownerId, row.jobId),
    listApplicationEvents(deps.db, { userId: row.userId, id: row.id }),
  ]);
  return { ...toApplicant(row, job), events: events.map(toEvent) };
}

/** @throws AppError NOT_FOUND when it is no application to a job of the owner's company */
export async function getOwnApplicant(
  deps: Pick<Deps, "db">,
  ownerId: string,
  applicationId: string,
): Promise<ApplicantRow> {
  const row = await findApplicant(deps.db, ownerId, applicationId);
  if (row === null) {
    throw new AppError("NOT_FOUND", { publicMessage: "There is no such application to a job of yours." });
  }
  return row;
}
