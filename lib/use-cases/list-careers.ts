import { z } from "zod";
import type { CareerListQuery, CareerListReply } from "@/lib/contracts/careers";
import { CareerCodeSchema } from "@/lib/contracts/catalogue";
import * as careers from "@/lib/db/careers";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import type { Deps } from "./deps";
import { canRecordLists, showList } from "./show-list";
import { toCareerSummary } from "./to-career-facts";

const CursorSchema = z.object({
  sort: z.string(),
  key: z.union([z.string().regex(/^\P{Cc}*$/u), z.number()]),
  code: CareerCodeSchema,
  /** Rows before the page. */
  offset: z.number().int().min(0).max(100_000).default(0),
});

/**
 * One page of the active careers that pass the filters.
 * @throws AppError INVALID_INPUT on a cursor that did not come from this list
 */
export async function listCareers(
  deps: Pick<Deps, "db" | "newId" | "background">,
  actor: Actor,
  query: CareerListQuery,
): Promise<CareerListReply> {
  const { sort, limit, cursor, ...filters } = query;
  const after = cursor === undefined ? null : parseCursor(cursor, sort);
  const [page, isRecorded] = await Promise.all([
    careers.listCareers(deps.db, { filters, sort, limit, after }),
    canRecordLists(deps, actor),
  ]);
  const offset = after?.offset ?? 0;
  const items = page.rows.map(toCareerSummary);
  const showing = { ...LIST, policy: `sort_by_${sort}`, options: { ...filters, sort, limit }, offset };
  return {
    items: isRecorded ? showList(deps, actor, items, showing) : items,
    total: page.total,
    nextCursor: page.next === null ? null : toCursor({ sort, ...page.next, offset: offset + items.length }),
  };
}

type Cursor = z.infer<typeof CursorSchema>;

const LIST = { surface: "browse", mode: "list", embeddingModel: null } as const;

const toCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

function parseCursor(cursor: string, sort: CareerListQuery["sort"]): Cursor {
  try {
    const parsed = CursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (parsed.sort === sort && (typeof parsed.key === "string") === (sort === "title")) return parsed;
  } catch {
    // Falls through to the one error that a caller can act on.
  }
  throw new AppError("INVALID_INPUT", {
    publicMessage: "The cursor does not belong to this list.",
    fields: [{ field: "cursor", message: "must be the nextCursor of the previous page with the same sort" }],
  });
}
