import { z } from "zod";
import type { SwipeListQuerySchema, SwipeListReply } from "@/lib/contracts/jobs";
import { listJobRows } from "@/lib/db/job-rows";
import * as swipes from "@/lib/db/swipes";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireKnown } from "../permissions";
import { toJobSummary } from "./to-job-summary";

const CursorSchema = z.strictObject({ createdAt: z.iso.datetime(), jobId: z.uuid() });
type Cursor = z.infer<typeof CursorSchema>;

/**
 * What somebody swiped, latest first.
 * @throws AppError INVALID_INPUT on a cursor that did not come from this list
 */
export async function listSwipes(
  deps: Pick<Deps, "db">,
  actor: Actor,
  query: z.output<typeof SwipeListQuerySchema>,
): Promise<SwipeListReply> {
  const userId = requireKnown(actor);
  const cursor = query.cursor === undefined ? null : parseCursor(query.cursor);
  const after = cursor === null ? null : { ...cursor, createdAt: new Date(cursor.createdAt) };
  const rows = await swipes.listSwipes(deps.db, {
    userId,
    direction: query.direction,
    after,
    limit: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const jobs = await listJobRows(
    deps.db,
    page.map(({ jobId }) => jobId),
  );
  const jobOf = new Map(jobs.map((job) => [job.id, job]));
  const items = page.flatMap(({ jobId, direction, reasons, createdAt }) => {
    const job = jobOf.get(jobId);
    // A posting that was deleted since.
    if (job === undefined) return [];
    return [{ job: toJobSummary(job), direction, reasons, createdAt: createdAt.toISOString() }];
  });
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  const next = last === undefined ? null : { createdAt: last.createdAt.toISOString(), jobId: last.jobId };
  return { items, nextCursor: next === null ? null : toCursor(next) };
}

const toCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

function parseCursor(cursor: string): Cursor {
  try {
    return CursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("INVALID_INPUT", {
      cause,
      publicMessage: "The cursor does not belong to this list.",
      fields: [{ field: "cursor", message: "must be the nextCursor of the previous page" }],
    });
  }
}
