import type { Company } from "@/lib/contracts/employer";
import { findCompanyOf } from "@/lib/db/companies";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAccount } from "../permissions";

/**
 * One's own company page; null before it is made.
 * @throws AppError UNAUTHENTICATED for guests and strangers
 */
export async function getCompany(deps: Pick<Deps, "db">, actor: Actor): Promise<{ company: Company | null }> {
  return { company: await findCompanyOf(deps.db, requireAccount(actor)) };
}
