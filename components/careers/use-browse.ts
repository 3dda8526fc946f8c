"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { CareerFilters, CareerListQuery } from "@/lib/contracts/careers";
import { type BrowseState, parseBrowse, toApiQuery, toBrowseHref } from "./browse-url";
import { type BrowsePage, browseOptions } from "./queries";

const DEBOUNCE_MS = 250;

/** What the server rendered: the state of the address then, and its pages. */
export type BrowseStart = { state: BrowseState; pages: BrowsePage[]; pageParams: string[] };

const keyOf = (state: BrowseState): string => toApiQuery(state).toString();

/** Keeps the search, the filters, their place in the address and the list that belongs to them together. */
export function useBrowse(start: BrowseStart) {
  const searchParams = useSearchParams();
  const [state, setState] = useState<BrowseState>(() => parseBrowse(Object.fromEntries(searchParams)));
  const [words, setWords] = useState(state.q);
  // A link to this same page brings a new start while everything here stays mounted.
  const [lastStart, setLastStart] = useState(start);
  if (start !== lastStart) {
    setLastStart(start);
    setState(start.state);
    setWords(start.state.q);
  }
  const query = useInfiniteQuery({
    ...browseOptions(state),
    ...(keyOf(state) === keyOf(start.state)
      ? { initialData: { pages: start.pages, pageParams: start.pageParams } }
      : {}),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // A failed query has no data; what was found before stays in view under the message.
  const [shown, setShown] = useState(query.data?.pages ?? start.pages);
  if (query.data !== undefined && query.data.pages !== shown) setShown(query.data.pages);

  useTypedSearch(words, setState);
  useBrowseAddress({ ...state, pages: Math.max(1, shown.length) }, (next) => {
    setState(next);
    setWords(next.q);
  });

  const filter = useCallback(
    (part: Partial<CareerFilters>) => setState((last) => ({ ...last, filters: { ...last.filters, ...part } })),
    [],
  );
  const sortBy = useCallback((sort: CareerListQuery["sort"]) => setState((last) => ({ ...last, sort })), []);
  const search = useCallback((q: string) => {
    setWords(q);
    setState((last) => ({ ...last, q: q.trim() }));
  }, []);
  const clear = useCallback(() => setState((last) => ({ ...last, filters: {} })), []);
  return { state, words, setWords, search, filter, sortBy, clear, pages: shown, query };
}

function useTypedSearch(words: string, setState: (update: (last: BrowseState) => BrowseState) => void) {
  useEffect(() => {
    const timer = window.setTimeout(
      () => setState((last) => (last.q === words.trim() ? last : { ...last, q: words.trim() })),
      DEBOUNCE_MS,
    );
    return () => window.clearTimeout(timer);
  }, [words, setState]);
}

/** Writes the state into the address, and calls back when the back button, or a link to another state, changes it. */
function useBrowseAddress(state: BrowseState, onTravel: (state: BrowseState) => void) {
  const href = toBrowseHref(state);
  const written = useRef(href);
  const travel = useRef(onTravel);
  useEffect(() => {
    travel.current = onTravel;
  });
  useEffect(() => {
    if (href === written.current) return;
    written.current = href;
    window.history.replaceState(null, "", href);
  }, [href]);
  useEffect(() => {
    const listen = () => travel.current(parseBrowse(Object.fromEntries(new URLSearchParams(window.location.search))));
    window.addEventListener("popstate", listen);
    return () => window.removeEventListener("popstate", listen);
  }, []);
}
