"use client";

import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import useMediaQuery from "@mui/material/useMediaQuery";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { DimensionRow } from "./dimension-chart";

const HEIGHT = 360;
/** Screens narrower than this many px get no radar: 15 names do not fit around it there. */
const WIDTH_MIN = 900;

// The chart library is as large as the rest of the page's script together: only a wide screen that shows the chart loads it.
const RadarDrawing = dynamic(() => import("./radar-drawing").then((module) => module.RadarDrawing), {
  ssr: false,
  loading: () => <Skeleton variant="circular" width={260} height={260} />,
});

/**
 * The shape of a profile at a glance. Decoration beside DimensionChart, which holds the same numbers, so it is hidden from
 * assistive technology; its place is reserved before it loads.
 */
export function ProfileRadar({ rows }: { rows: readonly DimensionRow[] }) {
  const isWide = useMediaQuery(`(min-width:${WIDTH_MIN}px)`);
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
    <Box
      ref={box}
      aria-hidden="true"
      inert
      sx={{
        display: "none",
        [`@media (min-width:${WIDTH_MIN}px)`]: { display: "grid" },
        "@media print": { display: "none" },
        placeItems: "center",
        minHeight: HEIGHT,
        minWidth: HEIGHT + 40,
      }}
    >
      {isWide && isNear ? <RadarDrawing rows={rows} height={HEIGHT} /> : null}
    </Box>
  );
}
