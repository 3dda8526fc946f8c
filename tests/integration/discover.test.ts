import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { JOB_PART_NAMES } from "@/lib/engine/scoring/job-score";
import type { Deps } from "@/lib/use-cases/deps";
import { callApi, getProblem, getReply, toCookie } from "./call-api";
import { ENGINES, openTestDeps } from "./each-engine";
import { makeJob, makeSeeker, readFeed } from "./job-calls";
import { BROWSER } from "./people";

const HOUR_MS = 3_600_000;

describe.each(ENGINES)("discovering jobs (%s database)", (engine) => {
  let deps: Deps;

  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());
  beforeEach(async () => {
    await deps.db.company.deleteMany();
  });

  test("what suits the profile comes first, with parts that add up to the score and reasons", async () => {
    const nurse = await makeJob(deps, { title: "Registered nurse", description: "Caring for patients in a hospital" });
    const developer = await makeJob(deps, {
      title: "Software developer",
      description: "Programming web applications",
      ...{ tags: ["Python", "Kubernetes"], seniority: "SENIOR", isRemote: true, salaryMin: 90_000, salaryMax: 120_000 },
    });
    const { cookie } = await makeSeeker(deps, {
      headline: "Web programmer with a love of Python",
      skills: ["SQL"],
      seniority: "SENIOR",
    });
    const page = await getReply("discoverJobs", { cookie });
    expect(page.items.map(({ id }) => id)).toEqual([developer, nurse]);
    expect(page).toMatchObject({ mode: "profile", hasMore: false, nextCursor: null, widen: [] });
    for (const item of page.items) {
      const sum = JOB_PART_NAMES.reduce((total, name) => total + item.parts[name], 0);
      expect(sum).toBeCloseTo(item.score, 6);
      expect(item.similarity).not.toBeNull();
    }
    const [first] = page.items;
    expect(first?.parts).toMatchObject({ skills: 10, seniority: 10, location: 5 });
    expect(first?.reasons.for.join(" ")).toMatch(/1 of the 2 skills it asks for: Python/);
    expect(first?.reasons.against.join(" ")).toMatch(/Kubernetes/);
    expect(page.items.map(({ position }) => position)).toEqual([1, 2]);
  });

  test("a page is kept as it was shown", async () => {
    const jobId = await makeJob(deps);
    const { id, cookie } = await makeSeeker(deps, { headline: "Developer" });
    const page = await getReply("discoverJobs", { cookie });
    const [row] = await deps.db.jobImpression.findMany({ where: { userId: id } });
    const [item] = page.items;
    expect(row).toMatchObject({
      id: item?.recommendationId,
      jobId,
      position: 1,
      score: item?.score,
      parts: item?.parts,
    });
    expect(row).toMatchObject({ policy: "job-base", modelVersion: "job-1", propensity: 1 });
    expect(await deps.db.jobFeed.count({ where: { userId: id, id: row?.feedId ?? "" } })).toBe(1);
  });

  test("closed, expired and swiped jobs never reach a feed", async () => {
    const open = await makeJob(deps);
    const swiped = await makeJob(deps);
    await makeJob(deps, { isActive: false, closedAt: new Date() });
    await makeJob(deps, { expiresAt: new Date(Date.now() - 1000) });
    const { cookie } = await makeSeeker(deps);
    await getReply("swipeJob", { cookie, body: { jobId: swiped, direction: "LEFT" } });
    const { items } = await getReply("discoverJobs", { cookie });
    expect(items.map(({ id }) => id)).toEqual([open]);
  });

  test("each filter keeps what the posting says, or what is typical where it is silent", async () => {
    const clusterId = (await deps.db.cluster.findFirstOrThrow()).id;
    const careerCode = (await deps.db.career.findFirstOrThrow({ where: { clusterId } })).code;
    const fit = await makeJob(deps, {
      ...{ isRemote: true, location: "Austin, Texas", seniority: "MID", salaryMin: 50_000, salaryMax: 80_000 },
      ...{ tags: ["Structured query language SQL", "Python"], clusterId, careerCode, careerConfidence: 0.8 },
    });
    const typical = await makeJob(deps, {
      ...{
        typicalSeniority: "MID",
        typicalSalaryMin: 60_000,
        typicalSalaryMax: 90_000,
        typicalSkills: ["SQL", "python"],
      },
    });
    await makeJob(deps, {
      ...{ seniority: "LEAD", typicalSeniority: "MID", salaryMax: 40_000, typicalSalaryMax: 200_000 },
      ...{ tags: ["Java"], typicalSkills: ["SQL", "Python"], location: "Boston" },
    });
    const { cookie } = await makeSeeker(deps, { headline: "Data person" });
    const find = async (query: Record<string, string | number>) =>
      (await getReply("discoverJobs", { cookie, query })).items.map(({ id }) => id).toSorted();
    const both = [fit, typical].toSorted();
    expect(await find({ remote: "true" })).toEqual([fit]);
    expect(await find({ location: "aUsTin" })).toEqual([fit]);
    expect(await find({ location: "%" })).toEqual([]);
    expect(await find({ seniority: "MID,PRINCIPAL" })).toEqual(both);
    expect(await find({ salary_min: 70_000 })).toEqual(both);
    expect(await find({ cluster: clusterId })).toEqual([fit]);
    expect(await find({ career: careerCode })).toEqual([fit]);
    expect(await find({ skills: "SQL, PYTHON" })).toEqual(both);
    expect(await find({ remote: "true", seniority: "MID", salary_min: 80_000, skills: "sql" })).toEqual([fit]);
  });

  test("at the end it says which filter to leave out for how many more jobs", async () => {
    await makeJob(deps, { isRemote: true, location: "Austin" });
    await makeJob(deps, { isRemote: false, location: "Austin" });
    await makeJob(deps, { isRemote: false, location: "Austin" });
    await makeJob(deps, { isRemote: true, location: "Boston" });
    const { cookie } = await makeSeeker(deps);
    const page = await getReply("discoverJobs", { cookie, query: { remote: "true", location: "Austin" } });
    expect(page.items).toHaveLength(1);
    expect(page.widen).toEqual([
      { filter: "remote", count: 2 },
      { filter: "location", count: 1 },
    ]);
  });

  test("somebody of whom nothing is known sees new jobs of many kinds in turn, and becomes a guest", async () => {
    const clusters = (await deps.db.cluster.findMany({ take: 3 })).map(({ id }) => id);
    // The newest are all of one kind.
    for (let i = 0; i < 9; i++) {
      const postedAt = new Date(Date.now() - i * HOUR_MS);
      await makeJob(deps, { clusterId: clusters[Math.floor(i / 3)] ?? null, postedAt });
    }
    const reply = await callApi("discoverJobs", { query: { limit: 3 }, headers: BROWSER });
    const { items, mode } = reply.json as { items: { cluster: string }[]; mode: string };
    expect(mode).toBe("cold");
    expect(new Set(items.map(({ cluster }) => cluster)).size).toBe(3);
    const cookie = toCookie(reply) ?? "";
    expect(cookie).toMatch(/^waymark_guest=/);
    const again = await getReply("discoverJobs", { cookie, headers: BROWSER });
    expect(again.items).toHaveLength(9);
  });

  test("a finished quiz is a profile", async () => {
    const nurse = await makeJob(deps, { title: "Registered nurse", description: "Caring for patients" });
    const welder = await makeJob(deps, { title: "Welder", description: "Welding metal in a workshop" });
    const { exampleAnswers } = await import("./example-answers");
    const quiz = await callApi("submitQuiz", {
      body: {
        answers: exampleAnswers({ freeText: "I love caring for sick people, nursing and medicine in a hospital" }),
      },
    });
    const page = await getReply("discoverJobs", { cookie: toCookie(quiz) ?? "" });
    expect(page.mode).toBe("profile");
    expect(page.items.map(({ id }) => id)).toEqual([nurse, welder]);
  });

  test("jobs without an embedding come too, after those that can be compared", async () => {
    const without = await makeJob(deps, { embedding: null, embeddingModel: null });
    const other = await makeJob(deps, { embeddingModel: "another-model" });
    const like = await makeJob(deps);
    const { cookie } = await makeSeeker(deps, { headline: "Software developer" });
    const { items } = await getReply("discoverJobs", { cookie });
    expect(items[0]?.id).toBe(like);
    expect(items.map(({ id }) => id).toSorted()).toEqual([without, other, like].toSorted());
    expect(items.find(({ id }) => id === other)?.similarity).toBeNull();
  });

  test("what somebody rules out stays away at once, also from a feed that was begun", async () => {
    const companyId = crypto.randomUUID();
    await deps.db.company.create({ data: { id: companyId, name: "Hidden" } });
    const hidden: string[] = [];
    for (let i = 0; i < 4; i++) hidden.push(await makeJob(deps, { companyId }));
    for (let i = 0; i < 4; i++) await makeJob(deps);
    const { cookie } = await makeSeeker(deps);
    const first = await getReply("discoverJobs", { cookie, query: { limit: 1 } });
    await getReply("updateJobPreferences", {
      cookie,
      body: {
        hiddenCompanies: [{ id: companyId, name: "Hidden" }],
        hiddenLocations: ["Paris"],
        hiddenSeniorities: ["LEAD"],
      },
    });
    const rest = await getReply("discoverJobs", { cookie, query: { cursor: first.nextCursor ?? "", limit: 50 } });
    expect(rest.items.filter(({ companyId: of }) => of === companyId)).toEqual([]);
    const { items } = await getReply("discoverJobs", { cookie, query: { limit: 50 } });
    expect(items).toHaveLength(4);
    expect(items.some(({ id }) => hidden.includes(id))).toBe(false);
  });

  test.each([
    ["limit", { limit: 0 }],
    ["limit", { limit: 10_000 }],
    ["limit", { limit: "many" }],
    ["seniority", { seniority: "BOSS" }],
    ["salary_min", { salary_min: -1 }],
    ["remote", { remote: "maybe" }],
    ["career", { career: "x" }],
    ["cursor", { cursor: "x" }],
    ["cursor", { cursor: Buffer.from('{"feed":"1","at":0}').toString("base64url") }],
    ["cursor", { cursor: Buffer.from(`{"feed":"${crypto.randomUUID()}","at":0,"shown":0}`).toString("base64url") }],
  ])("refuses a %s that is not usable and names it", async (field, query) => {
    const { cookie } = await makeSeeker(deps);
    const problem = await getProblem("discoverJobs", { cookie, query: query as Record<string, string> });
    expect(problem.status).toBe(400);
    expect(problem.errors?.[0]?.field.split(/[.[]/)[0]).toBe(field);
  });

  describe("a cursor", () => {
    const makeFeed = async (headers: Record<string, string> = {}) => {
      for (let i = 0; i < 4; i++) await makeJob(deps);
      const reply = await callApi("discoverJobs", { query: { limit: 2 }, headers });
      return { cookie: toCookie(reply) ?? "", cursor: (reply.json as { nextCursor: string }).nextCursor };
    };

    test("of somebody else or beyond the end is refused", async () => {
      const { cookie, cursor } = await makeFeed();
      const { cookie: other } = await makeSeeker(deps);
      const { feed } = JSON.parse(Buffer.from(cursor, "base64url").toString()) as { feed: string };
      const beyond = Buffer.from(JSON.stringify({ feed, at: 5, shown: 0 })).toString("base64url");
      expect((await getProblem("discoverJobs", { cookie: other, query: { cursor } })).status).toBe(400);
      const counted = Buffer.from(JSON.stringify({ feed, at: 1, shown: 2 })).toString("base64url");
      for (const forged of [beyond, counted]) {
        expect((await getProblem("discoverJobs", { cookie, query: { cursor: forged } })).status).toBe(400);
      }
      expect((await getProblem("discoverJobs", { query: { cursor }, headers: BROWSER })).status).toBe(400);
    });

    test("of a guest serves a program without cookies, which does not become the guest", async () => {
      const { cursor } = await makeFeed();
      const reply = await callApi("discoverJobs", { query: { cursor } });
      expect(reply.status).toBe(200);
      expect(toCookie(reply)).toBeNull();
    });

    test("of an account serves nobody else", async () => {
      for (let i = 0; i < 4; i++) await makeJob(deps);
      const { id, cookie } = await makeSeeker(deps);
      const { nextCursor } = await getReply("discoverJobs", { cookie, query: { limit: 1 } });
      await deps.db.user.update({ where: { id }, data: { role: "member", email: `${id}@example.org` } });
      expect((await getProblem("discoverJobs", { query: { cursor: nextCursor ?? "" } })).status).toBe(400);
    });

    test("keeps the filters of its feed", async () => {
      for (let i = 0; i < 6; i++) await makeJob(deps, { isRemote: i % 2 === 0, tags: ["SQL"], seniority: "MID" });
      const { cookie } = await makeSeeker(deps);
      const query = { remote: "true", skills: "sql", seniority: "MID,LEAD", salary_min: 0, limit: 1 };
      await deps.db.job.updateMany({ data: { salaryMin: 1 } });
      const pages = await readFeed(cookie, query);
      expect(pages.flatMap(({ items }) => items).map(({ remote }) => remote)).toEqual([true, true, true]);
    });
  });

  test("keeps the last twenty feeds of a person", async () => {
    await makeJob(deps);
    const { id, cookie } = await makeSeeker(deps);
    for (let i = 0; i < 23; i++) await getReply("discoverJobs", { cookie });
    expect(await deps.db.jobFeed.count({ where: { userId: id } })).toBe(20);
  });

  test("more jobs than one ranking holds are all reached, each once", async () => {
    const companyId = crypto.randomUUID();
    await deps.db.company.create({ data: { id: companyId, name: "Large" } });
    const fields = { companyId, source: "csv", title: "Clerk", postedAt: new Date() };
    await deps.db.job.createMany({
      data: Array.from({ length: 620 }, () => ({ id: crypto.randomUUID(), ...fields })),
    });
    const { cookie } = await makeSeeker(deps);
    const pages = await readFeed(cookie, { limit: 50 });
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(620);
    expect(ids).toHaveLength(620);
    expect(pages.flatMap(({ items }) => items.map(({ position }) => position))).toEqual(ids.map((_, i) => i + 1));
  });
});
