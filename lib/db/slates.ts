import { z } from "zod";
import { type ListHistory, ListHistorySchema } from "@/lib/contracts/results";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

export type ImpressionRow = {
  id: string;
  position: number;
  careerCode: string;
  score: number;
  parts: Record<string, number>;
  embeddingSimilarity: number | null;
  abilitySimilarity: number | null;
  explanation: { for: string[]; against: string[]; change: string[] };
  /** Of the table that the slate names; null is not known. */
  features?: (number | null)[];
};

/** A list as it is shown, whatever made it. */
type ShownSlate = {
  userId: string;
  id: string;
  sessionId: string | null;
  surface: "results" | "search" | "browse" | "similar";
  mode: string;
  options: Record<string, unknown>;
  embeddingModel: string | null;
  diversityScore: number;
  /** How the order came about. */
  policy: string;
  /** Of what made the scores; null where there are none. */
  modelVersion: string | null;
  /** null where impressions keep no features */
  featureVersion: string | null;
  impressions: ImpressionRow[];
};

/** Who must have agreed: results are what somebody asked for, other lists are kept only to learn from. */
type Consent = "not_needed" | { isProgram: boolean };

/** Of lists whose order a trained ranker had a part in. */
export const RANKER_POLICY = "ranker";

/** Orders that nothing is drawn for show every row for certain. */
const PROPENSITY = 1;

/**
 * A list and all its rows, together or not at all; the consent is asked for in the same statement.
 * @returns false when it was not kept: there is no consent, or the person is no longer there
 */
export async function recordSlate(db: DbOrTx, slate: ShownSlate, consent: Consent): Promise<boolean> {
  const isAllowed =
    consent === "not_needed" ? Prisma.sql`TRUE` : Prisma.sql`COALESCE(u."trackingConsent", ${consent.isProgram})`;
  const count = await db.$executeRaw`
    WITH slate AS (
      INSERT INTO "Slate" ("userId", "id", "sessionId", "surface", "mode", "options", "embeddingModel", "diversityScore",
        "featureVersion")
      SELECT u."id", ${slate.id}::uuid, ${slate.sessionId}::uuid, ${slate.surface}, ${slate.mode},
        ${JSON.stringify(slate.options)}::jsonb, ${slate.embeddingModel}, ${slate.diversityScore}::float8,
        ${slate.featureVersion}
      FROM "User" u WHERE u."id" = ${slate.userId}::uuid AND ${isAllowed} FOR KEY SHARE
      RETURNING "userId", "id"
    )
    INSERT INTO "Impression" ("userId", "slateId", "id", "position", "careerCode", "score", "parts", "embeddingSimilarity",
      "abilitySimilarity", "explanation", "features", "policy", "modelVersion", "propensity")
    SELECT slate."userId", slate."id", r."id", r."position", r."careerCode", r."score", r."parts", r."embeddingSimilarity",
      r."abilitySimilarity", r."explanation", r."features", ${slate.policy}, ${slate.modelVersion}, ${PROPENSITY}::float8
    FROM slate, jsonb_to_recordset(${JSON.stringify(slate.impressions)}::jsonb) AS r("id" uuid, "position" int, "careerCode" text,
      "score" float8, "parts" jsonb, "embeddingSimilarity" float8, "abilitySimilarity" float8, "explanation" jsonb, "features" real[])`;
  return count > 0 || slate.impressions.length === 0;
}

/** A list that answers a quiz. */
export type SlateRow = Omit<ShownSlate, "mode" | "options" | "surface" | "policy" | "modelVersion"> & {
  mode: "hybrid" | "ability_only";
  options: { alpha: number; weights: Record<string, number>; diversity: boolean; topN: number; history: ListHistory };
};

const StoredSchema = z.object({
  mode: z.enum(["hybrid", "ability_only"]),
  options: z.object({
    alpha: z.number(),
    weights: z.record(z.string(), z.number()),
    diversity: z.boolean(),
    topN: z.number(),
    history: ListHistorySchema.extend({ choices: z.number().default(0) }).default({
      ...{ applied: false, enabled: true, share: 0, liked: [], disliked: [], hidden: 0, choices: 0 },
    }),
  }),
  impressions: z.array(
    z.object({
      parts: z.record(z.string(), z.number()),
      explanation: z.object({ for: z.array(z.string()), against: z.array(z.string()), change: z.array(z.string()) }),
    }),
  ),
});

/** The list last shown for a session, rows in order; null before the first. */
export async function findLastSlate(
  db: DbOrTx,
  session: { userId: string; id: string },
): Promise<(SlateRow & { createdAt: Date; isLearned: boolean }) | null> {
  const row = await db.slate.findFirst({
    where: { userId: session.userId, sessionId: session.id },
    orderBy: { createdAt: "desc" },
    include: { impressions: { orderBy: { position: "asc" } } },
  });
  if (row === null) return null;
  const stored = StoredSchema.parse(row);
  return {
    ...row,
    mode: stored.mode,
    options: stored.options,
    isLearned: row.impressions.some(({ policy }) => policy === RANKER_POLICY),
    impressions: row.impressions.map((impression, i) => ({
      ...impression,
      ...stored.impressions[i],
    })) as ImpressionRow[],
  };
}
