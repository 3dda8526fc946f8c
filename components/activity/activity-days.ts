import type { Activity } from "@/lib/contracts/activity";

export const DAYS_SHOWN = 30;
const DAY_MS = 24 * 3_600_000;

export type DayCount = {
  /** Such as 2026-11-20, in the time zone asked for. */
  day: string;
  count: number;
};

/** What happened on each of the last days, also on those without anything, earliest first. */
export function countDays({ hours, now }: Pick<Activity, "hours" | "now">, timeZone: string): DayCount[] {
  // The Swedish way of writing a date is the ISO one.
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const toDay = (instant: number): string => format.format(instant);
  const today = Date.parse(`${toDay(Date.parse(now))}T12:00:00Z`);
  // From noon to noon, which is the right day however long a day is.
  const days = Array.from({ length: DAYS_SHOWN }, (_, at) =>
    new Date(today - (DAYS_SHOWN - 1 - at) * DAY_MS).toISOString().slice(0, 10),
  );
  const counts = new Map(days.map((day) => [day, 0]));
  for (const { startedAt, count } of hours) {
    const day = toDay(Date.parse(startedAt));
    const before = counts.get(day);
    if (before !== undefined) counts.set(day, before + count);
  }
  return days.map((day) => ({ day, count: counts.get(day) ?? 0 }));
}
