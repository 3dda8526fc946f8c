import { useTranslations } from "next-intl";
import { useJobWords } from "@/components/jobs/use-job-words";
import type { JobFormValues } from "./job-form-values";
import { parseDollars } from "./salary-words";

export type JobLimits = {
  titleLengthMax: number;
  descriptionLengthMin: number;
  descriptionLengthMax: number;
  salaryMax: number;
  skills: { countMax: number; lengthMax: number };
};

const TITLE_LENGTH_MIN = 3;

/**
 * What is asked of each field, in words that say what to do.
 * @param days  today, and the day that stands in the form from before: it may have passed
 */
export function useJobRules(limits: JobLimits, days: { today: string; stored: string }) {
  const t = useTranslations("employer.form");
  const { money } = useJobWords();
  const checkAmount = (text: string): true | string => {
    const amount = parseDollars(text);
    if (amount === undefined) return t("salaryMalformed");
    return (amount ?? 0) <= limits.salaryMax || t("salaryLarge", { max: money(limits.salaryMax) });
  };
  const checkOrder = (text: string, { salaryMin }: JobFormValues): true | string => {
    const low = parseDollars(salaryMin) ?? null;
    const high = parseDollars(text) ?? null;
    return low === null || high === null || low <= high || t("salaryOrder", { min: money(low) });
  };
  return {
    title: { validate: (text: string) => text.trim().length >= TITLE_LENGTH_MIN || t("titleMissing") },
    description: {
      validate: (text: string) =>
        text.trim().length >= limits.descriptionLengthMin ||
        t("descriptionShort", { min: limits.descriptionLengthMin }),
    },
    location: {
      validate: (text: string, { remote }: JobFormValues) => remote || text.trim() !== "" || t("locationMissing"),
    },
    remote: { deps: ["location" as const] },
    salaryMin: { validate: checkAmount, deps: ["salaryMax" as const] },
    salaryMax: { validate: { checkAmount, checkOrder } },
    expiresAt: {
      validate: (day: string) => day === "" || day === days.stored || day >= days.today || t("expiresPast"),
    },
  };
}
