import type { BatchEvent } from "@/lib/contracts/interactions";
import { BATCH_EVENTS_MAX } from "./event-sender";

/** Browsers take 64 kB in all that is on its way. */
const BEACON_BYTES_MAX = 60_000;

type BeaconWindow = Pick<typeof globalThis, "fetch"> & { navigator: Pick<Navigator, "sendBeacon"> };

/**
 * Sends what waits while the page goes away. A beacon has no answer, so the events stay in the queue until an ordinary call has confirmed
 * them: arriving twice does no harm, since the server knows them by their id.
 * @returns what sends events, each once a page
 */
export function createEventBeacon(win: BeaconWindow, path: string): (events: readonly BatchEvent[]) => void {
  const sent = new Set<string>();
  return (events) => {
    const batch = takeFitting(events.filter(({ eventId }) => !sent.has(eventId)));
    if (batch.length === 0) return;
    for (const { eventId } of batch) sent.add(eventId);
    const body = new Blob([JSON.stringify({ events: batch })], { type: "application/json" });
    try {
      if (win.navigator.sendBeacon(path, body)) return;
    } catch {
      // Missing, or switched off by the person: the call below is the same with another name.
    }
    try {
      win.fetch(path, { method: "POST", body, keepalive: true }).catch(() => {});
    } catch {
      // The queue still has them.
    }
  };
}

function takeFitting(events: readonly BatchEvent[]): BatchEvent[] {
  let bytes = 0;
  const encoder = new TextEncoder();
  return events.slice(0, BATCH_EVENTS_MAX).filter((event) => {
    bytes += encoder.encode(JSON.stringify(event)).length + 1;
    return bytes < BEACON_BYTES_MAX;
  });
}
