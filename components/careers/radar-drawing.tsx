"use client";

import { RadarChart, type RadarSeries } from "@mui/x-charts/RadarChart";
import { useTranslations } from "next-intl";
import { DIMENSION_MAX } from "@/lib/engine/profile/dimensions";
import type { DimensionRow } from "./dimension-chart";

/** Loaded on demand by ProfileRadar; nothing else may import it. */
export function RadarDrawing({ rows, height }: { rows: readonly DimensionRow[]; height: number }) {
  const t = useTranslations("facts");
  const toSeries = (who: "career" | "you", color: string): RadarSeries[] =>
    rows.some((row) => row[who] !== null)
      ? [{ id: who, label: t(who), data: rows.map((row) => row[who] ?? 0), color, fillArea: true, hideMark: true }]
      : [];
  return (
    <RadarChart
      height={height}
      width={430}
      margin={{ top: 34, bottom: 26, left: 96, right: 96 }}
      series={[
        ...toSeries("career", "var(--wm-palette-primary-main)"),
        ...toSeries("you", "var(--wm-palette-blaze-main)"),
      ]}
      radar={{ max: DIMENSION_MAX, metrics: rows.map(({ dimension }) => t(`dimensions.${dimension}`)) }}
      highlight="none"
      divisions={5}
      stripeColor={null}
      hideLegend
      skipAnimation
      slots={{ tooltip: () => null }}
      sx={{ "& text": { fontSize: "0.75rem !important" } }}
    />
  );
}
