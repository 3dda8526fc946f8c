"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import type { OverviewReply } from "@/lib/contracts/admin";
import styles from "./admin.module.css";
import { ChartFrame } from "./chart-frame";
import { type Column, DataTable } from "./data-table";
import { Panel } from "./panel";

type Day = OverviewReply["daily"][number];

// The chart library is larger than the rest of the page together.
const DailyChart = dynamic(() => import("./daily-chart").then((module) => module.DailyChart), { ssr: false });

const SERIES = ["quizzes", "slates", "interactions", "newAccounts", "newGuests"] as const;
/** Guests come with their first quiz, so their line would hide behind that one. */
const DRAWN = SERIES.filter((name) => name !== "newGuests");

/** What happened day by day. */
export function DailyPanel({ daily }: { daily: readonly Day[] }) {
  const t = useTranslations("admin.overview");
  const format = useFormatter();
  const day = ({ day: text }: Day) => format.dateTime(new Date(text), { dateStyle: "medium" });
  const columns: Column<Day>[] = [
    { key: "day", label: t("day"), isHeader: true, render: day },
    ...SERIES.map(
      (name): Column<Day> => ({
        ...{ key: name, label: t(`series.${name}`), isNumber: true },
        render: (row) => format.number(row[name]),
      }),
    ),
  ];
  return (
    <Panel title={t("dailyTitle")} intro={t("dailyIntro")}>
      <ChartFrame>
        <DailyChart daily={daily} series={DRAWN.map((name) => ({ name, label: t(`series.${name}`) }))} />
      </ChartFrame>
      <details className={styles.more}>
        <summary>{t("asTable")}</summary>
        <DataTable
          caption={t("numbers", { title: t("dailyTitle") })}
          columns={columns}
          rows={daily.toReversed()}
          getKey={(row) => row.day}
        />
      </details>
    </Panel>
  );
}
