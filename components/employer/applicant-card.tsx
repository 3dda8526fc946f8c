"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Tag } from "@/components/admin/tag";
import { classNames } from "@/components/ui/class-names";
import { BoardCard, CardDetails } from "@/components/ui/column-board";
import text from "@/components/ui/type.module.css";
import type { ApplicationStatus } from "@/lib/contracts/applications";
import type { Applicant } from "@/lib/contracts/employer";
import { toName } from "./applicant-name";
import styles from "./board.module.css";
import { MatchParts } from "./match-parts";
import { MatchReasons } from "./match-reasons";
import { MoveMenu } from "./move-menu";
import { ScoreFigure } from "./score-figure";

const SKILLS_FEW = 4;

export const toCardId = (applicationId: string): string => `applicant-${applicationId}`;

type ApplicantCardProps = {
  applicant: Applicant;
  /** Among all who applied for the job, best first; null for those who withdrew. */
  rank: number | null;
  isMoving: boolean;
  onMove: (applicant: Applicant, status: ApplicationStatus) => void;
};

/** Somebody who applied: why they match, and where they may go next. */
export function ApplicantCard({ applicant, rank, isMoving, onMove }: ApplicantCardProps) {
  const t = useTranslations("employer.board");
  const format = useFormatter();
  const { applicationId, headline, email, score, parts, reasons, withdrawnAt, createdAt } = applicant;
  const date = format.dateTime(new Date(createdAt), { month: "short", day: "numeric" });
  return (
    <BoardCard
      id={toCardId(applicationId)}
      title={toName(applicant)}
      href={`/employer/applications/${applicationId}`}
      isWithdrawn={withdrawnAt !== null}
      mark={rank === null ? <Tag>{t("withdrawn")}</Tag> : <span className={styles.rank}>{t("rank", { rank })}</span>}
      note={headline.trim() === "" ? null : <p className={classNames(text.caption, text.muted)}>{email}</p>}
      figure={<ScoreFigure score={score} />}
    >
      <MatchReasons reasons={reasons} forMax={2} againstMax={1} />
      <Skills skills={applicant.skills} />
      <CardDetails summary={t("howScored")}>
        <MatchParts parts={parts} score={score} />
      </CardDetails>
      <div className={styles.cardFoot}>
        <p className={classNames(text.caption, text.muted)}>{isMoving ? t("saving") : t("applied", { date })}</p>
        <MoveMenu applicant={applicant} onMove={(status) => onMove(applicant, status)} />
      </div>
    </BoardCard>
  );
}

function Skills({ skills }: { skills: readonly string[] }) {
  const t = useTranslations("employer");
  if (skills.length === 0) return null;
  const rest = skills.length - SKILLS_FEW;
  return (
    <ul aria-label={t("applicant.skills")} className={styles.skills}>
      {skills.slice(0, SKILLS_FEW).map((skill) => (
        <li key={skill}>{skill}</li>
      ))}
      {rest > 0 ? <li>{t("board.more", { count: rest })}</li> : null}
    </ul>
  );
}
