import { z } from "zod";
import { type QuizAnswer, QuizAnswerSchema } from "@/lib/contracts/quiz";
import type { DbOrTx } from "./open";

const QuizSessionRowSchema = z.object({
  userId: z.string(),
  id: z.string(),
  quizVersion: z.string(),
  answers: z.array(QuizAnswerSchema),
  createdAt: z.date(),
  savedCodes: z.array(z.string()),
});

export type QuizSessionRow = z.infer<typeof QuizSessionRowSchema>;

/** Makes the guest if it is not there yet and records the session, both or neither. */
export async function recordQuizSession(
  db: DbOrTx,
  session: { userId: string; id: string; quizVersion: string; answers: readonly QuizAnswer[] },
): Promise<void> {
  await db.$executeRaw`
    WITH guest AS (INSERT INTO "User" ("id") VALUES (${session.userId}::uuid) ON CONFLICT DO NOTHING)
    INSERT INTO "QuizSession" ("userId", "id", "quizVersion", "answers")
    VALUES (${session.userId}::uuid, ${session.id}::uuid, ${session.quizVersion}, ${JSON.stringify(session.answers)}::jsonb)`;
}

/** A finished quiz with the careers that its person saved; null when there is none. */
export async function findQuizSession(db: DbOrTx, id: string): Promise<QuizSessionRow | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT q."userId"::text, q."id"::text, q."quizVersion", q."answers", q."createdAt",
      ARRAY(SELECT s."careerCode" FROM "SavedCareer" s WHERE s."userId" = q."userId") AS "savedCodes"
    FROM "QuizSession" q WHERE q."id" = ${id}::uuid`;
  return rows.length === 0 ? null : QuizSessionRowSchema.parse(rows[0]);
}

/** The same person's last session before a given one. */
export async function findPreviousSessionId(
  db: DbOrTx,
  session: { userId: string; id: string; createdAt: Date },
): Promise<string | null> {
  const row = await db.quizSession.findFirst({
    where: { userId: session.userId, id: { not: session.id }, createdAt: { lt: session.createdAt } },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return row?.id ?? null;
}
