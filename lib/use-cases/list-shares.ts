import type { ShareLinksReply } from "@/lib/contracts/share";
import { listShareLinks } from "@/lib/db/share-links";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { requireKnown } from "./permissions";
import { toShareUrl } from "./share-results";

/**
 * The actor's links that still work, newest first.
 * @throws AppError UNAUTHENTICATED for somebody seen for the first time
 */
export async function listShares(deps: Pick<Deps, "db">, actor: Actor): Promise<ShareLinksReply> {
  const links = await listShareLinks(deps.db, requireKnown(actor));
  const items = links.map(({ id, createdAt, sessionId, titles }) => ({
    id,
    url: toShareUrl(id),
    createdAt: createdAt.toISOString(),
    sessionId,
    careers: titles,
  }));
  return { items };
}
