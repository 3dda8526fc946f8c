"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Activity } from "@/lib/contracts/activity";
import styles from "./activity.module.css";
import { countDays } from "./activity-days";
import { ChartFigure } from "./chart-figure";
import { useTimeZoneHere } from "./use-time-zone-here";

/** In the order of how much each says. */
const KINDS = ["view", "click", "save", "share", "rate", "implement", "dismiss"] as const;
const CLUSTERS_MAX = 8;

/** What somebody did, when, and with which kinds of work. */
export function ActivityCharts({ activity }: { activity: Activity }) {
  const t = useTranslations("activityPage");
  const format = useFormatter();
  const timeZone = useTimeZoneHere();
  const { counts, category_preferences } = activity.history;
  const days = countDays(activity, timeZone);
  const toDate = (day: string, month: "short" | "long") =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month, timeZone: "UTC" });
  const clusters = category_preferences.slice(0, CLUSTERS_MAX);
  return (
    <div className={styles.charts}>
      <ChartFigure
        title={t("daysTitle")}
        names={t("day")}
        bars={days.map(({ day, count }) => ({ label: toDate(day, "short"), value: count }))}
        toName={(at) => toDate(days[at]?.day ?? "", "long")}
        isWide
      />
      <ChartFigure
        title={t("kindsTitle")}
        names={t("kind")}
        bars={KINDS.map((kind) => ({ label: t(`kinds.${kind}`), value: counts[kind] }))}
        isLying
      />
      {clusters.length === 0 ? null : (
        <ChartFigure
          title={t("clustersTitle")}
          names={t("cluster")}
          bars={clusters.map(({ cluster, count }) => ({ label: cluster, value: count }))}
          isLying
        />
      )}
    </div>
  );
}
