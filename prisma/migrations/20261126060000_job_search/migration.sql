-- Trigrams find a place by any part of its name.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Half precision, and never out of line: the index and a comparison one by one read half as many pages.
DROP INDEX "Job_embedding_hnsw";
ALTER TABLE "Job" ALTER COLUMN "embedding" SET STORAGE PLAIN;
ALTER TABLE "Job" ALTER COLUMN "embedding" TYPE halfvec(384) USING "embedding"::halfvec(384);

-- Skills of the posting, or else of its occupation, in lower case. Immutable, which the text form of an array is not said to be, although
-- that of an array of texts is.
CREATE FUNCTION "job_skill_keys"("tags" TEXT[], "typical" TEXT[]) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower((CASE WHEN cardinality("tags") > 0 THEN "tags" ELSE "typical" END)::text)::text[];
ALTER TABLE "Job" ADD COLUMN "skillKeys" TEXT[] GENERATED ALWAYS AS ("job_skill_keys"("tags", "typicalSkills")) STORED;

CREATE INDEX "Job_embedding_hnsw" ON "Job" USING hnsw ("embedding" halfvec_cosine_ops) WHERE "isActive";
CREATE INDEX "Job_skillKeys_idx" ON "Job" USING gin ("skillKeys");
CREATE INDEX "Job_location_trgm" ON "Job" USING gin (lower("location") gin_trgm_ops);
CREATE INDEX "Job_remote_idx" ON "Job"("postedAt" DESC) WHERE "isActive" AND "isRemote";
