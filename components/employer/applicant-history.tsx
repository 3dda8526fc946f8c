"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useTimeZoneHere } from "@/components/activity/use-time-zone-here";
import { EventTrail } from "@/components/applications/event-trail";
import type { ApplicationEvent } from "@/lib/contracts/applications";

/** What happened, as the employer is told. */
export function ApplicantHistory({ events }: { events: readonly ApplicationEvent[] }) {
  const t = useTranslations("employer.applicant");
  const format = useFormatter();
  const timeZone = useTimeZoneHere();
  const toTime = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: "medium", timeStyle: "short", timeZone });
  return <EventTrail title={t("history")} events={events} toWords={useEventWords()} toTime={toTime} />;
}

function useEventWords(): (event: ApplicationEvent) => string {
  const t = useTranslations("employer");
  return ({ kind, actor, toStatus }) => {
    if (kind === "message")
      return t(`applicant.events.${actor === "employer" ? "messageEmployer" : "messageApplicant"}`);
    if (kind !== "status") return t(`applicant.events.${kind}`);
    return t("applicant.events.status", { status: toStatus === null ? "" : t(`statuses.${toStatus}`) });
  };
}
