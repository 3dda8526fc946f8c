import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { isListed, toJobPosting, toScriptJson } from "@/components/jobs/to-job-posting";
import type { JobDetailReply } from "@/lib/contracts/jobs";

const JOB: JobDetailReply = {
  id: "6f1de4b0-8a53-4f0a-9e0c-5a2c7d3a1b11",
  title: "Welder",
  company: "Boats & Sons",
  companyId: "0f1de4b0-8a53-4f0a-9e0c-5a2c7d3a1b12",
  location: "Duluth, MN",
  remote: false,
  seniority: null,
  tags: [],
  salaryMin: null,
  salaryMax: null,
  typical: { salaryMin: 40_000, salaryMax: 60_000, skills: ["Welding"], seniority: "MID" },
  career: null,
  cluster: null,
  postedAt: "2026-11-01T08:00:00.000Z",
  expiresAt: "2026-12-01T23:59:59.000Z",
  isActive: true,
  isDemo: false,
  description: "Weld frames.\nBy MIG.\n\nKeep order.",
  sourceUrl: "",
  isPostedHere: true,
  about: {
    id: "0f1de4b0-8a53-4f0a-9e0c-5a2c7d3a1b12",
    name: "Boats & Sons",
    about: "",
    website: "https://example.com",
    location: "",
  },
  match: null,
  swipe: null,
  applicationId: null,
};
const of = (changes: Partial<JobDetailReply>) => toJobPosting({ ...JOB, ...changes });

describe("a job for search engines", () => {
  test("says what the posting says, and nothing that is only typical", () => {
    expect(toJobPosting(JOB)).toEqual({
      "@context": "https://schema.org",
      "@type": "JobPosting",
      title: "Welder",
      description: "<p>Weld frames.<br>By MIG.</p><p>Keep order.</p>",
      datePosted: "2026-11-01T08:00:00.000Z",
      validThrough: "2026-12-01T23:59:59.000Z",
      identifier: { "@type": "PropertyValue", name: "Boats & Sons", value: JOB.id },
      hiringOrganization: { "@type": "Organization", name: "Boats & Sons", sameAs: "https://example.com" },
      jobLocation: [
        { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: "Duluth", addressRegion: "MN" } },
      ],
      directApply: true,
    });
    const silent = of({ description: " ", expiresAt: null, location: "", isPostedHere: false });
    for (const name of ["description", "validThrough", "jobLocation", "baseSalary", "employmentType"])
      expect(silent).not.toHaveProperty(name);
    expect(silent.directApply).toBe(false);
  });

  test.each([
    [
      { salaryMin: 50_000, salaryMax: 70_000 },
      { minValue: 50_000, maxValue: 70_000 },
    ],
    [{ salaryMin: 50_000, salaryMax: null }, { minValue: 50_000 }],
    [{ salaryMin: null, salaryMax: 70_000 }, { maxValue: 70_000 }],
    [{ salaryMin: 60_000, salaryMax: 60_000 }, { value: 60_000 }],
  ])("names the pay %o that the posting names", (pay, amount) => {
    const value = { "@type": "QuantitativeValue", ...amount, unitText: "YEAR" };
    expect(of(pay).baseSalary).toEqual({ "@type": "MonetaryAmount", currency: "USD", value });
  });

  test.each([
    ["", undefined],
    ["Remote", undefined],
    ["Remote, US", [{ "@type": "AdministrativeArea", name: "US" }]],
    [
      "Boston, MA; Oregon",
      [
        { "@type": "AdministrativeArea", name: "Boston, MA" },
        { "@type": "AdministrativeArea", name: "Oregon" },
      ],
    ],
  ])("that is remote in %j is done from there rather than at it", (location, areas) => {
    const posting = of({ location, remote: true });
    expect(posting).toMatchObject({ jobLocationType: "TELECOMMUTE" });
    expect(posting).not.toHaveProperty("jobLocation");
    expect(posting.applicantLocationRequirements).toEqual(areas);
  });

  test("cannot leave its script element, whatever it says", () => {
    const hostile = '</script><script>alert(1)</script><!-- <script> ]]> \u2028 & "quoted" \\u003c';
    const posting = of({ title: hostile, company: hostile, description: hostile });
    const json = toScriptJson(posting);
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    const html = renderToStaticMarkup(createElement("script", { type: "application/ld+json" }, json));
    expect(html).toBe(`<script type="application/ld+json">${json}</script>`);
    expect(JSON.parse(json)).toEqual(posting);
    expect(posting.title).toBe(hostile);
    // Descriptions are read as HTML: there it stays text.
    expect(posting.description).toContain("&lt;/script&gt;&lt;script&gt;");
  });

  test("is given of open jobs that somebody hires for", () => {
    expect(isListed(JOB)).toBe(true);
    expect(isListed({ ...JOB, isDemo: true })).toBe(false);
    expect(isListed({ ...JOB, isActive: false })).toBe(false);
  });
});
