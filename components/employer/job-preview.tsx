"use client";

import { useTranslations } from "next-intl";
import card from "@/components/jobs/job-card.module.css";
import { JobFacts, JobTags } from "@/components/jobs/job-facts";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { CheckJobReply, Company } from "@/lib/contracts/employer";
import styles from "./form.module.css";
import { type JobFormValues, toPreview } from "./job-form-values";

type JobPreviewProps = { values: JobFormValues; company: Company; check: CheckJobReply | undefined };

/** The job as people see it in their feed, as far as it is filled in. */
export function JobPreview({ values, company, check }: JobPreviewProps) {
  const t = useTranslations("employer.preview");
  const job = toPreview(values, company, check);
  const description = values.description.trim();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and must be reachable by keyboard
    <aside aria-labelledby="preview" tabIndex={0} className={styles.preview}>
      <h2 id="preview" className={text.h4}>
        {t("title")}
      </h2>
      <article className={styles.card}>
        <div>
          <h3 className={classNames(text.h3, card.title, job.title === "" && text.muted)}>
            {job.title || t("untitled")}
          </h3>
          <p className={card.company}>{job.company}</p>
        </div>
        <JobFacts job={job} />
        <JobTags job={job} />
        <p className={classNames(text.small, styles.description, description === "" && text.muted)}>
          {description || t("noDescription")}
        </p>
      </article>
    </aside>
  );
}
