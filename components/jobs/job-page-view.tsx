import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import career from "@/components/careers/career-page.module.css";
import { PageSection } from "@/components/careers/page-section";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import { SectionHeading } from "@/components/ui/section-heading";
import { StatTile } from "@/components/ui/stat-tile";
import text from "@/components/ui/type.module.css";
import type { JobDetailReply } from "@/lib/contracts/jobs";
import { DemoMark, JobTags } from "./job-facts";
import styles from "./job-page.module.css";
import { OpenUntil } from "./open-until";
import { useJobWords } from "./use-job-words";

type JobPageViewProps = {
  job: JobDetailReply;
  /** What one can do with the job. */
  actions: ReactNode;
  /** How the person matches it. */
  match: ReactNode;
};

/** A job's page. Rendered on the server; only the actions and the match run in the browser. */
export function JobPageView({ job, actions, match }: JobPageViewProps) {
  const t = useTranslations("jobs.page");
  const words = useJobWords();
  return (
    <>
      <nav aria-label={t("crumbs")}>
        <ol className={career.crumbs}>
          <li>
            <AppLink href="/jobs">{t("back")}</AppLink>
          </li>
          {job.career === null ? null : (
            <li>
              <AppLink href={`/jobs?career=${job.career.code}`}>{job.career.title}</AppLink>
            </li>
          )}
        </ol>
      </nav>
      <SectionHeading level={1} size="h1" title={job.title} intro={job.company} />
      <p className={styles.dates}>
        <DemoMark isDemo={job.isDemo} />
        <span>{t("posted", { date: words.date(job.postedAt) })}</span>
        {job.expiresAt === null ? null : <OpenUntil expiresAt={job.expiresAt} />}
      </p>
      {job.isDemo ? <p className={classNames(text.small, text.muted, styles.demoNote)}>{t("demo")}</p> : null}
      {job.isActive ? null : (
        <div className={styles.closed}>
          <p className={text.h5}>{t("closedTitle")}</p>
          <p className={text.small}>{t("closedText")}</p>
        </div>
      )}
      {actions}
      <Glance job={job} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Posting job={job} />
          <Company about={job.about} />
        </div>
        <div className={styles.column}>{match}</div>
      </div>
    </>
  );
}

function Glance({ job }: { job: JobDetailReply }) {
  const t = useTranslations("jobs.page");
  const tFacts = useTranslations("jobs.facts");
  const words = useJobWords();
  const pay = words.pay(job);
  const level = words.level(job);
  const typical = (fact: { isTypical: boolean } | null) => (fact?.isTypical ? tFacts("typical") : undefined);
  const tiles = [
    { label: t("pay"), value: pay?.text ?? tFacts("salaryUnknown"), note: typical(pay) },
    { label: t("place"), value: words.place(job) },
    ...(level === null ? [] : [{ label: t("level"), value: level.text, note: typical(level) }]),
  ];
  return (
    <div className={styles.glance}>
      {tiles.map((tile) => (
        <StatTile key={tile.label} {...tile} />
      ))}
    </div>
  );
}

const TAGS_ALL = 60;

function Posting({ job }: { job: JobDetailReply }) {
  const t = useTranslations("jobs.page");
  const occupation = job.career;
  return (
    <PageSection title={t("description")}>
      <div className={styles.posting}>
        {job.description.trim() === "" ? (
          <p className={text.muted}>{t("noDescription")}</p>
        ) : (
          <p className={styles.description}>{job.description}</p>
        )}
        <JobTags job={job} few={TAGS_ALL} />
        {occupation === null ? null : (
          <p className={text.small}>
            {t("occupation")} <AppLink href={`/careers/${occupation.code}`}>{occupation.title}</AppLink>.{" "}
            <span className={text.muted}>{t("confidence", { percent: Math.round(occupation.confidence * 100) })}</span>
          </p>
        )}
        {toHttpUrl(job.sourceUrl) === null ? null : (
          <p className={text.small}>
            <a href={job.sourceUrl} rel="noreferrer nofollow">
              {t("source")}
            </a>
          </p>
        )}
      </div>
    </PageSection>
  );
}

function Company({ about }: Pick<JobDetailReply, "about">) {
  const t = useTranslations("jobs.page");
  const website = toHttpUrl(about.website);
  return (
    <PageSection title={t("company")}>
      <div className={styles.posting}>
        <p className={text.label}>{about.name}</p>
        {about.location === "" ? null : <p className={classNames(text.small, text.muted)}>{about.location}</p>}
        {about.about === "" && about.location === "" && website === null ? (
          <p className={classNames(text.small, text.muted)}>{t("companyNothing")}</p>
        ) : null}
        {about.about === "" ? null : <p className={styles.description}>{about.about}</p>}
        {website === null ? null : (
          <p className={text.small}>
            <a href={website} rel="noreferrer nofollow">
              {t("companyWebsite", { name: about.name })}
            </a>
          </p>
        )}
      </div>
    </PageSection>
  );
}

/** Postings come from outside: only what a browser opens as a page becomes a link. */
const toHttpUrl = (url: string): string | null => (/^https?:\/\//i.test(url) ? url : null);
