import type { ReactionKind } from "./generated/client";
import type { DbOrTx } from "./open";

/** Events that set a state: what a person saved, dismissed, is doing or rated. */
export type SettlingEvent = {
  userId: string;
  id: string;
  careerCode: string;
  kind: "save" | ReactionKind;
  value: number | null;
  occurredAt: Date;
};

/**
 * Sets what a person sees as events say, each event once: one that was settled before, or was taken back before it arrived, sets nothing.
 * Of two ratings of a career the one that happened later stays.
 */
export async function settleEvents(db: DbOrTx, events: readonly SettlingEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db.$executeRaw`
    WITH e AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS e("userId" uuid, "id" uuid, "careerCode" text, "kind" text,
        "value" float8, "occurredAt" timestamptz)
    ), u AS (
      SELECT "id" FROM "User" WHERE "id" IN (SELECT "userId" FROM e) ORDER BY "id" FOR KEY SHARE
    ), fresh AS (
      INSERT INTO "SettledEvent" ("userId", "id") SELECT e."userId", e."id" FROM e JOIN u ON u."id" = e."userId"
      ORDER BY e."userId", e."id" ON CONFLICT DO NOTHING RETURNING "userId", "id"
    ), saved AS (
      INSERT INTO "SavedCareer" ("userId", "careerCode", "createdAt")
      SELECT e."userId", e."careerCode", e."occurredAt" FROM e JOIN fresh USING ("userId", "id") WHERE e."kind" = 'save'
      ON CONFLICT DO NOTHING
    )
    INSERT INTO "CareerReaction" AS old ("userId", "careerCode", "kind", "value", "createdAt")
    SELECT DISTINCT ON (e."userId", e."careerCode", e."kind")
      e."userId", e."careerCode", e."kind"::"ReactionKind", e."value", e."occurredAt"
    FROM e JOIN fresh USING ("userId", "id") WHERE e."kind" <> 'save'
    ORDER BY e."userId", e."careerCode", e."kind", e."occurredAt" DESC
    ON CONFLICT ("userId", "careerCode", "kind") DO UPDATE SET "value" = EXCLUDED."value", "createdAt" = EXCLUDED."createdAt"
    WHERE old."createdAt" <= EXCLUDED."createdAt"`;
}

/** Makes sure that an event sets nothing any more, should it still be on its way. Waits for one that is just being settled. */
export async function settleWithoutEffect(db: DbOrTx, userId: string, eventId: string): Promise<void> {
  await db.$executeRaw`INSERT INTO "SettledEvent" ("userId", "id")
    SELECT "id", ${eventId}::uuid FROM "User" WHERE "id" = ${userId}::uuid FOR KEY SHARE ON CONFLICT DO NOTHING`;
}

/** Takes a save back. Repeating it changes nothing. */
export async function deleteSavedCareer(db: DbOrTx, userId: string, careerCode: string): Promise<void> {
  await db.savedCareer.deleteMany({ where: { userId, careerCode } });
}

export async function hasSavedCareer(db: DbOrTx, userId: string, careerCode: string): Promise<boolean> {
  return (await db.savedCareer.count({ where: { userId, careerCode } })) > 0;
}

type Reaction = { userId: string; careerCode: string; kind: ReactionKind };

/** Sets a reaction, whatever was set before. */
export async function saveReaction(
  db: DbOrTx,
  { userId, careerCode, kind, value, createdAt }: Reaction & { value: number | null; createdAt: Date },
): Promise<void> {
  await db.$executeRaw`INSERT INTO "CareerReaction" ("userId", "careerCode", "kind", "value", "createdAt")
    SELECT "id", ${careerCode}, ${kind}::"ReactionKind", ${value}::float8, ${createdAt}
    FROM "User" WHERE "id" = ${userId}::uuid FOR KEY SHARE
    ON CONFLICT ("userId", "careerCode", "kind") DO UPDATE SET "value" = EXCLUDED."value", "createdAt" = EXCLUDED."createdAt"`;
}

export async function deleteReaction(db: DbOrTx, { userId, careerCode, kind }: Reaction): Promise<void> {
  await db.careerReaction.deleteMany({ where: { userId, careerCode, kind } });
}

export async function hasReaction(db: DbOrTx, { userId, careerCode, kind }: Reaction): Promise<boolean> {
  return (await db.careerReaction.count({ where: { userId, careerCode, kind } })) > 0;
}

export type ReactionRow = {
  careerCode: string;
  title: string;
  kind: ReactionKind;
  value: number | null;
  createdAt: Date;
};

/** A person's reactions, latest first. */
export function listReactions(db: DbOrTx, userId: string): Promise<ReactionRow[]> {
  return db.$queryRaw<ReactionRow[]>`
    SELECT r."careerCode", c."title", r."kind"::text, r."value", r."createdAt"
    FROM "CareerReaction" r JOIN "Career" c ON c."code" = r."careerCode" WHERE r."userId" = ${userId}::uuid
    ORDER BY r."createdAt" DESC, r."careerCode", r."kind"`;
}
