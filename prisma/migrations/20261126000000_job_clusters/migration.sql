-- CreateIndex
CREATE INDEX "Job_clusterId_idx" ON "Job"("clusterId");
