"use client";

import { useFormatter, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { AdminCareerListQuery, AdminCareerSummary } from "@/lib/contracts/admin-careers";
import styles from "./admin.module.css";
import { CareerTags } from "./career-tags";
import type { Column } from "./data-table";
import table from "./table.module.css";
import { ToggleCareer } from "./toggle-career";

type CareerColumn = Column<AdminCareerSummary, AdminCareerListQuery["sort"]>;

export function useCareerColumns(): CareerColumn[] {
  const t = useTranslations("admin.careers");
  const format = useFormatter();
  const money = (amount: number | null) =>
    amount === null ? "–" : format.number(amount, { style: "currency", currency: "USD", maximumFractionDigits: 0 });
  const growth = (percent: number | null) =>
    percent === null
      ? "–"
      : format.number(percent / 100, { style: "percent", signDisplay: "exceptZero", maximumFractionDigits: 1 });
  return [
    {
      ...{ key: "title", label: t("title"), sort: "title", isHeader: true },
      render: (career) => (
        <>
          <AppLink href={`/admin/careers/${career.code}`}>{career.title}</AppLink>
          <span className={table.under}>{career.code}</span>
          <span className={table.narrow}>
            <CareerTags career={career} />
          </span>
        </>
      ),
    },
    { key: "cluster", label: t("cluster"), sort: "cluster", isMinor: true, render: ({ cluster }) => cluster },
    {
      ...{ key: "state", label: t("status"), isMinor: true },
      render: (career) => (
        <div className={styles.tags}>
          <CareerTags career={career} />
        </div>
      ),
    },
    {
      ...{ key: "wage", label: t("wage"), sort: "wage", isNumber: true, isMinor: true },
      render: ({ medianWageYear }) => money(medianWageYear),
    },
    {
      ...{ key: "growth", label: t("growth"), sort: "growth", isNumber: true, isMinor: true },
      render: ({ growthPercent }) => growth(growthPercent),
    },
    {
      ...{ key: "updated", label: t("updated"), sort: "updated", isMinor: true },
      render: ({ updatedAt }) => (
        <time dateTime={updatedAt}>{format.dateTime(new Date(updatedAt), { dateStyle: "medium" })}</time>
      ),
    },
    { key: "actions", label: t("actions"), render: (career) => <ToggleCareer career={career} isSmall /> },
  ];
}
