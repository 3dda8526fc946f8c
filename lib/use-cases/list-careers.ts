import { z } from "zod";
import type { CareerListQuery, CareerListReply } from "@/lib/contracts/careers";
import { CareerCodeSchema } from "@/lib/contracts/catalogue";
import * as careers from "@/lib/db/careers";
import { AppError } from "@/lib/errors";
import type { Deps } from "./deps";
import { toCareerSummary } from "./to-career-facts";

const CursorSchema = z.object({
  sort: z.string(),
  key: z.union([z.string().regex(/^\P{Cc}*$/u), z.number()]),
  code: CareerCodeSchema,
});

/**
 * One page of the active careers that pass the filters.
 * @throws AppError INVALID_INPUT on a cursor that did not come from this list
 */
export async function listCareers(deps: Pick<Deps, "db">, query: CareerListQuery): Promise<CareerListReply> {
  const { sort, limit, cursor, ...filters } = query;
  const after = cursor === undefined ? null : parseCursor(cursor, sort);
  const page = await careers.listCareers(deps.db, { filters, sort, limit, after });
  return {
    items: page.rows.map(toCareerSummary),
    total: page.total,
    nextCursor: page.next === null ? null : Buffer.from(JSON.stringify({ sort, ...page.next })).toString("base64url"),
  };
}

function parseCursor(cursor: string, sort: CareerListQuery["sort"]): careers.CareerCursor {
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
