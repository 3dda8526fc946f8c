-- The embedded database is WebAssembly, which converts half precision number by number: it walks an index of single precision in a third of the time.
DO $$
BEGIN
  IF version() LIKE '%PGlite%' THEN
    DROP INDEX "Job_embedding_hnsw";
    CREATE INDEX "Job_embedding_hnsw" ON "Job" USING hnsw (("embedding"::vector(384)) vector_cosine_ops) WHERE "isActive";
  END IF;
END $$;
