/**
 * What an interaction teaches a ranker, 0 to 1:
 *   implement 1, save 0.8, rate stars / 5, share 0.6, click 0.4, view 0.1 to 0.4 by its length, dismiss 0.
 * Of jobs: a right swipe is implement, which is to apply, a left one dismiss, whatever else was done; to open a job is click.
 * A view counts 0.1 at once and 0.4 from VIEW_SECONDS_FULL on, linear in between: longer says that the tab was left open.
 */
import { EngineError } from "../engine-error";

export const INTERACTION_KINDS = ["view", "click", "implement", "save", "share", "rate", "dismiss"] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

export const STARS_MAX = 5;
export const VIEW_SECONDS_FULL = 60;

const FIXED_LABELS = { implement: 1, save: 0.8, share: 0.6, click: 0.4, dismiss: 0 } as const;

/**
 * @param value  seconds of a view (0 when unknown), stars of a rating; ignored for the rest
 * @throws EngineError when a view's value is negative or a rating's is outside [1, 5]
 */
export function toInteractionLabel(kind: InteractionKind, value: number | null): number {
  if (kind === "view") {
    const seconds = value ?? 0;
    if (!(seconds >= 0)) throw new EngineError(`a view lasts at least 0 seconds, got ${value}`);
    return 0.1 + 0.3 * Math.min(1, seconds / VIEW_SECONDS_FULL);
  }
  if (kind === "rate") {
    if (value === null || !(value >= 1 && value <= STARS_MAX))
      throw new EngineError(`stars must be 1 to 5, got ${value}`);
    return value / STARS_MAX;
  }
  return FIXED_LABELS[kind];
}

/** What is done with jobs beside swiping, as a kind of interaction. */
const JOB_ACTION_KINDS: Readonly<Record<string, InteractionKind>> = { view: "view", open: "click", share: "share" };

/**
 * What came of showing somebody a job, 0 to 1.
 * @param swipe   null when it was not swiped
 * @param events  action, and the seconds of a view: the one that teaches most counts
 * @throws EngineError on an unknown action
 */
export function toJobLabel(
  swipe: "LEFT" | "RIGHT" | null,
  events: readonly (readonly [action: string, seconds: number | null])[],
): number {
  if (swipe !== null) return toInteractionLabel(swipe === "RIGHT" ? "implement" : "dismiss", null);
  return events.reduce((most, [action, seconds]) => {
    const kind = JOB_ACTION_KINDS[action];
    if (kind === undefined) throw new EngineError(`nothing is known of the action "${action}"`);
    return Math.max(most, toInteractionLabel(kind, seconds));
  }, 0);
}
