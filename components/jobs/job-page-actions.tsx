"use client";

import CheckRounded from "@mui/icons-material/CheckRounded";
import CloseRounded from "@mui/icons-material/CloseRounded";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { AppLink } from "@/components/ui/app-link";
import type { JobDetailReply } from "@/lib/contracts/jobs";
import { GuestNotice, JobNotices } from "./job-notices";
import styles from "./job-page.module.css";
import { useSwiping } from "./use-swiping";

type JobPageActionsProps = {
  job: Pick<JobDetailReply, "id" | "title" | "isActive" | "swipe" | "applicationId">;
  owner: string;
};

/** Apply or skip, or take either back: the same swipes as in the deck. */
export function JobPageActions({ job, owner }: JobPageActionsProps) {
  const t = useTranslations("jobs.page");
  const swiping = useSwiping(owner);
  const { last } = swiping;
  const isTouched = last?.jobId === job.id;
  // What was decided here counts more than what the server knew when it made the page.
  const isTakenBack = isTouched && last.kind === "undo" && !swiping.swiped.has(job.id);
  const direction = swiping.swiped.get(job.id) ?? (isTakenBack ? null : job.swipe);
  const first = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the keyboard goes on at what took its place.
  const key = last?.key;
  useEffect(() => {
    if (isTouched && key !== undefined) first.current?.focus();
  }, [isTouched, key]);
  if (direction === null && !job.isActive) return <JobNotices state={swiping} owner={owner} />;
  return (
    <>
      <JobNotices state={swiping} owner={owner} />
      <div className={styles.actions}>
        {direction === null ? (
          <>
            <Button
              ref={first}
              variant="contained"
              size="large"
              startIcon={<CheckRounded />}
              onClick={() => swiping.swipe(job, "RIGHT")}
            >
              {t("apply")}
            </Button>
            <Button
              variant="outlined"
              size="large"
              startIcon={<CloseRounded />}
              onClick={() => swiping.swipe(job, "LEFT")}
            >
              {t("skip")}
            </Button>
          </>
        ) : (
          <>
            <p role="status">{t(direction === "RIGHT" ? "applied" : "skipped")}</p>
            {direction === "RIGHT" ? (
              <AppLink href={job.applicationId === null ? "/applications" : `/applications/${job.applicationId}`}>
                {t("application")}
              </AppLink>
            ) : null}
            <Button
              ref={first}
              variant="outlined"
              onClick={() => swiping.undo({ jobId: job.id, title: job.title, direction })}
            >
              {t(direction === "RIGHT" ? "withdraw" : "undo")}
            </Button>
          </>
        )}
      </div>
      <GuestNotice state={swiping} owner={owner} />
    </>
  );
}
