"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import type { Params } from "./address";

const LISTENING_MS = 10;

/**
 * A page's filters, order and place, which live in its address alone: every view is a link, and Back goes to the one before.
 * @param parse  from the address's parameters
 * @param toHref  the address of a state
 */
export function useAddressState<State>(parse: (params: Params) => State, toHref: (state: State) => string) {
  const searchParams = useSearchParams();
  const state = useMemo(() => parse(Object.fromEntries(searchParams)), [searchParams, parse]);
  const setState = useCallback(
    function setState(next: State, options: { isReplacing?: boolean } = {}): void {
      // A filter may be changed after its part of the page came alive and before Next listens to the history, which would never hear of it.
      if (!Object.hasOwn(window.history, "pushState")) {
        setTimeout(setState, LISTENING_MS, next, options);
        return;
      }
      const href = toHref(next);
      if (href === `${window.location.pathname}${window.location.search}`) return;
      if (options.isReplacing) window.history.replaceState(null, "", href);
      else window.history.pushState(null, "", href);
    },
    [toHref],
  );
  return [state, setState] as const;
}
