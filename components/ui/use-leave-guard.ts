"use client";

import { useEffect, useRef, useState } from "react";

/** Part of the Navigation API, which not every browser has yet; without it, Back leaves without asking. */
type NavigateEvent = Event & { navigationType: string; destination: { key: string } };
type Navigation = EventTarget & { traverseTo: (key: string) => unknown };

/** Links that show another page of this site in this tab. */
function findPageLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link === null || link.target !== "" || link.hasAttribute("download")) return null;
  const isHere = link.origin === window.location.origin && link.pathname === window.location.pathname;
  return isHere ? null : link;
}

/**
 * Asks before a page with unsaved changes is left: by a link and by Back with a question of our own, by closing the tab with the browser's.
 * @returns where somebody wants to go, as what takes them there; null while nobody does
 */
export function useLeaveGuard(isDirty: boolean) {
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const isAllowed = useRef(false);
  useEffect(() => {
    if (!isDirty) return;
    const hold = (event: Event, go: () => void) => {
      if (isAllowed.current) return;
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => {
        isAllowed.current = true;
        go();
      });
    };
    const onClick = (event: MouseEvent) => {
      const link = findPageLink(event);
      if (link !== null) hold(event, () => link.click());
    };
    const { navigation } = window as unknown as { navigation?: Navigation };
    const onNavigate = (event: Event) => {
      const { navigationType, destination } = event as NavigateEvent;
      if (navigationType === "traverse" && event.cancelable) {
        hold(event, () => navigation?.traverseTo(destination.key));
      }
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isAllowed.current) event.preventDefault();
    };
    // Before React, whose own listeners sit on the document.
    window.addEventListener("click", onClick, { capture: true });
    window.addEventListener("beforeunload", onUnload);
    navigation?.addEventListener("navigate", onNavigate);
    return () => {
      window.removeEventListener("click", onClick, { capture: true });
      window.removeEventListener("beforeunload", onUnload);
      navigation?.removeEventListener("navigate", onNavigate);
    };
  }, [isDirty]);
  return { leave, stay: () => setLeave(null) };
}
