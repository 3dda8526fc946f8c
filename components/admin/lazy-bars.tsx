"use client";

import dynamic from "next/dynamic";

/** Bars whose code loads when they come near the screen: charts are large, and the tables beside them say the same. */
export const LazyBars = dynamic(() => import("./bars-chart").then((module) => module.BarsChart), { ssr: false });

/** Told apart by lightness too, for those who see few colors. */
export const BAR_COLORS = ["var(--wm-palette-primary-main)", "var(--wm-palette-blaze-main)"] as const;
