import type { ApplicationDetailReply } from "@/lib/contracts/applications";
import * as changes from "@/lib/db/application-changes";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireKnown } from "../permissions";
import { getApplication, getOwnApplication } from "./get-application";

/**
 * Takes an application back; it stays visible to both sides. Twice is as good as once.
 * @throws AppError NOT_FOUND on somebody else's application, CONFLICT when the employer decided on it, also at this moment
 */
export async function withdrawApplication(
  deps: Pick<Deps, "db" | "newId" | "nowMs">,
  actor: Actor,
  applicationId: string,
): Promise<ApplicationDetailReply> {
  const key = { userId: requireKnown(actor), id: applicationId };
  const change = { eventId: deps.newId(), now: new Date(deps.nowMs()) };
  if (!(await changes.withdrawApplication(deps.db, key, change))) {
    const { status, withdrawnAt } = await getOwnApplication(deps, key.userId, applicationId);
    if (withdrawnAt === null) {
      throw new AppError("CONFLICT", {
        publicMessage: `The employer decided on this application already: it is at ${status} and cannot be withdrawn any more.`,
      });
    }
  }
  return getApplication(deps, actor, applicationId);
}
