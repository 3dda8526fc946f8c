import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type JobFormValues,
  toCheckBody,
  toJobBody,
  toJobFormValues,
  toPreview,
} from "@/components/employer/job-form-values";
import { getSalaryScale, parseDollars } from "@/components/employer/salary-words";
import { CheckJobRequestSchema, type EmployerJob, JobRequestSchema } from "@/lib/contracts/employer";

const VALUES: JobFormValues = {
  title: " Night Nurse ",
  description: "Looks after people through the night, with a small team.",
  location: "Austin, TX",
  remote: false,
  tags: ["CPR"],
  seniority: "MID",
  salaryMin: "$72,000",
  salaryMax: "88k",
  expiresAt: "2027-01-31",
};

const JOB: EmployerJob = {
  id: "3f0f3e4e-7c55-4c1e-9f4e-0c2b5f8f9a10",
  title: "Night Nurse",
  company: "Owl Clinic",
  companyId: "3f0f3e4e-7c55-4c1e-9f4e-0c2b5f8f9a11",
  location: "Austin, TX",
  remote: true,
  seniority: null,
  tags: ["CPR"],
  salaryMin: 72_000,
  salaryMax: null,
  typical: { salaryMin: null, salaryMax: 99_000, skills: ["Triage"], seniority: "SENIOR" },
  career: null,
  cluster: null,
  postedAt: "2026-11-20T10:00:00.000Z",
  expiresAt: "2027-01-31T23:59:59.000Z",
  isActive: true,
  isDemo: false,
  description: "Looks after people through the night, with a small team.",
  applicants: 2,
  newApplicants: 1,
  impressions: 40,
};

describe("the job form", () => {
  it("sends what the contract takes, amounts as numbers and the day to its end", () => {
    expect(JobRequestSchema.parse(toJobBody(VALUES))).toEqual({
      title: "Night Nurse",
      description: VALUES.description,
      location: "Austin, TX",
      remote: false,
      tags: ["CPR"],
      seniority: "MID",
      salaryMin: 72_000,
      salaryMax: 88_000,
      expiresAt: "2027-01-31T23:59:59.000Z",
    });
  });

  it("brings a job back as it was, and nothing that is only typical for its occupation", () => {
    const { title, description, location, remote, tags, seniority, salaryMin, salaryMax, expiresAt } = JOB;
    expect(toJobBody(toJobFormValues(JOB))).toEqual({
      ...{ title, description, location, remote, tags, seniority, salaryMin, salaryMax, expiresAt },
    });
  });

  it("is empty for a new job", () => {
    const { remote, tags, ...texts } = toJobFormValues(null);
    expect({ remote, tags }).toEqual({ remote: false, tags: [] });
    expect(new Set(Object.values(texts))).toEqual(new Set([""]));
  });

  it("asks for a check that the server takes, whatever is typed", () => {
    const text = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, text, (title, description, salaryMin, salaryMax) => {
        const body = toCheckBody({ ...VALUES, title, description, salaryMin, salaryMax });
        const checked = CheckJobRequestSchema.parse(body);
        if (checked.salaryMin !== null && checked.salaryMax !== null) {
          expect(checked.salaryMin).toBeLessThanOrEqual(checked.salaryMax);
        }
      }),
    );
  });
});

describe("the preview", () => {
  const company = { id: JOB.companyId, name: "Owl Clinic", about: "", website: "", location: "" };
  const check = {
    career: { code: "29-1141.00", title: "Registered Nurses", confidence: 0.8 },
    wages: { p10: 60_000, p25: 70_000, median: 80_000, p75: 90_000, p90: 100_000 },
    salaryVerdict: null,
    typicalSkills: ["Triage"],
    typicalSeniority: "SENIOR" as const,
  };

  it("fills in what is typical only where the form is silent", () => {
    const silent = { ...VALUES, tags: [], seniority: "" as const, salaryMin: "", salaryMax: "" };
    expect(toPreview(silent, company, check)).toMatchObject({
      salaryMin: null,
      typical: { salaryMin: 70_000, salaryMax: 90_000, skills: ["Triage"], seniority: "SENIOR" },
    });
    expect(toPreview(VALUES, company, check).typical).toEqual({
      salaryMin: null,
      salaryMax: null,
      skills: [],
      seniority: null,
    });
  });

  it("shows no range that is the wrong way round, and works before anything is known", () => {
    const preview = toPreview({ ...VALUES, salaryMin: "90k", salaryMax: "20k" }, company, undefined);
    expect(preview).toMatchObject({ title: "Night Nurse", salaryMin: null, salaryMax: null, career: null });
  });
});

describe("amounts", () => {
  it.each([
    ["85000", 85_000],
    ["$85,000", 85_000],
    [" 85 000 ", 85_000],
    ["85k", 85_000],
    ["72.5K", 72_500],
    ["0", 0],
    ["", null],
    ["  ", null],
    ["a lot", undefined],
    ["-5", undefined],
    ["85k a year", undefined],
    ["1e6", undefined],
    ["8.5.1", undefined],
  ])("%j is %j", (typed, amount) => {
    expect(parseDollars(typed)).toBe(amount);
  });

  it("come back from how they are written", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (amount) => {
        expect(parseDollars(toJobFormValues({ ...JOB, salaryMin: amount }).salaryMin)).toBe(amount);
      }),
    );
  });
});

describe("a scale of pay", () => {
  it("has every end inside", () => {
    const end = fc.option(fc.nat(10_000_000), { nil: null });
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(100_000), end, end, (p10, more, low, high) => {
        const { min, max } = getSalaryScale({ p10, p90: p10 + more }, { low, high });
        for (const value of [p10, p10 + more, low ?? p10, high ?? p10]) {
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
        }
      }),
    );
  });
});
