import type { z } from "zod";
import type { RuledOut, UndoSwipeReplySchema } from "@/lib/contracts/jobs";
import { findSeeker, lockJobPreferences, updateJobPreferences } from "@/lib/db/job-seekers";
import type { DbOrTx } from "@/lib/db/open";
import { deleteSwipe, listRuledOut } from "@/lib/db/swipes";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireKnown } from "../permissions";
import { personGone } from "./job-errors";
import { learnInBackground, type SeekerDeps, toLearning } from "./job-seeker";
import { takeBack } from "./rule-out";

/**
 * Takes a swipe back: the job may come up again, its application is withdrawn, and what only its reasons ruled out is no longer. A second
 * time changes nothing.
 * @throws AppError CONFLICT when the employer decided already
 */
export async function undoSwipe(
  deps: SeekerDeps & Pick<Deps, "newId">,
  actor: Actor,
  { jobId }: { jobId: string },
): Promise<z.input<typeof UndoSwipeReplySchema>> {
  const userId = requireKnown(actor);
  const undone = await deps.db.$transaction(async (tx) => {
    const swipe = await deleteSwipe(tx, { userId, jobId, eventId: deps.newId() });
    if (swipe === "decided") throw decidedAlready();
    if (swipe?.ruledOut) await takePreferencesBack(tx, userId, jobId, swipe.ruledOut);
    return swipe !== null;
  });
  const seeker = await findSeeker(deps.db, userId, deps.embedder?.model ?? null);
  if (seeker === null) throw personGone();
  learnInBackground(deps, seeker);
  return { jobId, undone, preferences: seeker.preferences, learning: toLearning(deps, seeker) };
}

async function takePreferencesBack(tx: DbOrTx, userId: string, jobId: string, ruledOut: RuledOut): Promise<void> {
  const preferences = await lockJobPreferences(tx, userId);
  if (preferences === null) return;
  const changes = takeBack(preferences, ruledOut, await listRuledOut(tx, userId, jobId));
  await updateJobPreferences(tx, userId, { preferences: changes, deniedSkills: null });
}

function decidedAlready(): AppError {
  return new AppError("CONFLICT", {
    publicMessage: "The employer has decided on this application already, so the swipe cannot be undone.",
    fields: [{ field: "jobId", message: "has an application that is decided" }],
  });
}
