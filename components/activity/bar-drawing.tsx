"use client";

import { BarChart } from "@mui/x-charts/BarChart";

export type Bar = { label: string; value: number };

type BarDrawingProps = {
  bars: readonly Bar[];
  /** Bars lie where their names are long. */
  isLying: boolean;
  height: number;
};

const COLOR = "var(--wm-palette-primary-main)";
/** Told to the chart rather than to the style sheet, since it measures names to shorten those that do not fit. */
const TEXT = { fontSize: 13 };
/** Room for the names of lying bars. */
const NAMES_WIDTH = 150;

/** Loaded on demand by ChartFigure; nothing else may import it. */
export function BarDrawing({ bars, isLying, height }: BarDrawingProps) {
  const names = {
    scaleType: "band" as const,
    data: bars.map(({ label }) => label),
    disableTicks: true,
    tickLabelStyle: TEXT,
  };
  const counts = { tickMinStep: 1, min: 0, tickLabelStyle: TEXT };
  return (
    <BarChart
      height={height}
      layout={isLying ? "horizontal" : "vertical"}
      series={[{ data: bars.map(({ value }) => value), color: COLOR }]}
      {...(isLying
        ? { yAxis: [{ ...names, width: NAMES_WIDTH }], xAxis: [counts] }
        : {
            xAxis: [{ ...names, tickLabelInterval: (_: unknown, at: number) => at % 7 === 1 }],
            yAxis: [{ ...counts, width: 32 }],
          })}
      grid={isLying ? { vertical: true } : { horizontal: true }}
      margin={{ top: 8, right: 16, bottom: 4, left: 4 }}
      borderRadius={3}
      hideLegend
      disableKeyboardNavigation
      skipAnimation
    />
  );
}
