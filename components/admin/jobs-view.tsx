"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { JobAnalyticsQuery, JobAnalyticsReply } from "@/lib/contracts/admin-jobs";
import { FiguresView } from "./figures-view";
import { JobDecilesPanel } from "./job-deciles-panel";
import { JobSimilarityPanel } from "./job-similarity-panel";
import { JobSittingsPanel } from "./job-sittings-panel";
import { parseJobAnalytics, toJobAnalyticsHref, toJobAnalyticsQuery } from "./jobs-address";
import { LatencyPanel } from "./latency-panel";
import { PeriodSelect } from "./period-select";
import { jobAnalyticsOptions } from "./queries";
import { useAddressState } from "./use-address-state";

type JobsViewProps = {
  /** What the server rendered. */
  start: { state: JobAnalyticsQuery; reply: JobAnalyticsReply };
};

/** Whether the order of jobs serves people, in figures. */
export function JobsView({ start }: JobsViewProps) {
  const t = useTranslations("admin.jobs");
  const [state, setState] = useAddressState(parseJobAnalytics, toJobAnalyticsHref);
  const key = toJobAnalyticsQuery(state);
  const isStart = key.toString() === toJobAnalyticsQuery(start.state).toString();
  const query = useQuery({ ...jobAnalyticsOptions(key), ...(isStart ? { initialData: start.reply } : {}) });
  const reply = query.data ?? start.reply;
  const { totals } = reply;
  const tiles = [
    { label: t("openJobs"), value: totals.openJobs, note: t("closedJobs", { count: totals.closedJobs }) },
    { label: t("companies"), value: totals.companies },
    { label: t("shown"), value: totals.shown, note: t("feeds", { count: totals.feeds }) },
    { label: t("swipes"), value: totals.swipes },
    { label: t("applications"), value: totals.applications },
    { label: t("hired"), value: totals.hired },
  ];
  return (
    <FiguresView
      controls={<PeriodSelect days={state.days} onDays={(days) => setState({ days })} />}
      query={query}
      tiles={tiles}
      countedAt={reply.countedAt}
    >
      {totals.demoJobs === 0 ? null : (
        <p className={classNames(text.small, text.muted)} style={{ marginTop: 12 }}>
          {t("demoJobs", { count: totals.demoJobs, enough: reply.demoJobsCloseAt })}
        </p>
      )}
      <JobDecilesPanel deciles={reply.deciles} />
      <JobSimilarityPanel steps={reply.similarity} />
      <JobSittingsPanel sittings={reply.sittings} />
      <LatencyPanel routes={reply.latency} />
    </FiguresView>
  );
}
