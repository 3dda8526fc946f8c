import { recordAudit } from "./audit-log";
import type { DbOrTx } from "./open";

export type Deletion =
  | "deleted"
  /** Nobody has this id. */
  | "gone"
  /** The password or the role is another one than the request was checked against. */
  | "changed"
  | "last_admin";

/**
 * Deletes somebody and everything of theirs: what hangs on the user's row goes with it, and the audit log, which stays, forgets who it was.
 * Call it in a transaction.
 * @param user.passwordHash  the one that the request was checked against; null for guests
 * @param auditId            of the entry that says that an account was deleted; guests leave none
 */
export async function deleteUser(
  tx: DbOrTx,
  user: { id: string; passwordHash: string | null; isAdmin: boolean },
  auditId: string,
): Promise<Deletion> {
  // Waits for writes under way that refer to the person; later ones wait for this transaction and then find nobody. Admins are locked all
  // together and in one order: of two who leave at once, one sees that the other has gone.
  const locked = await tx.$queryRaw<{ id: string; role: string; email: string | null; passwordHash: string | null }[]>`
    SELECT "id"::text, "role"::text, "email", "passwordHash" FROM "User"
    WHERE "id" = ${user.id}::uuid OR (${user.isAdmin} AND "role" = 'admin' AND "lockedAt" IS NULL)
    ORDER BY "id" FOR UPDATE`;
  const found = locked.find(({ id }) => id === user.id);
  if (found === undefined) return "gone";
  if (found.passwordHash !== user.passwordHash || (found.role === "admin") !== user.isAdmin) return "changed";
  if (user.isAdmin && locked.length === 1) return "last_admin";
  await forgetInAuditLog(tx, found);
  // Applications of others refer to the jobs, which stay, closed and without word of who posted them.
  await tx.$executeRaw`UPDATE "Job" SET "isActive" = FALSE, "closedAt" = COALESCE("closedAt", now()) WHERE "companyId" IN (
    SELECT "id" FROM "Company" WHERE "ownerId" = ${user.id}::uuid)`;
  await tx.$executeRaw`DELETE FROM "User" WHERE "id" = ${user.id}::uuid`;
  if (found.role !== "guest") {
    const nobody = { actorId: null, targetId: null, details: null };
    await recordAudit(tx, { id: auditId, action: "person.delete", targetType: "person", ...nobody });
  }
  return "deleted";
}

/** Details that name the person go altogether, and so does what an admin wrote about them. */
async function forgetInAuditLog(tx: DbOrTx, { id, email }: { id: string; email: string | null }): Promise<void> {
  const names = email === null ? [id] : [id, email];
  const patterns = names.map((name) => `%${name.replace(/[\\%_]/g, "\\$&")}%`);
  await tx.$executeRaw`
    UPDATE "AuditLog" SET
      "actorId" = NULLIF("actorId", ${id}::uuid),
      "details" = CASE WHEN concat("targetId", "details") ILIKE ANY(${patterns}) THEN NULL ELSE "details" END,
      "targetId" = CASE WHEN "targetId" ILIKE ANY(${patterns}) THEN NULL ELSE "targetId" END
    WHERE "actorId" = ${id}::uuid OR concat("targetId", "details") ILIKE ANY(${patterns})`;
}
