import { z } from "zod";
import type { AuditEntry, AuditFilters, AuditQuery, AuditReply } from "@/lib/contracts/admin";
import { findIdByEmail } from "@/lib/db/admin-people";
import * as audit from "@/lib/db/audit-log";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";

const CursorSchema = z.tuple([z.number().int().min(0).max(8.64e15), z.uuid()]);
/** Acts in no entry. */
const NOBODY_ID = "00000000-0000-0000-0000-000000000000";
const DAY_MS = 24 * 3600 * 1000;

/**
 * What admins did, newest first.
 * @throws AppError INVALID_INPUT on a cursor that did not come from this list
 */
export async function listAudit(deps: Pick<Deps, "db">, actor: Actor, query: AuditQuery): Promise<AuditReply> {
  requireAdmin(actor);
  const { limit, cursor, ...filters } = query;
  const filter = await toAuditFilter(deps, filters);
  const after = cursor === undefined ? null : parseCursor(cursor);
  const { rows, next } = await audit.listAudit(deps.db, { filter, limit, after });
  return {
    items: rows.map(toEntry),
    nextCursor: next && Buffer.from(JSON.stringify([next.createdAt.getTime(), next.id])).toString("base64url"),
  };
}

/** Days count as a whole, and an e-mail address stands for whoever has it now. */
export async function toAuditFilter(deps: Pick<Deps, "db">, filters: AuditFilters): Promise<audit.AuditFilter> {
  const { action, actor, target, from, to } = filters;
  const isId = z.uuid().safeParse(actor).success;
  const actorId = actor && !isId ? ((await findIdByEmail(deps.db, actor.toLowerCase())) ?? NOBODY_ID) : actor;
  return {
    action: action || undefined,
    actorId: actorId || undefined,
    targetId: target || undefined,
    from: from === undefined ? undefined : new Date(from),
    before: to === undefined ? undefined : new Date(Date.parse(to) + (to.includes("T") ? 1 : DAY_MS)),
  };
}

function toEntry(row: audit.AuditEntryRow): AuditEntry {
  const { actorId, actorEmail, createdAt, ...entry } = row;
  return {
    ...entry,
    createdAt: createdAt.toISOString(),
    actor: actorId === null ? null : { id: actorId, email: actorEmail },
  };
}

function parseCursor(cursor: string): audit.AuditCursor {
  try {
    const [ms, id] = CursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { createdAt: new Date(ms), id };
  } catch {
    throw new AppError("INVALID_INPUT", {
      publicMessage: "The cursor does not belong to this list.",
      fields: [{ field: "cursor", message: "must be the nextCursor of the page before" }],
    });
  }
}
