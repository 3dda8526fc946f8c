import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CAREER_SORTS, type CareerSummary, SCHOOLING_FILTERS } from "@/lib/contracts/careers";
import type { Deps } from "@/lib/use-cases/deps";
import { getProblem, getReply } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";

const toCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const ANY = "15-1252.00";

describe.each(ENGINES)("career lists and searches (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
    // What the server does by itself after a while: plans then follow from what the tables really hold.
    await deps.db.$executeRawUnsafe("ANALYZE");
  });
  afterAll(() => deps.close());

  async function listAll(query: Record<string, string | number>): Promise<{ items: CareerSummary[]; total: number }> {
    const items: CareerSummary[] = [];
    let cursor: string | null = "";
    let total = -1;
    while (cursor !== null) {
      const page: { items: CareerSummary[]; nextCursor: string | null; total: number } = await getReply("listCareers", {
        query: { ...query, ...(cursor === "" ? {} : { cursor }) },
      });
      items.push(...page.items);
      total = page.total;
      cursor = page.nextCursor;
    }
    return { items, total };
  }
  const search = async (query: Record<string, string | number>) => (await getReply("searchCareers", { query })).items;
  const codes = (items: readonly CareerSummary[]) => items.map((item) => item.code);

  test.each(CAREER_SORTS)("sorted by %s, the pages hold every career exactly once and in order", async (sort) => {
    const { items, total } = await listAll({ sort, limit: 37 });
    expect(total).toBe(923);
    expect(new Set(codes(items)).size).toBe(923);
    expect(items).toHaveLength(923);
    const keys = {
      title: items.map((item) => item.title),
      growth: items.map((item) => item.growthPercent ?? Number.NEGATIVE_INFINITY),
      openings: items.map((item) => item.openingsPerYear ?? Number.NEGATIVE_INFINITY),
      salary: [],
    }[sort];
    const inOrder = sort === "title" ? keys.toSorted() : keys.toSorted((a, b) => Number(b) - Number(a));
    expect(keys).toEqual(inOrder);
  });

  test("every place in the list by title can be continued from, the one after the longest title too", async () => {
    const { items } = await listAll({ limit: 50 });
    for (const item of items.toSorted((a, b) => b.title.length - a.title.length).slice(0, 3)) {
      const cursor = toCursor({ sort: "title", key: item.title, code: item.code });
      const page = await getReply("listCareers", { query: { cursor, limit: 1 } });
      const following = items[items.findIndex(({ code }) => code === item.code) + 1];
      expect(codes(page.items)).toEqual(following === undefined ? [] : [following.code]);
    }
  });

  test("filters hold for every career listed, and the total counts them", async () => {
    const { clusters } = await getReply("listClusters");
    expect(clusters.reduce((sum, cluster) => sum + cluster.careerCount, 0)).toBe(923);
    for (const { id, careerCount } of clusters) {
      const { items, total } = await listAll({ cluster: id, limit: 50 });
      expect([items.length, total]).toEqual([careerCount, careerCount]);
      expect(items.every((item) => item.clusterId === id)).toBe(true);
    }
    const rich = await listAll({ wage_min: 100_000, growth_min: 5, limit: 50 });
    expect(rich.items).toHaveLength(rich.total);
    expect(rich.total).toBeGreaterThan(10);
    for (const item of rich.items) {
      const { median = null, period } = item.salary_range ?? { period: "year" };
      expect((median ?? 0) * (period === "hour" ? 2080 : 1)).toBeGreaterThanOrEqual(100_000);
      expect(item.growthPercent).toBeGreaterThanOrEqual(5);
    }
  });

  test("each level of schooling holds the levels below it", async () => {
    let previous = new Set<string>();
    for (const schooling of SCHOOLING_FILTERS) {
      const level = new Set(codes((await listAll({ schooling, limit: 50 })).items));
      expect([...previous].filter((code) => !level.has(code))).toEqual([]);
      expect(level.size).toBeGreaterThanOrEqual(previous.size);
      previous = level;
    }
    expect(previous.size).toBe(923);
  });

  test("nothing passes a filter that nothing meets", async () => {
    expect(await getReply("listCareers", { query: { wage_min: 1_000_000 } })).toEqual({
      items: [],
      total: 0,
      nextCursor: null,
    });
    expect(await search({ q: "nurse", cluster: "no-such-cluster" })).toEqual([]);
  });

  test.each([
    ["rubbish", "rubbish"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["null", toCursor(null)],
    ["another sort", toCursor({ sort: "salary", key: 1, code: ANY })],
    ["a number as title", toCursor({ sort: "title", key: 1, code: ANY })],
    ["a list as key", toCursor({ sort: "title", key: ["a"], code: ANY })],
    ["a NUL as key", toCursor({ sort: "title", key: "\0", code: ANY })],
    ["no code", toCursor({ sort: "title", key: "a" })],
    ["SQL as code", toCursor({ sort: "title", key: "a", code: "' OR 1=1 --" })],
    ["1,001 letters", "a".repeat(1001)],
  ])("a forged cursor of %s is refused", async (_, cursor) => {
    const problem = await getProblem("listCareers", { query: { cursor } });
    expect(problem.status).toBe(400);
    expect(problem.errors?.[0]?.field).toBe("cursor");
  });

  test.each([1e21, -1e21, 2 ** 53, 2 ** 63, 2 ** 64, 1e300, -1e300, 5e-324, 0.1, -0])(
    "a cursor whose key is %d is a place in the list like any other",
    async (key) => {
      const cursor = toCursor({ sort: "salary", key, code: ANY });
      const page = await getReply("listCareers", { query: { sort: "salary", cursor } });
      expect(page.items.length > 0).toBe(key > -1e12);
    },
  );

  test.each<[string, RegExp]>([
    ["I like fixing engines", /mechanic/i],
    ["taking care of sick animals", /veterinar/i],
    ["I want to help people with their taxes", /tax|accountant/i],
    ["writing computer programs", /programmer|software/i],
    ["Actuaries", /^Actuaries$/],
  ])("%j finds it in the first five", async (q, title) => {
    const items = await search({ q, limit: 5 });
    expect(items).toHaveLength(5);
    expect(items.some((item) => title.test(item.title))).toBe(true);
  });

  test("a search gives as many careers as were asked for, also within a filter", async () => {
    expect(await search({ q: "helping people", limit: 50 })).toHaveLength(50);
    expect(await search({ q: "helping people", limit: 50, schooling: "none" })).toHaveLength(50);
    expect(await search({ q: "helping people", limit: 50, wage_min: 120_000 })).toHaveLength(50);
    const { clusters } = await getReply("listClusters");
    for (const { id, careerCount } of clusters) {
      const items = await search({ q: "computers", cluster: id, limit: 50 });
      expect(items).toHaveLength(Math.min(50, careerCount));
      expect(items.every((item) => item.clusterId === id)).toBe(true);
    }
  });

  test("as many similar careers as asked for come back, nearest first, never the career itself", async () => {
    const reply = await getReply("listSimilarCareers", { params: { code: ANY }, query: { limit: 50 } });
    expect(reply.mode).toBe("semantic");
    expect(reply.items).toHaveLength(50);
    expect(codes(reply.items)).not.toContain(ANY);
    const scores = reply.items.map((item) => item.score ?? -1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test("wildcards of SQL are letters like any other", async () => {
    for (const q of ["%", "_", "%%%", "a%e", "\\", "\\%", "[a-z]", "' OR ''='", "|", "nurse|", "$1", "?"]) {
      for (const item of await search({ q, limit: 50 })) expect(item.score ?? 0).toBeLessThan(70);
    }
    const { items } = await getReply("searchCareers", { query: { q: "registered_nurses" } });
    expect(items.find((item) => item.title === "Registered Nurses")?.score ?? 0).toBeLessThan(100);
  });

  test("a career's page has its facts, and an unknown one is not found", async () => {
    const career = await getReply("getCareer", { params: { code: ANY } });
    expect(career).toMatchObject({ code: ANY, title: "Software Developers", abilityEstimated: true });
    expect(career.related.length).toBeGreaterThan(0);
    for (const name of ["getCareer", "listSimilarCareers"] as const) {
      const problem = await getProblem(name, { params: { code: "00-0000.00" } });
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([404, "code"]);
    }
  });
});
