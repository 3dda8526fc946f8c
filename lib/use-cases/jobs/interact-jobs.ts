import type { z } from "zod";
import type { JobInteractReplySchema, JobInteractRequestSchema } from "@/lib/contracts/jobs";
import { recordJobEvents } from "@/lib/db/job-interactions";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireKnown } from "../permissions";

/** Records what somebody did with jobs that they were shown: each event once, and only with consent. */
export async function interactJobs(
  deps: Pick<Deps, "db" | "nowMs">,
  actor: Actor,
  { events }: z.output<typeof JobInteractRequestSchema>,
): Promise<z.input<typeof JobInteractReplySchema>> {
  const userId = requireKnown(actor);
  if (actor.isOptedOut) return { recorded: 0 };
  const nowMs = deps.nowMs();
  const rows = events.map((event) => ({
    id: event.eventId,
    jobId: event.jobId,
    impressionId: event.recommendationId ?? null,
    action: event.action,
    // Milliseconds are enough.
    seconds: event.action === "view" && event.seconds !== undefined ? Math.round(event.seconds * 1000) / 1000 : null,
    occurredAt: new Date(Math.min(nowMs, event.occurredAt === undefined ? nowMs : Date.parse(event.occurredAt))),
  }));
  return { recorded: await recordJobEvents(deps.db, userId, rows, { isProgram: !actor.isBrowser }) };
}
