/**
 * What simulated people do with a deck of jobs (job-world.ts): one card at a time, the top of a feed first, until they have had enough.
 *
 *   cards     = exp(ln median + sd noise), at least 1
 *   P(right)  = the person's probability of liking the job (job-seekers.ts)
 *   P(opened) = share + rise P(right)
 *
 * Every card that is decided on was looked at, longer the more it is liked, so that position alone decides nothing: somebody who is
 * further down has decided on all above. The card on top when they leave was looked at and not decided on. Some left swipes come with a
 * reason, which is one of what does not fit. Some swipes go the wrong way and are taken back at once.
 */
import type { Rng } from "../math/random";
import { isPlacePreferred } from "../scoring/job-score";
import type { LikedJob, SimulatedSeeker } from "./job-seekers";
import type { ReturnParams } from "./people";

export type JobVisitParams = ReturnParams & {
  cardsMedian: number;
  /** of the log of the cards */
  cardsSd: number;
  cardsMax: number;
  openShare: number;
  openRise: number;
  reasonShare: number;
  slipShare: number;
};

export const DEFAULT_JOB_VISIT_PARAMS: JobVisitParams = {
  onceShare: 0.3,
  returnMax: 0.5,
  cardsMedian: 15,
  cardsSd: 0.6,
  cardsMax: 45,
  openShare: 0.05,
  openRise: 0.4,
  reasonShare: 0.05,
  slipShare: 0.02,
};

const VIEW_SECONDS_MAX = 45;
const SWIPE_SECONDS = 1;
const READ_SECONDS = 15;

export type Direction = "LEFT" | "RIGHT";
/** Why not: as the deck's chips have it. */
export type Misfit = "pay" | "location" | "field" | "seniority" | "other";

/** What somebody does with a card, in this order. */
export type CardDeed = {
  /** of looking at it */
  seconds: number;
  isOpened: boolean;
  /** A swipe the other way, which they take back. */
  isSlip: boolean;
  direction: Direction;
  /** of a left swipe */
  reasons: readonly Misfit[];
  /** from the first look until it is swiped for good */
  lastsSeconds: number;
};

/** How many cards somebody decides on in a visit, at least 1. */
export function drawCardCount(rng: Rng, { cardsMedian, cardsSd, cardsMax }: JobVisitParams): number {
  return Math.max(1, Math.min(cardsMax, Math.round(cardsMedian * Math.exp(cardsSd * rng.normal()))));
}

/**
 * @param probability  of liking it
 * @param misfits      of findMisfits, never empty
 */
export function lookAtCard(
  probability: number,
  misfits: readonly Misfit[],
  rng: Rng,
  params: JobVisitParams,
): CardDeed {
  const seconds = Math.min(VIEW_SECONDS_MAX, Math.max(0.5, Math.exp(1.2 + probability + 0.6 * rng.normal())));
  const isOpened = rng.uniform() < params.openShare + params.openRise * probability;
  const direction = rng.uniform() < probability ? "RIGHT" : "LEFT";
  const isSlip = rng.uniform() < params.slipShare;
  const hasReason = rng.uniform() < params.reasonShare && direction === "LEFT";
  const reason = misfits[rng.integer(misfits.length)] as Misfit;
  return {
    ...{ seconds: Math.round(10 * seconds) / 10, isOpened, isSlip, direction },
    reasons: hasReason ? [reason] : [],
    lastsSeconds: seconds + (isOpened ? READ_SECONDS : 0) + SWIPE_SECONDS * (isSlip ? 3 : 1),
  };
}

/**
 * What of a job does not fit somebody.
 * @param likeness  of the job and their taste, standardised over the jobs
 * @param pay       standardised over the jobs; 0 where it is not known
 * @returns         "other" alone when everything fits
 */
export function findMisfits(
  seeker: Pick<SimulatedSeeker, "seniority" | "place">,
  { seniority, isRemote, location }: LikedJob,
  { likeness, pay }: { likeness: number; pay: number },
): Misfit[] {
  const misfits: Misfit[] = [];
  if (pay < -0.5) misfits.push("pay");
  if (!isRemote && location !== "" && !isPlacePreferred(location, [seeker.place])) misfits.push("location");
  if (likeness < 0) misfits.push("field");
  if (seniority !== null && Math.abs(seniority - seeker.seniority) > 1) misfits.push("seniority");
  return misfits.length === 0 ? ["other"] : misfits;
}
