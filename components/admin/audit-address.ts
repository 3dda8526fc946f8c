import type { AuditQuery } from "@/lib/contracts/admin";
import { type Params, readAddress, toHref, toQuery } from "./address";

/** Kinds of actions, then each action. */
export const ACTION_CHOICES = [
  "",
  ...["career", "career.add", "career.change", "career.activate", "career.deactivate"],
  ...["person", "person.role", "person.lock", "person.unlock", "person.temporary_password"],
  ...["ranker", "ranker.train", "ranker.cancel", "ranker.promote", "ranker.roll_back"],
  ...["export"],
] as const;

export type AuditState = { action: string; actor: string; target: string; from: string; to: string };

const USUAL: AuditState = { action: "", actor: "", target: "", from: "", to: "" };

export function parseAudit(params: Params): AuditState {
  const read = readAddress(params);
  return {
    action: read.choice("action", ACTION_CHOICES, ""),
    actor: read.text("actor"),
    target: read.text("target"),
    from: read.day("from"),
    to: read.day("to"),
  };
}

const LIMIT = 25;

/** What the use-case takes. */
export const toAuditInput = ({ action, actor, target, from, to }: AuditState): AuditQuery => ({
  limit: LIMIT,
  ...(action === "" ? {} : { action }),
  ...(actor === "" ? {} : { actor }),
  ...(target === "" ? {} : { target }),
  ...(from === "" ? {} : { from }),
  ...(to === "" ? {} : { to }),
});
export const toAuditQuery = (state: AuditState): URLSearchParams => toQuery(state, USUAL);
export const toAuditHref = (state: AuditState): string => toHref("/admin/audit", toAuditQuery(state));
export const toAuditExport = (state: AuditState): string => toHref("/api/v1/admin/exports/audit", toAuditQuery(state));
