import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

export type AuditRow = {
  id: string;
  /** null for the system */
  actorId: string | null;
  action: string;
  targetType: "career" | "person" | "export" | "ranker";
  targetId: string | null;
  /** What changed, before and after. Never a secret, and nothing personal: people who are deleted stay in the log without a name. */
  details: Record<string, unknown> | null;
};

/**
 * Belongs in the transaction of the change that it tells of: neither is there without the other. An admin who is being deleted at this
 * moment is not named: their deletion waits for this, or is over.
 */
export async function recordAudit(tx: DbOrTx, row: AuditRow): Promise<void> {
  const details = row.details === null ? null : JSON.stringify(row.details);
  await tx.$executeRaw`
    INSERT INTO "AuditLog" ("id", "actorId", "action", "targetType", "targetId", "details")
    VALUES (${row.id}::uuid, (SELECT "id" FROM "User" WHERE "id" = ${row.actorId}::uuid FOR KEY SHARE), ${row.action},
      ${row.targetType}, ${row.targetId}, ${details}::jsonb)`;
}

export type AuditFilter = {
  /** A whole action, or the part before its dot. */
  action?: string | undefined;
  actorId?: string | undefined;
  targetId?: string | undefined;
  from?: Date | undefined;
  before?: Date | undefined;
};

export type AuditCursor = { createdAt: Date; id: string };

export type AuditEntryRow = Omit<AuditRow, "targetType"> & {
  targetType: string;
  createdAt: Date;
  /** null when the person is deleted, or has none */
  actorEmail: string | null;
  targetName: string | null;
};

/** The newest entries that pass the filter, after the cursor, with the names that people have for the ids in them. */
export async function listAudit(
  db: DbOrTx,
  query: { filter: AuditFilter; limit: number; after: AuditCursor | null },
): Promise<{ rows: AuditEntryRow[]; next: AuditCursor | null }> {
  const { filter, limit, after } = query;
  const conditions = [Prisma.sql`TRUE`];
  if (filter.action !== undefined) {
    conditions.push(Prisma.sql`(a."action" = ${filter.action} OR split_part(a."action", '.', 1) = ${filter.action})`);
  }
  if (filter.actorId !== undefined) conditions.push(Prisma.sql`a."actorId" = ${filter.actorId}::uuid`);
  if (filter.targetId !== undefined) conditions.push(Prisma.sql`a."targetId" = ${filter.targetId}`);
  if (filter.from !== undefined) conditions.push(Prisma.sql`a."createdAt" >= ${filter.from}`);
  if (filter.before !== undefined) conditions.push(Prisma.sql`a."createdAt" < ${filter.before}`);
  if (after !== null) {
    conditions.push(Prisma.sql`(a."createdAt", a."id") < (${after.createdAt}::timestamptz, ${after.id}::uuid)`);
  }
  const found = await db.$queryRaw<AuditEntryRow[]>`
    SELECT a."id"::text, a."actorId"::text, a."action", a."targetType", a."targetId", a."details", a."createdAt",
      u."email" AS "actorEmail", COALESCE(c."title", p."email", m."number"::text) AS "targetName"
    FROM "AuditLog" a
    LEFT JOIN "User" u ON u."id" = a."actorId"
    LEFT JOIN "Career" c ON a."targetType" = 'career' AND c."code" = a."targetId"
    LEFT JOIN "User" p ON a."targetType" = 'person' AND p."id"::text = a."targetId"
    LEFT JOIN "ModelVersion" m ON a."targetType" = 'ranker' AND m."id"::text = a."targetId"
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY a."createdAt" DESC, a."id" DESC LIMIT ${limit + 1}`;
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : { createdAt: last.createdAt, id: last.id } };
}
