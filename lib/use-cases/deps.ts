import { randomUUID } from "node:crypto";
import path from "node:path";
import { type Background, makeBackground } from "@/lib/adapters/background";
import { type CatalogueFiles, openCatalogueFiles } from "@/lib/adapters/catalogue-files";
import { type Embedder, loadEmbedder } from "@/lib/adapters/embedder";
import { metrics } from "@/lib/adapters/metrics";
import { makePasswordHasher, type PasswordHasher } from "@/lib/adapters/password";
import { makeRateLimiter, type RateLimiter } from "@/lib/adapters/rate-limiter";
import { type OpenDatabase, openDatabase } from "@/lib/db/open";
import type { CareerPopularity } from "@/lib/engine/features/career-popularity";
import type { JobPopularity } from "@/lib/engine/features/job-popularity";
import { type Env, getEnv } from "@/lib/env";
import type { SnapshotCache } from "./career-snapshot";
import { type MatchCache, makeMatchCache } from "./match/get-match-model";
import { makeRankerCaches, type RankerCaches } from "./ranking/get-ranker";
import type { DailyCache } from "./ranking/once-a-day";

export type Deps = {
  db: OpenDatabase["db"];
  dbEngine: OpenDatabase["engine"];
  /** null when no model loads: matching by ability alone */
  embedder: Embedder | null;
  /** Why there is no embedder; null when there is one. */
  embedderError: string | null;
  catalogue: CatalogueFiles;
  passwords: PasswordHasher;
  limiter: RateLimiter;
  background: Background;
  defaultAlpha: number;
  /** How long what a guest left is kept after they were last seen. */
  guestRetentionDays: number;
  nowMs: () => number;
  newId: () => string;
  /** The catalogue laid out for scoring, kept between requests. */
  snapshot: SnapshotCache;
  /** The promoted ranker of each surface, and what everybody did until today. */
  rankers: RankerCaches;
  /** What says how likely a career suits. */
  match: MatchCache;
  popularity: DailyCache<CareerPopularity>;
  jobPopularity: DailyCache<JobPopularity>;
  /** LightGBM's command-line program, which then trains rankers; null trains them here. */
  lightGbm: string | null;
  /** Longer than this no list waits for the ranker. */
  rankerMsMax: number;
  /** How much the score counts against variety in a feed of jobs: 1 is the score alone. */
  jobsMmrLambda: number;
  close: () => Promise<void>;
};

/** Opens the database and loads the model that the environment names. */
export async function openDeps(env: Env): Promise<Deps> {
  const { db, engine, close } = await openDatabase({
    databaseUrl: env.DATABASE_URL,
    dataDir: env.dataDir,
    onError: (kind) => metrics.databaseErrors.inc({ kind }),
  });
  const background = makeBackground();
  let embedder: Embedder | null = null;
  let embedderError: string | null = null;
  try {
    if (env.EMBEDDING_MODEL === "none") embedderError = "EMBEDDING_MODEL is none.";
    else embedder = await loadEmbedder(env.EMBEDDING_MODEL, path.join(env.dataDir, "models"));
  } catch (error) {
    embedderError = (error as Error).message;
  }
  const limiter = makeRateLimiter({ redisUrl: env.REDIS_URL, scale: env.RATE_LIMIT_SCALE });
  return {
    db,
    dbEngine: engine,
    embedder,
    embedderError,
    catalogue: await openCatalogueFiles(),
    passwords: makePasswordHasher(),
    limiter,
    background,
    defaultAlpha: env.RECOMMEND_ALPHA,
    guestRetentionDays: env.GUEST_RETENTION_DAYS,
    nowMs: Date.now,
    newId: randomUUID,
    snapshot: { current: null, checkedAtMs: 0 },
    rankers: makeRankerCaches(),
    popularity: { current: null },
    match: makeMatchCache(),
    jobPopularity: { current: null },
    lightGbm: env.LIGHTGBM_BIN ?? null,
    rankerMsMax: env.RANKER_MS_MAX,
    jobsMmrLambda: env.JOBS_MMR_LAMBDA,
    close: async () => {
      await limiter.close();
      background.stop();
      await background.settle();
      await close();
    },
  };
}

// Next bundles this module several times into one process (instrumentation, pages, routes): only globalThis is shared.
const shared = globalThis as unknown as { waymarkDeps?: Promise<Deps> };

/** The server's own dependencies, opened once a process. */
export function getDeps(): Promise<Deps> {
  if (process.env.NEXT_PHASE === "phase-production-build") {
    throw new Error("The database was asked for during the build: make the page dynamic.");
  }
  shared.waymarkDeps ??= openDeps(getEnv()).catch((error: unknown) => {
    delete shared.waymarkDeps;
    throw error;
  });
  return shared.waymarkDeps;
}
