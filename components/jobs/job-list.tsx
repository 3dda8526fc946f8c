"use client";

import CheckRounded from "@mui/icons-material/CheckRounded";
import CloseRounded from "@mui/icons-material/CloseRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { DiscoverItem } from "@/lib/contracts/jobs";
import { JobCard } from "./job-card";
import { watchJob } from "./job-tracker";
import styles from "./jobs.module.css";
import type { Decided } from "./swipe-store";
import type { Swiping } from "./use-swiping";

type JobListProps = {
  /** In the feed's order, with those that were decided on here. */
  jobs: readonly DiscoverItem[];
  swiping: Swiping;
  nowMs: number;
};

/** The same jobs one below the other: for those who would rather read than swipe. */
export function JobList({ jobs, swiping, nowMs }: JobListProps) {
  const t = useTranslations("jobs.list");
  const { last } = swiping;
  // What was decided on the cards before has its place among the swiped ones.
  const [before] = useState(swiping.swiped);
  const shown = jobs.filter(({ id }) => !(before.has(id) && swiping.swiped.has(id)));
  return (
    <>
      <p role="status" style={VISUALLY_HIDDEN}>
        {last === null
          ? ""
          : t(last.kind === "undo" ? "didUndo" : last.direction === "RIGHT" ? "didApply" : "didSkip", last)}
      </p>
      <ul aria-label={t("label")} className={styles.list}>
        {shown.map((job) => (
          <li key={job.id}>
            <Row job={job} swiping={swiping} nowMs={nowMs} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ job, swiping, nowMs }: { job: DiscoverItem; swiping: Swiping; nowMs: number }) {
  const direction = swiping.swiped.get(job.id);
  const { last } = swiping;
  const isFresh = last?.jobId === job.id;
  if (direction !== undefined) {
    const decided = { jobId: job.id, title: job.title, direction };
    return <DecidedRow decided={decided} isFresh={isFresh} onUndo={() => swiping.undo(decided)} />;
  }
  return <OpenRow job={job} swiping={swiping} nowMs={nowMs} isFresh={isFresh} />;
}

type OpenRowProps = { job: DiscoverItem; swiping: Swiping; nowMs: number; isFresh: boolean };

function OpenRow({ job, swiping, nowMs, isFresh }: OpenRowProps) {
  const t = useTranslations("jobs.deck");
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const row = useCallback(
    (element: HTMLElement | null) => (element === null ? undefined : watchJob(element, job)),
    [job],
  );
  // It was a slim row until a moment ago, whose button had the focus.
  useEffect(() => {
    if (isFresh) title.current?.focus();
  }, [isFresh]);
  return (
    <article ref={row} aria-labelledby={titleId} className={styles.row}>
      <JobCard job={job} titleId={titleId} titleRef={title} nowMs={nowMs} />
      <div className={styles.rowActions}>
        <Button
          variant="contained"
          startIcon={<CheckRounded />}
          aria-label={t("applyOf", { title: job.title })}
          onClick={() => swiping.swipe(job, "RIGHT")}
        >
          {t("apply")}
        </Button>
        <Button
          variant="outlined"
          startIcon={<CloseRounded />}
          aria-label={t("skipOf", { title: job.title })}
          onClick={() => swiping.swipe(job, "LEFT")}
        >
          {t("skip")}
        </Button>
      </div>
    </article>
  );
}

type DecidedRowProps = { decided: Decided; isFresh: boolean; onUndo: () => void };

/** What is left of a row once somebody decided. */
function DecidedRow({ decided: { title, direction }, isFresh, onUndo }: DecidedRowProps) {
  const t = useTranslations("jobs.list");
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFresh) undo.current?.focus();
  }, [isFresh]);
  return (
    <div className={styles.decided}>
      <p className={classNames(text.small)}>{t(direction === "RIGHT" ? "applied" : "skipped", { title })}</p>
      <Button ref={undo} size="small" aria-label={t("undoOf", { title })} onClick={onUndo} sx={{ minHeight: 44 }}>
        {t("undo")}
      </Button>
    </div>
  );
}
