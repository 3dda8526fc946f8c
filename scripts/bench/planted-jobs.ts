import { toVectorLiteral } from "@/lib/db/careers";
import { createRng, type Rng } from "@/lib/engine/math/random";
import type { Deps } from "@/lib/use-cases/deps";

const WIDTH = 384;
/** Vectors whose sums by threes are the noise: more than there are jobs. */
const NOISES = 200;
/** A job lies as near to its occupation as real postings do: a cosine of about 0.75. */
const NOISE_LENGTH = 0.5;

const INDEX_MS_MAX = 600_000;

function makeNoise(rng: Rng): string {
  const raw = Float64Array.from({ length: WIDTH }, () => rng.normal());
  const scale = NOISE_LENGTH / Math.hypot(...raw);
  return toVectorLiteral(raw.map((value) => Number((value * scale).toPrecision(5))));
}

/**
 * Open jobs of all occupations, around their embeddings: a seventh remote, in fifty cities, half of them silent about level, pay or skills. The
 * same call plants the same jobs but for the time. The index of embeddings is made afterwards, as for a large import.
 */
export async function plantJobs(deps: Pick<Deps, "db" | "embedder">, count: number): Promise<void> {
  const { db } = deps;
  const rng = createRng(7);
  const noises = Array.from({ length: NOISES }, (_, n) => ({ n, vector: makeNoise(rng) }));
  await db.$executeRaw`TRUNCATE "Job", "Company" CASCADE`;
  const [index] = await db.$queryRaw<
    { made: string }[]
  >`SELECT "indexdef" AS "made" FROM pg_indexes WHERE "indexname" = 'Job_embedding_hnsw'`;
  if (index === undefined) throw new Error("there is no index of embeddings");
  await db.$executeRaw`DROP INDEX "Job_embedding_hnsw"`;
  await db.$executeRaw`CREATE TABLE IF NOT EXISTS bench_noise AS SELECT r."n", r."vector"::vector AS "vector"
    FROM jsonb_to_recordset(${JSON.stringify(noises)}::jsonb) AS r("n" int, "vector" text)`;
  await db.$executeRaw`CREATE TABLE IF NOT EXISTS bench_career AS SELECT (row_number() OVER (ORDER BY "code"))::int - 1 AS "n", "code",
      "clusterId", "title", "embedding", "medianWageYear" AS "pay", ARRAY(SELECT t->>'name' FROM jsonb_array_elements("record"->'technologies') t LIMIT 8) AS "skills"
    FROM "Career" WHERE "isActive" AND "embedding" IS NOT NULL`;
  await db.$executeRaw`INSERT INTO "Company" ("id", "name") SELECT md5('company ' || n)::uuid, 'Company ' || n FROM generate_series(0, 1999) n`;
  // In steps: the embedded database serves nobody else meanwhile, and a transaction has its time limit.
  for (let from = 0; from < count; from += 10_000) await plantSome(deps, from, Math.min(count, from + 10_000));
  await db.$executeRaw`DROP TABLE bench_noise, bench_career`;
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL maintenance_work_mem = '512MB'`;
      await tx.$executeRawUnsafe(index.made);
    },
    { timeout: INDEX_MS_MAX },
  );
  await db.$executeRawUnsafe('VACUUM ANALYZE "Job"');
}

async function plantSome({ db, embedder }: Pick<Deps, "db" | "embedder">, from: number, to: number): Promise<void> {
  await db.$executeRaw`INSERT INTO "Job" ("id", "companyId", "source", "sourceId", "title", "location", "isRemote", "tags", "seniority",
      "description", "salaryMin", "salaryMax", "careerCode", "careerConfidence", "clusterId", "typicalSalaryMin", "typicalSalaryMax",
      "typicalSkills", "typicalSeniority", "postedAt", "embedding", "embeddingModel")
    SELECT md5('job ' || at)::uuid, md5('company ' || h % 2000)::uuid, 'csv', at::text, c."title", 'City ' || h / 7 % 50 || ', Texas', h % 7 = 0,
      CASE WHEN h % 2 = 0 THEN c."skills"[1:4] ELSE '{}' END,
      (CASE WHEN h / 3 % 2 = 0 THEN (enum_range(NULL::"Seniority"))[1 + h / 11 % 6] END), repeat(c."title" || ' ' || md5(at::text) || ' ', 25),
      CASE WHEN h / 5 % 2 = 0 THEN p.pay * 0.8 END, CASE WHEN h / 5 % 2 = 0 THEN p.pay * 1.1 END, c."code", 0.7, c."clusterId", p.pay * 0.7,
      p.pay * 1.3, c."skills", (enum_range(NULL::"Seniority"))[1 + h / 13 % 4], now() - h % 2000 * interval '1 hour',
      l2_normalize(c."embedding" + n1."vector" + n2."vector" + n3."vector")::halfvec, ${embedder?.model ?? null}
    FROM (SELECT at, abs(hashint4(at)::bigint) AS h FROM generate_series(${from}::int, ${to - 1}::int) at) j
    JOIN bench_career c ON c."n" = h % (SELECT count(*) FROM bench_career)
    JOIN bench_noise n1 ON n1."n" = at % ${NOISES}::int JOIN bench_noise n2 ON n2."n" = h / 17 % ${NOISES}::int
    JOIN bench_noise n3 ON n3."n" = h / 9973 % ${NOISES}::int
    CROSS JOIN LATERAL (SELECT COALESCE(c."pay", 60000) * (0.8 + h / 19 % 100 / 200.0) AS pay) p`;
}

/** People who look for jobs like those of an occupation, and have swiped some. */
export async function plantSeekers(deps: Pick<Deps, "db">, count: number, swipesEach: number): Promise<string[]> {
  const { db } = deps;
  await db.user.deleteMany();
  await db.$executeRaw`INSERT INTO "User" ("id", "headline", "skills", "preferredLocations", "seniority")
    SELECT md5('seeker ' || n)::uuid, c."title", ARRAY(SELECT t->>'name' FROM jsonb_array_elements(c."record"->'technologies') t LIMIT 5),
      ARRAY['City ' || n % 50 || ', Texas'], (enum_range(NULL::"Seniority"))[1 + n % 6]
    FROM (SELECT "title", "record", row_number() OVER (ORDER BY md5("code")) AS n FROM "Career" WHERE "isActive") c WHERE n <= ${count}`;
  await db.$executeRaw`INSERT INTO "Swipe" ("userId", "jobId", "direction")
    SELECT u."id", j."id", (CASE WHEN s % 3 = 0 THEN 'RIGHT' ELSE 'LEFT' END)::"SwipeDirection" FROM "User" u, generate_series(1, ${swipesEach}::int) s
    JOIN LATERAL (SELECT md5('job ' || s * 37)::uuid AS "id") x ON TRUE JOIN "Job" j ON j."id" = x."id" ON CONFLICT DO NOTHING`;
  for (const table of ["User", "Swipe"]) await db.$executeRawUnsafe(`VACUUM ANALYZE "${table}"`);
  const people = await db.user.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  return people.map(({ id }) => id);
}
