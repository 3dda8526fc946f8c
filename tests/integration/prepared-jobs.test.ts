import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deactivateExpiredJobs, findOrMakeCompanies, insertJob, type JobRow, saveJobs } from "@/lib/db/jobs";
import type { Deps } from "@/lib/use-cases/deps";
import { type JobDraft, type PreparedJob, prepareJobs } from "@/lib/use-cases/jobs/prepare-jobs";
import { at } from "../factories";
import { ENGINES, openTestDeps } from "./each-engine";

function makeDraft(overrides: Partial<JobDraft> = {}): JobDraft {
  return {
    title: "Registered Nurse",
    company: "Lakeside Clinic",
    location: "Duluth, MN",
    isRemote: false,
    tags: [],
    seniority: null,
    description: "Care for people after operations, on day shifts.",
    salaryMin: null,
    salaryMax: null,
    ...overrides,
  };
}

function toRow(companyId: string, job: PreparedJob, overrides: Partial<JobRow> = {}): JobRow {
  const { company: _, ...columns } = job;
  return {
    ...columns,
    id: randomUUID(),
    companyId,
    source: "csv",
    sourceId: "1",
    sourceUrl: "",
    postedAt: new Date("2026-11-01T08:00:00Z"),
    expiresAt: null,
    closedAt: null,
    isActive: true,
    contentHash: "a",
    ...overrides,
  };
}

describe.each(ENGINES)("postings on %s", (engine) => {
  let deps: Deps;
  let companyId: string;
  beforeAll(async () => {
    deps = await openTestDeps(engine);
    const ids = await findOrMakeCompanies(deps.db, ["Lakeside  Clinic", "lakeside clinic"], randomUUID);
    companyId = ids.get("lakeside clinic") ?? "";
  });
  afterAll(() => deps.close());

  it("fill what they do not say from their occupation, and nothing that they do say", async () => {
    const own = { salaryMin: 1, salaryMax: 2, tags: ["Singing"], seniority: "LEAD" as const };
    const [silent, said] = await prepareJobs(deps, [makeDraft(), makeDraft(own)]);
    expect(silent).toMatchObject({ careerCode: "29-1141.00", salaryMin: null, tags: [], seniority: null });
    expect(silent?.careerConfidence).toBeGreaterThan(0.5);
    expect(silent?.typicalSalaryMin).toBeGreaterThan(60_000);
    expect(silent?.typicalSalaryMax).toBeGreaterThan(silent?.typicalSalaryMin ?? 0);
    expect(silent?.typicalSkills.length).toBeGreaterThan(3);
    expect(silent?.typicalSkills.length).toBeLessThanOrEqual(10);
    expect(silent?.typicalSeniority).not.toBeNull();
    expect(said).toMatchObject(own);
    expect(said).toMatchObject({
      typicalSalaryMin: null,
      typicalSalaryMax: null,
      typicalSkills: [],
      typicalSeniority: null,
    });
  });

  it("one end of a salary is an answer: the other is not made up", async () => {
    const [job] = await prepareJobs(deps, [makeDraft({ salaryMin: 50_000 })]);
    expect(job).toMatchObject({ salaryMin: 50_000, salaryMax: null, typicalSalaryMin: null, typicalSalaryMax: null });
  });

  it("words that no model knows give a posting without an occupation", async () => {
    const [job] = await prepareJobs(deps, [makeDraft({ title: "!!!", company: "…", description: "" })]);
    expect(job).toMatchObject({ careerCode: null, careerConfidence: null, clusterId: null, typicalSalaryMin: null });
  });

  it("one company comes of spellings that differ in case and spaces", async () => {
    expect(await deps.db.company.count({ where: { importKey: "lakeside clinic" } })).toBe(1);
  });

  it("are added once, changed when they differ, and keep their id", async () => {
    const job = at(await prepareJobs(deps, [makeDraft()]), 0);
    const first = toRow(companyId, job);
    expect(await saveJobs(deps.db, [first, toRow(companyId, job, { sourceId: "2" })])).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
    });
    const changed = toRow(companyId, job, { title: "Night Nurse", contentHash: "b" });
    const same = toRow(companyId, job, { sourceId: "2", title: "never looked at" });
    expect(await saveJobs(deps.db, [changed, same])).toEqual({ added: 0, changed: 1, unchanged: 1 });
    const rows = await deps.db.job.findMany({ where: { source: "csv" }, orderBy: { sourceId: "asc" } });
    expect(rows.map(({ id, title }) => [id, title])).toEqual([
      [first.id, "Night Nurse"],
      [expect.any(String), "Registered Nurse"],
    ]);
    const [vector] = await deps.db.$queryRaw<{ width: number }[]>`
      SELECT vector_dims("embedding") AS "width" FROM "Job" WHERE "id" = ${first.id}::uuid`;
    expect(vector?.width).toBe(384);
  });

  it("posted here have no id of a source, as many as there are", async () => {
    const job = at(await prepareJobs(deps, [makeDraft()]), 0);
    for (let i = 0; i < 2; i++) await insertJob(deps.db, toRow(companyId, job, { source: "employer", sourceId: null }));
    expect(await deps.db.job.count({ where: { source: "employer" } })).toBe(2);
  });

  it("are off the lists from their end on", async () => {
    const job = at(await prepareJobs(deps, [makeDraft()]), 0);
    const end = new Date("2026-11-20T00:00:00Z");
    const row = toRow(companyId, job, { source: "rss", expiresAt: end });
    await saveJobs(deps.db, [row]);
    expect(await deactivateExpiredJobs(deps.db, new Date(end.getTime() - 1))).toBe(0);
    expect(await deactivateExpiredJobs(deps.db, end)).toBe(1);
    expect(await deps.db.job.findUnique({ where: { id: row.id } })).toMatchObject({ isActive: false, closedAt: null });
  });
});

it("without a model only the words of the title say something", async () => {
  const deps = await openTestDeps("embedded", { model: "none" });
  try {
    const jobs = await prepareJobs(deps, [makeDraft({ title: "Senior Welder" }), makeDraft()]);
    expect(jobs[0]).toMatchObject({
      careerCode: null,
      embedding: null,
      embeddingModel: null,
      typicalSeniority: "SENIOR",
    });
    expect(jobs[1]).toMatchObject({ typicalSeniority: null, typicalSkills: [], typicalSalaryMin: null });
  } finally {
    await deps.close();
  }
});
