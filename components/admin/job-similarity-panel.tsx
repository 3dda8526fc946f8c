"use client";

import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { JobAnalyticsReply } from "@/lib/contracts/admin-jobs";
import { ChartFrame } from "./chart-frame";
import { type Column, DataTable } from "./data-table";
import { BAR_COLORS, LazyBars } from "./lazy-bars";
import { Panel } from "./panel";

type Step = JobAnalyticsReply["similarity"][number];

/** How near in meaning the jobs are that people are shown. */
export function JobSimilarityPanel({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations("admin.jobs");
  const format = useFormatter();
  const cosine = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const columns: Column<Step>[] = [
    {
      ...{ key: "from", label: t("similarity"), isHeader: true },
      render: ({ from, to }) => t("between", { from: cosine(from), to: cosine(to) }),
    },
    { key: "shown", label: t("shown"), isNumber: true, render: (row) => format.number(row.shown) },
    { key: "applied", label: t("applications"), isNumber: true, render: (row) => format.number(row.applied) },
  ];
  return (
    <Panel title={t("similarityTitle")} intro={t("similarityIntro")}>
      {steps.length === 0 ? (
        <p className={classNames(text.body, text.muted)}>{t("nothingCompared")}</p>
      ) : (
        <>
          <ChartFrame>
            <LazyBars
              names={steps.map(({ from }) => cosine(from))}
              namesLabel={t("similarity")}
              series={[{ label: t("shown"), values: steps.map(({ shown }) => shown), color: BAR_COLORS[0] }]}
              formatValue={(value) => format.number(value)}
            />
          </ChartFrame>
          <DataTable
            caption={t("numbers", { title: t("similarityTitle") })}
            columns={columns}
            rows={steps}
            getKey={({ from }) => String(from)}
          />
        </>
      )}
    </Panel>
  );
}
