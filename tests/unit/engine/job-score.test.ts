import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import {
  JOB_PART_MAX,
  JOB_PART_NAMES,
  type JobFacts,
  type SeekerFacts,
  scoreJob,
} from "@/lib/engine/scoring/job-score";
import { makeJobFacts, makeSeekerFacts } from "../../factories";

const SKILLS = ["python", "sql", "excel", "welding", "c++", "nursing"];
const PLACES = ["Austin, TX", "Boise, ID", "Miami, FL", ""];
const jobs: fc.Arbitrary<JobFacts> = fc.record({
  skills: fc.uniqueArray(fc.constantFrom(...SKILLS)),
  seniority: fc.option(fc.integer({ min: 0, max: 5 })),
  ageHours: fc.double({ min: -100, max: 20_000, noNaN: true }),
  isRemote: fc.boolean(),
  location: fc.constantFrom(...PLACES),
});
const seekers: fc.Arbitrary<SeekerFacts> = fc.record({
  skills: fc.uniqueArray(fc.constantFrom(...SKILLS)).map((skills) => new Set(skills)),
  seniority: fc.option(fc.integer({ min: 0, max: 5 })),
  locations: fc.uniqueArray(fc.constantFrom("Austin", "ID", "Miami, Florida")),
});
const cosines = fc.option(fc.double({ min: -1, max: 1, noNaN: true }));

describe("scoreJob", () => {
  test.each([
    // Everything fits: 55 + 20 + 10 + 10 + 5.
    { job: {}, seeker: {}, cosine: 1, parts: [55, 20, 10, 10, 5] },
    { job: {}, seeker: {}, cosine: 0.4, parts: [22, 20, 10, 10, 5] },
    { job: {}, seeker: {}, cosine: -0.4, parts: [0, 20, 10, 10, 5] },
    { job: {}, seeker: {}, cosine: null, parts: [0, 20, 10, 10, 5] },
    // One of four skills.
    {
      job: { skills: ["sql", "excel", "r", "sas"] },
      seeker: { skills: new Set(["sql"]) },
      cosine: 0,
      parts: [0, 5, 10, 10, 5],
    },
    // A skill that is named twice is asked for once.
    {
      job: { skills: ["sql", "sql", "r"] },
      seeker: { skills: new Set(["sql"]) },
      cosine: 0,
      parts: [0, 10, 10, 10, 5],
    },
    { job: { skills: [] }, seeker: {}, cosine: 0, parts: [0, 0, 10, 10, 5] },
    { job: {}, seeker: { skills: new Set<string>() }, cosine: 0, parts: [0, 0, 10, 10, 5] },
    { job: { seniority: 3 }, seeker: { seniority: 2 }, cosine: 0, parts: [0, 20, 5, 10, 5] },
    { job: { seniority: 1 }, seeker: { seniority: 2 }, cosine: 0, parts: [0, 20, 5, 10, 5] },
    { job: { seniority: 4 }, seeker: { seniority: 2 }, cosine: 0, parts: [0, 20, 0, 10, 5] },
    { job: { seniority: null }, seeker: { seniority: 2 }, cosine: 0, parts: [0, 20, 5, 10, 5] },
    { job: { seniority: 2 }, seeker: { seniority: null }, cosine: 0, parts: [0, 20, 5, 10, 5] },
    { job: { ageHours: 72 }, seeker: {}, cosine: 0, parts: [0, 20, 10, 10 / Math.E, 5] },
    { job: { ageHours: 144 }, seeker: {}, cosine: 0, parts: [0, 20, 10, 10 / Math.E ** 2, 5] },
    { job: { ageHours: -500 }, seeker: {}, cosine: 0, parts: [0, 20, 10, 10, 5] },
    { job: { location: "Boise, ID" }, seeker: {}, cosine: 0, parts: [0, 20, 10, 10, 0] },
    { job: { location: "Boise, ID; Austin, TX" }, seeker: {}, cosine: 0, parts: [0, 20, 10, 10, 5] },
    { job: { location: "Boise, ID", isRemote: true }, seeker: {}, cosine: 0, parts: [0, 20, 10, 10, 5] },
    { job: { location: "" }, seeker: {}, cosine: 0, parts: [0, 20, 10, 10, 0] },
    { job: {}, seeker: { locations: [] }, cosine: 0, parts: [0, 20, 10, 10, 0] },
  ])("$job for $seeker at cosine $cosine has the parts $parts", ({ job, seeker, cosine, parts }) => {
    const scored = scoreJob(makeJobFacts(job), makeSeekerFacts(seeker), cosine);
    JOB_PART_NAMES.forEach((name, at) => {
      expect(scored.parts[name], name).toBeCloseTo(parts[at] ?? Number.NaN, 12);
    });
  });

  test("the parts sum to the score to the last bit, and none leaves its bounds", () => {
    fc.assert(
      fc.property(jobs, seekers, cosines, (job, seeker, cosine) => {
        const { score, parts } = scoreJob(job, seeker, cosine);
        expect(parts.embedding + parts.skills + parts.seniority + parts.recency + parts.location).toBe(score);
        for (const name of JOB_PART_NAMES) {
          expect(parts[name]).toBeGreaterThanOrEqual(0);
          expect(parts[name]).toBeLessThanOrEqual(JOB_PART_MAX[name]);
        }
      }),
    );
    expect(Object.values(JOB_PART_MAX).reduce((sum, max) => sum + max, 0)).toBe(100);
  });

  test("a nearer, newer or remote job, or one skill more, never lowers the score", () => {
    fc.assert(
      fc.property(jobs, seekers, cosines, fc.double({ min: 0, max: 1, noNaN: true }), (job, seeker, cosine, more) => {
        const { score } = scoreJob(job, seeker, cosine);
        const raised = [
          scoreJob(job, seeker, Math.min(1, (cosine ?? 0) + more)),
          scoreJob({ ...job, ageHours: job.ageHours - 100 * more }, seeker, cosine),
          scoreJob({ ...job, isRemote: true }, seeker, cosine),
          scoreJob(job, { ...seeker, skills: new Set([...seeker.skills, "sql"]) }, cosine),
        ];
        for (const better of raised) expect(better.score).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  test("preferred places that are changed are read anew", () => {
    const job = makeJobFacts({ location: "Boise, ID" });
    expect(scoreJob(job, makeSeekerFacts({ locations: ["Austin"] }), 0).parts.location).toBe(0);
    expect(scoreJob(job, makeSeekerFacts({ locations: ["Boise"] }), 0).parts.location).toBe(5);
  });

  test("a cosine that rounding put a little outside its bounds counts as the bound", () => {
    expect(scoreJob(makeJobFacts(), makeSeekerFacts(), 1.0000002).parts.embedding).toBe(55);
    expect(scoreJob(makeJobFacts(), makeSeekerFacts(), -1.0000002).parts.embedding).toBe(0);
  });

  test.each([
    [{ ageHours: Number.NaN }, {}, 0],
    [{ ageHours: Number.POSITIVE_INFINITY }, {}, 0],
    [{ seniority: 6 }, {}, 0],
    [{ seniority: 1.5 }, {}, 0],
    [{}, { seniority: -1 }, 0],
    [{ seniority: null }, { seniority: 7 }, 0],
    [{}, {}, 1.1],
    [{}, {}, Number.NaN],
  ])("a broken precondition is refused: %j %j %d", (job, seeker, cosine) => {
    expect(() => scoreJob(makeJobFacts(job), makeSeekerFacts(seeker), cosine)).toThrow(EngineError);
  });
});
