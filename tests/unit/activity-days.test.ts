import { expect, test } from "vitest";
import { countDays, DAYS_SHOWN } from "@/components/activity/activity-days";

const NOW = "2026-11-20T02:30:00.000Z";
const hour = (startedAt: string, count: number) => ({ startedAt, count });

test("the last thirty days, also those without anything, end today where the person is", () => {
  const days = countDays({ hours: [], now: NOW }, "UTC");
  expect(days).toHaveLength(DAYS_SHOWN);
  expect([days[0], days.at(-1)]).toEqual([
    { day: "2026-10-22", count: 0 },
    { day: "2026-11-20", count: 0 },
  ]);
  expect(countDays({ hours: [], now: NOW }, "America/Los_Angeles").at(-1)?.day).toBe("2026-11-19");
});

test("an hour counts on the day that it belongs to where the person is", () => {
  const hours = [hour("2026-11-19T23:00:00.000Z", 2), hour("2026-11-20T01:00:00.000Z", 3)];
  const count = (timeZone: string) =>
    countDays({ hours, now: NOW }, timeZone)
      .filter((day) => day.count > 0)
      .map(({ day, count: times }) => [day, times]);
  expect(count("UTC")).toEqual([
    ["2026-11-19", 2],
    ["2026-11-20", 3],
  ]);
  expect(count("America/Los_Angeles")).toEqual([["2026-11-19", 5]]);
  expect(count("Pacific/Auckland")).toEqual([["2026-11-20", 5]]);
});

test("days stay distinct and in order over the change of the clocks, and older hours are left out", () => {
  const days = countDays({ hours: [hour("2026-09-01T12:00:00.000Z", 9)], now: NOW }, "America/New_York");
  expect(new Set(days.map(({ day }) => day)).size).toBe(DAYS_SHOWN);
  expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
  expect(days.every(({ count }) => count === 0)).toBe(true);
});
