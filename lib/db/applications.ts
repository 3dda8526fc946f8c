import { z } from "zod";
import { type ApplicationStatus, ApplicationStatusSchema } from "@/lib/contracts/applications";
import { JobPartsSchema } from "@/lib/contracts/jobs";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

const ApplicationRowSchema = z.object({
  id: z.string(),
  jobId: z.string(),
  status: ApplicationStatusSchema,
  withdrawnAt: z.date().nullable(),
  scoreAtApply: z.number(),
  partsAtApply: JobPartsSchema,
  note: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type ApplicationRow = z.infer<typeof ApplicationRowSchema>;

/** Where a page ended. `asOf` is when the latest change was that its first page knew of: later ones do not move its rows. */
export type ApplicationCursor = { asOf: Date; changedAt: Date; id: string };

const COLUMNS = Prisma.sql`a."id"::text, a."jobId"::text, a."status"::text, a."withdrawnAt", a."scoreAtApply", a."partsAtApply",
  a."note", a."createdAt", a."updatedAt"`;

function whereState(filter: {
  status?: ApplicationStatus | undefined;
  state: "all" | "open" | "withdrawn";
}): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (filter.status !== undefined) conditions.push(Prisma.sql`a."status" = ${filter.status}::"ApplicationStatus"`);
  if (filter.state === "withdrawn") conditions.push(Prisma.sql`a."withdrawnAt" IS NOT NULL`);
  if (filter.state === "open") {
    conditions.push(Prisma.sql`a."withdrawnAt" IS NULL AND a."status" NOT IN ('HIRED', 'REJECTED')`);
  }
  return Prisma.join(conditions, " AND ");
}

/**
 * One page of somebody's applications, the latest change first. Later pages are in the order that there was when the first one was read: the
 * events tell when each was changed last before then. So an application that changes while the pages are read is neither missed nor repeated.
 */
export async function listApplications(
  db: DbOrTx,
  query: {
    userId: string;
    filter: Parameters<typeof whereState>[0];
    limit: number;
    after: ApplicationCursor | null;
  },
): Promise<{ rows: ApplicationRow[]; next: ApplicationCursor | null }> {
  const { after, limit } = query;
  const asOf = after === null ? Prisma.sql`'infinity'::timestamptz` : Prisma.sql`${after.asOf}::timestamptz`;
  const page =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(k."changedAt", a."id") < (${after.changedAt}::timestamptz, ${after.id}::uuid)`;
  const found = await db.$queryRaw<unknown[]>`
    SELECT ${COLUMNS}, k."changedAt" FROM "Application" a, LATERAL (
      SELECT GREATEST(a."createdAt", max(e."createdAt")) AS "changedAt" FROM "ApplicationEvent" e
      WHERE e."userId" = a."userId" AND e."applicationId" = a."id" AND e."createdAt" <= ${asOf}
    ) k
    WHERE a."userId" = ${query.userId}::uuid AND k."changedAt" <= ${asOf} AND ${whereState(query.filter)} AND ${page}
    ORDER BY k."changedAt" DESC, a."id" DESC LIMIT ${limit + 1}`;
  const rows = found.slice(0, limit).map((row) => ApplicationRowSchema.extend({ changedAt: z.date() }).parse(row));
  const last = found.length > limit ? rows.at(-1) : undefined;
  const start = after?.asOf ?? rows[0]?.changedAt;
  const next = last && start ? { asOf: start, changedAt: last.changedAt, id: last.id } : null;
  return { rows: rows.map(({ changedAt: _, ...row }) => row), next };
}

/** One application of somebody's; null when it is not theirs. */
export async function findApplication(db: DbOrTx, userId: string, id: string): Promise<ApplicationRow | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${COLUMNS} FROM "Application" a WHERE a."userId" = ${userId}::uuid AND a."id" = ${id}::uuid`;
  return rows.length === 0 ? null : ApplicationRowSchema.parse(rows[0]);
}
