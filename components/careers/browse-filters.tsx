"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { CareerFilters, ClusterListReply } from "@/lib/contracts/careers";
import styles from "./browse.module.css";
import { GROWTH_OPTIONS, SCHOOLING_OPTIONS, WAGE_OPTIONS } from "./browse-url";
import { FilterSelect } from "./filter-select";

export type BrowseFiltersProps = {
  filters: CareerFilters;
  clusters: ClusterListReply["clusters"];
  onFilter: (part: Partial<CareerFilters>) => void;
};

/** A limit that came with the address may lie between the offered steps; it is offered too then. */
function withGiven(steps: readonly number[], given: number | undefined): number[] {
  return given === undefined || steps.includes(given) ? [...steps] : [...steps, given].sort((a, b) => a - b);
}

const toNumber = (value: string): number | undefined => (value === "" ? undefined : Number(value));

export function BrowseFilters({ filters, clusters, onFilter }: BrowseFiltersProps) {
  const t = useTranslations("browse");
  const format = useFormatter();
  const money = (amount: number) =>
    format.number(amount, { style: "currency", currency: "USD", maximumFractionDigits: 0 });
  const growth = (percent: number) => format.number(percent / 100, { style: "percent", signDisplay: "exceptZero" });
  const any = (label: string) => ({ value: "", label });
  return (
    <div className={styles.filters}>
      <FilterSelect
        name="cluster"
        label={t("cluster")}
        value={filters.cluster ?? ""}
        onChange={(cluster) => onFilter({ cluster: cluster === "" ? undefined : cluster })}
        options={[
          any(t("clusterAny")),
          ...clusters.map(({ id, name, careerCount }) => ({
            value: id,
            label: t("clusterOption", { name, count: careerCount }),
          })),
        ]}
      />
      <FilterSelect
        name="schooling"
        label={t("schooling")}
        value={filters.schooling ?? ""}
        onChange={(value) => onFilter({ schooling: SCHOOLING_OPTIONS.find((option) => option === value) })}
        options={[
          any(t("schoolingAny")),
          ...SCHOOLING_OPTIONS.map((value) => ({ value, label: t(`schoolingOption.${value}`) })),
        ]}
      />
      <FilterSelect
        name="wage_min"
        label={t("wage")}
        value={String(filters.wage_min ?? "")}
        onChange={(value) => onFilter({ wage_min: toNumber(value) })}
        options={[
          any(t("wageAny")),
          ...withGiven(WAGE_OPTIONS, filters.wage_min).map((value) => ({ value: String(value), label: money(value) })),
        ]}
      />
      <FilterSelect
        name="growth_min"
        label={t("growth")}
        value={String(filters.growth_min ?? "")}
        onChange={(value) => onFilter({ growth_min: toNumber(value) })}
        options={[
          any(t("growthAny")),
          ...withGiven(GROWTH_OPTIONS, filters.growth_min).map((value) => ({
            value: String(value),
            label: growth(value),
          })),
        ]}
      />
    </div>
  );
}
