"use client";

import { useTranslations } from "next-intl";
import { FilterSelect } from "@/components/careers/filter-select";

const CHOICES = [7, 30, 90, 365];

/** How many days the figures are about; a number that came with the address is offered too. */
export function PeriodSelect({ days, onDays }: { days: number; onDays: (days: number) => void }) {
  const t = useTranslations("admin.overview");
  const choices = CHOICES.includes(days) ? CHOICES : [...CHOICES, days];
  return (
    <div style={{ width: "12rem" }}>
      <FilterSelect
        name="days"
        label={t("period")}
        value={String(days)}
        onChange={(value) => onDays(Number(value))}
        options={choices.map((value) => ({ value: String(value), label: t("lastDays", { days: value }) }))}
      />
    </div>
  );
}
