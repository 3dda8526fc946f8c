"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Moves the focus to the first new card after "Show more", so that the keyboard goes on where the new content starts.
 * @returns call it when more was asked for
 */
export function useFocusGrowth(section: RefObject<HTMLElement | null>, shown: number): () => void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    const from = before.current;
    if (from === null || shown <= from) return;
    before.current = null;
    section.current?.querySelectorAll<HTMLElement>("article h3")[from]?.focus({ preventScroll: true });
  }, [section, shown]);
  return () => {
    before.current = shown;
  };
}
