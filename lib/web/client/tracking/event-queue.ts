import type { BatchEvent } from "@/lib/contracts/interactions";
import type { SafeStorage } from "./safe-storage";

/** What waits to be sent, in the browser's storage: it outlives the page and is shared by all tabs. */
export type EventQueue = {
  /** Takes an event as soon as it returns. */
  add: (event: BatchEvent) => void;
  /** Oldest first. */
  list: () => BatchEvent[];
  count: () => number;
  remove: (eventIds: readonly string[]) => void;
  clear: () => void;
};

export const QUEUE_EVENTS_MAX = 500;

/** Each event has a key of its own: tabs that shared one list would overwrite what the others had added in the meantime. */
const PREFIX = "waymark.event.";

export function openEventQueue(storage: SafeStorage): EventQueue {
  const read = (key: string): BatchEvent[] => {
    const event = parseEvent(storage.get(key));
    // Somebody else's text under our key would never be sent and never leave.
    if (event === null) storage.remove(key);
    return event === null ? [] : [event];
  };
  const keys = () => storage.keys(PREFIX);
  const list = () => keys().flatMap(read).sort(byTime);
  return {
    add: (event) => {
      if (keys().length >= QUEUE_EVENTS_MAX) {
        const events = list();
        const least = events.find((queued) => queued.interaction_type === "view") ?? events[0];
        if (least !== undefined) storage.remove(PREFIX + least.eventId);
      }
      storage.set(PREFIX + event.eventId, JSON.stringify(event));
    },
    list,
    count: () => keys().length,
    remove: (eventIds) => {
      for (const id of eventIds) storage.remove(PREFIX + id);
    },
    clear: () => {
      for (const key of keys()) storage.remove(key);
    },
  };
}

/** The server checks the rest: it answers each event on its own. */
function parseEvent(text: string | null): BatchEvent | null {
  try {
    const event = JSON.parse(text ?? "null");
    return typeof event?.eventId === "string" ? event : null;
  } catch {
    return null;
  }
}

const byTime = (a: BatchEvent, b: BatchEvent): number => ((a.occurredAt ?? "") < (b.occurredAt ?? "") ? -1 : 1);
