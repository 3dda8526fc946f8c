"use client";

import Button from "@mui/material/Button";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FilterSelect } from "@/components/careers/filter-select";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/state-message";
import text from "@/components/ui/type.module.css";
import type { SwipeListReply } from "@/lib/contracts/jobs";
import { FeedError, FeedLoading } from "./feed-end";
import { DemoMark } from "./job-facts";
import { JobNotices } from "./job-notices";
import { toJobHref } from "./jobs-url";
import { swipesOptions } from "./queries";
import type { Direction } from "./swipe-box";
import { SWIPE_REASONS } from "./swipe-reasons";
import styles from "./swiped.module.css";
import { useJobWords } from "./use-job-words";
import { type Swiping, useSwiping } from "./use-swiping";

const SHOWN = ["ALL", "RIGHT", "LEFT"] as const;

/** What somebody applied to and skipped, latest first. */
export function SwipedView({ owner }: { owner: string }) {
  const t = useTranslations("jobs.swiped");
  const [shown, setShown] = useState<Direction | "ALL">("ALL");
  const swiping = useSwiping(owner);
  // What is still on its way is not in the list yet: it is asked for again once nothing is.
  const isSettled = swiping.status !== "sending";
  const query = useInfiniteQuery({ ...swipesOptions(shown), enabled: isSettled });
  const { last } = swiping;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <JobNotices state={swiping} owner={owner} />
      <div className={styles.toolbar}>
        <FilterSelect
          name="show"
          label={t("show")}
          value={shown}
          onChange={(value) => setShown(SHOWN.find((one) => one === value) ?? "ALL")}
          options={SHOWN.map((one) => ({ value: one, label: t(one === "ALL" ? "all" : one) }))}
        />
      </div>
      <p role="status" className={text.small}>
        {last?.kind === "undo" ? t("didUndo", { title: last.title }) : ""}
      </p>
      {query.isPending ? (
        <FeedLoading />
      ) : query.error !== null ? (
        <FeedError error={query.error} onRetry={() => query.refetch()} />
      ) : items.length === 0 ? (
        <EmptyState
          title={t("emptyTitle")}
          actions={
            <Button variant="contained" href="/jobs">
              {t("back")}
            </Button>
          }
        >
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <SwipedRow key={item.job.id} item={item} swiping={swiping} />
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <Button variant="outlined" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t("more")}
        </Button>
      ) : null}
    </>
  );
}

function SwipedRow({ item, swiping }: { item: SwipeListReply["items"][number]; swiping: Swiping }) {
  const t = useTranslations("jobs");
  const words = useJobWords();
  const { job, direction, reasons } = item;
  const { last } = swiping;
  if (last?.kind === "undo" && last.jobId === job.id && !swiping.swiped.has(job.id)) return null;
  const title = { title: job.title };
  const because = SWIPE_REASONS.filter((reason) => reasons.includes(reason)).map((reason) =>
    t(`chips.reason.${reason}`),
  );
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <h2 className={classNames(text.h4, styles.title)}>
          <AppLink href={toJobHref(job)}>{job.title}</AppLink>
        </h2>
        <p className={classNames(text.small, text.muted)}>
          {job.company} · {words.place(job)}
        </p>
        <p className={styles.state}>
          <span data-direction={direction}>{t(`swiped.${direction}`)}</span>
          <span>{words.date(item.createdAt)}</span>
          {job.isActive ? null : <span>{t("swiped.closed")}</span>}
          <DemoMark isDemo={job.isDemo} />
          {because.length === 0 ? null : <span>{t("swiped.because", { reasons: because.join(", ") })}</span>}
        </p>
      </div>
      <Button
        size="small"
        variant="outlined"
        aria-label={t(direction === "RIGHT" ? "swiped.undoApplyOf" : "swiped.undoOf", title)}
        onClick={() => swiping.undo({ jobId: job.id, title: job.title, direction })}
        sx={{ minHeight: 44 }}
      >
        {t(direction === "RIGHT" ? "swiped.undoApply" : "swiped.undo")}
      </Button>
    </li>
  );
}
