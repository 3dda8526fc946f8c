"use client";

import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { withNext } from "@/lib/web/client/next-path";
import styles from "./jobs.module.css";
import { GUEST } from "./swipe-box";
import { getSwipeStore, type SwipeState } from "./swipe-store";

type JobNoticesProps = { state: SwipeState; owner: string };

/** What somebody has to know while they go on: swipes that wait, and swipes that were not taken. */
export function JobNotices({ state, owner }: JobNoticesProps) {
  return (
    <div className={styles.notices}>
      <WaitingNotice state={state} owner={owner} />
      <RefusalNotice state={state} owner={owner} />
    </div>
  );
}

function WaitingNotice({ state: { status, waiting }, owner }: JobNoticesProps) {
  const t = useTranslations("jobs.notices");
  const isStuck = status === "offline" || status === "failing";
  return (
    <div role="status">
      {isStuck ? (
        <Alert
          severity="info"
          role="presentation"
          action={
            status === "failing" ? (
              <Button color="inherit" size="small" onClick={() => getSwipeStore(owner).flush()}>
                {t("retry")}
              </Button>
            ) : undefined
          }
        >
          {t(status, { count: waiting.length })}
        </Alert>
      ) : null}
    </div>
  );
}

function RefusalNotice({ state: { refusals }, owner }: JobNoticesProps) {
  const t = useTranslations("jobs.notices");
  if (refusals.length === 0) return null;
  return (
    <Alert
      severity="warning"
      role="alert"
      closeText={t("close")}
      onClose={() => getSwipeStore(owner).dismissRefusals()}
    >
      {refusals.map(({ jobId, title, reason }) => (
        <p key={jobId} className={styles.refusal}>
          {t("refused", { title, reason })}
        </p>
      ))}
    </Alert>
  );
}

/** What an account would add, for a guest who has just applied. */
export function GuestNotice({ state: { swiped }, owner }: JobNoticesProps) {
  const t = useTranslations("jobs.notices");
  const [isClosed, setIsClosed] = useState(false);
  if (owner !== GUEST || isClosed || ![...swiped.values()].includes("RIGHT")) return null;
  return (
    <Alert severity="success" role="status" closeText={t("close")} onClose={() => setIsClosed(true)}>
      {t.rich("guest", { link: (chunks) => <AppLink href={withNext("/register", "/jobs")}>{chunks}</AppLink> })}
    </Alert>
  );
}
