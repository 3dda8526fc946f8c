import { z } from "zod";
import type { DbOrTx } from "./open";

const ChoiceSchema = z.object({
  /** As they were when it was shown; null is not known. */
  features: z.array(z.number().nullable()),
  /** The best label of what was done with it; 0 once it was dismissed. */
  label: z.number(),
});
/** What somebody did with one row of a list. */
export type ChoiceRow = z.infer<typeof ChoiceSchema>;

/**
 * The rows of lists that somebody last did something with, looking at them included. Left out are lists that kept features of another table, careers that they took out
 * of their history, and everything of somebody who does not want history to be used or themselves to be recorded, and what came before
 * they had it forgotten.
 */
export async function listOwnChoices(
  db: DbOrTx,
  query: { userId: string; featureVersion: string },
  limit: number,
): Promise<ChoiceRow[]> {
  const rows = await db.$queryRaw<{ choice: string }[]>`
    SELECT json_build_object('features', i."features", 'label', CASE WHEN n."isDismissed" THEN 0 ELSE n."label" END)::text AS "choice"
    FROM (
      SELECT o."recommendationId", max(o."label") AS "label", bool_or(o."kind" = 'dismiss') AS "isDismissed", max(o."createdAt") AS "at"
      FROM "Interaction" o JOIN "User" u ON u."id" = o."userId"
      WHERE o."userId" = ${query.userId}::uuid AND o."recommendationId" IS NOT NULL AND u."usesHistory" AND u."trackingConsent" IS NOT FALSE
        AND (u."learnsSinceAt" IS NULL OR o."createdAt" > u."learnsSinceAt")
      GROUP BY 1
    ) n
    JOIN "Impression" i ON i."userId" = ${query.userId}::uuid AND i."id" = n."recommendationId"
    JOIN "Slate" s ON s."userId" = i."userId" AND s."id" = i."slateId" AND s."featureVersion" = ${query.featureVersion}
    WHERE NOT EXISTS (SELECT 1 FROM "CareerReaction" r WHERE r."userId" = i."userId" AND r."careerCode" = i."careerCode" AND r."kind" = 'ignore')
    ORDER BY n."at" DESC, n."recommendationId" LIMIT ${limit}`;
  return rows.map(({ choice }) => ChoiceSchema.parse(JSON.parse(choice)));
}

/** Has what somebody did with lists of careers so far move their own no more. @returns false when the person is gone */
export async function resetCareerLearning(db: DbOrTx, userId: string): Promise<boolean> {
  return (await db.$executeRaw`UPDATE "User" SET "learnsSinceAt" = now() WHERE "id" = ${userId}::uuid`) === 1;
}
