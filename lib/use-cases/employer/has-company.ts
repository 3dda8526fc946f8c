import { findCompanyOf } from "@/lib/db/companies";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { isAccount } from "../permissions";

/** Whether somebody has a company page. Making it turns a member into an employer, so that only of other roles it has to be asked. */
export async function hasCompany(deps: Pick<Deps, "db">, actor: Actor): Promise<boolean> {
  if (actor.userId === null || !isAccount(actor) || actor.role === "member") return false;
  return actor.role === "employer" || (await findCompanyOf(deps.db, actor.userId)) !== null;
}
