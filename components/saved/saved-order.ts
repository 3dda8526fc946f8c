import type { SavedCareer, SavedCareersReply } from "@/lib/contracts/saved";

export const SAVED_SORTS = ["newest", "title", "pay", "growth"] as const;
export type SavedSort = (typeof SAVED_SORTS)[number];

export const toSavedSort = (value: string | null | undefined): SavedSort =>
  SAVED_SORTS.find((sort) => sort === value) ?? "newest";

const HOURS_A_YEAR = 2080;

/** Median pay a year; unknown pay comes last. */
function toPay({ facts: { salary_range } }: SavedCareer): number {
  if (salary_range?.median == null) return salary_range === null ? -2 : -1;
  return salary_range.period === "hour" ? salary_range.median * HOURS_A_YEAR : salary_range.median;
}

const COMPARE: Record<SavedSort, (a: SavedCareer, b: SavedCareer) => number> = {
  newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
  title: (a, b) => a.title.localeCompare(b.title),
  pay: (a, b) => toPay(b) - toPay(a),
  growth: (a, b) => (b.facts.growthPercent ?? -1e6) - (a.facts.growthPercent ?? -1e6),
};

/** Careers under the name of their list, lists by name, what is in none ("") last; empty lists are left out. */
export function groupSaved(
  items: readonly SavedCareer[],
  { list, sort }: { list: string | null; sort: SavedSort },
): { list: string; items: SavedCareer[] }[] {
  const shown = items.filter((item) => list === null || item.list === list).toSorted(COMPARE[sort]);
  const names = [...new Set(shown.map((item) => item.list))].toSorted((a, b) =>
    a === "" || b === "" ? b.length - a.length : a.localeCompare(b),
  );
  return names.map((name) => ({ list: name, items: shown.filter((item) => item.list === name) }));
}

/** The named lists with how many careers each has, by name. */
export function countLists(items: readonly SavedCareer[]): SavedCareersReply["lists"] {
  const names = [...new Set(items.map(({ list }) => list))].filter((name) => name !== "");
  return names
    .toSorted((a, b) => a.localeCompare(b))
    .map((name) => ({ name, count: items.filter(({ list }) => list === name).length }));
}
