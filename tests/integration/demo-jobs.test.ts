import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readDemoJobs } from "@/lib/adapters/demo-jobs";
import type { Deps } from "@/lib/use-cases/deps";
import { embedStaleJobs } from "@/lib/use-cases/jobs/embed-stale-jobs";
import { keepDemoJobs, OTHERS_ENOUGH } from "@/lib/use-cases/jobs/keep-demo-jobs";
import { ENGINES, openTestDeps } from "./each-engine";

const DAY_MS = 24 * 3600 * 1000;

describe.each(ENGINES)("demo postings (%s database)", (engine) => {
  let deps: Deps;
  beforeAll(async () => {
    deps = await openTestDeps(engine);
  });
  afterAll(() => deps.close());
  beforeEach(async () => {
    await deps.db.job.deleteMany();
    await deps.db.company.deleteMany();
  });

  const later = (days: number): Deps => ({ ...deps, nowMs: () => Date.now() + days * DAY_MS });
  const keep = (on: Pick<Deps, "nowMs"> = deps, isOn = true) => keepDemoJobs({ ...deps, ...on }, { isOn });

  it("are there on a fresh install, fresh, marked and matched, and not twice", async () => {
    const shipped = await readDemoJobs();
    expect(shipped.length).toBeGreaterThanOrEqual(60);
    expect(await keep()).toBe(shipped.length);
    expect(await keep()).toBe(0);
    const jobs = await deps.db.job.findMany({ include: { company: true } });
    expect(jobs).toHaveLength(shipped.length);
    for (const job of jobs) {
      expect(job).toMatchObject({ source: "demo", isActive: true, embeddingModel: "waymark-embed-1" });
      expect(job.company.name).toMatch(/\(Demo\)$/);
      expect(job.postedAt.getTime()).toBeLessThan(Date.now());
      expect(job.postedAt.getTime()).toBeGreaterThan(Date.now() - 17 * DAY_MS);
      expect(job.careerCode).not.toBeNull();
    }
    // As varied as real ones, and as silent.
    expect(new Set(jobs.map(({ clusterId }) => clusterId)).size).toBeGreaterThanOrEqual(10);
    expect(jobs.filter(({ isRemote }) => isRemote).length).toBeGreaterThanOrEqual(8);
    expect(jobs.filter(({ salaryMin }) => salaryMin === null).length).toBeGreaterThanOrEqual(10);
    expect(new Set(jobs.map(({ seniority }) => seniority)).size).toBeGreaterThanOrEqual(5);
  });

  it("are dated anew by a later start, under the same ids, also when all of them had expired", async () => {
    await keep();
    const before = await deps.db.job.findMany({ orderBy: { id: "asc" }, select: { id: true } });
    expect(await keep(later(10))).toBe(0);
    expect(await keep(later(30))).toBe(before.length);
    await deps.db.job.updateMany({ data: { isActive: false } });
    expect(await keep(later(200))).toBe(before.length);
    expect(await deps.db.job.count({ where: { isActive: true } })).toBe(before.length);
    expect(await deps.db.job.findMany({ orderBy: { id: "asc" }, select: { id: true } })).toEqual(before);
  });

  it("are not there when switched off, and closed when they were", async () => {
    expect(await keep(deps, false)).toBe(0);
    expect(await deps.db.job.count()).toBe(0);
    const count = await keep();
    expect(await keep(deps, false)).toBe(count);
    expect(await deps.db.job.count({ where: { isActive: true } })).toBe(0);
    expect(await keep()).toBe(count);
    expect(await deps.db.job.count({ where: { isActive: true, closedAt: null } })).toBe(count);
  });

  it("stay beside a few other jobs, close once there are enough, and are back when these are over", async () => {
    const company = await deps.db.company.create({ data: { id: deps.newId(), name: "Own" } });
    const make = () => ({
      id: deps.newId(),
      companyId: company.id,
      source: "employer",
      title: "Own job",
      postedAt: new Date(),
    });
    const openDemos = () => deps.db.job.count({ where: { source: "demo", isActive: true } });
    await deps.db.job.createMany({ data: Array.from({ length: OTHERS_ENOUGH - 1 }, make) });
    const count = await keep();
    expect(count).toBeGreaterThanOrEqual(60);
    // They are dated anew beside others too.
    expect(await keep(later(30))).toBe(count);
    const last = await deps.db.job.create({ data: make() });
    expect(await keep()).toBe(count);
    expect(await openDemos()).toBe(0);
    expect(await keep()).toBe(0);
    expect(await deps.db.job.count({ where: { source: "employer", isActive: true } })).toBe(OTHERS_ENOUGH);
    // One that has expired is no longer open, also before it is taken off the lists.
    await deps.db.job.update({ where: { id: last.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await keep()).toBe(count);
    expect(await openDemos()).toBe(count);
  });

  it("stored without a model are embedded and matched once there is one, and those of another model embedded anew", async () => {
    const count = await keepDemoJobs({ ...deps, embedder: null }, { isOn: true });
    expect(await deps.db.job.count({ where: { careerCode: null } })).toBe(count);
    expect(await embedStaleJobs(deps)).toBe(count);
    expect(await embedStaleJobs(deps)).toBe(0);
    expect(await deps.db.job.count({ where: { careerCode: null } })).toBe(0);
    const nurse = { source_sourceId: { source: "demo", sourceId: "nursing-assistant" } };
    const matched = await deps.db.job.findUniqueOrThrow({ where: nurse });
    expect(matched).toMatchObject({ careerCode: "31-1131.00", salaryMin: null });
    expect(matched.typicalSalaryMin).toBeGreaterThan(20_000);
    await deps.db.job.update({ where: nurse, data: { embeddingModel: "another", careerCode: "15-1252.00" } });
    expect(await embedStaleJobs(deps)).toBe(1);
    // The occupation stays: it may have been found with more than what is stored.
    expect(await deps.db.job.findUnique({ where: nurse })).toMatchObject({
      embeddingModel: "waymark-embed-1",
      careerCode: "15-1252.00",
    });
  });
});
