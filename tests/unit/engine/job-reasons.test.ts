import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { CLOSE_COSINE, explainJob, FAR_COSINE, FRESH_HOURS, OLD_HOURS } from "@/lib/engine/explain/job-reasons";
import { createRng } from "@/lib/engine/math/random";
import { rankAll } from "@/lib/engine/math/top-k";
import { type JobFacts, type SeekerFacts, scoreJob, sumJobParts } from "@/lib/engine/scoring/job-score";
import { at, makeJobFacts, makeSeekerFacts } from "../../factories";

const explain = (job: Partial<JobFacts>, seeker: Partial<SeekerFacts>, cosine: number | null) => {
  const [facts, person] = [makeJobFacts(job), makeSeekerFacts(seeker)];
  return explainJob(facts, person, cosine, scoreJob(facts, person, cosine).parts);
};
const kinds = (reasons: { kind: string }[]): string[] => reasons.map(({ kind }) => kind);

/** A feed's worth of jobs of every sort for one person. */
function makeFeed(seed: number): { jobs: JobFacts[]; cosines: number[]; seeker: SeekerFacts } {
  const rng = createRng(seed);
  const skills = ["sql", "excel", "python", "welding", "nursing"];
  const some = (): string[] => skills.filter(() => rng.uniform() < 0.4);
  const seeker = makeSeekerFacts({ skills: new Set(some()), seniority: rng.integer(6) });
  const jobs = Array.from({ length: 40 }, () =>
    makeJobFacts({
      skills: some(),
      seniority: rng.uniform() < 0.2 ? null : rng.integer(6),
      ageHours: 1500 * rng.uniform() ** 3,
      isRemote: rng.uniform() < 0.2,
      location: rng.uniform() < 0.5 ? "Austin, TX" : "Boise, ID",
    }),
  );
  return { jobs, cosines: jobs.map(() => 0.25 + 0.2 * rng.normal()).map((c) => Math.max(-1, Math.min(1, c))), seeker };
}

