import { useTranslations } from "next-intl";
import type { ApplicationStatus } from "@/lib/contracts/applications";

/** Steps from which there is no way back or on. */
export const isFinal = (status: ApplicationStatus): status is "HIRED" | "REJECTED" =>
  status === "HIRED" || status === "REJECTED";

/** What a button that moves somebody to a stage says. */
export function useStepWords(): (status: ApplicationStatus) => string {
  const t = useTranslations("employer");
  return (status) => (isFinal(status) ? t(`ask.confirm${status}`) : t(`statuses.${status}`));
}
