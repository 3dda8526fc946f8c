import PaymentsOutlined from "@mui/icons-material/PaymentsOutlined";
import PlaceOutlined from "@mui/icons-material/PlaceOutlined";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { JobSummary } from "@/lib/contracts/jobs";
import styles from "./job-card.module.css";
import { useJobWords } from "./use-job-words";

const TAGS_FEW = 5;

/** Where a job is and what it pays. What the posting does not say itself is marked. */
export function JobFacts({ job }: { job: JobSummary }) {
  const t = useTranslations("jobs.facts");
  const words = useJobWords();
  const pay = words.pay(job);
  return (
    <div className={styles.facts}>
      <p className={styles.fact}>
        <PlaceOutlined aria-hidden="true" />
        <span>{words.place(job)}</span>
      </p>
      <p className={styles.fact}>
        <PaymentsOutlined aria-hidden="true" />
        <span>
          {pay === null ? <span className={text.muted}>{t("salaryUnknown")}</span> : <b>{pay.text}</b>}
          {pay?.isTypical ? (
            <>
              {" "}
              <span className={styles.typical}>{t("typical")}</span>
            </>
          ) : null}
        </span>
      </p>
    </div>
  );
}

/** The level and the skills, as words on labels. */
export function JobTags({ job, few = TAGS_FEW }: { job: JobSummary; few?: number }) {
  const t = useTranslations("jobs.facts");
  const words = useJobWords();
  const level = words.level(job);
  const isTypical = job.tags.length === 0;
  const skills = isTypical ? job.typical.skills : job.tags;
  const rest = skills.length - few;
  return (
    <div>
      <ul aria-label={t("tags")} className={styles.tags}>
        {level === null ? null : (
          <li className={classNames(styles.level, level.isTypical && styles.guessed)}>
            {level.isTypical ? t("levelTypical", { level: level.text }) : level.text}
          </li>
        )}
        {skills.slice(0, few).map((skill) => (
          <li key={skill} className={classNames(isTypical && styles.guessed)}>
            {skill}
          </li>
        ))}
        {rest > 0 ? <li>{t("more", { count: rest })}</li> : null}
      </ul>
      {isTypical && skills.length > 0 ? (
        <p className={classNames(text.caption, text.muted, styles.tagsNote)}>{t("skillsTypical")}</p>
      ) : null}
    </div>
  );
}

/** That a posting was written for this site, where it was. */
export function DemoMark({ isDemo }: { isDemo: boolean }) {
  const t = useTranslations("jobs.facts");
  return isDemo ? <span className={styles.demo}>{t("demo")}</span> : null;
}
