import { z } from "zod";
import { type JobPreferences, JobPreferencesSchema, SenioritySchema } from "@/lib/contracts/jobs";
import { RoleSchema } from "@/lib/contracts/roles";
import { toVectorLiteral } from "./careers";
import { Prisma } from "./generated/client";
import type { DbOrTx } from "./open";

const SeekerRowSchema = z.object({
  userId: z.string(),
  role: RoleSchema,
  headline: z.string(),
  skills: z.array(z.string()),
  preferredLocations: z.array(z.string()),
  seniority: SenioritySchema.nullable(),
  usesHistory: z.boolean(),
  preferences: JobPreferencesSchema,
  deniedSkills: z.array(z.string()),
  baseHash: z.string(),
  /** Right swipes that are in the profile. */
  likedCount: z.number(),
  learnsSinceAt: z.date().nullable(),
  /** What ranks, as PostgreSQL writes vectors; null without any of the model. */
  vector: z.string().nullable(),
  /** The quiz that they finished last. */
  quizId: z.string().nullable(),
  /** Right swipes that count. */
  likes: z.number(),
});

/** Somebody who looks for jobs: what they say of themselves, what they rule out, and what their likes taught. */
export type SeekerRow = z.infer<typeof SeekerRowSchema>;

/** Right swipes since the last reset, of jobs that have an embedding of the model; of all jobs without a model. */
const likesOf = (model: string | null, since: Prisma.Sql): Prisma.Sql => Prisma.sql`
  FROM "Swipe" s JOIN "Job" j ON j."id" = s."jobId" AND (${model}::text IS NULL OR (j."embeddingModel" = ${model} AND j."embedding" IS NOT NULL))
  WHERE s."direction" = 'RIGHT' AND (${since} IS NULL OR s."createdAt" > ${since})`;