describe("explainJob", () => {
  test("a job that fits in everything has five reasons for it, the strongest first, and none against", () => {
    const { for: good, against } = explain({}, {}, 0.9);
    expect(kinds(good)).toEqual(["meaning_close", "skills_met", "fresh", "seniority_exact", "place_preferred"]);
    expect(against).toEqual([]);
  });

  test("a job that fits in nothing has five against it, and none for it", () => {
    const job = { skills: ["welding"], seniority: 5, ageHours: OLD_HOURS, location: "Boise, ID" };
    const { for: good, against } = explain(job, { seniority: 1 }, 0);
    expect(good).toEqual([]);
    expect(kinds(against).sort()).toEqual(["meaning_far", "old", "place_other", "seniority_off", "skills_missing"]);
  });

  test("skills that are met and missing are named, in the posting's order and each once", () => {
    const { for: good, against } = explain(
      { skills: ["r", "sql", "excel", "r", "sas"] },
      { skills: new Set(["excel", "sql"]) },
      null,
    );
    expect(good.find(({ kind }) => kind === "skills_met")).toMatchObject({
      names: ["sql", "excel"],
      of: 4,
      points: 10,
    });
    expect(against.find(({ kind }) => kind === "skills_missing")).toMatchObject({
      names: ["r", "sas"],
      of: 4,
      points: 10,
    });
  });

  test("what is not known of a person is not held against a job", () => {
    const { against } = explain(
      { skills: ["welding"], location: "Boise, ID" },
      { skills: new Set(), seniority: null, locations: [] },
      null,
    );
    expect(against).toEqual([]);
  });

  test("what the posting does not say is not held against it", () => {
    const { against } = explain({ skills: [], seniority: null, location: "" }, {}, null);
    expect(against).toEqual([]);
  });

  test.each([
    [4, 2, 2],
    [0, 2, -2],
  ])("a job at level %d for a person at %d is %d levels off", (job, seeker, levels) => {
    const { against } = explain({ seniority: job }, { seniority: seeker }, null);
    expect(against).toContainEqual({ kind: "seniority_off", part: "seniority", points: 5, levels });
  });

  test("one level off is neither for nor against", () => {
    const { for: good, against } = explain({ seniority: 3 }, { seniority: 2 }, null);
    expect([...kinds(good), ...kinds(against)].filter((kind) => kind.startsWith("seniority"))).toEqual([]);
  });

  test.each([
    [0, "fresh"],
    [-24, "fresh"],
    [FRESH_HOURS, "fresh"],
    [FRESH_HOURS + 1, undefined],
    [OLD_HOURS - 1, undefined],
    [OLD_HOURS, "old"],
  ])("a posting of %d hours is %s", (ageHours, kind) => {
    const { for: good, against } = explain({ ageHours }, {}, null);
    expect([...good, ...against].find(({ part }) => part === "recency")?.kind).toBe(kind);
  });

  test("a preferred place is named before its being remote, and remote before another place", () => {
    const kindOf = (job: Partial<JobFacts>): string | undefined => {
      const { for: good, against } = explain(job, {}, null);
      return [...good, ...against].find(({ part }) => part === "location")?.kind;
    };
    expect(kindOf({ isRemote: true })).toBe("place_preferred");
    expect(kindOf({ isRemote: true, location: "Boise, ID" })).toBe("remote");
    expect(kindOf({ location: "Boise, ID" })).toBe("place_other");
  });

  test("a likeness speaks for a job when it is close, against it when it is far, and not at all between", () => {
    const kindOf = (cosine: number): string | undefined => {
      const { for: good, against } = explain({}, {}, cosine);
      return [...good, ...against].find(({ part }) => part === "embedding")?.kind;
    };
    expect(kindOf(CLOSE_COSINE + 0.01)).toBe("meaning_close");
    expect(kindOf(CLOSE_COSINE)).toBeUndefined();
    expect(kindOf(FAR_COSINE)).toBeUndefined();
    expect(kindOf(FAR_COSINE - 0.01)).toBe("meaning_far");
    expect(kindOf(-0.5)).toBe("meaning_far");
  });

  test("every reason has points above 0, and each list is ordered by them", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { jobs, cosines, seeker } = makeFeed(seed);
        jobs.forEach((job, i) => {
          const cosine = at(cosines, i);
          const reasons = explainJob(job, seeker, cosine, scoreJob(job, seeker, cosine).parts);
          for (const list of [reasons.for, reasons.against]) {
            const points = list.map((reason) => reason.points);
            expect(points).toEqual([...points].sort((a, b) => b - a));
            expect(points.every((value) => value > 0)).toBe(true);
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  test("taking away the part that is named first lowers the job’s score and, nearly always, its rank", () => {
    let fallen = 0;
    let explained = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { jobs, cosines, seeker } = makeFeed(seed);
      const scored = jobs.map((job, i) => scoreJob(job, seeker, at(cosines, i)));
      const scores = scored.map(({ score }) => score);
      const before = rankAll(scores);
      jobs.forEach((job, i) => {
        const { parts, score } = at(scored, i);
        const top = explainJob(job, seeker, at(cosines, i), parts).for[0];
        if (top === undefined) return;
        explained++;
        const without = sumJobParts({ ...parts, [top.part]: 0 });
        expect(without).toBeLessThan(score);
        const after = rankAll(scores.with(i, without));
        expect(after.indexOf(i)).toBeGreaterThanOrEqual(before.indexOf(i));
        if (after.indexOf(i) > before.indexOf(i)) fallen++;
      });
    }
    expect(explained).toBeGreaterThan(400);
    expect(fallen / explained).toBeGreaterThan(0.85);
  });

  test("a part that is not a number is refused", () => {
    const parts = { ...scoreJob(makeJobFacts(), makeSeekerFacts(), 0).parts, skills: Number.NaN };
    expect(() => explainJob(makeJobFacts(), makeSeekerFacts(), 0, parts)).toThrow(EngineError);
  });
});
