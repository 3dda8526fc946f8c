import { useFormatter, useTranslations } from "next-intl";
import { Tag } from "@/components/admin/tag";
import { useJobWords } from "@/components/jobs/use-job-words";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { EmployerJob } from "@/lib/contracts/employer";
import styles from "./employer.module.css";

const DAY = { dateStyle: "medium", timeZone: "UTC" } as const;

/** A job that is closed because its last day has passed, rather than by hand. */
export const isEnded = ({ isActive, expiresAt }: EmployerJob): boolean =>
  !isActive && expiresAt !== null && Date.parse(expiresAt) <= Date.now();

/** Whether a job is open, where it is and since when. */
export function JobMeta({ job }: { job: EmployerJob }) {
  const t = useTranslations("employer.job");
  const format = useFormatter();
  const words = useJobWords();
  const { isActive, postedAt, expiresAt } = job;
  const hasEnded = isEnded(job);
  const toDate = (instant: string) => format.dateTime(new Date(instant), DAY);
  return (
    <p className={classNames(text.small, text.muted, styles.meta)}>
      <Tag tone={isActive ? "good" : "plain"}>{t(isActive ? "open" : hasEnded ? "expired" : "closed")}</Tag>
      <span>{words.place(job)}</span>
      <span>{t("posted", { date: toDate(postedAt) })}</span>
      {expiresAt === null ? null : <span>{t(hasEnded ? "ended" : "until", { date: toDate(expiresAt) })}</span>}
    </p>
  );
}
