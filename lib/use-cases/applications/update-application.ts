import type { ApplicationDetailReply } from "@/lib/contracts/applications";
import { saveApplicationNote } from "@/lib/db/application-changes";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireKnown } from "../permissions";
import { applicationNotFound, getApplication } from "./get-application";

/**
 * Changes one's own note on an application; nobody else ever sees it.
 * @throws AppError NOT_FOUND on somebody else's application
 */
export async function updateApplication(
  deps: Pick<Deps, "db">,
  actor: Actor,
  applicationId: string,
  { note }: { note: string },
): Promise<ApplicationDetailReply> {
  const key = { userId: requireKnown(actor), id: applicationId };
  if (!(await saveApplicationNote(deps.db, key, note))) throw applicationNotFound();
  return getApplication(deps, actor, applicationId);
}
