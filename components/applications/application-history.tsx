import { useTranslations } from "next-intl";
import type { ApplicationEvent } from "@/lib/contracts/applications";
import { EventTrail } from "./event-trail";
import { useApplicationWords } from "./use-application-words";

/** What happened, as the applicant is told. */
export function ApplicationHistory({ events }: { events: readonly ApplicationEvent[] }) {
  const t = useTranslations("applications.detail");
  const { toEvent, toTime } = useApplicationWords();
  return <EventTrail title={t("history")} events={events} toWords={toEvent} toTime={toTime} />;
}
