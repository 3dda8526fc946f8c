"use client";

import { useEffect, useRef } from "react";

type DeckKeys = { skip: () => void; apply: () => void; undo: () => void; help: () => void };

const ACTIONS: Record<string, keyof DeckKeys> = {
  ArrowLeft: "skip",
  ArrowRight: "apply",
  Backspace: "undo",
  "?": "help",
};

/** Fields and menus have a use for these keys themselves. */
const isBusy = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("input, textarea, select, dialog, [role='dialog'], [popover]") !== null);

/** Arrow keys and Backspace for the deck, wherever the focus is but in a field. */
export function useDeckKeys(keys: DeckKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = ACTIONS[event.key];
      if (action === undefined || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      if (document.querySelector("dialog[open], [role='dialog']") !== null) return;
      event.preventDefault();
      // A key that is held down would run through the whole deck.
      if (!event.repeat) latest.current[action]();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
