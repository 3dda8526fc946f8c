import { z } from "zod";
import { SenioritySchema } from "@/lib/contracts/jobs";
import { Prisma } from "./generated/client";
import {
  JOB_SENIORITY,
  JOB_SKILLS,
  toFilterConditions,
  toWideningQuery,
  type Wanted,
  type WideningFilter,
  whereWanted,
} from "./job-filters";
import type { Db, DbOrTx, OpenDatabase } from "./open";

export const CANDIDATES_MAX = 300;
/** Rows of the index that a filtered search looks at before it gives up and all matching rows are compared. */
const SCAN_TUPLES_MAX = 20_000;
/** So many times as many of the nearest are looked at as should hold 300 that pass, since what passes does not lie evenly. */
const SCAN_SPARE = 4;
/** Of more jobs than that share the planner would rather sort all. */
const SCAN_SHARE_MAX = 1 / 8;
/** Rows that the index finds in a round, of which several may follow: about as many, so that the last round is one that is needed. */
const ROUND = 330;
/** A round finds so many times what is taken of it, since swiped jobs are left out. */
const ROUND_SLACK = 1.03;
/**
 * spare: jobs taken beyond the nearest 300, since they come in an order that is only nearly by distance; fewer where few pass the filters, since more
 * rounds find nearly all that lie near anyway. exactMax: so few jobs are compared one by one sooner than an index finds 300 of them among all
 * the others. An embedded database has fewer jobs.
 */
const SEARCH = {
  server: { spare: 400, exactMax: 18_000 },
  embedded: { spare: 50, exactMax: 6000 },
};

