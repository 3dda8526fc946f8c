import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawPosting } from "@/lib/adapters/job-feeds/feed-item";
import { makeSeenIds } from "@/lib/use-cases/jobs/seen-ids";
import { toContentHash, toPosting } from "@/lib/use-cases/jobs/to-posting";

const NOW_MS = Date.UTC(2025, 10, 1);

const read = (raw: RawPosting) => toPosting({ title: "Cook", company: "Inn", ...raw }, NOW_MS);
const pay = (raw: RawPosting): (number | null | undefined)[] => {
  const { posting } = read(raw);
  return [posting?.salaryMin, posting?.salaryMax];
};

describe("a posting", () => {
  it.each([
    ["without a title", { title: " <b></b> " }, "title"],
    ["whose title is a book", { title: "x".repeat(400) }, "title"],
    ["with 1 MB of description", { description: "d".repeat(1_048_576) }, "description"],
    ["with the higher end of pay below the lower", { salaryMin: 90_000, salaryMax: 60_000 }, "salaryMax"],
    ["of 1970", { postedAt: "1970-01-01" }, "postedAt"],
    ["of the future", { postedAt: "2025-11-20" }, "postedAt"],
    ["of a day that does not exist", { postedAt: "2025-02-31" }, "postedAt"],
    ["of no date", { postedAt: "yesterday" }, "postedAt"],
    ["that ends in 1970", { expiresAt: "1970-01-01T00:00:00Z" }, "expiresAt"],
  ] as [string, RawPosting, string][])("%s is refused, with field, value and fix", (_, raw, field) => {
    const { posting, problems } = read(raw);
    expect(posting).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field, fix: expect.stringMatching(/must|at most/) });
  });

  it("names everything that is wrong with it at once", () => {
    const { problems } = read({ title: "", postedAt: "x", salaryMin: 2000, salaryMax: 1000 });
    expect(problems.map(({ field }) => field)).toEqual(["title", "salaryMax", "postedAt"]);
  });

  it("of the future alone is told from one that is wrong otherwise", () => {
    expect(read({ postedAt: "2026-01-01" }).isLater).toBe(true);
    expect(read({ postedAt: "2026-01-01", title: "" }).isLater).toBe(false);
    // Clocks differ: a day ahead is now.
    expect(read({ postedAt: "2025-11-01T20:00:00Z" }).posting).not.toBeNull();
  });

  it.each([
    ["seniority", { seniority: "Archmage" }],
    ["currency", { salaryMin: 50_000, currency: "EUR" }],
    ["salaryMin", { salaryMin: "competitive" }],
    ["salaryPeriod", { salaryMin: 20, salaryPeriod: "moon" }],
    ["salaryMax", { salaryMin: 20, salaryMax: 30 }],
    ["salaryMin", { salaryMin: 20_000_000 }],
  ] as [string, RawPosting][])("keeps what is good when its %s cannot be used", (field, raw) => {
    const { posting, problems } = read(raw);
    expect(posting).toMatchObject({ title: "Cook", seniority: null, salaryMin: null, salaryMax: null });
    expect(problems.map((problem) => problem.field)).toEqual([field]);
  });

  it("of 20,001 characters is cut, and says so", () => {
    const { posting, problems } = read({ description: "d".repeat(20_001) });
    expect(posting?.description).toHaveLength(20_000);
    expect(problems[0]).toMatchObject({ field: "description", fix: expect.stringContaining("20001") });
  });

  it("holds plain text whatever its feed wrote", () => {
    const { posting } = read({
      title: "R&amp;D <em>Chef</em>\u0000",
      description:
        "<h1>Work</h1><p>Cook &amp; clean</p><script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)>",
      location: "Ohio\n\u202F USA",
      url: "javascript:alert(1)",
    });
    expect(posting).toMatchObject({ title: "R&D Chef", location: "Ohio USA", sourceUrl: "" });
    expect(posting?.description).toBe("Work\n\nCook & clean");
    expect(read({ description: "&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;" }).posting?.description).toBe("Fish & chips");
    expect(read({ description: "Day & night\n\n- cook &amp; <b>clean</b>" }).posting?.description).toBe(
      "Day & night\n\n- cook & clean",
    );
    expect(read({ description: "3 < 5 and a > b" }).posting?.description).toBe("3 < 5 and a > b");
  });

  it("has pay a year in dollars, whatever it is by", () => {
    expect(pay({ salaryMin: "31.25", salaryMax: "40.5", salaryPeriod: "PH" })).toEqual([65_000, 84_240]);
    expect(pay({ salaryMin: 3200, salaryMax: 3600, salaryPeriod: "MONTH" })).toEqual([38_400, 43_200]);
    expect(pay({ salaryMin: 400, salaryPeriod: "day" })).toEqual([104_000, null]);
    expect(pay({ salaryMin: 1000, salaryPeriod: "WEEK" })).toEqual([52_000, null]);
    expect(pay({ salaryMin: 2000, salaryPeriod: "bw" })).toEqual([52_000, null]);
    expect(pay({ salaryMin: "$85,000", salaryMax: "95k" })).toEqual([85_000, 95_000]);
    expect(pay({ salary: "$30 - $42 per hour" })).toEqual([62_400, 87_360]);
    expect(pay({ salary: "80-90k" })).toEqual([80_000, 90_000]);
    expect(pay({ salary: "From 70,000 a year" })).toEqual([70_000, null]);
    expect(pay({ salaryMin: "0", salaryMax: "" })).toEqual([null, null]);
  });

  it("ends with its last day when that is over everywhere, or at its time", () => {
    expect(read({ expiresAt: "2025-12-01" }).posting?.expiresAtMs).toBe(Date.UTC(2025, 11, 2, 12));
    expect(read({ expiresAt: "2025-12-01T10:00:00-05:00" }).posting?.expiresAtMs).toBe(Date.UTC(2025, 11, 1, 15));
    expect(read({ postedAt: "Wed, 01 Oct 2025 10:00:00 GMT" }).posting?.postedAtMs).toBe(Date.UTC(2025, 9, 1, 10));
    expect(read({ postedAt: "10/1/2025" }).posting?.postedAtMs).toBe(Date.UTC(2025, 9, 1));
    expect(read({ postedAt: "2025-10-01T00:00:00.0000" }).posting?.postedAtMs).toBe(Date.UTC(2025, 9, 1));
  });

  it("says its seniority in its own words or in Waymark's", () => {
    const said = [
      "Mid-Senior level",
      "SENIOR",
      "Entry level",
      "Internship",
      "Director",
      "Associate",
      "Not Applicable",
      "",
    ];
    expect(said.map((seniority) => read({ seniority }).posting?.seniority)).toEqual([
      ...["MID", "SENIOR", "ENTRY", "ENTRY", "PRINCIPAL", "JUNIOR", null, null],
    ]);
  });

  it("has each tag once, remote from its place, and an id though its feed gives none", () => {
    const { posting } = read({ tags: "Baking, baking; Food safety|, ", location: "Anywhere in the U.S. (remote job)" });
    expect(posting).toMatchObject({ tags: ["Baking", "Food safety"], isRemote: true });
    expect(posting?.sourceId).toMatch(/^#.{20}/);
    expect(read({ remote: "On-site", location: "Remote, OR" }).posting?.isRemote).toBe(false);
    expect(read({ sourceId: 7, url: "https://a.example/1" }).posting?.sourceId).toBe("7");
  });

  it("whose fields are objects that cannot be written as text is refused by field, and stops nothing", () => {
    const odd = { toString: 1, valueOf: null };
    const { posting, problems } = toPosting(
      { title: "Cook", postedAt: odd, expiresAt: [odd], salary: odd, salaryPeriod: odd, currency: odd, tags: odd },
      NOW_MS,
    );
    expect(posting).toBeNull();
    expect(problems.map(({ field }) => field)).toEqual(expect.arrayContaining(["postedAt", "expiresAt"]));
  });

  it("of any rubbish is refused or storable, and the same again has the same hash", { timeout: 60_000 }, () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.anything({ maxDepth: 2 }),
      fc.double(),
      fc.date().map(String),
    );
    const raw = fc.record({
      title: fc.string({ unit: "binary" }),
      company: value,
      location: value,
      tags: value,
      seniority: value,
      description: value,
      salary: value,
      salaryMin: value,
      salaryMax: value,
      salaryPeriod: value,
      postedAt: value,
      expiresAt: value,
      url: value,
    });
    fc.assert(
      fc.property(raw, (given) => {
        const { posting } = toPosting(given, NOW_MS);
        if (posting === null) return;
        const texts = [posting.title, posting.company, posting.location, posting.description, ...posting.tags];
        expect(texts.every((text) => !text.includes("\u0000"))).toBe(true);
        expect(posting.title.length).toBeGreaterThan(0);
        const { salaryMin, salaryMax } = posting;
        expect(salaryMin === null || salaryMax === null || salaryMin <= salaryMax).toBe(true);
        expect(toContentHash(posting)).toBe(toContentHash(toPosting(given, NOW_MS).posting ?? posting));
      }),
      { numRuns: 200 },
    );
  });
});

it("ids that were seen are told from new ones, also when there are many", () => {
  const seen = makeSeenIds();
  for (let i = 0; i < 20_000; i++) expect(seen.add(`job ${i}`)).toBe(true);
  for (let i = 0; i < 20_000; i += 7) expect(seen.add(`job ${i}`)).toBe(false);
  expect([seen.has("job 19999"), seen.has("job 20000")]).toEqual([true, false]);
});
