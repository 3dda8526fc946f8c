-- All that comparing remote jobs one by one reads, side by side: fetching each from the table takes longer than comparing it. What has no limit to
-- its length is left out, since a row of an index has one.
DROP INDEX "Job_remote_idx";
CREATE INDEX "Job_remote_idx" ON "Job" ("postedAt" DESC) INCLUDE ("id", "embedding", "embeddingModel", "expiresAt", "seniority", "typicalSeniority",
  "salaryMin", "salaryMax", "typicalSalaryMin", "typicalSalaryMax", "companyId", "clusterId", "careerCode") WHERE "isActive" AND "isRemote";
