import type { AdminCareerReply, ChangeCareerRequest } from "@/lib/contracts/admin-careers";
import { findWholeCareer, updateCareer, type WholeCareerRow } from "@/lib/db/admin-careers";
import { recordAudit } from "@/lib/db/audit-log";
import { isSame, type Overrides, toOverrides, toShippedValues } from "@/lib/db/career-overrides";
import { inCatalogueTransaction } from "@/lib/db/catalogue";
import type { DbOrTx } from "@/lib/db/open";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";
import { careerNotFound } from "../save-career";
import { toChangedRecord, toEditable } from "./career-record";
import { refuseCatalogueFaults } from "./check-career-fields";
import { embedForCatalogue } from "./embed-for-catalogue";
import { getAdminCareer } from "./get-admin-career";
import { showCatalogueChange } from "./show-catalogue-change";

/**
 * Changes a career, shipped or one's own; deactivates it or brings it back. What was changed of a shipped career stays changed when a
 * newer catalogue is loaded.
 * @throws AppError NOT_FOUND on an unknown code, INVALID_INPUT on an unknown cluster, CONFLICT on a title that is taken and when somebody
 * else changed the career since it was read
 */
export async function changeCareer(
  deps: Deps,
  actor: Actor,
  code: string,
  input: ChangeCareerRequest,
): Promise<AdminCareerReply> {
  const actorId = requireAdmin(actor);
  const hasChanged = await inCatalogueTransaction(deps.db, async (tx) => {
    const row = await findWholeCareer(tx, { code, model: deps.embedder?.model ?? null, isLocked: true });
    if (row === null) throw careerNotFound("code", code);
    refuseStale(row, input.ifUpdatedAt);
    const change = await toChange(tx, row, input);
    if (change === null) return false;
    // An inactive one may lack an embedding of the model in use: it gets one when it is brought back.
    const embedding = change.isActive ? await embedForCatalogue(deps, change.record) : null;
    await updateCareer(tx, change.record, { ...change, embedding });
    const audit = { actorId, targetType: "career", targetId: code } as const;
    if (Object.keys(change.after).length > 0) {
      const details = { before: change.before, after: change.after };
      await recordAudit(tx, { ...audit, id: deps.newId(), action: "career.change", details });
    }
    if (change.isActive !== row.isActive) {
      const action = change.isActive ? "career.activate" : "career.deactivate";
      await recordAudit(tx, { ...audit, id: deps.newId(), action, details: null });
    }
    return true;
  });
  if (hasChanged) showCatalogueChange(deps);
  return getAdminCareer(deps, actor, code);
}

/** @returns null when nothing differs */
async function toChange(tx: DbOrTx, row: WholeCareerRow, input: ChangeCareerRequest) {
  const { isActive = row.isActive, ifUpdatedAt: _, ...fields } = input;
  const stored = { ...row.record, title: row.title };
  const now: Record<string, unknown> = toEditable(stored);
  const after = Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => value !== undefined && !isSame(now[field], value)),
  );
  if (Object.keys(after).length === 0 && isActive === row.isActive) return null;
  await refuseCatalogueFaults(tx, after, row.code);
  const record = toChangedRecord(stored, after);
  return {
    ...{ record, isActive, after },
    before: Object.fromEntries(Object.keys(after).map((field) => [field, now[field]])),
    overrides: row.isShipped ? toNewOverrides(row, record, isActive) : null,
  };
}

/** What differs from what is shipped now, and only that: putting the shipped value back makes the field follow the catalogue again. */
function toNewOverrides(row: WholeCareerRow, record: WholeCareerRow["record"], isActive: boolean): Overrides | null {
  const shipped = { ...row.record, title: row.title, isActive: row.isActive, ...toShippedValues(row.overrides) };
  return toOverrides(shipped, { ...record, isActive });
}

function refuseStale(row: WholeCareerRow, ifUpdatedAt: string | undefined): void {
  if (ifUpdatedAt === undefined || Date.parse(ifUpdatedAt) === row.updatedAt.getTime()) return;
  throw new AppError("CONFLICT", {
    publicMessage: "Somebody else changed this career in the meantime. Reload it to see what changed, then try again.",
    fields: [{ field: "ifUpdatedAt", message: `the career was changed at ${row.updatedAt.toISOString()}` }],
  });
}
