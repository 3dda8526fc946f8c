"use client";

import { useFormatter, useTranslations } from "next-intl";
import { FilterSelect } from "@/components/careers/filter-select";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { OverviewQuery, OverviewReply } from "@/lib/contracts/admin";
import { ChartFrame } from "./chart-frame";
import { type Column, DataTable } from "./data-table";
import { BAR_COLORS, LazyBars } from "./lazy-bars";
import { SURFACE_CHOICES } from "./overview-address";
import { Panel } from "./panel";

type Place = OverviewReply["clickThrough"][number];

type ClickThroughPanelProps = {
  rows: readonly Place[];
  surface: OverviewQuery["surface"];
  onSurface: (surface: OverviewQuery["surface"]) => void;
};

/** How often each place of a list is clicked, with how sure one can be of it. */
export function ClickThroughPanel({ rows, surface, onSurface }: ClickThroughPanelProps) {
  const t = useTranslations("admin.overview");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 1 });
  const columns: Column<Place>[] = [
    { key: "position", label: t("position"), isHeader: true, render: ({ position }) => position },
    { key: "impressions", label: t("shown"), isNumber: true, render: (row) => format.number(row.impressions) },
    { key: "clicked", label: t("clicked"), isNumber: true, render: (row) => format.number(row.clicked) },
    { key: "rate", label: t("rate"), isNumber: true, render: (row) => percent(row.rate) },
    {
      ...{ key: "interval", label: t("interval"), isNumber: true },
      render: ({ low, high }) => t("from", { low: percent(low), high: percent(high) }),
    },
  ];
  return (
    <Panel
      title={t("clickTitle")}
      intro={t("clickIntro")}
      action={
        <div style={{ width: "12rem" }}>
          <FilterSelect
            name="surface"
            label={t("surface")}
            value={surface}
            onChange={(value) => onSurface(SURFACE_CHOICES.find((choice) => choice === value) ?? "results")}
            options={SURFACE_CHOICES.map((value) => ({ value, label: t(`surfaceOption.${value}`) }))}
          />
        </div>
      }
    >
      {rows.length === 0 ? (
        <p className={classNames(text.body, text.muted)}>{t("clickEmpty")}</p>
      ) : (
        <>
          <ChartFrame>
            <LazyBars
              names={rows.map(({ position }) => position)}
              namesLabel={t("position")}
              series={[{ label: t("rate"), values: rows.map(({ rate }) => rate), color: BAR_COLORS[0] }]}
              formatValue={percent}
            />
          </ChartFrame>
          <DataTable
            caption={t("numbers", { title: t("clickTitle") })}
            columns={columns}
            rows={rows}
            getKey={(row) => String(row.position)}
          />
        </>
      )}
    </Panel>
  );
}
