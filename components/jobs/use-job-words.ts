import { useFormatter, useTranslations } from "next-intl";
import type { JobSummary } from "@/lib/contracts/jobs";

const DAY_MS = 86_400_000;

type Salary = Pick<JobSummary, "salaryMin" | "salaryMax">;

/** How a posting's facts are written. What is only typical for its occupation is told apart. */
export function useJobWords() {
  const t = useTranslations("jobs.facts");
  const format = useFormatter();
  const money = (amount: number) =>
    format.number(amount, { style: "currency", currency: "USD", maximumFractionDigits: 0 });
  const range = ({ salaryMin, salaryMax }: Salary): string | null => {
    if (salaryMin !== null && salaryMax !== null && salaryMin !== salaryMax) {
      return t("salaryRange", { from: money(salaryMin), to: money(salaryMax) });
    }
    if (salaryMin === null && salaryMax !== null) return t("salaryTo", { amount: money(salaryMax) });
    if (salaryMin === null) return null;
    return t(salaryMax === null ? "salaryFrom" : "salaryOne", { amount: money(salaryMin) });
  };
  return {
    money,
    /** null where no end is named */
    salary: range,
    /** null when neither the posting nor its occupation says anything */
    pay: (job: JobSummary): { text: string; isTypical: boolean } | null => {
      const own = range(job);
      if (own !== null) return { text: own, isTypical: false };
      const typical = range(job.typical);
      return typical === null ? null : { text: typical, isTypical: true };
    },
    level: (job: JobSummary): { text: string; isTypical: boolean } | null => {
      const level = job.seniority ?? job.typical.seniority;
      return level === null ? null : { text: t(`seniority.${level}`), isTypical: job.seniority === null };
    },
    place: ({ location, remote }: Pick<JobSummary, "location" | "remote">): string => {
      if (!remote) return location === "" ? t("placeUnknown") : location;
      if (location === "" || /^remote$/i.test(location)) return t("remote");
      // Postings such as "Remote, US" say it themselves.
      return /^remote\b/i.test(location) ? location : t("remoteIn", { location });
    },
    /** @param nowMs  the reader's clock */
    age: ({ postedAt }: Pick<JobSummary, "postedAt">, nowMs: number): string => {
      const days = Math.max(0, Math.floor((nowMs - Date.parse(postedAt)) / DAY_MS));
      if (days < 45) return t("age", { days });
      return t("ageMonths", { months: Math.round(days / 30) });
    },
    date: (iso: string): string => format.dateTime(new Date(iso), { dateStyle: "medium" }),
  };
}
