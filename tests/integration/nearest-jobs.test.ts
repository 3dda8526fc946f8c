import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { JobFiltersSchema, JobPreferencesSchema } from "@/lib/contracts/jobs";
import { CANDIDATES_MAX, type CandidateQuery, listCandidates, listCandidatesExactly } from "@/lib/db/job-candidates";
import { whereWanted } from "@/lib/db/job-filters";
import type { Deps } from "@/lib/use-cases/deps";
import { findJobSeeker } from "@/lib/use-cases/jobs/job-seeker";
import { plantJobs, plantSeekers } from "../../scripts/bench/planted-jobs";
import { ENGINES, openTestDeps } from "./each-engine";

/** Of fewer the planner would sort all. */
const JOBS = { embedded: 6000, server: 12_000 };

describe.each(ENGINES)("the nearest jobs by the index (%s database)", (engine) => {
  let deps: Deps;
  let people: string[];

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    await plantJobs(deps, JOBS[engine]);
    people = await plantSeekers(deps, 3, 40);
  }, 120_000);
  afterAll(() => deps.close());

  const toQuery = async (userId: string, filters: object): Promise<CandidateQuery> => {
    const seeker = await findJobSeeker(deps, userId);
    const parsed = JobFiltersSchema.parse(filters);
    return {
      ...{
        userId,
        preferences: JobPreferencesSchema.parse({}),
        vector: seeker?.vector ?? null,
        shownIds: [],
        isLearned: false,
      },
      ...{ model: deps.embedder?.model ?? null, filters: { ...parsed, skills: undefined } },
    };
  };

  test.each([
    ["no filter", {}],
    ["two levels", { seniority: "MID,SENIOR" }],
    ["pay", { salary_min: "60000" }],
  ])("are nearly those of comparing all, with %s, each passes, and none was swiped", async (_, filters) => {
    for (const userId of people) {
      const query = await toQuery(userId, filters);
      expect(query.vector).not.toBeNull();
      const exact = new Set((await listCandidatesExactly(deps.db, deps.dbEngine, query)).map(({ id }) => id));
      const found = (await listCandidates(deps.db, deps.dbEngine, query, 0)).map(({ id }) => id);
      expect(found.length).toBe(CANDIDATES_MAX);
      expect(new Set(found).size).toBe(CANDIDATES_MAX);
      expect(found.filter((id) => exact.has(id)).length).toBeGreaterThan(0.9 * CANDIDATES_MAX);
      const swiped = await deps.db.swipe.findMany({ where: { userId }, select: { jobId: true } });
      expect(found.filter((id) => swiped.some(({ jobId }) => jobId === id))).toEqual([]);
      const rows = await deps.db.job.findMany({ where: { id: { in: found } } });
      for (const row of rows) {
        const level = row.seniority ?? row.typicalSeniority;
        if ("seniority" in filters) expect(["MID", "SENIOR"]).toContain(level);
        if ("salary_min" in filters)
          expect(row.salaryMax ?? row.salaryMin ?? row.typicalSalaryMax ?? row.typicalSalaryMin).toBeGreaterThanOrEqual(
            60_000,
          );
      }
    }
  });

  test("who asks the same soon after does so with one sample of the table, and who asks something else with another", async () => {
    const queries = vi.spyOn(deps.db, "$queryRaw");
    const ask = async (salary: string) => {
      for (const userId of people)
        await listCandidates(deps.db, deps.dbEngine, await toQuery(userId, { salary_min: salary }));
      return queries.mock.calls.filter(([sql]) => JSON.stringify(sql).includes("TABLESAMPLE")).length;
    };
    expect(await ask("61000")).toBe(1);
    expect(await ask("62000")).toBe(2);
    queries.mockRestore();
  });

  test("what a ranker asks of them is read for a ranker alone, of the same jobs in the same order", async () => {
    const query = await toQuery(people[0] ?? "", {});
    const plain = await listCandidates(deps.db, deps.dbEngine, query, 0);
    const asked = await listCandidates(deps.db, deps.dbEngine, { ...query, isLearned: true }, 0);
    expect(plain.every(({ posting }) => posting === null)).toBe(true);
    expect(asked.map((job) => ({ ...job, posting: null }))).toEqual(plain);
    const rows = await deps.db.job.findMany({ where: { id: { in: asked.map(({ id }) => id) } } });
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    for (const { id, posting } of asked) {
      const { title, companyId, salaryMax, typicalSalaryMin, tags } = rowOf.get(id) ?? {};
      expect(posting).toMatchObject({ title, companyId, salaryMax, typicalSalaryMin });
      expect(posting?.namesSkills).toBe((tags?.length ?? 0) > 0);
    }
  });

  test("remote jobs are compared without a look into the table", async () => {
    const rows = await deps.db.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT j."id" FROM "Job" j WHERE ${whereWanted(await toQuery(people[0] ?? "", { remote: "true", seniority: "MID", salary_min: "60000" }))}
      ORDER BY j."embedding" <=> j."embedding", j."postedAt", j."embeddingModel" LIMIT 300`;
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain('Index Only Scan using "Job_remote_idx"');
  });

  test.each([
    ["without a filter", {}],
    ["with two levels", { seniority: "MID,SENIOR" }],
  ])("the index is what finds them, %s", async (_, filters) => {
    const query = await toQuery(people[0] ?? "", filters);
    const scans = async () => {
      await deps.db.$executeRaw`SELECT pg_stat_force_next_flush()`;
      const [row] = await deps.db.$queryRaw<{ scans: number }[]>`
        SELECT "idx_scan"::int AS "scans" FROM pg_stat_user_indexes WHERE "indexrelname" = 'Job_embedding_hnsw'`;
      return row?.scans ?? 0;
    };
    const before = await scans();
    await listCandidates(deps.db, deps.dbEngine, query, 0);
    // Each connection of the server's reports on its own, and a moment later.
    await expect.poll(scans, { timeout: 20_000 }).toBeGreaterThan(before);
  });
});
