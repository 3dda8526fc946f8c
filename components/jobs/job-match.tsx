"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PageSection } from "@/components/careers/page-section";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { JobDetailReply } from "@/lib/contracts/jobs";
import styles from "./job-page.module.css";
import { JobParts } from "./job-parts";
import { JobReasons } from "./job-reasons";
import { MatchSkills } from "./match-skills";
import { jobOptions } from "./queries";
import { ScoreRing } from "./score-ring";

const REASONS_ALL = 9;

/** How the person matches a job; what they correct in it counts at once. */
export function JobMatch({ job }: { job: JobDetailReply }) {
  const t = useTranslations("jobs.match");
  const { data } = useQuery({ ...jobOptions(job.id), initialData: job, staleTime: Number.POSITIVE_INFINITY });
  const { match } = data;
  if (match === null) {
    return (
      <PageSection title={t("title")}>
        <p className={text.small}>{t("stranger")}</p>
        <p className={text.small}>
          <AppLink href="/quiz">{t("quiz")}</AppLink>
        </p>
      </PageSection>
    );
  }
  return (
    <PageSection title={t("title")}>
      <div className={styles.match}>
        <div className={styles.matchHead}>
          <ScoreRing score={match.score} />
          <Words match={match} />
        </div>
        <JobReasons reasons={match.reasons} forMax={REASONS_ALL} againstMax={REASONS_ALL} />
        <MatchSkills jobId={job.id} skills={match.skills} />
        <JobParts parts={match.parts} score={match.score} />
        <p className={classNames(text.caption, text.muted)}>
          <AppLink href="/profile">{t("edit")}</AppLink>
        </p>
      </div>
    </PageSection>
  );
}

function Words({ match }: { match: NonNullable<JobDetailReply["match"]> }) {
  const t = useTranslations("jobs.match");
  return (
    <dl className={styles.words}>
      <dt>{t("level")}</dt>
      <dd>{t(`levels.${match.seniority}`)}</dd>
      <dt>{t("place")}</dt>
      <dd>{t(`places.${match.location}`)}</dd>
      <dt>{t("similarity")}</dt>
      <dd>{t(`similarities.${match.similarityLevel}`)}</dd>
    </dl>
  );
}
