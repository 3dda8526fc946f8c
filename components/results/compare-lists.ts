import { DIMENSIONS, type Dimension } from "@/lib/engine/profile/dimensions";

type Listed = { code: string; career: string };

export type ListComparison = {
  /** How many places of each list were compared. */
  count: number;
  added: Listed[];
  gone: Listed[];
  moved: (Listed & { from: number; to: number })[];
};

/** What changed between two lists, over the places that both have. */
export function compareLists(before: readonly Listed[], now: readonly Listed[]): ListComparison {
  const count = Math.min(before.length, now.length);
  const earlier = before.slice(0, count);
  const later = now.slice(0, count);
  const placeOf = (list: readonly Listed[], code: string) => list.findIndex((item) => item.code === code) + 1;
  return {
    count,
    added: later.filter(({ code }) => placeOf(earlier, code) === 0),
    gone: earlier.filter(({ code }) => placeOf(later, code) === 0),
    moved: later
      .map((item, i) => ({ ...item, from: placeOf(earlier, item.code), to: i + 1 }))
      .filter(({ from, to }) => from > 0 && from !== to),
  };
}

export type RatingChange = { dimension: Dimension; from: number; to: number };

/** The ratings that differ, largest change first. */
export function compareRatings(before: readonly number[], now: readonly number[]): RatingChange[] {
  return DIMENSIONS.map((dimension, d) => ({ dimension, from: before[d] ?? 0, to: now[d] ?? 0 }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
}
