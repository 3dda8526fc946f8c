import type { AddCareerRequest, AdminCareerReply } from "@/lib/contracts/admin-careers";
import { hasCareer, insertCareer, listOwnCodes } from "@/lib/db/admin-careers";
import { recordAudit } from "@/lib/db/audit-log";
import { inCatalogueTransaction } from "@/lib/db/catalogue";
import type { DbOrTx } from "@/lib/db/open";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";
import { toEditable, toNewRecord } from "./career-record";
import { refuseCatalogueFaults } from "./check-career-fields";
import { embedForCatalogue } from "./embed-for-catalogue";
import { estimateInterests } from "./estimate-interests";
import { getAdminCareer } from "./get-admin-career";
import { showCatalogueChange } from "./show-catalogue-change";

/**
 * Adds a career. It comes into the database with its embedding, so that search, lists and recommendations have it at once.
 * @throws AppError INVALID_INPUT on an unknown cluster, CONFLICT on a code or title that is taken
 */
export async function addCareer(deps: Deps, actor: Actor, input: AddCareerRequest): Promise<AdminCareerReply> {
  const actorId = requireAdmin(actor);
  const code = await inCatalogueTransaction(deps.db, async (tx) => {
    const { code = await findFreeCode(tx), ...fields } = input;
    if (await hasCareer(tx, code)) throw codeTaken(await findFreeCode(tx));
    await refuseCatalogueFaults(tx, fields, null);
    const interests = fields.riasec ?? (await estimateInterests(tx, fields.abilityVector));
    const record = toNewRecord(code, fields, interests);
    await insertCareer(tx, record, await embedForCatalogue(deps, record));
    const details = { after: toEditable(record) };
    await recordAudit(tx, {
      ...{ id: deps.newId(), actorId, details },
      ...{ action: "career.add", targetType: "career", targetId: code },
    });
    return code;
  });
  showCatalogueChange(deps);
  return getAdminCareer(deps, actor, code);
}

/** @returns the next free code of one's own careers, for a form to start with */
export async function suggestCareerCode(deps: Pick<Deps, "db">, actor: Actor): Promise<{ code: string }> {
  requireAdmin(actor);
  return { code: await findFreeCode(deps.db) };
}

const OWN_MAX = 9999;

async function findFreeCode(db: DbOrTx): Promise<string> {
  const taken = new Set(await listOwnCodes(db));
  for (let number = 1; number <= OWN_MAX; number++) {
    const code = `99-${String(number).padStart(4, "0")}.00`;
    if (!taken.has(code)) return code;
  }
  throw new AppError("CONFLICT", { publicMessage: "All codes from 99-0001.00 to 99-9999.00 are taken." });
}

function codeTaken(free: string): AppError {
  const message = `is the code of another career already; ${free} is free`;
  return new AppError("CONFLICT", {
    publicMessage: `Another career has this code already. ${free} is free.`,
    fields: [{ field: "code", message }],
  });
}
