"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const DURATION_MS = 320;

/**
 * Lets the items of a list glide to their new places when the order changes (FLIP: the browser lays out the end, the animation
 * starts from the difference). Nothing moves for people who ask for less motion.
 * @param list   the list element; each child carries its key in data-key
 * @param order  changes exactly when the order does
 */
export function useReorderAnimation(list: RefObject<HTMLElement | null>, order: string): void {
  const tops = useRef(new Map<string, number>());
  const lastOrder = useRef(order);

  // Cards grow and shrink when details open, without a change of the order.
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      tops.current = measure(element);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || lastOrder.current === order) return;
    lastOrder.current = order;
    const before = tops.current;
    tops.current = measure(element);
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const item of toItems(element)) glide(item, before.get(item.dataset.key ?? ""));
  }, [list, order]);
}

function toItems(list: HTMLElement): HTMLElement[] {
  return [...list.children].filter((item): item is HTMLElement => item instanceof HTMLElement);
}

function measure(list: HTMLElement): Map<string, number> {
  return new Map(toItems(list).map((item) => [item.dataset.key ?? "", item.offsetTop]));
}

function glide(item: HTMLElement, before: number | undefined): void {
  const timing = { duration: DURATION_MS, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" };
  if (before === undefined) item.animate([{ opacity: 0 }, { opacity: 1 }], timing);
  else if (before !== item.offsetTop) {
    item.animate([{ transform: `translateY(${before - item.offsetTop}px)` }, { transform: "none" }], timing);
  }
}
