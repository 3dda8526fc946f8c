-- pgvector, for the 384-wide embeddings
CREATE EXTENSION IF NOT EXISTS vector;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('guest', 'member', 'employer', 'client', 'provider', 'admin');

-- CreateEnum
CREATE TYPE "InteractionKind" AS ENUM ('view', 'click', 'implement', 'save', 'share', 'rate', 'dismiss');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'guest',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Cluster" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "blurb" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Career" (
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "clusterId" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "isShipped" BOOLEAN NOT NULL DEFAULT false,
    "record" JSONB NOT NULL,
    "abilityVector" DOUBLE PRECISION[],
    "medianWageYear" DOUBLE PRECISION,
    "growthPercent" DOUBLE PRECISION,
    "openingsPerYear" INTEGER,
    "schoolingLevel" INTEGER NOT NULL,
    "searchText" TEXT NOT NULL,
    "embedding" vector(384),
    "embeddingModel" TEXT,
    "embeddingHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Career_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "QuizSession" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "quizVersion" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuizSession_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Slate" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "embeddingModel" TEXT,
    "diversityScore" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Slate_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Impression" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "careerCode" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "parts" JSONB NOT NULL,
    "embeddingSimilarity" DOUBLE PRECISION,
    "abilitySimilarity" DOUBLE PRECISION NOT NULL,
    "explanation" JSONB NOT NULL,
    "policy" TEXT NOT NULL,
    "modelVersion" TEXT,
    "propensity" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Impression_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Interaction" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sessionId" UUID,
    "careerCode" TEXT,
    "kind" "InteractionKind" NOT NULL,
    "value" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Interaction_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "SavedCareer" (
    "userId" UUID NOT NULL,
    "careerCode" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedCareer_pkey" PRIMARY KEY ("userId","careerCode")
);

-- CreateIndex
CREATE UNIQUE INDEX "Cluster_name_key" ON "Cluster"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Career_title_key" ON "Career"("title");

-- CreateIndex
CREATE INDEX "Career_clusterId_idx" ON "Career"("clusterId");

-- CreateIndex
CREATE INDEX "Career_updatedAt_idx" ON "Career"("updatedAt");

-- CreateIndex
CREATE INDEX "QuizSession_id_idx" ON "QuizSession"("id");

-- CreateIndex
CREATE INDEX "Slate_userId_sessionId_createdAt_idx" ON "Slate"("userId", "sessionId", "createdAt");

-- CreateIndex
CREATE INDEX "Impression_userId_slateId_position_idx" ON "Impression"("userId", "slateId", "position");

-- CreateIndex
CREATE INDEX "Impression_id_idx" ON "Impression"("id");

-- CreateIndex
CREATE INDEX "Interaction_userId_createdAt_idx" ON "Interaction"("userId", "createdAt");

-- AddForeignKey
ALTER TABLE "Career" ADD CONSTRAINT "Career_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizSession" ADD CONSTRAINT "QuizSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slate" ADD CONSTRAINT "Slate_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slate" ADD CONSTRAINT "Slate_userId_sessionId_fkey" FOREIGN KEY ("userId", "sessionId") REFERENCES "QuizSession"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Impression" ADD CONSTRAINT "Impression_userId_slateId_fkey" FOREIGN KEY ("userId", "slateId") REFERENCES "Slate"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedCareer" ADD CONSTRAINT "SavedCareer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


