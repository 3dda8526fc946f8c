"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./admin.module.css";

/**
 * A chart's place, kept before it loads; it loads once it comes near the screen. Decoration beside a table of the same numbers, so it is
 * hidden from assistive technology.
 */
export function ChartFrame({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setIsNear(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} aria-hidden="true" inert className={styles.chart}>
      {isNear ? children : null}
    </div>
  );
}
