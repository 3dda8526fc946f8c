"use client";

import { BarChart } from "@mui/x-charts/BarChart";

export type Bars = { label: string; values: readonly number[]; color: string };

type BarsChartProps = {
  /** One a group of bars. */
  names: readonly (string | number)[];
  namesLabel: string;
  series: readonly Bars[];
  formatValue: (value: number) => string;
};

/** Loaded on demand by LazyBars; nothing else may import it. */
export function BarsChart({ names, namesLabel, series, formatValue }: BarsChartProps) {
  return (
    <BarChart
      height={280}
      margin={{ left: 0, right: 16, top: 12, bottom: 0 }}
      xAxis={[{ scaleType: "band", data: [...names], label: namesLabel, height: 44 }]}
      yAxis={[{ min: 0, width: 52, valueFormatter: formatValue }]}
      series={series.map(({ label, values, color }) => ({ id: label, label, data: [...values], color }))}
      grid={{ horizontal: true }}
      hideLegend={series.length === 1}
      skipAnimation
    />
  );
}
