"use client";

import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TableState } from "@/components/admin/table-state";
import { useErrorWords } from "@/components/careers/use-error-words";
import { toJobHref } from "@/components/jobs/jobs-url";
import { useToast } from "@/components/ui/toast";
import text from "@/components/ui/type.module.css";
import type { ApplicationStatus } from "@/lib/contracts/applications";
import type { Applicant, EmployerJob } from "@/lib/contracts/employer";
import { toName } from "./applicant-name";
import { BackLink } from "./back-link";
import { Board } from "./board";
import styles from "./employer.module.css";
import { JobMeta } from "./job-meta";
import { JobFigures } from "./job-row";
import { type Asked, MoveDialog } from "./move-dialog";
import { applicantsOptions, employerJobOptions } from "./queries";
import { ToggleJob } from "./toggle-job";
import { useFollowCard } from "./use-follow-card";
import { useMove } from "./use-move";
import { isFinal } from "./use-step-words";

type ApplicantsViewProps = {
  job: EmployerJob;
  initial: { items: Applicant[] };
  /** In the order of the way. */
  statuses: readonly ApplicationStatus[];
  messageLengthMax: number;
};

/** Everybody who applied for a job, by where they are on the way. */
export function ApplicantsView({ job: initialJob, initial, statuses, messageLengthMax }: ApplicantsViewProps) {
  const t = useTranslations("employer.board");
  const job = useQuery({ ...employerJobOptions(initialJob.id), initialData: initialJob }).data;
  const applicants = useQuery({ ...applicantsOptions(job.id), initialData: initial });
  const { items } = applicants.data;
  const [asked, setAsked] = useState<Asked | null>(null);
  const { move, moveNow, moving } = useBoardMoves(items);
  return (
    <div className={styles.wide}>
      <BackLink href="/employer" message="back" />
      <Head job={job} />
      <TableState
        query={applicants}
        empty={
          items.length === 0 ? { title: t("emptyTitle"), text: t(job.isActive ? "emptyText" : "emptyClosed") } : null
        }
      />
      {items.length === 0 ? null : (
        <Board
          items={items}
          statuses={statuses}
          moving={moving}
          onMove={(applicant, status) =>
            isFinal(status) ? setAsked({ applicant, status }) : void moveNow(applicant, status)
          }
        />
      )}
      <MoveDialog
        asked={asked}
        messageLengthMax={messageLengthMax}
        onMove={({ applicant, status }, message) => move(applicant, status, message)}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}

/** Moves on the board: one applicant at a time, and the focus goes with the card. */
function useBoardMoves(items: readonly Applicant[]) {
  const t = useTranslations("employer.board");
  const toWords = useErrorWords();
  const toast = useToast();
  const send = useMove();
  const follow = useFollowCard(items);
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set());
  const move = async (applicant: Applicant, status: ApplicationStatus, message?: string): Promise<void> => {
    const { applicationId } = applicant;
    setMoving((last) => new Set(last).add(applicationId));
    follow(applicationId, status);
    try {
      follow(applicationId, (await send(applicant, status, message)).status);
    } catch (error) {
      follow(applicationId, applicant.status);
      throw error;
    } finally {
      setMoving((last) => new Set([...last].filter((id) => id !== applicationId)));
    }
  };
  const moveNow = (applicant: Applicant, status: ApplicationStatus): Promise<void> =>
    move(applicant, status).catch((error: unknown) =>
      toast({ text: t("notMoved", { name: toName(applicant), reason: toWords(error) }), tone: "bad" }),
    );
  return { move, moveNow, moving };
}

function Head({ job }: { job: EmployerJob }) {
  const t = useTranslations("employer.job");
  const { id, title } = job;
  return (
    <div className={styles.head}>
      <div className={styles.headText}>
        <h1 className={text.h2}>{title}</h1>
        <JobMeta job={job} />
      </div>
      <JobFigures job={job} />
      <div className={styles.rowActions}>
        <Button href={toJobHref(job)}>{t("view")}</Button>
        <Button variant="outlined" href={`/employer/jobs/${id}/edit`} aria-label={t("editNamed", { title })}>
          {t("edit")}
        </Button>
        <ToggleJob job={job} />
      </div>
    </div>
  );
}
