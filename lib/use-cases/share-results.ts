import { SHARE_LINKS_MAX, type ShareReply } from "@/lib/contracts/share";
import { findSlateId, saveShareLink } from "@/lib/db/share-links";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { getResults } from "./get-results";
import { openSession } from "./open-session";
import { requireKnown } from "./permissions";

/**
 * Makes a link with which anybody can read one of the actor's lists, without their answers. The same list has one link.
 * @throws AppError UNAUTHENTICATED, NOT_FOUND on an unknown quiz or row, CONFLICT when there are too many links
 */
export async function shareResults(
  deps: Deps,
  actor: Actor,
  input: { sessionId: string; recommendationId?: string | undefined },
): Promise<ShareReply> {
  requireKnown(actor);
  const session = await openSession(deps, actor, input.sessionId);
  let slateId = await findSlateId(deps.db, session, input.recommendationId);
  if (slateId === null && input.recommendationId === undefined) {
    // Nothing was shown yet: the first list is made now.
    await getResults(deps, actor, input.sessionId);
    slateId = await findSlateId(deps.db, session, undefined);
  }
  if (slateId === null) {
    throw new AppError("NOT_FOUND", {
      publicMessage: "There is no such list of yours.",
      fields: [{ field: "recommendationId", message: "must be of a list that was shown for this quiz" }],
    });
  }
  const link = { userId: session.userId, id: deps.newId(), slateId };
  const id = await saveShareLink(deps.db, link, SHARE_LINKS_MAX);
  if (id === null) {
    throw new AppError("CONFLICT", {
      publicMessage: `You have ${SHARE_LINKS_MAX} links already. Take one back to make room for a new one.`,
    });
  }
  return { id, url: toShareUrl(id) };
}

export const toShareUrl = (id: string): string => `/s/${id}`;
