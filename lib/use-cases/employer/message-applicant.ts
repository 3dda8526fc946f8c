import type { ApplicantDetailReply } from "@/lib/contracts/employer";
import { recordMessage } from "@/lib/db/application-changes";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAccount } from "../permissions";
import { getApplicant, getOwnApplicant } from "./get-applicant";

/**
 * Writes to an applicant.
 * @throws AppError NOT_FOUND on an application to somebody else's job, CONFLICT on a withdrawn one
 */
export async function messageApplicant(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  applicationId: string,
  text: string,
): Promise<ApplicantDetailReply> {
  const row = await getOwnApplicant(deps, requireAccount(actor), applicationId);
  const message = { eventId: deps.newId(), now: new Date(deps.nowMs()), actor: "employer", text } as const;
  if (!(await recordMessage(deps.db, row, message))) throw withdrawnConflict();
  return getApplicant(deps, actor, applicationId);
}

export function withdrawnConflict(): AppError {
  return new AppError("CONFLICT", {
    publicMessage: "The applicant withdrew this application: it can be neither moved nor written to.",
  });
}
