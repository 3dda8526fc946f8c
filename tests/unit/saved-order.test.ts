import { expect, test } from "vitest";
import { countLists, groupSaved, toSavedSort } from "@/components/saved/saved-order";
import type { SavedCareer } from "@/lib/contracts/saved";

function saved(title: string, list: string, minute: number, facts: Partial<SavedCareer["facts"]> = {}): SavedCareer {
  const none = { salary_range: null, growthPercent: null, openingsPerYear: null, education: null };
  return {
    ...{ careerCode: title, title, cluster: "", clusterId: "", list, note: "", isActive: true },
    createdAt: new Date(minute * 60_000).toISOString(),
    facts: { summary: "", jobZone: 3, ...none, ...facts },
  };
}

const pay = (period: "year" | "hour", median: number | null) => ({
  salary_range: { period, low: null, median, high: null, text: "" },
});
const titles = (groups: ReturnType<typeof groupSaved>) =>
  groups.map(({ list, items }) => [list, items.map(({ title }) => title).join("")]);

test("careers stand under their lists, lists by name, what is in none last", () => {
  const items = [saved("A", "", 1), saved("B", "Soon", 2), saved("C", "Later", 3), saved("D", "Soon", 4)];
  expect(titles(groupSaved(items, { list: null, sort: "newest" }))).toEqual([
    ["Later", "C"],
    ["Soon", "DB"],
    ["", "A"],
  ]);
  expect(titles(groupSaved(items, { list: "Soon", sort: "title" }))).toEqual([["Soon", "BD"]]);
  expect(titles(groupSaved(items, { list: "", sort: "title" }))).toEqual([["", "A"]]);
  expect(groupSaved([], { list: null, sort: "pay" })).toEqual([]);
  expect(countLists(items)).toEqual([
    { name: "Later", count: 1 },
    { name: "Soon", count: 2 },
  ]);
});

test("pay by the hour sorts among pay by the year, and what is not published comes last", () => {
  const items = [
    saved("A", "", 1, { ...pay("year", 50_000), growthPercent: -3 }),
    saved("B", "", 2, pay("hour", 30)),
    saved("C", "", 3, { growthPercent: 5 }),
    saved("D", "", 4, pay("year", null)),
  ];
  expect(titles(groupSaved(items, { list: null, sort: "pay" }))).toEqual([["", "BADC"]]);
  expect(titles(groupSaved(items, { list: null, sort: "growth" }))).toEqual([["", "CABD"]]);
});

test("an unknown order is the usual one", () => {
  expect([toSavedSort("pay"), toSavedSort("x"), toSavedSort(null)]).toEqual(["pay", "newest", "newest"]);
});
