import type { ReactionListReply } from "@/lib/contracts/interactions";
import * as reactions from "@/lib/db/reactions";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { requireKnown } from "./permissions";

/** How somebody stands to careers now, latest first. */
export async function listReactions(deps: Pick<Deps, "db">, actor: Actor): Promise<ReactionListReply> {
  const rows = await reactions.listReactions(deps.db, requireKnown(actor));
  return { items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
}
