import { z } from "zod";
import { findJobFeed } from "@/lib/db/job-feeds";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { canOpenSession } from "../permissions";
import type { Feed } from "./rank-feed";

const Count = z.number().int().min(0);
const CursorSchema = z.strictObject({ feed: z.uuid(), at: Count, shown: Count });

/** Where a page ended. */
export type FeedPlace = {
  feed: Feed;
  /** Jobs of the feed that are behind, shown or not. */
  at: number;
  /** Jobs that were shown since the person began. */
  shown: number;
};

export const toFeedCursor = ({ feed, at, shown }: FeedPlace): string =>
  Buffer.from(JSON.stringify({ feed: feed.id, at, shown })).toString("base64url");

/**
 * The feed that a cursor goes on with. A program that keeps no cookie may go on with a guest's by its id, which nobody can guess.
 * @throws AppError INVALID_INPUT on a cursor that is malformed, out of date or somebody else's alike
 */
export async function openFeed(
  deps: Pick<Deps, "db">,
  actor: Actor,
  cursor: string,
): Promise<FeedPlace & { userId: string }> {
  const parsed = parseCursor(cursor);
  const found = parsed === null ? null : await findJobFeed(deps.db, parsed.feed);
  if (parsed === null || found === null || !canOpenSession(actor, found)) throw badCursor();
  const { at, shown } = parsed;
  if (at > found.jobIds.length || shown > found.shownIds.length + at) throw badCursor();
  const { userId, ownerRole: _, ...feed } = found;
  return { userId, feed: { ...feed, isWhole: false }, at, shown };
}

export function badCursor(): AppError {
  return new AppError("INVALID_INPUT", {
    publicMessage: "The cursor does not belong to a feed of yours, or is too old. Leave it out to start anew.",
    fields: [{ field: "cursor", message: "must be the nextCursor of your last page; leave it out to start anew" }],
  });
}

function parseCursor(cursor: string): z.infer<typeof CursorSchema> | null {
  try {
    const parsed = CursorSchema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
