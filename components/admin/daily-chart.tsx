"use client";

import { LineChart } from "@mui/x-charts/LineChart";
import { useFormatter } from "next-intl";
import type { OverviewReply } from "@/lib/contracts/admin";

type Name = Exclude<keyof OverviewReply["daily"][number], "day">;

type DailyChartProps = {
  daily: readonly OverviewReply["daily"][number][];
  series: readonly { name: Name; label: string }[];
};

/** Told apart by lightness too, for those who see few colors. */
const COLORS = [
  "var(--wm-palette-primary-main)",
  "var(--wm-palette-blaze-main)",
  "var(--wm-palette-info-light)",
  "var(--wm-palette-brand-outline)",
];

/** Loaded on demand by DailyPanel; nothing else may import it. */
export function DailyChart({ daily, series }: DailyChartProps) {
  const format = useFormatter();
  return (
    <LineChart
      height={300}
      margin={{ left: 0, right: 16, top: 12, bottom: 0 }}
      xAxis={[
        {
          data: daily.map(({ day }) => new Date(day)),
          scaleType: "time",
          valueFormatter: (day: Date) => format.dateTime(day, { month: "short", day: "numeric" }),
        },
      ]}
      yAxis={[{ min: 0, tickMinStep: 1, width: 48 }]}
      series={series.map(({ name, label }, at) => ({
        id: name,
        label,
        data: daily.map((day) => day[name]),
        color: COLORS[at],
        showMark: daily.length < 3,
        curve: "linear" as const,
      }))}
      grid={{ horizontal: true }}
      skipAnimation
    />
  );
}
