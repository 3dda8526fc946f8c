import type { AuditAction, ChangePersonRequest, Person } from "@/lib/contracts/admin";
import * as people from "@/lib/db/admin-people";
import { recordAudit } from "@/lib/db/audit-log";
import type { DbOrTx } from "@/lib/db/open";
import { AppError } from "@/lib/errors";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";
import { toPerson } from "./list-people";

type PersonDeps = Pick<Deps, "db" | "nowMs" | "newId">;

/**
 * Gives an account another role, locks or unlocks it. Whatever sessions and tokens it has end with that.
 *
 * Nobody can lock or demote themself, and only somebody who is an admin at that very moment can do it to another: so there is always
 * an admin left.
 * @throws AppError NOT_FOUND on an unknown person, CONFLICT on oneself or a guest, FORBIDDEN when the actor is no admin any more
 */
export async function changePerson(
  deps: PersonDeps,
  actor: Actor,
  id: string,
  input: ChangePersonRequest,
): Promise<Person> {
  return changeAccount(deps, actor, id, async (tx, person, audit) => {
    const isLocked = person.lockedAt !== null;
    const { role = person.role, locked = isLocked } = input;
    if (role === person.role && locked === isLocked) return;
    const now = new Date(deps.nowMs());
    await people.changePerson(tx, id, { role, lockedAt: locked ? (person.lockedAt ?? now) : null }, now);
    if (role !== person.role) await audit("person.role", { before: { role: person.role }, after: { role } });
    if (locked !== isLocked) await audit(locked ? "person.lock" : "person.unlock", null);
  });
}

/**
 * What every change of somebody's account has in common.
 * @param change  what to do in the transaction; `audit` records it there
 */
export async function changeAccount(
  deps: PersonDeps,
  actor: Actor,
  id: string,
  change: (
    tx: DbOrTx,
    person: people.PersonRow,
    audit: (action: AuditAction, details: Record<string, unknown> | null) => Promise<void>,
  ) => Promise<void>,
): Promise<Person> {
  const actorId = requireAdmin(actor);
  const changed = await deps.db.$transaction(async (tx) => {
    const { adminIds, person } = await people.lockAdminsAndPerson(tx, id);
    if (!adminIds.includes(actorId)) throw new AppError("FORBIDDEN", { publicMessage: "You are no admin any more." });
    if (person === null) throw new AppError("NOT_FOUND", { publicMessage: "There is no such person." });
    refuse(person, actorId);
    await change(tx, person, (action, details) =>
      recordAudit(tx, { id: deps.newId(), actorId, action, targetType: "person", targetId: id, details }),
    );
    return people.findPerson(tx, id);
  });
  if (changed === null) throw new Error(`person ${id} vanished under a lock`);
  return toPerson(changed);
}

function refuse(person: people.PersonRow, actorId: string): void {
  if (person.id === actorId) {
    throw new AppError("CONFLICT", {
      publicMessage: "You cannot do this to your own account: ask another admin, so that one is always left.",
    });
  }
  if (person.role === "guest") {
    throw new AppError("CONFLICT", { publicMessage: "A guest has no account: no role, no password, nothing to lock." });
  }
}
