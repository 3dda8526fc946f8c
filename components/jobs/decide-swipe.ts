import type { Direction } from "./swipe-box";

/** Where a card was let go, and how fast it was then, in px and px a second; to the right is positive. */
export type Release = { offset: number; velocity: number; width: number };

/** This share of the card's width is far enough, whatever the speed. */
const DISTANCE_SHARE = 0.32;
const DISTANCE_PX_MAX = 140;
/** A flick: shorter, but fast and the same way. */
const FLICK_SPEED = 550;
const FLICK_PX_MIN = 24;

/** What letting go of a card there means; null when it goes back. */
export function decideSwipe({ offset, velocity, width }: Release): Direction | null {
  const direction = offset > 0 ? "RIGHT" : "LEFT";
  const isPulledBack = Math.abs(velocity) > FLICK_SPEED && Math.sign(velocity) !== Math.sign(offset);
  if (isPulledBack) return null;
  if (Math.abs(offset) >= Math.min(DISTANCE_PX_MAX, DISTANCE_SHARE * width)) return direction;
  return Math.abs(velocity) > FLICK_SPEED && Math.abs(offset) >= FLICK_PX_MIN ? direction : null;
}
