import type { AdminCareerReply } from "@/lib/contracts/admin-careers";
import { findWholeCareer } from "@/lib/db/admin-careers";
import { toShippedValues } from "@/lib/db/career-overrides";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { embedCareer } from "../embed-careers";
import { requireAdmin } from "../permissions";
import { careerNotFound } from "../save-career";
import { listCloseTo } from "./check-career-fields";

/** @throws AppError NOT_FOUND on an unknown code */
export async function getAdminCareer(
  deps: Pick<Deps, "db" | "embedder">,
  actor: Actor,
  code: string,
): Promise<AdminCareerReply> {
  requireAdmin(actor);
  const row = await findWholeCareer(deps.db, { code, model: deps.embedder?.model ?? null, isLocked: false });
  if (row === null) throw careerNotFound("code", code);
  const { record, overrides, createdAt, updatedAt, ...summary } = row;
  const embedding = deps.embedder === null ? null : await embedCareer(deps.embedder, record);
  return {
    ...summary,
    // A title that was taken when the catalogue was loaded has the code added to it, which the record does not say.
    record: { ...record, title: row.title },
    shipped: toShippedValues(overrides),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    close: await listCloseTo(deps, embedding?.vector ?? null, code),
  };
}
