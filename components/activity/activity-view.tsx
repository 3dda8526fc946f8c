"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ActionToasts } from "@/components/actions/action-toast";
import { FirstSteps } from "@/components/site/first-steps";
import { StatTile } from "@/components/ui/stat-tile";
import { EmptyState } from "@/components/ui/state-message";
import type { Activity } from "@/lib/contracts/activity";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";
import styles from "./activity.module.css";
import { ActivityCharts } from "./activity-charts";
import { RecentEvents } from "./recent-events";
import { RecordingState } from "./recording-state";
import { StandingLists } from "./standing-lists";

type ActivityViewProps = { activity: Activity | null; choice: KnownChoice };

/** Everything that is recorded of somebody, for themselves. */
export function ActivityView({ activity, choice }: ActivityViewProps) {
  const hasEvents = activity !== null && activity.history.items.length > 0;
  return (
    <ActionToasts>
      <RecordingState known={choice} />
      {hasEvents ? <Figures history={activity.history} /> : null}
      {hasEvents ? <ActivityCharts activity={activity} /> : null}
      {activity === null ? null : (
        <div className={styles.charts}>
          <StandingLists items={activity.reactions} />
          {hasEvents ? <RecentEvents first={activity.history} /> : null}
        </div>
      )}
      {hasEvents ? null : <NothingYet />}
    </ActionToasts>
  );
}

function Figures({ history }: { history: Activity["history"] }) {
  const t = useTranslations("activityPage");
  const format = useFormatter();
  const total = Object.values(history.counts).reduce((sum, count) => sum + count, 0);
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  return (
    <div className={styles.figures}>
      <StatTile label={t("total")} value={format.number(total)} note={t("totalNote")} />
      <StatTile label={t("implemented")} value={percent(history.implementation_rate)} note={t("implementedNote")} />
      {history.average_engagement === null ? null : (
        <StatTile label={t("engagement")} value={percent(history.average_engagement)} note={t("engagementNote")} />
      )}
    </div>
  );
}

function NothingYet() {
  const t = useTranslations("activityPage");
  return (
    <EmptyState title={t("emptyTitle")} actions={<FirstSteps quiz={t("takeQuiz")} browse={t("browse")} />}>
      {t("emptyText")}
    </EmptyState>
  );
}
