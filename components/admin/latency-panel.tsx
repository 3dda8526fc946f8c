"use client";

import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { OverviewReply } from "@/lib/contracts/admin";
import { type Column, DataTable } from "./data-table";
import { Panel } from "./panel";
import table from "./table.module.css";

type Route = OverviewReply["latency"][number];

/** More routes than this are for a monitoring system, which reads /metrics. */
const ROUTES_MAX = 30;

/** How fast each route of this server process answers. */
export function LatencyPanel({ routes }: { routes: readonly Route[] }) {
  const t = useTranslations("admin.overview");
  const format = useFormatter();
  const ms = (value: number | null) =>
    value === null ? "–" : t("ms", { value: format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 }) });
  const columns: Column<Route>[] = [
    {
      ...{ key: "route", label: t("route"), isHeader: true },
      render: ({ method, route }) => (
        <span className={table.route}>
          {method} {route}
        </span>
      ),
    },
    { key: "count", label: t("requests"), isNumber: true, render: (row) => format.number(row.count) },
    { key: "p50", label: t("p50"), isNumber: true, render: (row) => ms(row.p50Ms) },
    { key: "p95", label: t("p95"), isNumber: true, render: (row) => ms(row.p95Ms) },
    { key: "p99", label: t("p99"), isNumber: true, isMinor: true, render: (row) => ms(row.p99Ms) },
    {
      ...{ key: "refused", label: t("refused"), isNumber: true, isMinor: true },
      render: (row) => format.number(row.refused),
    },
    { key: "failed", label: t("failed"), isNumber: true, render: (row) => format.number(row.failed) },
  ];
  return (
    <Panel title={t("latencyTitle")} intro={t("latencyIntro")}>
      {routes.length === 0 ? (
        <p className={classNames(text.body, text.muted)}>{t("latencyEmpty")}</p>
      ) : (
        <DataTable
          caption={t("numbers", { title: t("latencyTitle") })}
          columns={columns}
          rows={routes.slice(0, ROUTES_MAX)}
          getKey={({ method, route }) => `${method} ${route}`}
        />
      )}
    </Panel>
  );
}