/** @returns null when the person is gone */
export async function findSeeker(db: DbOrTx, userId: string, model: string | null): Promise<SeekerRow | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT u."id"::text AS "userId", u."role"::text, u."headline", u."skills", u."preferredLocations", u."seniority"::text,
      u."usesHistory", COALESCE(p."preferences", '{}') AS "preferences", COALESCE(p."deniedSkills", '{}') AS "deniedSkills",
      COALESCE(p."baseHash", '') AS "baseHash", COALESCE(p."likedCount", 0) AS "likedCount", p."learnsSinceAt",
      CASE WHEN p."embeddingModel" = ${model} THEN
        (CASE WHEN u."usesHistory" THEN p."embedding" ELSE p."baseEmbedding" END)::text END AS "vector",
      (SELECT q."id"::text FROM "QuizSession" q WHERE q."userId" = u."id" ORDER BY q."createdAt" DESC, q."id" DESC LIMIT 1) AS "quizId",
      (SELECT count(*)::int ${likesOf(model, Prisma.sql`p."learnsSinceAt"`)} AND s."userId" = u."id") AS "likes"
    FROM "User" u LEFT JOIN "JobProfile" p ON p."userId" = u."id" WHERE u."id" = ${userId}::uuid`;
  return rows.length === 0 ? null : SeekerRowSchema.parse(rows[0]);
}

/** Likes whose embeddings are read: more would not move their mean. */
const LIKES_READ_MAX = 200;

/** The embeddings that a profile is made of: of what the person says, and of the jobs that they liked, the latest first. */
export async function listProfileVectors(
  db: DbOrTx,
  seeker: Pick<SeekerRow, "userId" | "learnsSinceAt">,
  model: string,
): Promise<{ base: Float32Array | null; liked: Float32Array[] }> {
  const [own] = await db.$queryRaw<{ base: string | null }[]>`
    SELECT "baseEmbedding"::text AS "base" FROM "JobProfile" WHERE "userId" = ${seeker.userId}::uuid AND "embeddingModel" = ${model}`;
  const likes = await db.$queryRaw<{ vector: string }[]>`
    SELECT j."embedding"::text AS "vector" ${likesOf(model, Prisma.sql`${seeker.learnsSinceAt}::timestamptz`)}
      AND s."userId" = ${seeker.userId}::uuid
    ORDER BY s."createdAt" DESC LIMIT ${LIKES_READ_MAX}`;
  const base = own?.base ?? null;
  return { base: base === null ? null : parseVector(base), liked: likes.map(({ vector }) => parseVector(vector)) };
}

const parseVector = (text: string): Float32Array => Float32Array.from(z.array(z.number()).parse(JSON.parse(text)));

export type LearnedProfile = {
  model: string;
  baseHash: string;
  base: Float32Array | null;
  embedding: Float32Array | null;
  likedCount: number;
};

/** Keeps what ranks jobs for somebody, unless they are gone or had it forgotten after `seeker` was read. */
export async function saveJobProfile(
  db: DbOrTx,
  seeker: Pick<SeekerRow, "userId" | "learnsSinceAt">,
  profile: LearnedProfile,
): Promise<void> {
  const base = profile.base === null ? null : toVectorLiteral(profile.base);
  const embedding = profile.embedding === null ? null : toVectorLiteral(profile.embedding);
  await db.$executeRaw`
    INSERT INTO "JobProfile" AS p ("userId", "baseEmbedding", "embedding", "embeddingModel", "baseHash", "likedCount", "updatedAt")
    SELECT u."id", ${base}::vector, ${embedding}::vector, ${profile.model}, ${profile.baseHash}, ${profile.likedCount}::int, now()
    FROM "User" u WHERE u."id" = ${seeker.userId}::uuid FOR KEY SHARE
    ON CONFLICT ("userId") DO UPDATE SET "baseEmbedding" = EXCLUDED."baseEmbedding", "embedding" = EXCLUDED."embedding",
      "embeddingModel" = EXCLUDED."embeddingModel", "baseHash" = EXCLUDED."baseHash", "likedCount" = EXCLUDED."likedCount",
      "updatedAt" = EXCLUDED."updatedAt"
    WHERE p."learnsSinceAt" IS NOT DISTINCT FROM ${seeker.learnsSinceAt}::timestamptz`;
}

/** Changes what somebody rules out; what is left out stays. @returns false when they are gone */
export async function updateJobPreferences(
  db: DbOrTx,
  userId: string,
  changes: { preferences: Partial<JobPreferences>; deniedSkills: readonly string[] | null },
): Promise<boolean> {
  const denied = changes.deniedSkills === null ? null : [...changes.deniedSkills];
  const count = await db.$executeRaw`
    INSERT INTO "JobProfile" AS p ("userId", "preferences", "deniedSkills", "updatedAt")
    SELECT u."id", ${JSON.stringify(changes.preferences)}::jsonb, COALESCE(${denied}::text[], '{}'), now()
    FROM "User" u WHERE u."id" = ${userId}::uuid FOR KEY SHARE
    ON CONFLICT ("userId") DO UPDATE SET "preferences" = p."preferences" || EXCLUDED."preferences",
      "deniedSkills" = COALESCE(${denied}::text[], p."deniedSkills"), "updatedAt" = EXCLUDED."updatedAt"`;
  return count === 1;
}

/** What somebody rules out, held until the transaction is over, so that of two changes at once none is lost; null when they are gone. */
export async function lockJobPreferences(tx: DbOrTx, userId: string): Promise<JobPreferences | null> {
  if (!(await updateJobPreferences(tx, userId, { preferences: {}, deniedSkills: null }))) return null;
  const [row] = await tx.$queryRaw<{ preferences: unknown }[]>`
    SELECT "preferences" FROM "JobProfile" WHERE "userId" = ${userId}::uuid FOR UPDATE`;
  return JobPreferencesSchema.parse(row?.preferences ?? {});
}

/** Forgets what likes taught: only later ones count. @returns false when the person is gone */
export async function resetJobLearning(db: DbOrTx, userId: string): Promise<boolean> {
  const count = await db.$executeRaw`
    INSERT INTO "JobProfile" AS p ("userId", "learnsSinceAt", "updatedAt") SELECT u."id", now(), now()
    FROM "User" u WHERE u."id" = ${userId}::uuid FOR KEY SHARE
    ON CONFLICT ("userId") DO UPDATE SET "learnsSinceAt" = now(), "likedCount" = 0, "embedding" = p."baseEmbedding", "updatedAt" = now()`;
  return count === 1;
}
