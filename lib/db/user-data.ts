import { z } from "zod";
import {
  ProfileExportSchema,
  USER_DATA_KINDS,
  USER_DATA_ROWS,
  type UserDataCounts,
  type UserDataKind,
  type UserDataRow,
} from "@/lib/contracts/user-data";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

type Key = { field: string; column: Prisma.Sql; type: Prisma.Sql };
type Source = {
  table: string;
  /** Tables whose rows come inside of this one's. */
  inner?: readonly string[];
  where: (userId: string) => Prisma.Sql;
  /** The row of `t` as JSON. */
  row: (userId: string) => Prisma.Sql;
  /** Unique together, in the order of the file. */
  keys: readonly Key[];
  /** Rows read at a time. */
  pageSize: number;
};

const instant = (field: string): Key => ({
  field,
  column: Prisma.raw(`t."${field}"`),
  type: Prisma.sql`timestamptz`,
});
/** In an order that is the same on every server, whatever its language. */
const text = (field: string): Key => ({
  field,
  column: Prisma.raw(`t."${field}"::text COLLATE "C"`),
  type: Prisma.sql`text`,
});
const uuid = (field: string): Key => ({ field, column: Prisma.raw(`t."${field}"`), type: Prisma.sql`uuid` });
const ID = uuid("id");

const OWN = (userId: string) => Prisma.sql`t."userId" = ${userId}::uuid`;
const WITH_TITLE = Prisma.sql`to_jsonb(t) - 'userId' || jsonb_build_object('career', (SELECT c."title" FROM "Career" c WHERE c."code" = t."careerCode"))`;

const WITH_JOB = Prisma.sql`to_jsonb(t) - 'userId' || jsonb_build_object('job', (SELECT j."title" FROM "Job" j WHERE j."id" = t."jobId"))`;

function own(table: string, keys: readonly Key[], row = Prisma.sql`to_jsonb(t) - 'userId'`): Source {
  return { table, where: OWN, row: () => row, keys, pageSize: 1000 };
}

const LIST_ROW = Prisma.sql`to_jsonb(t) - 'userId' || jsonb_build_object('careers', COALESCE((
  SELECT jsonb_agg(to_jsonb(i) - '{userId,slateId}'::text[] || jsonb_build_object('career', c."title") ORDER BY i."position", i."id")
  FROM "Impression" i LEFT JOIN "Career" c ON c."code" = i."careerCode"
  WHERE i."userId" = t."userId" AND i."slateId" = t."id"), '[]'))`;

const AUDIT: Source = {
  table: "AuditLog",
  where: (userId) => Prisma.sql`(t."actorId" = ${userId}::uuid OR t."targetId" = ${userId})`,
  // What an admin did to somebody else is that person's: without who it was and what was said.
  row: (userId) => Prisma.sql`to_jsonb(t) - 'actorId' || CASE
      WHEN t."targetId" = ${userId} THEN '{"targetId": null, "isAboutMe": true}'
      WHEN t."targetType" = 'person' THEN '{"targetId": null, "details": null, "isAboutMe": false}'
      ELSE '{"isAboutMe": false}' END::jsonb
    || jsonb_build_object('wasDoneBy', CASE WHEN t."actorId" = ${userId}::uuid THEN 'me' ELSE 'somebody else' END)`,
  keys: [instant("createdAt"), ID],
  pageSize: 1000,
};

