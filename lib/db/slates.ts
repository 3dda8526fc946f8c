import { z } from "zod";
import type { DbOrTx } from "./open";

export type ImpressionRow = {
  id: string;
  position: number;
  careerCode: string;
  score: number;
  parts: Record<string, number>;
  embeddingSimilarity: number | null;
  abilitySimilarity: number;
  explanation: { for: string[]; against: string[]; change: string[] };
};

export type SlateRow = {
  userId: string;
  id: string;
  sessionId: string;
  mode: "hybrid" | "ability_only";
  options: { alpha: number; weights: Record<string, number>; diversity: boolean; topN: number };
  embeddingModel: string | null;
  diversityScore: number;
  impressions: ImpressionRow[];
};

/** How the order came about. Base scores in a fixed order show every row for certain. */
const POLICY = { policy: "base", propensity: 1 };

/** A list and all its rows, together or not at all. */
export async function recordSlate(db: DbOrTx, slate: SlateRow): Promise<void> {
  await db.$executeRaw`
    WITH slate AS (
      INSERT INTO "Slate" ("userId", "id", "sessionId", "mode", "options", "embeddingModel", "diversityScore")
      VALUES (${slate.userId}::uuid, ${slate.id}::uuid, ${slate.sessionId}::uuid, ${slate.mode},
        ${JSON.stringify(slate.options)}::jsonb, ${slate.embeddingModel}, ${slate.diversityScore}::float8)
    )
    INSERT INTO "Impression" ("userId", "slateId", "id", "position", "careerCode", "score", "parts", "embeddingSimilarity",
      "abilitySimilarity", "explanation", "policy", "propensity")
    SELECT ${slate.userId}::uuid, ${slate.id}::uuid, r."id", r."position", r."careerCode", r."score", r."parts",
      r."embeddingSimilarity", r."abilitySimilarity", r."explanation", ${POLICY.policy}, ${POLICY.propensity}::float8
    FROM jsonb_to_recordset(${JSON.stringify(slate.impressions)}::jsonb) AS r("id" uuid, "position" int, "careerCode" text,
      "score" float8, "parts" jsonb, "embeddingSimilarity" float8, "abilitySimilarity" float8, "explanation" jsonb)`;
}

const StoredSchema = z.object({
  mode: z.enum(["hybrid", "ability_only"]),
  options: z.object({
    alpha: z.number(),
    weights: z.record(z.string(), z.number()),
    diversity: z.boolean(),
    topN: z.number(),
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
): Promise<(SlateRow & { createdAt: Date }) | null> {
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
    impressions: row.impressions.map((impression, i) => ({
      ...impression,
      ...stored.impressions[i],
    })) as ImpressionRow[],
  };
}
