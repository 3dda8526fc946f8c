import type { ApplicationDetailReply } from "@/lib/contracts/applications";
import { listApplicationEvents } from "@/lib/db/application-events";
import { type ApplicationRow, findApplication } from "@/lib/db/applications";
import { findJobRow } from "@/lib/db/job-rows";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { isAccount, requireKnown } from "../permissions";
import { toApplication, toEvent } from "./to-application";

/**
 * One application of one's own with everything that happened to it.
 * @throws AppError NOT_FOUND on somebody else's
 */
export async function getApplication(
  deps: Pick<Deps, "db">,
  actor: Actor,
  applicationId: string,
): Promise<ApplicationDetailReply> {
  const userId = requireKnown(actor);
  const row = await getOwnApplication(deps, userId, applicationId);
  const [job, events] = await Promise.all([
    findJobRow(deps.db, row.jobId),
    listApplicationEvents(deps.db, { userId, id: row.id }),
  ]);
  if (job === null) throw applicationNotFound();
  return {
    ...toApplication(row, job, events.at(-1)),
    events: events.map(toEvent),
    isHeld: !isAccount(actor),
    hasEmployer: job.ownerId !== null,
  };
}

/** @throws AppError NOT_FOUND when it is not the user's */
export async function getOwnApplication(
  deps: Pick<Deps, "db">,
  userId: string,
  applicationId: string,
): Promise<ApplicationRow> {
  const row = await findApplication(deps.db, userId, applicationId);
  if (row === null) throw applicationNotFound();
  return row;
}

export function applicationNotFound(): AppError {
  return new AppError("NOT_FOUND", { publicMessage: "There is no such application of yours." });
}
