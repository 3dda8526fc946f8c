"use client";

import { useSyncExternalStore } from "react";
import type { Choice, KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import { getTracker } from "@/lib/web/client/tracking/get-tracker";

const subscribe = (listener: () => void) => getTracker().subscribe(listener);

/**
 * What the person chose about being recorded, also in another tab just now.
 * @param known  what the server knew, for as long as the browser does not say otherwise
 */
export function useChoice<Known extends KnownChoice | undefined>(known: Known): Known | Choice {
  const get = () => {
    const choice = getTracker().getChoice();
    return choice === "unknown" ? known : choice;
  };
  return useSyncExternalStore(subscribe, get, () => known);
}