const SOURCES: Record<UserDataKind, Source> = {
  quizzes: own("QuizSession", [instant("createdAt"), ID]),
  lists: {
    ...own("Slate", [instant("createdAt"), ID], LIST_ROW),
    inner: ["Impression"],
    // A list may have 50 careers, each with its reasons.
    pageSize: 50,
  },
  interactions: own("Interaction", [instant("occurredAt"), ID], WITH_TITLE),
  interactionTotals: own("InteractionTally", [text("careerCode"), uuid("recommendationId")], WITH_TITLE),
  savedCareers: own("SavedCareer", [instant("createdAt"), text("careerCode")], WITH_TITLE),
  reactions: own("CareerReaction", [instant("createdAt"), text("careerCode"), text("kind")], WITH_TITLE),
  settledEvents: own("SettledEvent", [ID]),
  shareLinks: own("ShareLink", [instant("createdAt"), ID]),
  jobProfile: own(
    "JobProfile",
    [instant("updatedAt")],
    Prisma.sql`to_jsonb(t) - '{userId,baseEmbedding,embedding}'::text[]`,
  ),
  // Each holds hundreds of jobs.
  jobFeeds: { ...own("JobFeed", [instant("createdAt"), ID]), pageSize: 50 },
  jobsShown: own("JobImpression", [instant("createdAt"), ID], WITH_JOB),
  jobInteractions: own("JobInteraction", [instant("occurredAt"), ID], WITH_JOB),
  swipes: own("Swipe", [instant("createdAt"), uuid("jobId")], WITH_JOB),
  applications: own("Application", [instant("createdAt"), ID], WITH_JOB),
  applicationEvents: own("ApplicationEvent", [instant("createdAt"), ID]),
  companies: {
    ...own("Company", [instant("createdAt"), ID], Prisma.sql`to_jsonb(t) - 'ownerId'`),
    where: (userId) => Prisma.sql`t."ownerId" = ${userId}::uuid`,
  },
  consents: own("Consent", [instant("createdAt"), ID]),
  sessions: own(
    "RefreshToken",
    [instant("createdAt"), ID],
    // With the hash a token could be recognized, so it stays here.
    Prisma.sql`to_jsonb(t) - '{userId,secretHash}'::text[]`,
  ),
  endedSessions: own("EndedSession", [instant("expiresAt"), ID]),
  auditEntries: AUDIT,
};

/** The tables that hold what belongs to one person, beside User itself. A test compares this with the database. */
export const USER_DATA_TABLES: readonly string[] = Object.values(SOURCES).flatMap(({ table, inner = [] }) => [
  table,
  ...inner,
]);

/** Somebody's own row, without the password's hash; null when there is none. */
export async function findProfile(db: DbOrTx, userId: string): Promise<z.infer<typeof ProfileExportSchema> | null> {
  const rows = await db.$queryRaw<{ row: unknown }[]>`
    SELECT to_jsonb(t) - 'passwordHash' AS "row" FROM "User" t WHERE t."id" = ${userId}::uuid`;
  return rows[0] === undefined ? null : ProfileExportSchema.parse(withIsoTimes(rows[0].row));
}

/**
 * All that is kept of one kind about a person, a page at a time and oldest first. Pages are queries of their own: a transaction would hold
 * everybody else up while somebody downloads on a slow line.
 */
export async function* listUserData<Kind extends UserDataKind>(
  db: DbOrTx,
  userId: string,
  kind: Kind,
): AsyncGenerator<UserDataRow<Kind>[]> {
  const { table, where, row, keys, pageSize }: Source = SOURCES[kind];
  const columns = Prisma.join(keys.map(({ column }) => column));
  const rowsSchema = z.array(USER_DATA_ROWS[kind]) as unknown as z.ZodType<UserDataRow<Kind>[]>;
  for (let last: Record<string, unknown> | undefined, isFirst = true; isFirst || last !== undefined; isFirst = false) {
    const bounds = keys.map(({ field, type }) => Prisma.sql`${last?.[field]}::${type}`);
    const after = isFirst ? Prisma.sql`TRUE` : Prisma.sql`(${columns}) > (${Prisma.join(bounds)})`;
    const raw = await db.$queryRaw<{ row: unknown }[]>`
      SELECT ${row(userId)} AS "row" FROM ${Prisma.raw(`"${table}"`)} t
      WHERE ${where(userId)} AND ${after} ORDER BY ${columns} LIMIT ${pageSize}`;
    const rows = rowsSchema.parse(raw.map((found) => withIsoTimes(found.row)));
    if (rows.length > 0) yield rows;
    last = rows.length < pageSize ? undefined : rows.at(-1);
  }
}

/** PostgreSQL writes times in its own zone; everything named ...At is one. */
function withIsoTimes(row: unknown): unknown {
  return Object.fromEntries(
    Object.entries(row as object).map(([name, value]) => [
      name,
      name.endsWith("At") && typeof value === "string" ? new Date(value).toISOString() : value,
    ]),
  );
}

/** How much is kept about a person, by kind. */
export async function countUserData(db: DbOrTx, userId: string): Promise<UserDataCounts> {
  const counts = USER_DATA_KINDS.map((kind) => {
    const { table, where } = SOURCES[kind];
    return Prisma.sql`(SELECT count(*)::int FROM ${Prisma.raw(`"${table}"`)} t WHERE ${where(userId)}) AS ${Prisma.raw(`"${kind}"`)}`;
  });
  const [row] = await db.$queryRaw<UserDataCounts[]>`SELECT ${Prisma.join(counts)}`;
  return row as UserDataCounts;
}
