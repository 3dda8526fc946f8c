import { type ApplicationStatus, NEXT_STATUSES } from "@/lib/contracts/applications";
import type { ApplicantDetailReply } from "@/lib/contracts/employer";
import type { ApplicantRow } from "@/lib/db/applicants";
import * as changes from "@/lib/db/application-changes";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAccount } from "../permissions";
import { getApplicant, getOwnApplicant } from "./get-applicant";
import { withdrawnConflict } from "./message-applicant";

/**
 * Moves an application one allowed step along; the applicant sees it at once. Of two moves at the same time one goes through and the other
 * is told where the application is by then.
 * @throws AppError NOT_FOUND on an application to somebody else's job, CONFLICT on a step that is not allowed and on a withdrawn one
 */
export async function moveApplication(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  applicationId: string,
  { status, message = "" }: { status: ApplicationStatus; message?: string | undefined },
): Promise<ApplicantDetailReply> {
  const ownerId = requireAccount(actor);
  const row = await getOwnApplicant(deps, ownerId, applicationId);
  if (row.withdrawnAt !== null || !NEXT_STATUSES[row.status].includes(status)) throw toConflict(row, status);
  const change = { eventId: deps.newId(), now: new Date(deps.nowMs()), from: row.status, to: status, message };
  const isMoved = await changes.moveApplication(deps.db, row, change);
  if (!isMoved) throw toConflict(await getOwnApplicant(deps, ownerId, applicationId), status);
  return getApplicant(deps, actor, applicationId);
}

function toConflict({ status, withdrawnAt }: ApplicantRow, wanted: ApplicationStatus): AppError {
  if (withdrawnAt !== null) return withdrawnConflict();
  const next = NEXT_STATUSES[status];
  const allowed =
    next.length === 0 ? "It is decided and stays as it is." : `From there it can go to ${next.join(", ")}.`;
  return new AppError("CONFLICT", {
    publicMessage: `The application is at ${status} now, so it was not moved to ${wanted}. ${allowed}`,
    fields: [
      { field: "status", message: next.length === 0 ? "cannot change any more" : `must be one of ${next.join(", ")}` },
    ],
  });
}
