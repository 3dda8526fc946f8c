"use client";

import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { TableState } from "@/components/admin/table-state";
import { classNames } from "@/components/ui/class-names";
import { SectionHeading } from "@/components/ui/section-heading";
import { EmptyState } from "@/components/ui/state-message";
import text from "@/components/ui/type.module.css";
import type { Company, EmployerJob } from "@/lib/contracts/employer";
import styles from "./employer.module.css";
import { JobRow } from "./job-row";
import { employerJobsOptions } from "./queries";

type EmployerHomeProps = { company: Company; initial: { items: EmployerJob[] } };

/** The company's jobs, with what there is to do on each. */
export function EmployerHome({ company, initial }: EmployerHomeProps) {
  const t = useTranslations("employer.home");
  const jobs = useQuery({ ...employerJobsOptions(), initialData: initial });
  const { items } = jobs.data;
  const open = items.filter(({ isActive }) => isActive);
  const closed = items.filter(({ isActive }) => !isActive);
  const post = (
    <Button variant="contained" color="blaze" href="/employer/jobs/new">
      {t("post")}
    </Button>
  );
  return (
    <>
      <SectionHeading level={1} size="h1" title={t("title")} intro={t("intro")} action={post} />
      <CompanyBand company={company} />
      <TableState query={jobs} />
      {items.length === 0 ? (
        <EmptyState title={t("emptyTitle")} actions={post}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <>
          <JobList id="open" title={t("open")} jobs={open} empty={t("allClosed")} />
          {closed.length === 0 ? null : <JobList id="closed" title={t("closed")} jobs={closed} />}
        </>
      )}
    </>
  );
}

function CompanyBand({ company }: { company: Company }) {
  const t = useTranslations("employer.home");
  const { name, location, website } = company;
  return (
    <div className={styles.company}>
      <div className={styles.companyText}>
        <p className={text.h4}>{name}</p>
        <p className={classNames(text.small, text.muted)}>
          {location}
          {location !== "" && website !== "" ? " · " : null}
          {website === "" ? null : (
            <a href={website} target="_blank" rel="noreferrer nofollow" className={styles.link}>
              {new URL(website).hostname}
            </a>
          )}
        </p>
      </div>
      <Button variant="outlined" href="/employer/company">
        {t("editCompany")}
      </Button>
    </div>
  );
}

type JobListProps = { id: string; title: string; jobs: readonly EmployerJob[]; empty?: string };

function JobList({ id, title, jobs, empty }: JobListProps) {
  return (
    <section aria-labelledby={`jobs-${id}`} className={styles.section}>
      <h2 id={`jobs-${id}`} className={text.h3}>
        {title} <span className={text.muted}>{jobs.length}</span>
      </h2>
      {jobs.length === 0 ? <p className={classNames(text.body, text.muted)}>{empty}</p> : null}
      <ul className={styles.rows}>
        {jobs.map((job) => (
          <li key={job.id}>
            <JobRow job={job} />
          </li>
        ))}
      </ul>
    </section>
  );
}
