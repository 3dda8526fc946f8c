"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";

/**
 * Keeps the keyboard in the deck: when the card that had the focus goes, the next one's title gets it.
 * @param topId  of the card on top; undefined when there is none
 */
export function useDeckFocus(stage: RefObject<HTMLElement | null>, topId: string | undefined) {
  const title = useRef<HTMLHeadingElement>(null);
  const isWanted = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the card on top that counts
  useEffect(() => {
    if (!isWanted.current) return;
    isWanted.current = false;
    title.current?.focus({ preventScroll: true });
  }, [topId]);
  const keepFocus = useCallback(() => {
    isWanted.current = stage.current?.contains(document.activeElement) ?? false;
  }, [stage]);
  return { titleRef: title, keepFocus };
}
