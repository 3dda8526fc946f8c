import { z } from "zod";
import { ApplicationEventSchema } from "@/lib/contracts/applications";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

const EventRowSchema = ApplicationEventSchema.extend({ applicationId: z.string(), createdAt: z.date() });
export type ApplicationEventRow = z.infer<typeof EventRowSchema>;

const COLUMNS = Prisma.sql`e."id"::text, e."applicationId"::text, e."kind", e."actor", e."fromStatus"::text,
  e."toStatus"::text, e."message", e."createdAt"`;

/** What happened to an application, in the order that it happened. */
export async function listApplicationEvents(
  db: DbOrTx,
  { userId, id }: { userId: string; id: string },
): Promise<ApplicationEventRow[]> {
  const rows = await db.$queryRaw<unknown[]>`SELECT ${COLUMNS} FROM "ApplicationEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."applicationId" = ${id}::uuid ORDER BY e."createdAt", e."id"`;
  return rows.map((row) => EventRowSchema.parse(row));
}

/** The latest event of each of somebody's applications, by the application's id. */
export async function findLastEvents(
  db: DbOrTx,
  userId: string,
  applicationIds: readonly string[],
): Promise<Map<string, ApplicationEventRow>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await db.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (e."applicationId") ${COLUMNS} FROM "ApplicationEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."applicationId" = ANY(${[...applicationIds]}::uuid[])
    ORDER BY e."applicationId", e."createdAt" DESC, e."id" DESC`;
  return new Map(rows.map((row) => EventRowSchema.parse(row)).map((row) => [row.applicationId, row]));
}
