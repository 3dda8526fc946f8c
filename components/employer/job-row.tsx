"use client";

import Button from "@mui/material/Button";
import { useFormatter, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { EmployerJob } from "@/lib/contracts/employer";
import styles from "./employer.module.css";
import { JobMeta } from "./job-meta";
import { ToggleJob } from "./toggle-job";

/** One job of the company. */
export function JobRow({ job }: { job: EmployerJob }) {
  const t = useTranslations("employer.job");
  const { id, title } = job;
  return (
    <article aria-labelledby={`job-${id}`} className={styles.row}>
      <div className={styles.rowText}>
        <h3 id={`job-${id}`} className={classNames(text.h4, styles.rowTitle)}>
          <AppLink href={`/employer/jobs/${id}`}>{title}</AppLink>
        </h3>
        <JobMeta job={job} />
      </div>
      <JobFigures job={job} />
      <div className={styles.rowActions}>
        <Button
          variant="outlined"
          size="small"
          href={`/employer/jobs/${id}/edit`}
          aria-label={t("editNamed", { title })}
        >
          {t("edit")}
        </Button>
        <ToggleJob job={job} isSmall />
      </div>
    </article>
  );
}

/** How many people saw the job, applied, and still wait for a first look. */
export function JobFigures({ job }: { job: EmployerJob }) {
  const t = useTranslations("employer.job");
  const format = useFormatter();
  return (
    <dl className={styles.figures}>
      {(["applicants", "newApplicants", "impressions"] as const).map((name) => (
        <div key={name} data-lit={(name === "newApplicants" && job[name] > 0) || undefined}>
          <dt>{t(name)}</dt>
          <dd>{format.number(job[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
