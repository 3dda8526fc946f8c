import { z } from "zod";
import { type QuizAnswer, QuizAnswerSchema } from "@/lib/contracts/quiz";
import type { DbOrTx } from "./open";

export type QuizSessionRow = {
  userId: string;
  id: string;
  quizVersion: string;
  answers: QuizAnswer[];
  createdAt: Date;
};

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

export async function findQuizSession(db: DbOrTx, id: string): Promise<QuizSessionRow | null> {
  const row = await db.quizSession.findFirst({ where: { id } });
  return row === null ? null : { ...row, answers: z.array(QuizAnswerSchema).parse(row.answers) };
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
