import { useTranslations } from "next-intl";
import { Tag } from "@/components/admin/tag";
import { classNames } from "@/components/ui/class-names";
import { BoardCard, CardDetails } from "@/components/ui/column-board";
import text from "@/components/ui/type.module.css";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { Application } from "@/lib/contracts/applications";
import styles from "./applications.module.css";
import { ScoreFigure, ScoreParts } from "./score-parts";
import { StatusTag } from "./status-tag";
import { useApplicationWords } from "./use-application-words";

type ApplicationCardProps = {
  application: Application;
  isNew: boolean;
  /** Where no column says it already. */
  hasStatus?: boolean;
};

/** One application: for what, what happened last, and how well it matched. */
export function ApplicationCard({ application, isNew, hasStatus = false }: ApplicationCardProps) {
  const t = useTranslations("applications");
  const words = useApplicationWords();
  const { id, job, createdAt, lastEvent, scoreAtApply, withdrawnAt } = application;
  return (
    <BoardCard
      id={`application-${id}`}
      title={job.title}
      href={`/applications/${id}`}
      isWithdrawn={withdrawnAt !== null}
      mark={<Tags application={application} isNew={isNew} hasStatus={hasStatus} />}
      note={<p className={classNames(text.small, text.muted)}>{words.toCompany(job)}</p>}
      figure={<ScoreFigure score={scoreAtApply} />}
    >
      <div className={classNames(text.caption, text.muted, styles.times)}>
        {lastEvent === null || lastEvent.kind === "applied" ? null : (
          <p>{t("changed", { what: words.toEvent(lastEvent), date: words.toTime(lastEvent.createdAt) })}</p>
        )}
        <p>{t("applied", { date: words.toDay(createdAt) })}</p>
      </div>
      <CardDetails
        summary={
          <>
            {t("howScored")}
            <span style={VISUALLY_HIDDEN}>: {job.title}</span>
          </>
        }
      >
        <ScoreParts {...application} />
      </CardDetails>
    </BoardCard>
  );
}

function Tags({ application, isNew, hasStatus }: Required<ApplicationCardProps>) {
  const t = useTranslations("applications");
  const { job } = application;
  if (!(isNew || hasStatus || !job.isActive || job.isDemo)) return null;
  return (
    <p className={styles.tags}>
      {isNew ? (
        <Tag tone="warm">
          {t("new")}
          <span style={VISUALLY_HIDDEN}>: {t("newLong")}</span>
        </Tag>
      ) : null}
      {hasStatus ? <StatusTag {...application} /> : null}
      {job.isActive ? null : <Tag>{t("jobClosed")}</Tag>}
      {job.isDemo ? <Tag>{t("demo")}</Tag> : null}
    </p>
  );
}
