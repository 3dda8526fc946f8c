import type { ComparedCareer } from "@/lib/contracts/compare";

/** Whether the values of a row are far enough apart to matter. What is not published is no difference. */
export function differsBy(values: readonly (number | null)[], least: number): boolean {
  const known = values.filter((value) => value !== null);
  return known.length > 1 && Math.max(...known) - Math.min(...known) >= least;
}

/** The same for amounts, by their ratio. */
export function differsByFactor(values: readonly (number | null)[], least: number): boolean {
  const known = values.filter((value) => value !== null && value > 0) as number[];
  return known.length > 1 && Math.max(...known) / Math.min(...known) >= least;
}

export function differsAtAll(values: readonly (string | number | null)[]): boolean {
  return new Set(values.filter((value) => value !== null)).size > 1;
}

/** Where the one highest value stands; -1 when there is none, or several. */
export function findHighest(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return -1;
  const highest = Math.max(...known);
  return values.indexOf(highest) === values.lastIndexOf(highest) ? values.indexOf(highest) : -1;
}

const HOURS_A_YEAR = 2080;
/** The survey's ceiling, which a median above it is at least. */
const CEILING = { year: 239_200, hour: 115 };

/** Median pay a year, so that pay by the hour compares with pay by the year; null where none is published. */
export function toYearlyPay({ wages }: Pick<ComparedCareer, "wages">): number | null {
  if (wages === null) return null;
  const median = wages.median ?? (wages.topCoded.includes("median") ? CEILING[wages.period] : null);
  if (median === null) return null;
  return wages.period === "hour" ? median * HOURS_A_YEAR : median;
}
