import { z } from "zod";
import type { ApplicationListQuerySchema, ApplicationListReply } from "@/lib/contracts/applications";
import { findLastEvents } from "@/lib/db/application-events";
import * as applications from "@/lib/db/applications";
import { listJobRows } from "@/lib/db/job-rows";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { isAccount, requireKnown } from "../permissions";
import { toApplication } from "./to-application";

const Instant = z.number().int().min(0).max(8.64e15);
const CursorSchema = z.tuple([Instant, Instant, z.uuid()]);

/**
 * One's applications, latest change first, whatever became of them.
 * @throws AppError UNAUTHENTICATED for somebody seen for the first time, INVALID_INPUT on a cursor that did not come from this list
 */
export async function listApplications(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { cursor, limit, ...filter }: z.output<typeof ApplicationListQuerySchema>,
): Promise<ApplicationListReply> {
  const userId = requireKnown(actor);
  const after = cursor === undefined ? null : parseCursor(cursor);
  const { rows, next } = await applications.listApplications(deps.db, { userId, filter, limit, after });
  const ids = rows.map(({ id }) => id);
  const [jobs, events] = await Promise.all([
    listJobRows(deps.db, [...new Set(rows.map(({ jobId }) => jobId))]),
    findLastEvents(deps.db, userId, ids),
  ]);
  const jobOf = new Map(jobs.map((job) => [job.id, job]));
  const items = rows.flatMap((row) => {
    const job = jobOf.get(row.jobId);
    return job === undefined ? [] : [toApplication(row, job, events.get(row.id))];
  });
  return { items, nextCursor: next === null ? null : toCursor(next), isHeld: !isAccount(actor) };
}

function toCursor({ asOf, changedAt, id }: applications.ApplicationCursor): string {
  return Buffer.from(JSON.stringify([asOf.getTime(), changedAt.getTime(), id])).toString("base64url");
}

function parseCursor(cursor: string): applications.ApplicationCursor {
  try {
    const text = Buffer.from(cursor, "base64url").toString("utf8");
    const [asOfMs, changedAtMs, id] = CursorSchema.parse(JSON.parse(text));
    return { asOf: new Date(asOfMs), changedAt: new Date(changedAtMs), id };
  } catch {
    throw new AppError("INVALID_INPUT", {
      publicMessage: "The cursor does not belong to this list.",
      fields: [{ field: "cursor", message: "must be the nextCursor of the page before" }],
    });
  }
}
