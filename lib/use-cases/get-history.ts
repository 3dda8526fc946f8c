import { z } from "zod";
import type { HistoryQuerySchema, HistoryReply } from "@/lib/contracts/interactions";
import {
  countInteractionsByCluster,
  getInteractionTotals,
  type HistoryCursor,
  type HistoryRow,
  listInteractions,
} from "@/lib/db/interaction-history";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { requireKnown } from "./permissions";

/**
 * What somebody did with recommendations: figures over all of it, and one page, latest first.
 * @throws AppError UNAUTHENTICATED, or INVALID_INPUT on a cursor that did not come from this list
 */
export async function getHistory(
  deps: Pick<Deps, "db">,
  actor: Actor,
  query: z.output<typeof HistoryQuerySchema>,
): Promise<HistoryReply> {
  const userId = requireKnown(actor);
  const after = query.cursor === undefined ? null : parseCursor(query.cursor);
  const [page, totals, clusters] = await Promise.all([
    listInteractions(deps.db, { userId, limit: query.limit, after }),
    getInteractionTotals(deps.db, userId),
    countInteractionsByCluster(deps.db, userId),
  ]);
  const { labels, careers, implementedCareers, ...counts } = totals;
  const total = sum(Object.values(counts));
  const preferring = sum(clusters.map(({ count }) => count));
  return {
    counts,
    category_preferences: clusters.map((row) => ({ ...row, share: row.count / preferring })),
    implementation_rate: careers === 0 ? 0 : implementedCareers / careers,
    average_engagement: total === 0 ? null : labels / total,
    items: page.rows.map(toItem),
    nextCursor: page.next === null ? null : toCursor(page.next),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function toItem(row: HistoryRow): HistoryReply["items"][number] {
  const { careerCode, title } = row;
  return {
    eventId: row.id,
    interaction_type: row.kind,
    value: row.value,
    career: careerCode === null || title === null ? null : { code: careerCode, title },
    occurredAt: row.occurredAt.toISOString(),
    recommendationId: row.recommendationId,
  };
}

const CursorSchema = z.object({ at: z.iso.datetime(), id: z.uuid() });

const toCursor = ({ at, id }: HistoryCursor): string =>
  Buffer.from(JSON.stringify({ at: at.toISOString(), id })).toString("base64url");

function parseCursor(cursor: string): HistoryCursor {
  try {
    const { at, id } = CursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch {
    throw new AppError("INVALID_INPUT", {
      publicMessage: "The cursor does not belong to this list.",
      fields: [{ field: "cursor", message: "must be the nextCursor of the previous page" }],
    });
  }
}
