-- What earlier versions recorded was recorded without asking.
DELETE FROM "Interaction";

-- CreateEnum
CREATE TYPE "Seniority" AS ENUM ('ENTRY', 'JUNIOR', 'MID', 'SENIOR', 'LEAD', 'PRINCIPAL');

-- CreateEnum
CREATE TYPE "ReactionKind" AS ENUM ('dismiss', 'implement', 'rate', 'ignore');

-- DropIndex
DROP INDEX "Interaction_userId_createdAt_idx";

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "email" TEXT,
ADD COLUMN     "headline" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "lockedAt" TIMESTAMPTZ(3),
ADD COLUMN     "passwordHash" TEXT,
ADD COLUMN     "preferredLocations" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "seniority" "Seniority",
ADD COLUMN     "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "trackingConsent" BOOLEAN,
ADD COLUMN     "usesHistory" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Career" ADD COLUMN     "overrides" JSONB;

-- AlterTable
ALTER TABLE "Slate" ADD COLUMN     "surface" TEXT NOT NULL DEFAULT 'results',
ALTER COLUMN "sessionId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Impression" ALTER COLUMN "abilitySimilarity" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Interaction" ADD COLUMN     "context" JSONB,
ADD COLUMN     "label" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "recommendationId" UUID;

-- AlterTable
ALTER TABLE "SavedCareer" ADD COLUMN     "list" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "RefreshToken" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RefreshToken_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "EndedSession" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EndedSession_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'tracking',
    "isGranted" BOOLEAN NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "CareerReaction" (
    "userId" UUID NOT NULL,
    "careerCode" TEXT NOT NULL,
    "kind" "ReactionKind" NOT NULL,
    "value" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CareerReaction_pkey" PRIMARY KEY ("userId","careerCode","kind")
);

-- CreateTable
CREATE TABLE "InteractionTally" (
    "userId" UUID NOT NULL,
    "careerCode" TEXT NOT NULL,
    "recommendationId" UUID NOT NULL,
    "views" INTEGER NOT NULL,
    "clicks" INTEGER NOT NULL,
    "implementations" INTEGER NOT NULL,
    "saves" INTEGER NOT NULL,
    "shares" INTEGER NOT NULL,
    "ratings" INTEGER NOT NULL,
    "dismissals" INTEGER NOT NULL,
    "viewMs" BIGINT NOT NULL,
    "halfStars" INTEGER NOT NULL,
    "labelMillionths" BIGINT NOT NULL,

    CONSTRAINT "InteractionTally_pkey" PRIMARY KEY ("userId","careerCode","recommendationId")
) WITH (fillfactor = 80);

-- CreateTable
CREATE TABLE "SettledEvent" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "SettledEvent_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "ShareLink" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slateId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ShareLink_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "AuditLog" (
    "id" UUID NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "targetType" TEXT NOT NULL,
    "targetId" TEXT,
    "details" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditLog_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RefreshToken_userId_familyId_idx" ON "RefreshToken"("userId", "familyId");

-- CreateIndex
CREATE INDEX "RefreshToken_expiresAt_idx" ON "RefreshToken"("expiresAt");

-- CreateIndex
CREATE INDEX "ShareLink_id_idx" ON "ShareLink"("id");

-- CreateIndex
CREATE INDEX "AuditLog_createdAt_idx" ON "AuditLog"("createdAt");