/** What the base score needs, in the order of BASE. */
const BaseSchema = z.tuple([
  z.string(),
  z.array(z.string()),
  SenioritySchema.nullable(),
  z.number(),
  z.boolean(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.number().nullable(),
]);
/** What a ranker asks beyond it, in the order of POSTING. */
const PostingSchema = z.tuple([
  z.boolean(),
  z.boolean(),
  z.string(),
  z.string(),
  z.string(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
]);

const toBase = (row: z.output<typeof BaseSchema>) => ({
  id: row[0],
  /** As the posting names them, or its occupation. */
  skills: row[1],
  seniority: row[2],
  postedAtMs: row[3],
  isRemote: row[4],
  location: row[5],
  clusterId: row[6],
  careerCode: row[7],
  /** With the profile; null where the job has no embedding of the model. */
  cosine: row[8],
});
const toPosting = (row: z.output<typeof PostingSchema>) => ({
  /** Whether the posting itself names skills and a level. */
  namesSkills: row[0],
  namesSeniority: row[1],
  title: row[2],
  source: row[3],
  companyId: row[4],
  expiresAtMs: row[5],
  careerConfidence: row[6],
  salaryMin: row[7],
  salaryMax: row[8],
  typicalSalaryMin: row[9],
  typicalSalaryMax: row[10],
});
/** What ranks a job. */
export type Candidate = ReturnType<typeof toBase> & {
  /** null where no ranker asks for it: it would double what is read. */
  posting: ReturnType<typeof toPosting> | null;
};

const COLUMNS = Prisma.sql`j."id", ${JOB_SKILLS} AS "skills", ${JOB_SENIORITY} AS "seniority", j."postedAt", j."isRemote", j."location", j."clusterId",
  j."careerCode", cardinality(j."tags") > 0 AS "namesSkills", j."seniority" IS NOT NULL AS "namesSeniority", j."title", j."source", j."companyId",
  j."expiresAt", j."careerConfidence", j."salaryMin", j."salaryMax", j."typicalSalaryMin", j."typicalSalaryMax"`;
/** Arrays, since the names of 300 rows' columns would be most of the text. */
const BASE = Prisma.sql`json_build_array(c."id", c."skills", c."seniority", extract(epoch FROM c."postedAt")::float8 * 1000, c."isRemote",
  c."location", c."clusterId", c."careerCode", c."cosine")`;
const POSTING = Prisma.sql`json_build_array(c."namesSkills", c."namesSeniority", c."title", c."source", c."companyId",
  extract(epoch FROM c."expiresAt")::float8 * 1000, c."careerConfidence", c."salaryMin", c."salaryMax", c."typicalSalaryMin", c."typicalSalaryMax")`;
/** All rows as one text: the client takes several times as long to read 300 rows. */
const asText = (isLearned: boolean): Prisma.Sql =>
  Prisma.sql`COALESCE(json_agg(${BASE}), '[]')::text AS "base", ${isLearned ? Prisma.sql`json_agg(${POSTING})::text` : Prisma.sql`NULL`} AS "postings"`;

export type CandidateQuery = Wanted & {
  /** The profile as PostgreSQL writes vectors; null when nothing is known of the person. */
  vector: string | null;
  model: string | null;
  /** Jobs that were shown already. */
  shownIds: readonly string[];
  /** Whether a ranker has a part in the order. */
  isLearned: boolean;
};

type Asked = Pick<CandidateQuery, "isLearned">;
type Profile = { vector: string; model: string };

const whereNew = (query: CandidateQuery): Prisma.Sql =>
  Prisma.sql`${whereWanted(query)} AND j."id" <> ALL(${[...query.shownIds]}::uuid[])`;

/**
 * Up to 300 jobs that the person may be shown: the nearest to their profile, or else the newest.
 * @param exactMax  jobs up to which all that pass are compared
 */
export async function listCandidates(
  db: Db,
  engine: OpenDatabase["engine"],
  query: CandidateQuery,
  exactMax = SEARCH[engine].exactMax,
): Promise<Candidate[]> {
  const { vector, model } = query;
  const where = whereNew(query);
  if (vector === null || model === null) return listNewest(db, where, query);
  // An occupation has few jobs, and an index of its own.
  if (query.filters.career === undefined) {
    const share = await getShare(db, query);
    if (share.passing > exactMax) {
      const near = await listNearest(db, engine, where, { ...query, vector, model, share });
      if (near.length === CANDIDATES_MAX) return near;
    }
  }
  return listNearestExactly(db, engine, where, { ...query, vector, model });
}

type Share = { passing: number; all: number };
/** Who asks the same of the same database within a minute shares a sample: it only says which way to search. */
const SHARE_MS_MAX = 60_000;
const SHARES_MAX = 1000;
const sharesOf = new WeakMap<Db, Map<string, { untilMs: number; share: Promise<Share> }>>();

/** Swipes are left out: they are few, and would make everybody's question another one. */
function getShare(db: Db, { filters, preferences }: Wanted): Promise<Share> {
  const shares = sharesOf.get(db) ?? new Map<string, { untilMs: number; share: Promise<Share> }>();
  sharesOf.set(db, shares);
  const key = JSON.stringify([filters, preferences]);
  const known = shares.get(key);
  if (known !== undefined && performance.now() < known.untilMs) return known.share;
  if (shares.size >= SHARES_MAX) shares.clear();
  const share = sampleShare(db, { userId: null, filters, preferences });
  shares.set(key, { untilMs: performance.now() + SHARE_MS_MAX, share });
  share.catch(() => shares.delete(key));
  return share;
}

/**
 * How many jobs pass, and how many there are, from a hundredth of the table's pages: the planner's own estimate knows nothing of conditions on what is
 * typical of an occupation. The same pages each time, so that the same question is answered in the same way.
 */
async function sampleShare(db: DbOrTx, wanted: Wanted): Promise<Share> {
  const rows = await db.$queryRaw<Share[]>`
    SELECT 100 * count(*) FILTER (WHERE ${whereWanted(wanted)})::int AS "passing", 100 * count(*)::int AS "all"
    FROM "Job" j TABLESAMPLE SYSTEM (1) REPEATABLE (1) WHERE j."isActive"`;
  return rows[0] ?? { passing: 0, all: 0 };
}

async function listNewest(db: DbOrTx, where: Prisma.Sql, { isLearned }: Asked): Promise<Candidate[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${asText(isLearned)} FROM (SELECT ${COLUMNS}, NULL::float8 AS "cosine" FROM "Job" j
      WHERE ${where} ORDER BY j."postedAt" DESC, j."id" LIMIT ${CANDIDATES_MAX}) c`;
  return toCandidates(rows[0]);
}

/**
 * Cosine distance of a job `j`. Single precision on the embedded database, as in its index: WebAssembly converts half precision number by number,
 * each time anew. The profile is rounded on both, so that both come to the same.
 */
function toDistance(engine: OpenDatabase["engine"], vector: string): Prisma.Sql {
  if (engine === "server") return Prisma.sql`j."embedding" <=> ${vector}::halfvec`;
  return Prisma.sql`j."embedding"::vector(384) <=> ${vector}::halfvec::vector(384)`;
}

/**
 * By the index: fast, nearly exact, and short of jobs where few pass the filters or lie near. One statement: its settings hold within it and are
 * made before the index is opened. The filters stand outside of the ordered part, whose limit tells the planner what sorting all jobs would not: that few
 * of them are wanted.
 * @param share  of all jobs, those that pass
 */
async function listNearest(
  db: DbOrTx,
  engine: OpenDatabase["engine"],
  where: Prisma.Sql,
  { vector, model, share, isLearned }: Profile & Asked & { share: Share },
): Promise<Candidate[]> {
  const found = CANDIDATES_MAX + Math.round((SEARCH[engine].spare * share.passing) / share.all);
  const needed = (ROUND_SLACK * found * share.all) / share.passing;
  const efSearch = Math.ceil(needed / Math.max(1, Math.round(needed / ROUND)));
  const distance = toDistance(engine, vector);
  const settings = Prisma.sql`(SELECT concat(set_config('hnsw.ef_search', ${String(efSearch)}, true),
    set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.max_scan_tuples', ${String(SCAN_TUPLES_MAX)}, true)))`;
  const spread = (SCAN_SPARE * CANDIDATES_MAX * share.all) / share.passing;
  const scanned = Math.max(found, Math.ceil(Math.min(SCAN_TUPLES_MAX, spread, SCAN_SHARE_MAX * share.all)));
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${asText(isLearned)} FROM (
      SELECT ${COLUMNS}, 1 - j."distance" AS "cosine" FROM (
        SELECT j.* FROM (
          SELECT j.*, ${distance} AS "distance" FROM "Job" j WHERE j."isActive" AND ${settings} IS NOT NULL ORDER BY ${distance} LIMIT ${scanned}
        ) j WHERE ${where} AND j."embeddingModel" = ${model} LIMIT ${found}
      ) j ORDER BY j."distance" LIMIT ${CANDIDATES_MAX}) c`;
  return toCandidates(rows[0]);
}

/** By comparing every job that passes, those without an embedding last: whoever reaches the end has seen them all. */
async function listNearestExactly(
  db: DbOrTx,
  engine: OpenDatabase["engine"],
  where: Prisma.Sql,
  { vector, model, isLearned }: Profile & Asked,
): Promise<Candidate[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${asText(isLearned)} FROM (
      SELECT ${COLUMNS}, n."cosine" FROM (
        SELECT j."id", CASE WHEN j."embeddingModel" = ${model} THEN 1 - (${toDistance(engine, vector)}) END AS "cosine"
        FROM "Job" j WHERE ${where} ORDER BY 2 DESC NULLS LAST, j."postedAt" DESC, j."id" LIMIT ${CANDIDATES_MAX}
      ) n JOIN "Job" j ON j."id" = n."id") c`;
  return toCandidates(rows[0]);
}

/** What listCandidates comes near to, to measure it by. */
export async function listCandidatesExactly(
  db: DbOrTx,
  engine: OpenDatabase["engine"],
  query: CandidateQuery,
): Promise<Candidate[]> {
  const { vector, model } = query;
  if (vector === null || model === null) return listNewest(db, whereNew(query), query);
  return listNearestExactly(db, engine, whereNew(query), { ...query, vector, model });
}

const RowSchema = z.object({ base: z.string(), postings: z.string().nullable() });

function toCandidates(row: unknown): Candidate[] {
  const { base, postings } = RowSchema.parse(row);
  const rows = z.array(BaseSchema).parse(JSON.parse(base));
  const asked = postings === null ? [] : z.array(PostingSchema).parse(JSON.parse(postings));
  return rows.map((one, at) => {
    const posting = asked[at];
    return { ...toBase(one), posting: posting === undefined ? null : toPosting(posting) };
  });
}

/** How many more jobs leaving out each filter would bring, most first. */
export async function countWidening(db: DbOrTx, wanted: Wanted): Promise<{ filter: WideningFilter; count: number }[]> {
  if (Object.keys(toFilterConditions(wanted.filters)).length === 0) return [];
  const { columns, where } = toWideningQuery(wanted);
  const [counts] = await db.$queryRaw<Record<WideningFilter, number>[]>`SELECT ${columns} FROM "Job" j WHERE ${where}`;
  return (Object.entries(counts ?? {}) as [WideningFilter, number][])
    .filter(([, count]) => count > 0)
    .map(([filter, count]) => ({ filter, count }))
    .sort((a, b) => b.count - a.count || (a.filter < b.filter ? -1 : 1));
}

/** Cosine of one job with a profile; null where either has no embedding of the model. */
export async function findJobCosine(
  db: DbOrTx,
  jobId: string,
  profile: { vector: string | null; model: string | null },
): Promise<number | null> {
  if (profile.vector === null || profile.model === null) return null;
  const rows = await db.$queryRaw<{ cosine: number | null }[]>`
    SELECT 1 - ("embedding" <=> ${profile.vector}::halfvec) AS "cosine" FROM "Job"
    WHERE "id" = ${jobId}::uuid AND "embeddingModel" = ${profile.model}`;
  return rows[0]?.cosine ?? null;
}
