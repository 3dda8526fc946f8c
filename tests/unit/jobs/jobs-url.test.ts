import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideSwipe } from "@/components/jobs/decide-swipe";
import { isRuledOut } from "@/components/jobs/is-ruled-out";
import {
  countFilters,
  JOB_SENIORITIES,
  type JobsState,
  NO_FILTERS,
  parseJobs,
  toFeedQuery,
  toJobsHref,
  withoutFilter,
} from "@/components/jobs/jobs-url";
import { DiscoverQuerySchema, JobPreferencesSchema, type JobSummary } from "@/lib/contracts/jobs";

const parse = (href: string): JobsState => parseJobs(Object.fromEntries(new URLSearchParams(href.split("?")[1] ?? "")));

describe("the address of the page of jobs", () => {
  test("keeps the view and every filter", () => {
    const word = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom("a", "B", "é", "+", "&", " x", "-") });
    const line = word.map((text) => text.trim()).filter((text) => text !== "");
    const states = fc.record({
      view: fc.constantFrom("deck" as const, "list" as const),
      filters: fc.record({
        remote: fc.boolean(),
        location: fc.oneof(fc.constant(""), line),
        seniority: fc.subarray([...JOB_SENIORITIES]),
        salary_min: fc.constantFrom(0, 40_000, 123_456),
        cluster: fc.constantFrom("", "computers", "health-care"),
        career: fc.constantFrom("", "15-1252.00"),
        skills: fc.uniqueArray(line, { maxLength: 4 }),
      }),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(parse(toJobsHref(state))).toEqual(state);
      }),
    );
  });

  test("says nothing of what is as usual", () => {
    expect(toJobsHref({ view: "deck", filters: NO_FILTERS })).toBe("/jobs");
    expect(countFilters(NO_FILTERS)).toBe(0);
  });

  test("leaves out what is not usable in it", () => {
    const state = parse(
      "/jobs?view=grid&remote=yes&seniority=mid,BOSS&salary_min=-1&cluster=%27&career=abc&skills=,,a,%20a",
    );
    expect(state).toEqual({ view: "deck", filters: { ...NO_FILTERS, seniority: ["MID"], skills: ["a"] } });
    expect(parseJobs({ skills: ["x", "y"], salary_min: "lots" }).filters).toEqual({ ...NO_FILTERS, skills: ["x"] });
  });

  test("asks the API for nothing that it would refuse", () => {
    const text = fc.string({ maxLength: 200 });
    const params = fc.record({
      location: text,
      skills: text,
      cluster: text,
      career: text,
      salary_min: text,
      seniority: text,
    });
    fc.assert(
      fc.property(params, (given) => {
        const query = Object.fromEntries(toFeedQuery(parseJobs(given).filters));
        expect(DiscoverQuerySchema.safeParse(query).error).toBeUndefined();
      }),
    );
  });

  test("one filter can be left out alone", () => {
    const filters = { ...NO_FILTERS, remote: true, location: "Ohio" };
    expect(withoutFilter(filters, "location")).toEqual({ ...NO_FILTERS, remote: true });
  });
});

describe("letting go of a card", () => {
  const width = 400;

  test("counts when it is far enough, or fast enough the same way", () => {
    expect(decideSwipe({ offset: 140, velocity: 0, width })).toBe("RIGHT");
    expect(decideSwipe({ offset: -140, velocity: 0, width })).toBe("LEFT");
    expect(decideSwipe({ offset: 30, velocity: 900, width })).toBe("RIGHT");
    expect(decideSwipe({ offset: -30, velocity: -900, width })).toBe("LEFT");
  });

  test("does nothing when it is short and slow, a mere tap, or pulled back", () => {
    expect(decideSwipe({ offset: 60, velocity: 200, width })).toBeNull();
    expect(decideSwipe({ offset: 5, velocity: 2000, width })).toBeNull();
    expect(decideSwipe({ offset: 200, velocity: -900, width })).toBeNull();
    expect(decideSwipe({ offset: 0, velocity: 0, width })).toBeNull();
  });

  test("is the same to both sides", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: -3000, max: 3000 }), (offset, velocity) => {
        const right = decideSwipe({ offset, velocity, width });
        const left = decideSwipe({ offset: -offset, velocity: -velocity, width });
        expect(left).toBe(right === null ? null : "LEFT");
      }),
    );
  });
});

describe("a job on hand", () => {
  const job: JobSummary = {
    id: "3f0d2c1a-0000-4000-8000-000000000001",
    title: "Welder",
    company: "Harbor Steel",
    companyId: "3f0d2c1a-0000-4000-8000-000000000002",
    location: "Duluth, MN",
    remote: false,
    seniority: null,
    tags: [],
    salaryMin: null,
    salaryMax: null,
    typical: { salaryMin: 40_000, salaryMax: 60_000, skills: [], seniority: "MID" },
    career: null,
    cluster: "Making things",
    postedAt: "2026-11-01T00:00:00.000Z",
    expiresAt: null,
    isActive: true,
    isDemo: false,
  };
  const NAMES = new Map([["production", "Making things"]]);
  const none = JobPreferencesSchema.parse({});

  test("stays without preferences", () => {
    expect(isRuledOut(job, none, NAMES)).toBe(false);
  });

  test.each([
    { remoteOnly: true },
    { salaryMin: 60_001 },
    { hiddenCompanies: [{ id: job.companyId, name: "Harbor Steel" }] },
    { hiddenClusters: ["production"] },
    { hiddenLocations: ["DULUTH"] },
    { hiddenSeniorities: ["MID" as const] },
  ])("goes when %j rules it out", (preferences) => {
    expect(isRuledOut(job, { ...none, ...preferences }, NAMES)).toBe(true);
  });

  test("stays when a preference says nothing of it", () => {
    expect(
      isRuledOut(
        { ...job, typical: { ...job.typical, salaryMin: null, salaryMax: null } },
        { ...none, salaryMin: 90_000 },
        NAMES,
      ),
    ).toBe(false);
    expect(isRuledOut({ ...job, remote: true }, { ...none, remoteOnly: true, hiddenLocations: ["Ohio"] }, NAMES)).toBe(
      false,
    );
  });
});
