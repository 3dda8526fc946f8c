import type { Application, ApplicationEvent } from "@/lib/contracts/applications";
import type { ApplicationEventRow } from "@/lib/db/application-events";
import type { ApplicationRow } from "@/lib/db/applications";
import type { JobRow } from "@/lib/db/job-rows";
import { toJobSummary } from "../jobs/to-job-summary";

export function toEvent({ applicationId: _, createdAt, ...event }: ApplicationEventRow): ApplicationEvent {
  return { ...event, createdAt: createdAt.toISOString() };
}

/** An application as its applicant sees it. */
export function toApplication(
  row: ApplicationRow,
  job: JobRow,
  lastEvent: ApplicationEventRow | undefined,
): Application {
  return {
    ...row,
    job: toJobSummary(job),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    lastEvent: lastEvent === undefined ? null : toEvent(lastEvent),
  };
}
