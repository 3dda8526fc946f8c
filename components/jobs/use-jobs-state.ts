"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { type FeedFilters, type JobsState, NO_FILTERS, parseJobs, toJobsHref } from "./jobs-url";

/** The view and the filters, kept together with the address. */
export function useJobsState() {
  const searchParams = useSearchParams();
  const given = toJobsHref(parseJobs(Object.fromEntries(searchParams)));
  const [state, setState] = useState<JobsState>(() => parseJobs(Object.fromEntries(searchParams)));
  const written = useRef(given);
  // A link to this same page, or the back button, changes the address while everything here stays mounted.
  useEffect(() => {
    if (given === written.current) return;
    written.current = given;
    setState(parseJobs(Object.fromEntries(new URLSearchParams(given.split("?")[1] ?? ""))));
  }, [given]);
  const href = toJobsHref(state);
  useEffect(() => {
    if (href === written.current) return;
    written.current = href;
    window.history.replaceState(null, "", href);
  }, [href]);
  const show = useCallback((view: JobsState["view"]) => setState((last) => ({ ...last, view })), []);
  const filter = useCallback(
    (part: Partial<FeedFilters>) => setState((last) => ({ ...last, filters: { ...last.filters, ...part } })),
    [],
  );
  const clear = useCallback(() => setState((last) => ({ ...last, filters: NO_FILTERS })), []);
  return { ...state, show, filter, clear };
}
