import { useFormatter, useTranslations } from "next-intl";
import { useTimeZoneHere } from "@/components/activity/use-time-zone-here";
import type { ApplicationEvent } from "@/lib/contracts/applications";
import type { JobSummary } from "@/lib/contracts/jobs";

/** What happened to applications, when, and to which jobs, in words. */
export function useApplicationWords() {
  const t = useTranslations("applications");
  const format = useFormatter();
  const timeZone = useTimeZoneHere();
  const toEvent = ({ kind, actor, toStatus }: ApplicationEvent): string => {
    if (kind === "message") return t(`events.${actor === "employer" ? "messageEmployer" : "messageApplicant"}`);
    if (kind !== "status" || toStatus === null) return t(`events.${kind === "status" ? "reopened" : kind}`);
    if (toStatus === "HIRED" || toStatus === "REJECTED") return t(`events.${toStatus}`);
    return t("events.status", { status: t(`statuses.${toStatus}`) });
  };
  const toPlace = ({ remote, location }: JobSummary): string => {
    if (!remote) return location;
    return location === "" ? t("remote") : t("remoteOrAt", { location });
  };
  return {
    toEvent,
    toDay: (instant: string) => format.dateTime(new Date(instant), { dateStyle: "medium", timeZone }),
    toTime: (instant: string) =>
      format.dateTime(new Date(instant), { dateStyle: "medium", timeStyle: "short", timeZone }),
    toCompany: (job: JobSummary): string => [job.company, toPlace(job)].filter((part) => part !== "").join(" · "),
  };
}
