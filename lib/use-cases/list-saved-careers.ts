import type { SavedCareersReply } from "@/lib/contracts/saved";
import { findCareers } from "@/lib/db/careers";
import * as saved from "@/lib/db/saved-careers";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { requireKnown } from "./permissions";
import { toSavedCareer } from "./to-saved-career";

/**
 * What the actor saved, last first, and their lists.
 * @throws AppError UNAUTHENTICATED for somebody seen for the first time
 */
export async function listSavedCareers(
  deps: Pick<Deps, "db">,
  actor: Actor,
  query: { list?: string | undefined } = {},
): Promise<SavedCareersReply> {
  const userId = requireKnown(actor);
  const [rows, lists] = await Promise.all([
    saved.listSavedCareers(deps.db, userId, query.list),
    saved.listSavedLists(deps.db, userId),
  ]);
  const careers = await findCareers(
    deps.db,
    rows.map(({ careerCode }) => careerCode),
  );
  const items = rows.flatMap((row) => {
    const career = careers.get(row.careerCode);
    return career === undefined ? [] : [toSavedCareer(row, career)];
  });
  return { items, lists };
}
