import type { ReactionListReply } from "@/lib/contracts/interactions";
import { hasSavedCareer } from "@/lib/db/reactions";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { listReactions } from "./list-reactions";

export type CareerStanding = {
  isSaved: boolean;
  /** To every career, latest first; null for somebody who is not known. */
  reactions: ReactionListReply["items"] | null;
};

/** How somebody stands to a career that they look at. */
export async function getCareerStanding(
  deps: Pick<Deps, "db">,
  actor: Actor,
  careerCode: string,
): Promise<CareerStanding> {
  if (actor.userId === null) return { isSaved: false, reactions: null };
  const [isSaved, { items }] = await Promise.all([
    hasSavedCareer(deps.db, actor.userId, careerCode),
    listReactions(deps, actor),
  ]);
  return { isSaved, reactions: items };
}
