import { z } from "zod";
import type { InteractionKind } from "@/lib/engine/ranking/interaction-label";
import type { DbOrTx } from "./open";

export type InteractionRow = {
  userId: string;
  /** Made where it happened: recording it again changes nothing. */
  id: string;
  recommendationId: string | null;
  sessionId: string | null;
  careerCode: string;
  kind: InteractionKind;
  value: number | null;
  label: number;
  context: Record<string, unknown> | null;
  occurredAt: Date;
};

/** What became of a row; `gone`: its person is no longer there. */
export type RecordOutcome = "recorded" | "duplicate" | "no_consent" | "gone";

const OutcomesSchema = z.array(
  z.object({ userId: z.string(), id: z.string(), isAgreed: z.boolean().nullable(), isNew: z.boolean() }),
);

/**
 * Records what people agreed to have recorded, in the statement that asks whether they did, and that holds their answer until it is done:
 * a withdrawal waits for rows on their way, and nothing that arrives after it is kept. Somebody who was never asked counts as agreeing
 * only when a program sends what they do. A row is its person and id: the first to arrive counts, in one call too.
 * @returns one outcome a row, in order
 */
export async function recordInteractions(
  db: DbOrTx,
  rows: readonly InteractionRow[],
  options: { isProgram: boolean },
): Promise<RecordOutcome[]> {
  if (rows.length === 0) return [];
  const firsts = new Map<string, InteractionRow>();
  for (const row of rows) if (!firsts.has(toKey(row))) firsts.set(toKey(row), row);
  const raw = await db.$queryRaw<unknown[]>`
    WITH r AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify([...firsts.values()])}::jsonb) AS r("userId" uuid, "id" uuid,
        "recommendationId" uuid, "sessionId" uuid, "careerCode" text, "kind" text, "value" float8, "label" float8, "context" jsonb,
        "occurredAt" timestamptz)
    ), u AS (
      SELECT "id", COALESCE("trackingConsent", ${options.isProgram}) AS "isAgreed" FROM "User"
      WHERE "id" IN (SELECT "userId" FROM r) ORDER BY "id" FOR SHARE
    ), logged AS (
      INSERT INTO "Interaction" ("userId", "id", "recommendationId", "sessionId", "careerCode", "kind", "value", "label", "context", "occurredAt")
      SELECT r."userId", r."id", r."recommendationId", r."sessionId", r."careerCode", r."kind"::"InteractionKind", r."value", r."label",
        r."context", r."occurredAt"
      FROM r JOIN u ON u."id" = r."userId" AND u."isAgreed"
      -- In one order: of two batches with the same events in different orders each would wait for the other.
      ORDER BY r."userId", r."id"
      ON CONFLICT DO NOTHING
      RETURNING "userId", "id"
    )
    SELECT r."userId"::text, r."id"::text, u."isAgreed", logged."id" IS NOT NULL AS "isNew"
    FROM r LEFT JOIN u ON u."id" = r."userId" LEFT JOIN logged ON logged."userId" = r."userId" AND logged."id" = r."id"`;
  const outcomes = new Map<string, RecordOutcome>();
  for (const { isAgreed, isNew, ...row } of OutcomesSchema.parse(raw)) {
    const unrecorded = isAgreed === null ? "gone" : isAgreed ? "duplicate" : "no_consent";
    outcomes.set(toKey(row), isNew ? "recorded" : unrecorded);
  }
  return rows.map((row) => {
    const outcome = outcomes.get(toKey(row)) ?? "gone";
    return outcome === "recorded" && firsts.get(toKey(row)) !== row ? "duplicate" : outcome;
  });
}

// PostgreSQL writes ids in lower case, whatever they were sent as.
const toKey = ({ userId, id }: { userId: string; id: string }): string => `${userId}/${id}`.toLowerCase();
