import type { ApplicationDetailReply } from "@/lib/contracts/applications";
import { recordMessage } from "@/lib/db/application-changes";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAccount } from "../permissions";
import { getApplication } from "./get-application";

/**
 * Writes to the employer about an application.
 * @throws AppError UNAUTHENTICATED for guests, whom nobody could answer; NOT_FOUND on somebody else's application; CONFLICT on a withdrawn
 *   one, and on one to a posting that has no employer here
 */
export async function sendApplicationMessage(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  applicationId: string,
  text: string,
): Promise<ApplicationDetailReply> {
  const userId = requireAccount(actor);
  const { hasEmployer } = await getApplication(deps, actor, applicationId);
  if (!hasEmployer) {
    throw new AppError("CONFLICT", {
      publicMessage: "This posting has no employer on Waymark who would read a message: use the original posting.",
    });
  }
  const message = { eventId: deps.newId(), now: new Date(deps.nowMs()), actor: "applicant", text } as const;
  if (!(await recordMessage(deps.db, { userId, id: applicationId }, message))) {
    throw new AppError("CONFLICT", {
      publicMessage: "You withdrew this application: the employer gets no messages about it any more.",
    });
  }
  return getApplication(deps, actor, applicationId);
}
