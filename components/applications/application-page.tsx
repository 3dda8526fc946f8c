"use client";

import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { BackLink } from "@/components/ui/back-link";
import { classNames } from "@/components/ui/class-names";
import { Sheet, SheetColumns } from "@/components/ui/sheet";
import text from "@/components/ui/type.module.css";
import type { ApplicationDetailReply } from "@/lib/contracts/applications";
import { ApplicationHistory } from "./application-history";
import { ApplicationMessage } from "./application-message";
import { ApplicationNote } from "./application-note";
import { ApplicationWay } from "./application-way";
import styles from "./applications.module.css";
import { HeldNote } from "./held-note";
import { applicationOptions } from "./queries";
import { ScoreFigure, ScoreParts } from "./score-parts";
import { StaleNote } from "./stale-note";
import { StatusTag } from "./status-tag";
import { useApplicationWords } from "./use-application-words";
import { useNoteSeen } from "./use-seen";
import { WithdrawApplication } from "./withdraw-application";

type ApplicationPageProps = { initial: ApplicationDetailReply; messageLengthMax: number };

/** One application: where it stands, what happened and was said, and one's own note. */
export function ApplicationPage({ initial, messageLengthMax }: ApplicationPageProps) {
  const query = useQuery({ ...applicationOptions(initial.id), initialData: initial });
  const application = query.data;
  useNoteSeen(application);
  return (
    <>
      <Head application={application} />
      <StaleNote query={query} />
      {application.isHeld && application.hasEmployer ? <HeldNote next={`/applications/${application.id}`} /> : null}
      <SheetColumns
        left={
          <>
            <ApplicationWay application={application} />
            <ApplicationNote application={application} />
            <Match application={application} />
          </>
        }
        right={
          <>
            <ApplicationHistory events={application.events} />
            <ApplicationMessage application={application} lengthMax={messageLengthMax} />
          </>
        }
      />
    </>
  );
}

type Part = { application: ApplicationDetailReply };

function Head({ application }: Part) {
  const t = useTranslations("applications");
  const words = useApplicationWords();
  const { job, scoreAtApply } = application;
  return (
    <>
      <BackLink href="/applications">{t("detail.back")}</BackLink>
      <div className={styles.head}>
        <ScoreFigure score={scoreAtApply} />
        <div className={styles.headText}>
          <h1 className={text.h2}>{job.title}</h1>
          <p className={classNames(text.body, text.muted)}>{words.toCompany(job)}</p>
        </div>
        <StatusTag {...application} />
        <div className={styles.actions}>
          <Button variant="outlined" href={`/jobs/${job.id}`}>
            {t("detail.viewJob")}
          </Button>
          <WithdrawApplication application={application} />
        </div>
      </div>
    </>
  );
}

function Match({ application }: Part) {
  const t = useTranslations("applications.detail");
  return (
    <Sheet id="match" title={t("match")} intro={application.hasEmployer ? t("matchNote") : undefined}>
      <ScoreParts {...application} />
    </Sheet>
  );
}