-- CreateIndex
CREATE INDEX "AuditLog_actorId_idx" ON "AuditLog"("actorId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_role_lastSeenAt_idx" ON "User"("role", "lastSeenAt");

-- CreateIndex
CREATE INDEX "User_createdAt_idx" ON "User"("createdAt");

-- CreateIndex
CREATE INDEX "User_email_prefix_idx" ON "User"("email" text_pattern_ops);

-- CreateIndex
CREATE INDEX "QuizSession_createdAt_idx" ON "QuizSession"("createdAt");

-- CreateIndex
CREATE INDEX "Slate_createdAt_idx" ON "Slate"("createdAt");

-- CreateIndex
CREATE INDEX "Interaction_userId_occurredAt_idx" ON "Interaction"("userId", "occurredAt");

-- CreateIndex
CREATE INDEX "Interaction_userId_recommendationId_idx" ON "Interaction"("userId", "recommendationId");

-- CreateIndex
CREATE INDEX "InteractionTally_careerCode_userId_idx" ON "InteractionTally"("careerCode", "userId");

-- CreateIndex
CREATE INDEX "Impression_careerCode_idx" ON "Impression"("careerCode");

-- CreateIndex
CREATE INDEX "Interaction_createdAt_idx" ON "Interaction"("createdAt");

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndedSession" ADD CONSTRAINT "EndedSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareerReaction" ADD CONSTRAINT "CareerReaction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InteractionTally" ADD CONSTRAINT "InteractionTally_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SettledEvent" ADD CONSTRAINT "SettledEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareLink" ADD CONSTRAINT "ShareLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The tally is kept in the transaction that adds or removes interactions, whoever does. Rows are added in one order, so that two
-- transactions never wait for each other.
CREATE FUNCTION "Interaction_tally_added"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "InteractionTally" AS tally (
    "userId", "careerCode", "recommendationId", "views", "clicks", "implementations", "saves", "shares", "ratings", "dismissals",
    "viewMs", "halfStars", "labelMillionths"
  )
  SELECT "userId", "careerCode", COALESCE("recommendationId", '00000000-0000-0000-0000-000000000000'),
    count(*) FILTER (WHERE "kind" = 'view')::int AS "views",
    count(*) FILTER (WHERE "kind" = 'click')::int AS "clicks",
    count(*) FILTER (WHERE "kind" = 'implement')::int AS "implementations",
    count(*) FILTER (WHERE "kind" = 'save')::int AS "saves",
    count(*) FILTER (WHERE "kind" = 'share')::int AS "shares",
    count(*) FILTER (WHERE "kind" = 'rate')::int AS "ratings",
    count(*) FILTER (WHERE "kind" = 'dismiss')::int AS "dismissals",
    COALESCE(sum(round("value" * 1000)) FILTER (WHERE "kind" = 'view'), 0)::bigint AS "viewMs",
    COALESCE(sum(round("value" * 2)) FILTER (WHERE "kind" = 'rate'), 0)::int AS "halfStars",
    sum(round("label" * 1e6))::bigint AS "labelMillionths"
  FROM changed WHERE "careerCode" IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("userId", "careerCode", "recommendationId") DO UPDATE SET
    "views" = tally."views" + EXCLUDED."views",
    "clicks" = tally."clicks" + EXCLUDED."clicks",
    "implementations" = tally."implementations" + EXCLUDED."implementations",
    "saves" = tally."saves" + EXCLUDED."saves",
    "shares" = tally."shares" + EXCLUDED."shares",
    "ratings" = tally."ratings" + EXCLUDED."ratings",
    "dismissals" = tally."dismissals" + EXCLUDED."dismissals",
    "viewMs" = tally."viewMs" + EXCLUDED."viewMs",
    "halfStars" = tally."halfStars" + EXCLUDED."halfStars",
    "labelMillionths" = tally."labelMillionths" + EXCLUDED."labelMillionths";
  RETURN NULL;
END $$;

CREATE FUNCTION "Interaction_tally_removed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "InteractionTally" AS tally SET
    "views" = tally."views" - gone."views",
    "clicks" = tally."clicks" - gone."clicks",
    "implementations" = tally."implementations" - gone."implementations",
    "saves" = tally."saves" - gone."saves",
    "shares" = tally."shares" - gone."shares",
    "ratings" = tally."ratings" - gone."ratings",
    "dismissals" = tally."dismissals" - gone."dismissals",
    "viewMs" = tally."viewMs" - gone."viewMs",
    "halfStars" = tally."halfStars" - gone."halfStars",
    "labelMillionths" = tally."labelMillionths" - gone."labelMillionths"
  FROM (
    SELECT "userId", "careerCode", COALESCE("recommendationId", '00000000-0000-0000-0000-000000000000') AS "recommendationId",
      count(*) FILTER (WHERE "kind" = 'view')::int AS "views",
      count(*) FILTER (WHERE "kind" = 'click')::int AS "clicks",
      count(*) FILTER (WHERE "kind" = 'implement')::int AS "implementations",
      count(*) FILTER (WHERE "kind" = 'save')::int AS "saves",
      count(*) FILTER (WHERE "kind" = 'share')::int AS "shares",
      count(*) FILTER (WHERE "kind" = 'rate')::int AS "ratings",
      count(*) FILTER (WHERE "kind" = 'dismiss')::int AS "dismissals",
      COALESCE(sum(round("value" * 1000)) FILTER (WHERE "kind" = 'view'), 0)::bigint AS "viewMs",
      COALESCE(sum(round("value" * 2)) FILTER (WHERE "kind" = 'rate'), 0)::int AS "halfStars",
      sum(round("label" * 1e6))::bigint AS "labelMillionths"
    FROM changed WHERE "careerCode" IS NOT NULL GROUP BY 1, 2, 3
  ) AS gone
  WHERE tally."userId" = gone."userId" AND tally."careerCode" = gone."careerCode" AND tally."recommendationId" = gone."recommendationId";
  DELETE FROM "InteractionTally" AS tally USING (SELECT DISTINCT "userId", "careerCode" FROM changed) AS gone
  WHERE tally."userId" = gone."userId" AND tally."careerCode" = gone."careerCode"
    AND tally."views" + tally."clicks" + tally."implementations" + tally."saves" + tally."shares" + tally."ratings" + tally."dismissals" = 0;
  RETURN NULL;
END $$;

CREATE TRIGGER "Interaction_tally_added" AFTER INSERT ON "Interaction" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "Interaction_tally_added"();

CREATE TRIGGER "Interaction_tally_removed" AFTER DELETE ON "Interaction" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "Interaction_tally_removed"();
