"use client";

import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { TableState } from "@/components/admin/table-state";
import { Tag } from "@/components/admin/tag";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { Sheet, SheetColumns } from "@/components/ui/sheet";
import text from "@/components/ui/type.module.css";
import type { ApplicantDetailReply } from "@/lib/contracts/employer";
import { ApplicantAbout } from "./applicant-about";
import { ApplicantHistory } from "./applicant-history";
import { ApplicantMessage } from "./applicant-message";
import { toName } from "./applicant-name";
import { BackLink } from "./back-link";
import styles from "./board.module.css";
import { MatchParts } from "./match-parts";
import { MatchReasons } from "./match-reasons";
import { type Asked, MoveDialog } from "./move-dialog";
import { applicantOptions } from "./queries";
import { ScoreFigure } from "./score-figure";
import { useMove } from "./use-move";
import { useStepWords } from "./use-step-words";

type ApplicantPageProps = { initial: ApplicantDetailReply; messageLengthMax: number };

/** One applicant: who they are, why they match, what happened, and what may happen next. */
export function ApplicantPage({ initial, messageLengthMax }: ApplicantPageProps) {
  const query = useQuery({ ...applicantOptions(initial.applicationId), initialData: initial });
  const applicant = query.data;
  return (
    <>
      <BackLink href={`/employer/jobs/${applicant.jobId}`} message="backToJob" />
      <Head applicant={applicant} />
      <TableState query={query} />
      <SheetColumns
        left={
          <>
            <Steps applicant={applicant} messageLengthMax={messageLengthMax} />
            <Match applicant={applicant} />
            <ApplicantAbout applicant={applicant} />
          </>
        }
        right={
          <>
            <ApplicantHistory events={applicant.events} />
            <ApplicantMessage applicant={applicant} lengthMax={messageLengthMax} />
          </>
        }
      />
    </>
  );
}

type Part = { applicant: ApplicantDetailReply };

function Head({ applicant }: Part) {
  const t = useTranslations("employer");
  const format = useFormatter();
  const { jobId, jobTitle, score, status, withdrawnAt, createdAt } = applicant;
  const toDate = (instant: string) => format.dateTime(new Date(instant), { dateStyle: "medium" });
  return (
    <div className={styles.person}>
      <ScoreFigure score={score} />
      <div className={styles.personText}>
        <h1 className={text.h2}>{toName(applicant)}</h1>
        <p className={classNames(text.body, text.muted)}>
          {t.rich("applicant.appliedFor", {
            title: jobTitle,
            date: toDate(createdAt),
            job: (chunks) => <AppLink href={`/employer/jobs/${jobId}`}>{chunks}</AppLink>,
          })}
        </p>
        {withdrawnAt === null ? null : (
          <p className={text.body}>{t("applicant.withdrawnOn", { date: toDate(withdrawnAt) })}</p>
        )}
      </div>
      <Tag tone={withdrawnAt !== null || status === "REJECTED" ? "plain" : "good"}>
        {withdrawnAt === null ? t(`statuses.${status}`) : t("board.withdrawn")}
      </Tag>
    </div>
  );
}

function Steps({ applicant, messageLengthMax }: Part & { messageLengthMax: number }) {
  const t = useTranslations("employer");
  const toStep = useStepWords();
  const move = useMove();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { nextStatuses } = applicant;
  return (
    <Sheet id="next" title={t("applicant.next")} isFocusTarget>
      {nextStatuses.length === 0 ? (
        <p className={classNames(text.body, text.muted)}>{t("applicant.noNext")}</p>
      ) : (
        <div className={styles.steps}>
          {nextStatuses.map((status, at) => (
            <Button
              key={status}
              variant={at === 0 ? "contained" : "outlined"}
              color={status === "REJECTED" ? "error" : "primary"}
              onClick={() => setAsked({ applicant, status })}
            >
              {toStep(status)}
            </Button>
          ))}
        </div>
      )}
      <MoveDialog
        asked={asked}
        messageLengthMax={messageLengthMax}
        onMove={async ({ applicant: from, status }, message) => {
          await move(from, status, message);
          // The button that was pressed is gone.
          document.getElementById("next")?.focus();
        }}
        onClose={() => setAsked(null)}
      />
    </Sheet>
  );
}

function Match({ applicant }: Part) {
  const t = useTranslations("employer.applicant");
  const { parts, score, reasons } = applicant;
  return (
    <Sheet id="match" title={t("match")} intro={t("matchNote")}>
      <MatchReasons reasons={reasons} />
      <MatchParts parts={parts} score={score} />
    </Sheet>
  );
}
