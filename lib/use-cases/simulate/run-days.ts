import { createRng, mixSeed, type Rng } from "@/lib/engine/math/random";

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Visits under way at once: of different people, so that their order tells in nothing. */
const CONCURRENCY = 4;

/** How long the days are that are simulated, and when the last one ends. */
export type SimulatedDays = { days: number; endMs: number };

/** Who is told what happened while it goes on. */
export type Watch<Call> = { onVisit: (done: number, total: number) => void; onCall: (call: Call) => void };

/**
 * Lets each visitor come on their days, a few at once, and does what each day ends with before the next one begins.
 * @param visit   on a day, from 0: what it came to, and how it is to be dated
 * @param endDay  gets the latter of all visits of the day
 */
export async function runDays<Visitor extends { days: readonly number[] }, Call, Dates>(
  dayCount: number,
  visitors: readonly Visitor[],
  visit: (visitor: Visitor, day: number) => Promise<{ call: Call; dates: Dates }>,
  endDay: (dated: readonly Dates[]) => Promise<void>,
  watch: Watch<Call>,
): Promise<void> {
  const total = visitors.reduce((sum, visitor) => sum + visitor.days.length, 0);
  let done = 0;
  for (let day = 0; day < dayCount; day++) {
    const here = visitors.filter((visitor) => visitor.days.includes(day));
    const dated: Dates[] = [];
    for (let from = 0; from < here.length; from += CONCURRENCY) {
      const visits = await Promise.all(here.slice(from, from + CONCURRENCY).map((visitor) => visit(visitor, day)));
      for (const { call, dates } of visits) {
        dated.push(dates);
        watch.onCall(call);
        watch.onVisit(++done, total);
      }
    }
    await endDay(dated);
  }
}

/** What is drawn of one visit, and when it begins: at least an hour before the day ends. */
export function openVisit({ days, endMs }: SimulatedDays, day: number, ...seeds: number[]): { rng: Rng; atMs: number } {
  const rng = createRng(mixSeed(...seeds, day));
  return { rng, atMs: Math.floor(endMs - (days - day) * DAY_MS + rng.uniform() * (DAY_MS - HOUR_MS)) };
}
