"use client";

import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { JobAnalyticsReply } from "@/lib/contracts/admin-jobs";
import { ChartFrame } from "./chart-frame";
import { type Column, DataTable } from "./data-table";
import { BAR_COLORS, LazyBars } from "./lazy-bars";
import { Panel } from "./panel";

type Decile = JobAnalyticsReply["deciles"][number];

/** Whether jobs with a higher score are opened and applied for more often, as they should be. */
export function JobDecilesPanel({ deciles }: { deciles: readonly Decile[] }) {
  const t = useTranslations("admin.jobs");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 1 });
  const toRate = ({ estimate, low, high }: Decile["openRate"]) =>
    t("rateWithin", { rate: percent(estimate), low: percent(low), high: percent(high) });
  const columns: Column<Decile>[] = [
    { key: "decile", label: t("decile"), isHeader: true, render: ({ decile }) => decile },
    {
      ...{ key: "scores", label: t("scores"), isNumber: true },
      render: ({ scoreMin, scoreMax }) => t("between", { from: Math.round(scoreMin), to: Math.round(scoreMax) }),
    },
    { key: "shown", label: t("shown"), isNumber: true, render: (row) => format.number(row.shown) },
    {
      ...{ key: "opened", label: t("opened"), isNumber: true, isMinor: true },
      render: (row) => (row.recorded === 0 ? t("notRecorded") : toRate(row.openRate)),
    },
    { key: "swiped", label: t("swiped"), isNumber: true, isMinor: true, render: (row) => format.number(row.swiped) },
    {
      ...{ key: "applied", label: t("applied"), isNumber: true },
      render: (row) => (row.swiped === 0 ? "–" : toRate(row.applyRate)),
    },
  ];
  return (
    <Panel title={t("decilesTitle")} intro={t("decilesIntro")}>
      {deciles.length === 0 ? (
        <p className={classNames(text.body, text.muted)}>{t("nothingShown")}</p>
      ) : (
        <>
          <ChartFrame>
            <LazyBars
              names={deciles.map(({ decile }) => decile)}
              namesLabel={t("decile")}
              series={[
                { label: t("opened"), values: deciles.map(({ openRate }) => openRate.estimate), color: BAR_COLORS[1] },
                {
                  label: t("applied"),
                  values: deciles.map(({ applyRate }) => applyRate.estimate),
                  color: BAR_COLORS[0],
                },
              ]}
              formatValue={percent}
            />
          </ChartFrame>
          <DataTable
            caption={t("numbers", { title: t("decilesTitle") })}
            columns={columns}
            rows={deciles}
            getKey={({ decile }) => String(decile)}
          />
        </>
      )}
    </Panel>
  );
}
