import type { Company, CompanyRequest } from "@/lib/contracts/employer";
import { saveCompany } from "@/lib/db/companies";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { embedStaleJobs } from "../jobs/embed-stale-jobs";
import { requireAccount } from "../permissions";

/**
 * Makes one's company page or changes it. A member is an employer from then on; whoever has another role keeps it. The jobs of a company
 * with a new name are embedded anew in the background.
 * @throws AppError UNAUTHENTICATED for guests, strangers and accounts that were deleted meanwhile
 */
export async function putCompany(
  deps: Pick<Deps, "db" | "newId" | "embedder" | "nowMs" | "snapshot" | "background">,
  actor: Actor,
  input: CompanyRequest,
): Promise<{ company: Company }> {
  const ownerId = requireAccount(actor);
  const ids = { company: deps.newId(), audit: deps.newId() };
  const saved = await deps.db.$transaction((tx) => saveCompany(tx, ownerId, input, ids));
  if (saved === null) throw new AppError("UNAUTHENTICATED", { publicMessage: "This account is no longer there." });
  if (saved.isRenamed) deps.background.run("embedding a renamed company's jobs", () => embedStaleJobs(deps));
  return { company: saved.company };
}
