import type { Deps } from "@/lib/use-cases/deps";

export type PlantedSize = { people: number; lists: number; interactions: number };

const LIST_LENGTH = 5;

/**
 * Fills an empty database with people who agreed, lists of five careers and interactions with them, in the mix that S5 leads one to
 * expect: mostly views, some clicks, few of the rest. The same call plants the same rows but for their times.
 * @param codes  the first is shown most, by Zipf's law; a single one is what everything is about
 */
export async function plantInteractions(
  deps: Pick<Deps, "db">,
  codes: readonly string[],
  { people, lists, interactions }: PlantedSize,
): Promise<void> {
  const { db } = deps;
  const impressions = lists * LIST_LENGTH;
  const weights = codes.map((_, i) => 1 / (i + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let upto = 0;
  const shares = codes.map((code, i) => {
    upto += (weights[i] ?? 0) / total;
    return { code, upto };
  });
  // Truncating runs none of the triggers that keep the tallies.
  await db.$executeRaw`TRUNCATE "User", "QuizSession", "Slate", "Impression", "Interaction", "InteractionTally" CASCADE`;
  await db.$executeRaw`INSERT INTO "User" ("id", "trackingConsent")
    SELECT md5('person ' || n)::uuid, TRUE FROM generate_series(0, ${people - 1}::int) n`;
  await db.$executeRaw`INSERT INTO "Slate" ("userId", "id", "mode", "options", "diversityScore", "createdAt")
    SELECT md5('person ' || n % ${people}::int)::uuid, md5('list ' || n)::uuid, 'hybrid', '{}', 0.5, now() - interval '90 days'
    FROM generate_series(0, ${lists - 1}::int) n`;
  await db.$executeRaw`INSERT INTO "Impression"
      ("userId", "id", "slateId", "position", "careerCode", "score", "parts", "explanation", "policy", "propensity")
    SELECT md5('person ' || list % ${people}::int)::uuid, md5('impression ' || n)::uuid, md5('list ' || list)::uuid,
      n % ${LIST_LENGTH}::int + 1, (
        SELECT s."code" FROM jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) AS s("code" text, "upto" float8)
        WHERE s."upto" >= luck ORDER BY s."upto" LIMIT 1
      ), 50, '{}', '{}', 'base', 1
    FROM (
      SELECT n, n / ${LIST_LENGTH}::int AS list, 0.999999 * abs(hashint4(n)::float8) / 2147483648 AS luck
      FROM generate_series(0, ${impressions - 1}::int) n
    ) shown`;
  await db.$executeRaw`INSERT INTO "Interaction"
      ("userId", "id", "recommendationId", "careerCode", "kind", "value", "label", "occurredAt", "createdAt")
    SELECT i."userId", md5('event ' || n)::uuid, i."id", i."careerCode", e."kind"::"InteractionKind", e."value", CASE e."kind"
        WHEN 'view' THEN 0.1 + 0.3 * LEAST(1, e."value" / 60) WHEN 'rate' THEN e."value" / 5 WHEN 'implement' THEN 1 WHEN 'save' THEN 0.8
        WHEN 'share' THEN 0.6 WHEN 'click' THEN 0.4 ELSE 0 END, at, at
    FROM (
      SELECT n, md5('impression ' || abs(hashint4(n + 7)::bigint) % ${impressions}::int)::uuid AS "recommendationId", k."kind",
        now() - n % 7776000 * interval '1 second' AS at, CASE k."kind" WHEN 'view' THEN n % 180000 / 1000.0 WHEN 'rate' THEN 1 + n % 9 / 2.0 END AS "value"
      FROM generate_series(0, ${interactions - 1}::int) n, LATERAL (SELECT CASE
        WHEN n % 100 < 60 THEN 'view' WHEN n % 100 < 85 THEN 'click' WHEN n % 100 < 90 THEN 'save' WHEN n % 100 < 94 THEN 'dismiss'
        WHEN n % 100 < 96 THEN 'rate' WHEN n % 100 < 98 THEN 'share' ELSE 'implement' END AS "kind") k
    ) e JOIN "Impression" i ON i."id" = e."recommendationId"`;
  // What a server does by itself within a minute.
  for (const table of ["User", "Slate", "Impression", "Interaction", "InteractionTally"]) {
    await db.$executeRawUnsafe(`VACUUM ANALYZE "${table}"`);
  }
}

/** The first impression of a career, its person, and how much there is about it. */
export async function findPlanted(deps: Pick<Deps, "db">, careerCode: string) {
  const { userId, id } = await deps.db.impression.findFirstOrThrow({ where: { careerCode } });
  const [impressions, interactions] = await Promise.all([
    deps.db.impression.count({ where: { careerCode } }),
    deps.db.interaction.count({ where: { careerCode } }),
  ]);
  return { userId, recommendationId: id, impressions, interactions };
}
