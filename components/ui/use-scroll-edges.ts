import { type RefObject, useEffect, useState } from "react";

type Edges = { hasBefore: boolean; hasAfter: boolean };

/** Whether something that scrolls sideways goes on past its left and its right edge. */
export function useScrollEdges(ref: RefObject<HTMLElement | null>): Edges {
  const [edges, setEdges] = useState<Edges>({ hasBefore: false, hasAfter: false });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      // Widths are fractions of pixels; a pixel is nothing to go on to.
      const next = { hasBefore: scrollLeft > 1, hasAfter: scrollLeft + clientWidth < scrollWidth - 1 };
      setEdges((last) => (last.hasBefore === next.hasBefore && last.hasAfter === next.hasAfter ? last : next));
    };
    look();
    const observer = new ResizeObserver(look);
    for (const child of [element, ...element.children]) observer.observe(child);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [ref]);
  return edges;
}
