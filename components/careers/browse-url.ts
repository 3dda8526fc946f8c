import type { CareerFilters, CareerListQuery } from "@/lib/contracts/careers";

export const SCHOOLING_OPTIONS = ["none", "certificate", "associate", "bachelor", "master", "doctorate"] as const;
export const SORT_OPTIONS = [
  "title",
  "salary",
  "growth",
  "openings",
] as const satisfies readonly CareerListQuery["sort"][];
export const WAGE_OPTIONS = [40_000, 60_000, 80_000, 100_000, 150_000] as const;
export const GROWTH_OPTIONS = [0, 5, 10, 15] as const;

export const PAGE_SIZE = 24;
/** A reload brings back this many pages at most; going back within a visit brings back all. */
export const PAGES_MAX = 8;
const QUERY_LENGTH_MAX = 500;

/** Everything that decides what the list of careers shows; it lives in the address. */
export type BrowseState = {
  q: string;
  filters: CareerFilters;
  sort: CareerListQuery["sort"];
  /** pages shown, 1 or more */
  pages: number;
};

type Params = Record<string, string | string[] | undefined>;

/** What an address asks for. Whatever is not usable in it counts as not given, since people edit and share addresses. */
export function parseBrowse(params: Params): BrowseState {
  const text = (name: string): string => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
  };
  const number = (name: string, min: number, max: number): number | undefined => {
    const value = text(name) === "" ? Number.NaN : Number(text(name));
    return value >= min && value <= max ? value : undefined;
  };
  return {
    q: text("q").slice(0, QUERY_LENGTH_MAX),
    filters: {
      cluster: /^[a-z-]{1,64}$/.test(text("cluster")) ? text("cluster") : undefined,
      schooling: SCHOOLING_OPTIONS.find((option) => option === text("schooling")),
      wage_min: number("wage_min", 0, 1_000_000),
      growth_min: number("growth_min", -100, 1000),
    },
    sort: SORT_OPTIONS.find((option) => option === text("sort")) ?? "title",
    pages: Math.min(PAGES_MAX, Math.floor(number("pages", 1, 1000) ?? 1)),
  };
}

/** The parameters that the API knows, as a query string; empty ones are left out. */
export function toApiQuery({ q, filters, sort }: BrowseState): URLSearchParams {
  const query = new URLSearchParams();
  if (q !== "") query.set("q", q);
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  // A search has its own order.
  if (q === "" && sort !== "title") query.set("sort", sort);
  return query;
}

/** The address of a state. */
export function toBrowseHref(state: BrowseState): string {
  const query = toApiQuery(state);
  if (state.q !== "" && state.sort !== "title") query.set("sort", state.sort);
  if (state.pages > 1) query.set("pages", String(state.pages));
  return query.size === 0 ? "/careers" : `/careers?${query}`;
}

export function countFilters(filters: CareerFilters): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}

const SEARCH_RESULTS_MAX = 50;

/** Which of the results a page of a search shows. What comes after the first 50 has little to do with it. */
export function toSearchRange(page: number): { offset: number; limit: number } {
  const offset = (page - 1) * PAGE_SIZE;
  return { offset, limit: Math.max(1, Math.min(PAGE_SIZE, SEARCH_RESULTS_MAX - offset)) };
}

export const isLastSearchPage = (page: number): boolean => page * PAGE_SIZE >= SEARCH_RESULTS_MAX;
