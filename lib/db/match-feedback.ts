import { z } from "zod";
import { QuizAnswerSchema } from "@/lib/contracts/quiz";
import type { DbOrTx } from "./open";
import { SIMULATED_FIRST_ID, SIMULATED_LAST_ID } from "./simulated-people";

const FeedbackSchema = z.object({
  userId: z.string(),
  sessionId: z.string(),
  careerCode: z.string(),
  kind: z.enum(["implement", "save", "rate", "dismiss"]),
  /** Stars of a rating. */
  value: z.number().nullable(),
});
export type MatchFeedbackRow = z.infer<typeof FeedbackSchema>;

/**
 * What real people told about careers by saving, doing, rating or setting them aside, latest first, with the quiz that they had answered: the one
 * that the list came from, or their last one before. Simulated people are left out.
 */
export async function listMatchFeedback(db: DbOrTx, limit: number): Promise<MatchFeedbackRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT n."userId"::text, q."id"::text AS "sessionId", n."careerCode", n."kind"::text, n."value"
    FROM "Interaction" n
    JOIN LATERAL (
      SELECT q."id" FROM "QuizSession" q WHERE q."userId" = n."userId" AND (q."id" = n."sessionId" OR q."createdAt" <= n."occurredAt")
      ORDER BY (q."id" = n."sessionId") IS TRUE DESC, q."createdAt" DESC, q."id" LIMIT 1
    ) q ON TRUE
    WHERE n."kind" IN ('implement', 'save', 'rate', 'dismiss') AND n."careerCode" IS NOT NULL
      AND n."userId" NOT BETWEEN ${SIMULATED_FIRST_ID}::uuid AND ${SIMULATED_LAST_ID}::uuid
    ORDER BY n."occurredAt" DESC, n."id" LIMIT ${limit}`;
  return rows.map((row) => FeedbackSchema.parse(row));
}

const AnswersSchema = z.array(QuizAnswerSchema);

/** Answers of some quizzes, by their id. */
export async function findQuizAnswers(
  db: DbOrTx,
  sessionIds: readonly string[],
): Promise<Map<string, z.infer<typeof AnswersSchema>>> {
  const rows = await db.quizSession.findMany({
    where: { id: { in: [...sessionIds] } },
    select: { id: true, answers: true },
  });
  return new Map(rows.map(({ id, answers }) => [id, AnswersSchema.parse(answers)]));
}
