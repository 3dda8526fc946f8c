import { infiniteQueryOptions } from "@tanstack/react-query";
import type { CareerListReply, CareerSearchReply, CareerSummary } from "@/lib/contracts/careers";
import { fetchJson } from "@/lib/web/client/fetch-json";
import { type BrowseState, isLastSearchPage, PAGE_SIZE, toApiQuery, toSearchRange } from "./browse-url";

/** One page of the list, or of a search. */
export type BrowsePage = {
  items: CareerSummary[];
  /** null in a search, which finds the best and does not count */
  total: number | null;
  mode: CareerSearchReply["mode"];
  /** Where the next page starts; null on the last one. */
  next: string | null;
};

/** Where a page starts: a cursor of the list, or how many pages of a search to skip. Empty is the first. */
type PageStart = string;

export const browseOptions = (state: BrowseState) =>
  infiniteQueryOptions({
    queryKey: ["careers", "browse", toApiQuery(state).toString()],
    networkMode: "always",
    retry: false,
    initialPageParam: "" as PageStart,
    queryFn: ({ pageParam, signal }) => fetchPage(state, pageParam, signal),
    getNextPageParam: (last: BrowsePage) => last.next,
  });

async function fetchPage(state: BrowseState, start: PageStart, signal: AbortSignal): Promise<BrowsePage> {
  const query = toApiQuery(state);
  if (state.q === "") {
    query.set("limit", String(PAGE_SIZE));
    if (start !== "") query.set("cursor", start);
    return toListPage(await fetchJson<CareerListReply>(`/api/v1/careers?${query}`, { signal }));
  }
  const page = start === "" ? 1 : Number(start);
  for (const [name, value] of Object.entries(toSearchRange(page))) query.set(name, String(value));
  return toSearchPage(await fetchJson<CareerSearchReply>(`/api/v1/careers/search?${query}`, { signal }), page);
}

export function toListPage({ items, total, nextCursor }: CareerListReply): BrowsePage {
  return { items, total, mode: "semantic", next: nextCursor };
}

/** @param page  counted from 1 */
export function toSearchPage({ items, mode }: CareerSearchReply, page: number): BrowsePage {
  const hasMore = items.length === toSearchRange(page).limit && !isLastSearchPage(page);
  return { items, total: null, mode, next: hasMore ? String(page + 1) : null };
}
