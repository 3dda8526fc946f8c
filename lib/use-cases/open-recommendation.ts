import { findImpressions, type ImpressionOwner } from "@/lib/db/impressions";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { canOpenSession } from "./permissions";

/**
 * A recommendation that the actor may ask about.
 * @throws AppError NOT_FOUND on an unknown one and on somebody else's alike: whether it exists is their business
 */
export async function openRecommendation(deps: Pick<Deps, "db">, actor: Actor, id: string): Promise<ImpressionOwner> {
  const [impression] = await findImpressions(deps.db, [id]);
  if (impression === undefined || !canOpenSession(actor, impression)) throw recommendationNotFound();
  return impression;
}

export function recommendationNotFound(): AppError {
  return new AppError("NOT_FOUND", {
    publicMessage: "There is no recommendation of yours with this id.",
    fields: [{ field: "recommendationId", message: "must be the recommendationId of a list that you were shown" }],
  });
}
