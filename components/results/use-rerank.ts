"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RecommendReply, StoredResultsReply } from "@/lib/contracts/results";
import { type Controls, parseControls, toControls, toQuery } from "./controls-url";
import { recommendOptions } from "./queries";

/** A slider sends dozens of steps a second; the list follows the hand at this distance. */
const DEBOUNCE_MS = 120;

export type Rerank = {
  /** The last list that arrived: it stays while the next one is on its way or cannot be had. */
  reply: RecommendReply;
  controls: Controls;
  isUpdating: boolean;
  error: unknown;
  change: (part: Partial<Controls>) => void;
  reset: () => void;
  /** Asks again with the same settings, since what the list learns from has changed. */
  refresh: () => void;
  retry: () => void;
};

/**
 * Keeps the settings, their place in the address and the list that belongs to them together.
 * @param initialQuery  the settings that `initial` was made with, as toQuery writes them; null when the address said nothing
 */
export function useRerank(initial: StoredResultsReply, initialQuery: string | null): Rerank {
  const searchParams = useSearchParams();
  // null: as the server sees fit, which is also what an address without settings means
  const [asked, setAsked] = useState<Controls | null>(() => parseControls(searchParams, initial));
  const [resetCount, setResetCount] = useState(0);
  const [version, setVersion] = useState(0);
  const settled = useDebounced(asked, DEBOUNCE_MS);
  const isFirst = settled === null ? initialQuery === null && resetCount === 0 : toQuery(settled) === initialQuery;
  const isInitial = isFirst && version === 0;
  const query = useQuery({
    ...recommendOptions(initial.sessionId, settled, resetCount, version),
    ...(isInitial ? { initialData: initial } : {}),
    placeholderData: keepPreviousData,
  });
  // A failed query has no data, not even the previous one, so the last good list is kept here.
  const [reply, setReply] = useState<RecommendReply>(query.data ?? initial);
  if (query.data !== undefined && query.data !== reply) setReply(query.data);

  const travel = useCallback((params: URLSearchParams) => setAsked(parseControls(params, initial)), [initial]);
  useAddress(settled, travel);

  const change = useCallback(
    (part: Partial<Controls>) => setAsked((last) => ({ ...(last ?? toControls(reply)), ...part })),
    [reply],
  );
  const reset = useCallback(() => {
    setAsked(null);
    setResetCount((count) => count + 1);
  }, []);

  const controls = asked ?? toControls(reply);
  return {
    reply,
    controls,
    isUpdating: asked !== settled || query.isFetching,
    error: query.isError && !query.isFetching ? query.error : null,
    change,
    reset,
    refresh: useCallback(() => setVersion((last) => last + 1), []),
    retry: () => void query.refetch(),
  };
}

function useDebounced<Value>(value: Value, delayMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), delayMs);
    return () => window.clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
}

/** Writes the settings into the address, and calls back when the back or forward button changes it. */
function useAddress(controls: Controls | null, onTravel: (params: URLSearchParams) => void) {
  const query = controls === null ? "" : toQuery(controls);
  // The address that the page was opened with stays as it is until something changes.
  const written = useRef(query);
  useEffect(() => {
    if (query === written.current) return;
    written.current = query;
    window.history.replaceState(null, "", query === "" ? window.location.pathname : `?${query}`);
  }, [query]);
  useEffect(() => {
    const travel = () => onTravel(new URLSearchParams(window.location.search));
    window.addEventListener("popstate", travel);
    return () => window.removeEventListener("popstate", travel);
  }, [onTravel]);
}
