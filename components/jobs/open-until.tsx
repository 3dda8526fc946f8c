"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useTimeZoneHere } from "@/components/activity/use-time-zone-here";

const MOMENT = {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
} as const;

/** When a posting ends, to the minute in the reader's time zone: a day alone would be another one elsewhere. */
export function OpenUntil({ expiresAt }: { expiresAt: string }) {
  const t = useTranslations("jobs.page");
  const format = useFormatter();
  const timeZone = useTimeZoneHere();
  return (
    <time dateTime={expiresAt}>
      {t("expires", { date: format.dateTime(new Date(expiresAt), { ...MOMENT, timeZone }) })}
    </time>
  );
}
