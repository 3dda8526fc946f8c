"use client";

import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import type { CareerFilters, ClusterListReply } from "@/lib/contracts/careers";
import { GROWTH_OPTIONS, SCHOOLING_OPTIONS, WAGE_OPTIONS } from "./browse-url";

export type BrowseFiltersProps = {
  filters: CareerFilters;
  clusters: ClusterListReply["clusters"];
  onFilter: (part: Partial<CareerFilters>) => void;
};

type FilterSelectProps = {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** A native select: the platform's own picker on a phone, and part of the form where no script runs. */
export function FilterSelect({ name, label, value, options, onChange }: FilterSelectProps) {
  return (
    <TextField
      select
      fullWidth
      id={useId()}
      name={name}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}

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
    <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", md: "1.3fr 1fr 1fr 1fr" } }}>
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
    </Box>
  );
}
