import { z } from "zod";
import { type QuizAnswer, QuizAnswerSchema } from "@/lib/contracts/quiz";
import type { DbOrTx } from "./open";
import { type Person, withPerson } from "./person";

const QuizSessionRowSchema = z.object({
  userId: z.string(),
  ownerRole: z.string(),
  id: z.string(),
  quizVersion: z.string(),
  answers: z.array(QuizAnswerSchema),
  createdAt: z.date(),
  usesHistory: z.boolean(),
  /** Newest first. */
  savedCodes: z.array(z.string()),
  /** Newest first. */
  reactions: z.array(
    z.object({
      careerCode: z.string(),
      kind: z.enum(["dismiss", "implement", "rate", "ignore"]),
      value: z.number().nullable(),
    }),
  ),
});

export type QuizSessionRow = z.infer<typeof QuizSessionRowSchema>;

/** @returns null, and nothing is stored, when the person is no longer there */
export async function recordQuizSession(
  db: DbOrTx,
  person: Person,
  session: { id: string; quizVersion: string; answers: readonly QuizAnswer[] },
): Promise<true | null> {
  const count = await db.$executeRaw`
    ${withPerson(person)}
    INSERT INTO "QuizSession" ("userId", "id", "quizVersion", "answers")
    SELECT "id", ${session.id}::uuid, ${session.quizVersion}, ${JSON.stringify(session.answers)}::jsonb FROM person`;
  return count === 1 ? true : null;
}

/** A finished quiz with how its person stands to careers; null when there is none. */
export async function findQuizSession(db: DbOrTx, id: string): Promise<QuizSessionRow | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT q."userId"::text, u."role"::text AS "ownerRole", q."id"::text, q."quizVersion", q."answers", q."createdAt",
      u."usesHistory",
      ARRAY(SELECT s."careerCode" FROM "SavedCareer" s WHERE s."userId" = q."userId" ORDER BY s."createdAt" DESC) AS "savedCodes",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('careerCode', r."careerCode", 'kind', r."kind", 'value', r."value") ORDER BY r."createdAt" DESC)
        FROM "CareerReaction" r WHERE r."userId" = q."userId"), '[]') AS "reactions"
    FROM "QuizSession" q JOIN "User" u ON u."id" = q."userId" WHERE q."id" = ${id}::uuid`;
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

/** The last quiz that somebody finished. */
export async function findLatestSessionId(db: DbOrTx, userId: string): Promise<string | null> {
  const row = await db.quizSession.findFirst({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}
