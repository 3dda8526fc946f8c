import type { CareerSnapshot } from "../career-snapshot";

export type DailyCache<Value> = {
  /** Shared while it is being read: counting everything is done once a day, not once for each who comes meanwhile. */
  current: { dayStartMs: number; snapshot: CareerSnapshot; value: Promise<Value> } | null;
};

const DAY_MS = 86_400_000;

/** Popularity is counted up to the last midnight (UTC), so that a list can be replayed, and for no moment counts what came of itself. */
export const toDayStart = (nowMs: number): number => Math.floor(nowMs / DAY_MS) * DAY_MS;

/** What `read` gives for a catalogue and a day, read once. */
export function readOnceADay<Value>(
  cache: DailyCache<Value>,
  snapshot: CareerSnapshot,
  nowMs: number,
  read: (dayStart: Date) => Promise<Value>,
): Promise<Value> {
  const dayStartMs = toDayStart(nowMs);
  const { current } = cache;
  if (current?.dayStartMs === dayStartMs && current.snapshot === snapshot) return current.value;
  const reading = { dayStartMs, snapshot, value: read(new Date(dayStartMs)) };
  cache.current = reading;
  // What failed is read again by whoever comes next.
  reading.value.catch(() => {
    if (cache.current === reading) cache.current = null;
  });
  return reading.value;
}
