"use client";

import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { JobAnalyticsReply } from "@/lib/contracts/admin-jobs";
import { ChartFrame } from "./chart-frame";
import { type Column, DataTable } from "./data-table";
import { BAR_COLORS, LazyBars } from "./lazy-bars";
import { Panel } from "./panel";

type Sittings = JobAnalyticsReply["sittings"];

/** How many jobs people swipe at one sitting. */
export function JobSittingsPanel({ sittings }: { sittings: Sittings }) {
  const t = useTranslations("admin.jobs");
  const format = useFormatter();
  const toName = ({ from, to }: Sittings["sizes"][number]) =>
    to === null ? t("andMore", { from }) : from === to ? String(from) : t("between", { from, to });
  const columns: Column<Sittings["sizes"][number]>[] = [
    { key: "size", label: t("swipes"), isHeader: true, render: toName },
    { key: "count", label: t("sittings"), isNumber: true, render: (row) => format.number(row.count) },
  ];
  const intro =
    sittings.medianSwipes === null
      ? t("sittingsIntro")
      : `${t("sittingsIntro")} ${t("sittingsMedian", { median: sittings.medianSwipes, count: sittings.count })}`;
  return (
    <Panel title={t("sittingsTitle")} intro={intro}>
      {sittings.count === 0 ? (
        <p className={classNames(text.body, text.muted)}>{t("nothingSwiped")}</p>
      ) : (
        <>
          <ChartFrame>
            <LazyBars
              names={sittings.sizes.map(toName)}
              namesLabel={t("swipes")}
              series={[
                { label: t("sittings"), values: sittings.sizes.map(({ count }) => count), color: BAR_COLORS[0] },
              ]}
              formatValue={(value) => format.number(value)}
            />
          </ChartFrame>
          <DataTable
            caption={t("numbers", { title: t("sittingsTitle") })}
            columns={columns}
            rows={sittings.sizes}
            getKey={toName}
          />
        </>
      )}
    </Panel>
  );
}
