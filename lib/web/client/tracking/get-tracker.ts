import { createTracker, type Tracker } from "./tracker";

let tracker: Tracker | undefined;

/** The page's tracker. For effects and event handlers: there is none on the server. */
export function getTracker(): Tracker {
  tracker ??= createTracker(window);
  return tracker;
}
