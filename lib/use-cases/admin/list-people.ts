import type { PeopleQuery, PeopleReply, Person } from "@/lib/contracts/admin";
import * as people from "@/lib/db/admin-people";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";

/** One page of the accounts that pass the filters. Guests are listed only when they are asked for. */
export async function listPeople(deps: Pick<Deps, "db">, actor: Actor, query: PeopleQuery): Promise<PeopleReply> {
  requireAdmin(actor);
  const { page, limit, ...filters } = query;
  const { rows, total } = await people.listPeople(deps.db, { filters, limit, offset: (page - 1) * limit });
  return { items: rows.map(toPerson), page, limit, total };
}

export function toPerson({ lockedAt, ...row }: people.PersonRow): Person {
  return {
    ...row,
    isLocked: lockedAt !== null,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  };
}
