"use client";

import { RadarChart, type RadarSeries } from "@mui/x-charts/RadarChart";
import { useTranslations } from "next-intl";
import { DIMENSION_MAX } from "@/lib/engine/profile/dimensions";
import type { DimensionRow } from "./dimension-chart";

/** The last space becomes a line break: 15 names in one line each would run into each other around the chart. */
const toLines = (name: string): string => (name.length > 10 ? name.replace(/ (?=\S+$)/, "\n") : name);

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
      width={height + 40}
      margin={{ top: 44, bottom: 44, left: 76, right: 76 }}
      series={[
        ...toSeries("career", "var(--wm-palette-primary-main)"),
        ...toSeries("you", "var(--wm-palette-blaze-main)"),
      ]}
      radar={{ max: DIMENSION_MAX, metrics: rows.map(({ dimension }) => toLines(t(`dimensions.${dimension}`))) }}
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
