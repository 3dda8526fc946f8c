import type { z } from "zod";
import type { SwipeReason, SwipeReply, SwipeRequestSchema } from "@/lib/contracts/jobs";
import { findJobRow, type JobRow } from "@/lib/db/job-rows";
import { findSeeker, lockJobPreferences, updateJobPreferences } from "@/lib/db/job-seekers";
import type { DbOrTx } from "@/lib/db/open";
import type { Person } from "@/lib/db/person";
import {
  addRuledOut,
  addSwipeReasons,
  findSwipeState,
  listRuledOut,
  type NewSwipe,
  recordSwipe,
  type SwipeState,
} from "@/lib/db/swipes";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { storeForActor } from "../store-for-actor";
import { jobClosed, jobNotFound, personGone } from "./job-errors";
import type { LearningDeps } from "./job-learning";
import { findJobSeeker, learnInBackground, STRANGER, toLearning } from "./job-seeker";
import { matchOneJob } from "./match-one-job";
import { ruleOut, toRuledOut } from "./rule-out";

type SwipeDeps = LearningDeps & Pick<Deps, "newId" | "background">;
type Input = z.output<typeof SwipeRequestSchema>;

/**
 * Swipes a job. RIGHT applies, with the score as it is now; the same again is as good as once, also from two tabs at once. The reasons of a
 * left swipe become preferences. Somebody without an account becomes a guest.
 * @throws AppError NOT_FOUND on an unknown job, CONFLICT on a closed one and on one that was swiped the other way
 */
export async function swipeJob(
  deps: SwipeDeps,
  actor: Actor,
  input: Input,
): Promise<{ reply: SwipeReply; userId: string }> {
  const job = await findJobRow(deps.db, input.jobId);
  if (job === null) throw jobNotFound();
  const before = actor.userId === null ? null : await findSwipeState(deps.db, actor.userId, job.id);
  if (actor.userId !== null && before !== null && before.direction !== null) {
    if (before.direction === "LEFT") await addReasons(deps, actor.userId, job, input);
    return toAnswer(deps, actor.userId, input, before);
  }
  if (!job.isOpen) throw jobClosed();
  const swipe = await toSwipe(deps, actor, input, job);
  const { userId } = await storeForActor(deps, actor, (person) => store(deps, person, swipe, job, input));
  const state = await findSwipeState(deps.db, userId, job.id);
  // Not swiped after all: it was closed, or the swipe was undone, at this very moment.
  if (state.direction === null) throw jobClosed();
  return toAnswer(deps, userId, input, state);
}

async function toSwipe(deps: SwipeDeps, actor: Actor, input: Input, job: JobRow): Promise<NewSwipe> {
  const seeker = (actor.userId === null ? null : await findJobSeeker(deps, actor.userId)) ?? STRANGER;
  const { score, parts } = (await matchOneJob(deps, seeker, job)).match;
  const { jobId, direction } = input;
  const reasons = direction === "LEFT" ? [...new Set(input.reasons)] : [];
  return { jobId, direction, reasons, score, parts, applicationId: deps.newId(), eventId: deps.newId() };
}

/** The swipe alone is one statement; with reasons it and the preferences that they become are kept together. */
async function store(
  deps: SwipeDeps,
  person: Person,
  swipe: NewSwipe,
  job: JobRow,
  { reasons, direction }: Input,
): Promise<boolean | null> {
  if (direction === "RIGHT" || reasons.length === 0) return recordSwipe(deps.db, person, swipe);
  return deps.db.$transaction(async (tx) => {
    const isNew = await recordSwipe(tx, person, swipe);
    if (!isNew) return isNew;
    return (await addPreferences(tx, person.userId, job, reasons)) ? isNew : null;
  });
}

/** Reasons come after the swipe, one by one, as somebody thinks of them; each counts once. */
async function addReasons(deps: SwipeDeps, userId: string, job: JobRow, input: Input): Promise<void> {
  if (input.direction !== "LEFT" || input.reasons.length === 0) return;
  await deps.db.$transaction(async (tx) => {
    const added = await addSwipeReasons(tx, { userId, jobId: job.id, reasons: input.reasons });
    if (added.length > 0) await addPreferences(tx, userId, job, added);
  });
}

/** Makes reasons preferences, and remembers which with the swipe. @returns false when the person is gone */
async function addPreferences(
  tx: DbOrTx,
  userId: string,
  job: JobRow,
  reasons: readonly SwipeReason[],
): Promise<boolean> {
  const before = await lockJobPreferences(tx, userId);
  if (before === null) return false;
  const ruledOut = toRuledOut(before, job, reasons, await listRuledOut(tx, userId, job.id));
  await addRuledOut(tx, { userId, jobId: job.id, ruledOut });
  return updateJobPreferences(tx, userId, { preferences: ruleOut(before, job, reasons), deniedSkills: null });
}

/** @throws AppError CONFLICT when it is swiped the other way */
async function toAnswer(
  deps: SwipeDeps,
  userId: string,
  { jobId, direction }: Input,
  state: SwipeState,
): Promise<{ reply: SwipeReply; userId: string }> {
  if (state.direction !== direction) throw swipedOtherwise(state.direction);
  const seeker = await findSeeker(deps.db, userId, deps.embedder?.model ?? null);
  if (seeker === null) throw personGone();
  learnInBackground(deps, seeker);
  const { applicationId, status } = state;
  const hasApplied = direction === "RIGHT" && applicationId !== null && status !== null;
  const application = hasApplied ? { id: applicationId, status } : null;
  const reply = {
    jobId,
    direction,
    application,
    preferences: seeker.preferences,
    learning: toLearning(deps, seeker),
  };
  return { reply, userId };
}

function swipedOtherwise(direction: SwipeState["direction"]): AppError {
  return new AppError("CONFLICT", {
    publicMessage: `You swiped this job ${direction === "LEFT" ? "left" : "right"} before. Undo that first.`,
    fields: [{ field: "direction", message: `is ${direction} already: undo the swipe first` }],
  });
}
