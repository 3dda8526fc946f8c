"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** The time zone of the person: known once the page runs in their browser, UTC until then. */
export function useTimeZoneHere(): string {
  return useSyncExternalStore(
    subscribe,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}
