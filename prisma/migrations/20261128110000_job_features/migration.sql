-- What a ranker may know of person and job, as it was when the job was shown.
ALTER TABLE "JobImpression" ADD COLUMN "features" REAL[], ADD COLUMN "featureVersion" TEXT;

-- The ranker that had a part in the order.
ALTER TABLE "JobFeed" ADD COLUMN "modelVersion" TEXT;
