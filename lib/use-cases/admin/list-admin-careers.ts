import type { AdminCareerListQuery, AdminCareerListReply } from "@/lib/contracts/admin-careers";
import * as careers from "@/lib/db/admin-careers";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";

/** One page of the whole catalogue, inactive careers too. */
export async function listAdminCareers(
  deps: Pick<Deps, "db" | "embedder">,
  actor: Actor,
  query: AdminCareerListQuery,
): Promise<AdminCareerListReply> {
  requireAdmin(actor);
  const { page, limit, ...filters } = query;
  const model = deps.embedder?.model ?? null;
  const { rows, total } = await careers.listAdminCareers(deps.db, {
    filters,
    model,
    limit,
    offset: (page - 1) * limit,
  });
  const items = rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
  return { items, page, limit, total };
}
