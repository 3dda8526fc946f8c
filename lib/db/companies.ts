import type { Company } from "@/lib/contracts/employer";
import { recordAudit } from "./audit-log";
import type { DbOrTx } from "./open";

const COLUMNS = { id: true, name: true, about: true, website: true, location: true } as const;

/** Somebody's company page; null before they make one. */
export function findCompanyOf(db: DbOrTx, ownerId: string): Promise<Company | null> {
  return db.company.findFirst({ where: { ownerId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: COLUMNS });
}

/**
 * Makes somebody's company page or changes it; making it turns a member into an employer. With another name its jobs read otherwise, so
 * that their embeddings count as missing. Call it in a transaction.
 * @param ids  for what may come into being: the company, and the entry of the audit log
 * @returns null when the account is gone, or is a guest
 */
export async function saveCompany(
  tx: DbOrTx,
  ownerId: string,
  company: Omit<Company, "id">,
  ids: { company: string; audit: string },
): Promise<{ company: Company; isRenamed: boolean } | null> {
  // Two first saves at once would make two companies: the second waits here and finds the first one's.
  const owners = await tx.$queryRaw<{ role: string }[]>`
    SELECT "role"::text FROM "User" WHERE "id" = ${ownerId}::uuid AND "role" <> 'guest' FOR UPDATE`;
  const role = owners[0]?.role;
  if (role === undefined) return null;
  if (role === "member") {
    await tx.user.update({ where: { id: ownerId }, data: { role: "employer" }, select: { id: true } });
    const details = { before: { role }, after: { role: "employer" } };
    const entry = { action: "person.role", targetType: "person", targetId: ownerId, details } as const;
    await recordAudit(tx, { id: ids.audit, actorId: ownerId, ...entry });
  }
  const found = await findCompanyOf(tx, ownerId);
  if (found === null) {
    const made = await tx.company.create({ data: { ...company, id: ids.company, ownerId }, select: COLUMNS });
    return { company: made, isRenamed: false };
  }
  const isRenamed = found.name !== company.name;
  if (isRenamed) await tx.job.updateMany({ where: { companyId: found.id }, data: { embeddingModel: null } });
  return { company: await tx.company.update({ where: { id: found.id }, data: company, select: COLUMNS }), isRenamed };
}

/** @returns false when the account is gone; else it cannot be deleted before the transaction ends */
export async function lockOwner(tx: DbOrTx, ownerId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "User" WHERE "id" = ${ownerId}::uuid FOR KEY SHARE`;
  return rows.length === 1;
}
