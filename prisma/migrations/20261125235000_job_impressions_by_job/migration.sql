-- CreateIndex
CREATE INDEX "JobImpression_jobId_idx" ON "JobImpression"("jobId");
