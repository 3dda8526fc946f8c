"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { OverviewQuery, OverviewReply } from "@/lib/contracts/admin";
import { ClickThroughPanel } from "./click-through-panel";
import { DailyPanel } from "./daily-panel";
import { ExportLink } from "./export-link";
import { FiguresView } from "./figures-view";
import { InteractionsPanel } from "./interactions-panel";
import { LatencyPanel } from "./latency-panel";
import { parseOverview, toOverviewHref, toOverviewQuery } from "./overview-address";
import { PeriodSelect } from "./period-select";
import { overviewOptions } from "./queries";
import { useAddressState } from "./use-address-state";

type OverviewViewProps = {
  /** What the server rendered. */
  start: { state: OverviewQuery; reply: OverviewReply };
};

/** What people do here and how the server is doing, in figures. */
export function OverviewView({ start }: OverviewViewProps) {
  const t = useTranslations("admin.overview");
  const [state, setState] = useAddressState(parseOverview, toOverviewHref);
  const key = toOverviewQuery(state);
  const isStart = key.toString() === toOverviewQuery(start.state).toString();
  const query = useQuery({ ...overviewOptions(key), ...(isStart ? { initialData: start.reply } : {}) });
  const reply = query.data ?? start.reply;
  const tiles = [
    { label: t("accounts"), value: reply.people.accounts, note: t("locked", { count: reply.people.locked }) },
    { label: t("guests"), value: reply.people.guests, note: t("guestsNote") },
    { label: t("active"), value: reply.people.active, note: t("within", { days: reply.days }) },
    { label: t("quizzes"), value: reply.totals.quizzes, note: t("within", { days: reply.days }) },
    { label: t("slates"), value: reply.totals.slates, note: t("impressions", { count: reply.totals.impressions }) },
    { label: t("saved"), value: reply.now.saved, note: t("nowNote") },
    { label: t("implementing"), value: reply.now.implementing, note: t("nowNote") },
    { label: t("dismissed"), value: reply.now.dismissed, note: t("nowNote") },
  ];
  return (
    <FiguresView
      controls={
        <>
          <PeriodSelect days={state.days} onDays={(days) => setState({ ...state, days })} />
          <ExportLink href={`/api/v1/admin/exports/interactions?days=${state.days}`} />
        </>
      }
      query={query}
      tiles={tiles}
      countedAt={reply.countedAt}
    >
      <DailyPanel daily={reply.daily} />
      <ClickThroughPanel
        rows={reply.clickThrough}
        surface={state.surface}
        onSurface={(surface) => setState({ ...state, surface })}
      />
      <InteractionsPanel recorded={reply.recorded} total={reply.totals.interactions} days={reply.days} />
      <LatencyPanel routes={reply.latency} />
    </FiguresView>
  );
}
