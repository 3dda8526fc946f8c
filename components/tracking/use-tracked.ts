"use client";

import { type RefCallback, useCallback } from "react";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";

/**
 * For the `ref` of an element that shows a recommendation: records its views, and clicks on what is marked with data-click in it.
 * @param recommendationId  undefined when the element shows none: nothing is recorded then
 * @param surface           where it is shown, such as results
 */
export function useTracked(recommendationId: string | undefined, surface: string): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement | null) => {
      if (element === null || recommendationId === undefined) return;
      return getTracker().watch(element, { recommendationId, surface });
    },
    [recommendationId, surface],
  );
}
