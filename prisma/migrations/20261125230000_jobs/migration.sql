-- CreateEnum
CREATE TYPE "SwipeDirection" AS ENUM ('LEFT', 'RIGHT');

-- CreateEnum
CREATE TYPE "ApplicationStatus" AS ENUM ('SUBMITTED', 'WAITING_FOR_REVIEW', 'HR_MEETING', 'TECHNICAL_INTERVIEW', 'FINAL_INTERVIEW', 'HIRED', 'REJECTED');

-- CreateTable
CREATE TABLE "Company" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "importKey" TEXT,
    "ownerId" UUID,
    "about" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "location" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "sourceId" TEXT,
    "sourceUrl" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "location" TEXT NOT NULL DEFAULT '',
    "isRemote" BOOLEAN NOT NULL DEFAULT false,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "seniority" "Seniority",
    "description" TEXT NOT NULL DEFAULT '',
    "salaryMin" DOUBLE PRECISION,
    "salaryMax" DOUBLE PRECISION,
    "careerCode" TEXT,
    "careerConfidence" DOUBLE PRECISION,
    "clusterId" TEXT,
    "typicalSalaryMin" DOUBLE PRECISION,
    "typicalSalaryMax" DOUBLE PRECISION,
    "typicalSkills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "typicalSeniority" "Seniority",
    "postedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "contentHash" TEXT NOT NULL DEFAULT '',
    "embedding" vector(384),
    "embeddingModel" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobProfile" (
    "userId" UUID NOT NULL,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "deniedSkills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "baseEmbedding" vector(384),
    "embedding" vector(384),
    "embeddingModel" TEXT,
    "baseHash" TEXT NOT NULL DEFAULT '',
    "likedCount" INTEGER NOT NULL DEFAULT 0,
    "learnsSinceAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JobProfile_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "JobFeed" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "filters" JSONB NOT NULL,
    "mode" TEXT NOT NULL,
    "jobIds" UUID[],
    "scores" DOUBLE PRECISION[],
    "shownIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JobFeed_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Swipe" (
    "userId" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "direction" "SwipeDirection" NOT NULL,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "score" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Swipe_pkey" PRIMARY KEY ("userId","jobId")
);

-- CreateTable
CREATE TABLE "Application" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "status" "ApplicationStatus" NOT NULL DEFAULT 'SUBMITTED',
    "scoreAtApply" DOUBLE PRECISION NOT NULL,
    "partsAtApply" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "ApplicationEvent" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "fromStatus" "ApplicationStatus",
    "toStatus" "ApplicationStatus",
    "message" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApplicationEvent_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "JobImpression" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "parts" JSONB NOT NULL,
    "similarity" DOUBLE PRECISION,
    "policy" TEXT NOT NULL,
    "modelVersion" TEXT,
    "propensity" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JobImpression_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "JobInteraction" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "jobId" UUID NOT NULL,
    "impressionId" UUID,
    "action" TEXT NOT NULL,
    "seconds" DOUBLE PRECISION,
    "scoreAtView" DOUBLE PRECISION,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "JobInteraction_pkey" PRIMARY KEY ("userId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Company_importKey_key" ON "Company"("importKey");

-- CreateIndex
CREATE INDEX "Company_ownerId_idx" ON "Company"("ownerId");

-- CreateIndex
CREATE INDEX "Job_companyId_idx" ON "Job"("companyId");

-- CreateIndex
CREATE INDEX "Job_isActive_postedAt_id_idx" ON "Job"("isActive", "postedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Job_careerCode_idx" ON "Job"("careerCode");

-- CreateIndex
CREATE INDEX "Job_expiresAt_idx" ON "Job"("expiresAt");

-- CreateIndex
CREATE INDEX "Job_embedding_hnsw" ON "Job" USING hnsw ("embedding" vector_cosine_ops) WHERE "isActive";

-- CreateIndex
CREATE UNIQUE INDEX "Job_source_sourceId_key" ON "Job"("source", "sourceId");

-- CreateIndex
CREATE INDEX "JobFeed_id_idx" ON "JobFeed"("id");

-- CreateIndex
CREATE INDEX "JobFeed_createdAt_idx" ON "JobFeed"("createdAt");

-- CreateIndex
CREATE INDEX "Swipe_userId_createdAt_idx" ON "Swipe"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Swipe_jobId_idx" ON "Swipe"("jobId");

-- CreateIndex
CREATE INDEX "Swipe_createdAt_idx" ON "Swipe"("createdAt");

-- CreateIndex
CREATE INDEX "Application_id_idx" ON "Application"("id");

-- CreateIndex
CREATE INDEX "Application_jobId_status_idx" ON "Application"("jobId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Application_userId_jobId_key" ON "Application"("userId", "jobId");

-- CreateIndex
CREATE INDEX "ApplicationEvent_userId_applicationId_createdAt_idx" ON "ApplicationEvent"("userId", "applicationId", "createdAt");

-- CreateIndex
CREATE INDEX "JobImpression_userId_jobId_idx" ON "JobImpression"("userId", "jobId");

-- CreateIndex
CREATE INDEX "JobImpression_createdAt_idx" ON "JobImpression"("createdAt");

-- CreateIndex
CREATE INDEX "JobInteraction_userId_jobId_idx" ON "JobInteraction"("userId", "jobId");

-- CreateIndex
CREATE INDEX "JobInteraction_createdAt_idx" ON "JobInteraction"("createdAt");

-- AddForeignKey
ALTER TABLE "Company" ADD CONSTRAINT "Company_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobProfile" ADD CONSTRAINT "JobProfile_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobFeed" ADD CONSTRAINT "JobFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Swipe" ADD CONSTRAINT "Swipe_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_userId_applicationId_fkey" FOREIGN KEY ("userId", "applicationId") REFERENCES "Application"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobImpression" ADD CONSTRAINT "JobImpression_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobInteraction" ADD CONSTRAINT "JobInteraction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


