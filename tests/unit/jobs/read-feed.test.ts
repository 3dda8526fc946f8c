import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { type ColumnMapping, parseMapping } from "@/lib/adapters/job-feeds/csv-columns";
import { BrokenFeedError, type FeedItem, type RawPosting } from "@/lib/adapters/job-feeds/feed-item";
import { readFeed } from "@/lib/adapters/job-feeds/read-feed";

const FIXTURES = path.join(process.cwd(), "tests", "fixtures", "jobs");
const folder = mkdtempSync(path.join(os.tmpdir(), "waymark-feeds-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string): string => path.join(FIXTURES, name);

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function readAll(file: string, mapping: ColumnMapping | null = null) {
  const items: FeedItem[] = [];
  let broken: string | null = null;
  let format: string | null = null;
  try {
    const feed = await readFeed(file, { format: null, mapping });
    format = feed.format;
    for await (const item of feed.items) items.push(item);
  } catch (error) {
    if (!(error instanceof BrokenFeedError)) throw error;
    broken = error.message;
  }
  const postings = items.flatMap((item): RawPosting[] => ("posting" in item ? [item.posting] : []));
  const problems = items.flatMap((item) => ("problem" in item ? [{ at: item.at, ...item.problem }] : []));
  return { format, items, postings, problems, broken };
}

describe("a feed", () => {
  it("of USAJOBS's search gives every posting with pay, place and text", async () => {
    const { format, postings, broken } = await readAll(fixture("search.json"));
    expect([format, broken]).toEqual(["usajobs", null]);
    expect(postings).toHaveLength(2);
    expect(postings[0]).toMatchObject({
      sourceId: "800000001",
      title: "Hydrologist",
      company: "Geological Survey",
      location: "Denver, Colorado",
      salaryMin: "31.25",
      salaryPeriod: "PH",
      hint: ["Hydrology"],
    });
    expect(postings[1]).toMatchObject({ sourceId: "800000002", remote: true });
  });

  it("of lines goes on after a broken one, and names the line", async () => {
    const { format, postings, problems, items } = await readAll(fixture("announcements.jsonl"));
    expect(format).toBe("usajobs");
    expect(postings.map(({ sourceId }) => sourceId)).toEqual([1, 3, 4, 5, 6, 7]);
    expect(problems.map(({ at, field }) => [at, field])).toEqual([
      [{ unit: "line", number: 2 }, "line"],
      [{ unit: "line", number: 8 }, "line"],
    ]);
    // The empty line counts as one.
    expect(items[3]?.at).toEqual({ unit: "line", number: 5 });
    expect(postings[0]).toMatchObject({ hint: ["Contracting"], url: "https://www.usajobs.gov/job/1" });
  });

  it("of schema.org gives the postings of a graph and leaves the rest", async () => {
    const { format, postings } = await readAll(fixture("graph.json"));
    expect(format).toBe("json-ld");
    expect(postings).toHaveLength(2);
    expect(postings[0]).toMatchObject({
      sourceId: "b-1",
      company: "Ovens of Ohio",
      location: ["Toledo, OH"],
      salaryMin: 3200,
      salaryPeriod: "MONTH",
      currency: "USD",
    });
    expect(postings[1]).toMatchObject({
      remote: true,
      salaryMin: 50_000,
      currency: "EUR",
      company: "Words Co",
      location: ["USA"],
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("in a web page is found in its scripts, and a broken script is told of", async () => {
    const { format, postings, problems } = await readAll(fixture("page.htm"));
    expect(format).toBe("json-ld");
    expect(postings.map(({ title }) => title)).toEqual(["Roofer"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field: "script", value: expect.stringContaining("Welder") });
  });

  it("of one posting, of a list, and of one object a line is read", async () => {
    const posting = { "@type": "JobPosting", title: "Cook" };
    const forms = [
      JSON.stringify(posting),
      JSON.stringify([posting, [posting]]),
      `${JSON.stringify(posting)}\n`.repeat(3),
    ];
    const counts: number[] = [];
    for (const [i, form] of forms.entries()) counts.push((await readAll(write(`form${i}.json`, form))).postings.length);
    expect(counts).toEqual([1, 2, 3]);
  });

  it("of RSS gives company, text and date, and resolves no entity of its own", async () => {
    const { format, postings, broken } = await readAll(fixture("feed.rss"));
    expect([format, broken]).toEqual(["rss", null]);
    expect(postings).toHaveLength(3);
    expect(postings[0]).toMatchObject({
      title: "Boat Captain",
      company: "Blue Whale Tours",
      location: "Seattle, WA",
      sourceId: "w-1",
      postedAt: "Wed, 01 Oct 2025 10:00:00 GMT",
      hint: ["Transport"],
    });
    expect(postings[1]?.company).toBe("Deep Co");
    expect(String(postings[1]?.title)).not.toContain("lollol");
    expect(postings[1]?.title).toContain("R&D");
  });

  it("of Atom in another encoding gives its letters, and tells where it ends too early", async () => {
    const { postings, broken } = await readAll(fixture("feed.atom"));
    expect(postings).toHaveLength(1);
    expect(postings[0]).toMatchObject({ title: "Barista", company: "Café Jobs", url: "https://example.com/barista" });
    expect(String(postings[0]?.description)).toMatch(/Make coffee\.\s+Be kind\./);
    expect(broken).toMatch(/ends in the middle of posting 2/);
  });

  it("of CSV is read by its mapping, with the line of each row", async () => {
    const mapping = parseMapping(await readFile(fixture("table-mapping.json"), "utf8"), "m");
    const { format, postings, problems, items } = await readAll(fixture("table.csv"), mapping);
    expect(format).toBe("csv");
    expect(postings.map(({ title }) => title)).toEqual([
      "Plumber",
      'Nurse "RN"\non nights',
      "Wizard",
      "Clerk",
      "Teller",
    ]);
    expect(postings[0]).toMatchObject({ company: "Pipe Dreams", salaryMin: "28", hint: "Trades", remote: "On-site" });
    expect(items.map(({ at }) => at.number)).toEqual([2, 3, 5, 6, 7, 8]);
    expect(problems[0]).toMatchObject({ at: { number: 6 }, fix: expect.stringContaining("must have 10 columns") });
  });

  it("of CSV with usual column names needs no mapping; without a title column it says what there is", async () => {
    const usual = await readAll(write("usual.csv", "\uFEFFid,Job Title,Company\n1,Cook,Inn\n"));
    expect(usual.postings).toEqual([{ sourceId: "1", title: "Cook", company: "Inn" }]);
    const odd = await readAll(write("odd.csv", "Nummer,Stelle\n1,Koch\n"));
    expect(odd.broken).toMatch(/none of its columns is known as the title.*Nummer, Stelle/s);
    const missing = await readAll(fixture("table.csv"), { title: "Nope" });
    expect(missing.broken).toMatch(/no column "Nope".*for title/);
  });

  it("of CSV whose quote is never closed keeps the rows before", async () => {
    const { postings, problems, broken } = await readAll(
      write("quote.csv", 'id,title\n1,Cook\n2,"Never closed\n3,Baker\n'),
    );
    expect(postings.map(({ title }) => title)).toEqual(["Cook"]);
    expect(broken ?? problems[0]?.fix).toMatch(/quote/i);
  });

  it("that is gzipped is read by its content; cut off, it gives all that is there and says so", async () => {
    const lines = Array.from({ length: 5000 }, (_, i) =>
      JSON.stringify({ control_number: i, position_title: `Job ${Math.sin(i)}` }),
    );
    const whole = gzipSync(`${lines.join("\n")}\n`);
    expect((await readAll(write("whole.json", whole))).postings).toHaveLength(5000);
    const cut = await readAll(write("cut.gz", whole.subarray(0, whole.length >> 1)));
    expect(cut.broken).toMatch(/cut off or damaged/);
    expect(cut.postings.length).toBeGreaterThan(2000);
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 60_000, 60_100);
    expect((await readAll(write("damaged.gz", damaged))).broken).toMatch(/cut off or damaged/);
  });

  it("of JSON that is cut off gives the postings before, and says after how many it ends", async () => {
    const text = await readFile(fixture("search.json"), "utf8");
    const { postings, broken } = await readAll(write("cut.json", text.slice(0, text.indexOf("ST-2"))));
    expect(postings).toHaveLength(1);
    expect(broken).toMatch(/ends in the middle, after 1 posting/);
    const wrong = await readAll(write("wrong.json", text.replace(/"MatchedObjectId": ?"800000002"/, "oops")));
    expect(wrong.postings).toHaveLength(1);
    expect(wrong.broken).toMatch(/no JSON after 1 posting/);
  });

  it("that is none says so: empty, missing, a picture, prose, a zip archive", async () => {
    const broken = async (file: string): Promise<string | null> => (await readAll(file)).broken;
    expect(await broken(write("empty.json", ""))).toMatch(/empty/);
    expect(await broken(path.join(folder, "missing.json"))).toMatch(/no such file/);
    expect(await broken(folder)).toMatch(/folder/);
    expect(await broken(write("x.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])))).toMatch(
      /no feed.*--format/,
    );
    expect(await broken(write("prose.txt", "Once upon a time there was a job"))).toMatch(/no feed/);
    expect(await broken(write("x.zip", "PK\u0003\u0004"))).toMatch(/zip archive/);
  });

  it("nested without end is refused", async () => {
    const { broken } = await readAll(write("deep.json", `{"@type":"x","a":${"[".repeat(100_000)}`));
    expect(broken).toMatch(/nested/);
  });
});

describe("a stray ampersand", () => {
  it("stays what it is wherever the text is cut into pieces", async () => {
    const padding = "x".repeat(65_500);
    for (let length = 0; length < 60; length += 3) {
      const xml = `<rss><channel><description>${padding}</description><item><title>${"y".repeat(length)} R&D &amp; S&P &#38; more</title></item></channel></rss>`;
      const { postings } = await readAll(write("cut.rss", xml));
      expect(postings[0]?.title).toBe(`${"y".repeat(length)} R&D & S&P & more`);
    }
  });
});

describe("a mapping", () => {
  it("with an unknown field or no JSON is refused with the fields there are", () => {
    expect(() => parseMapping('{"titel": "Job"}', "m.json")).toThrow(/m\.json.*titel.*Fields: sourceId, title/s);
    expect(() => parseMapping("{", "m.json")).toThrow(/m\.json is no JSON/);
  });
});
