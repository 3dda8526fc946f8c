import type { Activity } from "@/lib/contracts/activity";
import { countInteractionsByHour } from "@/lib/db/interaction-history";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { getHistory } from "./get-history";
import { listReactions } from "./list-reactions";
import { requireKnown } from "./permissions";

const ITEMS = 20;
/** A day more than is shown, since days begin at other times elsewhere. */
const SINCE_MS = 31 * 24 * 3_600_000;

/**
 * What somebody did with recommendations, for their own eyes.
 * @throws AppError UNAUTHENTICATED for somebody seen for the first time
 */
export async function getActivity(deps: Pick<Deps, "db" | "nowMs">, actor: Actor): Promise<Activity> {
  const userId = requireKnown(actor);
  const nowMs = deps.nowMs();
  const [history, hours, { items }] = await Promise.all([
    getHistory(deps, actor, { limit: ITEMS }),
    countInteractionsByHour(deps.db, userId, new Date(nowMs - SINCE_MS)),
    listReactions(deps, actor),
  ]);
  return {
    history,
    hours: hours.map(({ startedAt, count }) => ({ startedAt: startedAt.toISOString(), count })),
    reactions: items,
    now: new Date(nowMs).toISOString(),
  };
}
