"use client";

import { useTranslations } from "next-intl";
import { memo, type Ref, useEffect, useId, useRef, useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Chevron } from "@/components/ui/chevron";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { DiscoverItem } from "@/lib/contracts/jobs";
import styles from "./job-card.module.css";
import { DemoMark, JobFacts, JobTags } from "./job-facts";
import { JobParts } from "./job-parts";
import { JobReasons } from "./job-reasons";
import { recordJob } from "./job-tracker";
import { toJobHref } from "./jobs-url";
import { ScoreRing } from "./score-ring";
import { useJobWords } from "./use-job-words";

type JobCardProps = {
  job: DiscoverItem;
  titleId: string;
  titleRef?: Ref<HTMLHeadingElement>;
  /** Of the reader's clock when the page came. */
  nowMs: number;
};

/** What a card of the deck and a row of the list say about a job. */
export const JobCard = memo(function JobCard({ job, titleId, titleRef, nowMs }: JobCardProps) {
  const t = useTranslations("jobs");
  const words = useJobWords();
  return (
    <>
      <div className={styles.head}>
        <div className={styles.headText}>
          <h2 ref={titleRef} id={titleId} tabIndex={-1} data-focus-target className={classNames(text.h3, styles.title)}>
            <AppLink href={toJobHref(job)} draggable={false} onClick={() => recordJob(job, "open")}>
              {job.title}
            </AppLink>
          </h2>
          <p className={styles.company}>{job.company}</p>
        </div>
        <ScoreRing score={job.score} />
      </div>
      <JobFacts job={job} />
      <JobTags job={job} />
      <JobReasons reasons={job.reasons} />
      <ScoreParts job={job} />
      <p className={styles.foot}>
        <DemoMark isDemo={job.isDemo} />
        <span>{words.age(job, nowMs)}</span>
        {job.career === null ? null : (
          <span>
            {t.rich("career", {
              title: job.career.title,
              link: (chunks) => (
                <AppLink href={`/careers/${job.career?.code}`} draggable={false}>
                  {chunks}
                </AppLink>
              ),
            })}
          </span>
        )}
      </p>
    </>
  );
});

function ScoreParts({ job }: { job: DiscoverItem }) {
  const t = useTranslations("jobs");
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  // In a card of the deck there may be no room below: the card scrolls.
  useEffect(() => {
    if (isOpen) panel.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <div className={styles.scoreParts}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className={styles.disclose}
      >
        {t("howScored")}
        <Chevron className={styles.chevron} />
      </button>
      <div ref={panel} id={id}>
        {isOpen ? <JobParts parts={job.parts} score={job.score} /> : null}
      </div>
    </div>
  );
}
