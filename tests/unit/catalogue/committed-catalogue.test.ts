import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CatalogueCareerSchema, CatalogueElementsSchema, ClusterSchema } from "@/lib/contracts/catalogue";
import { DIMENSION_CENTER } from "@/lib/engine/profile/dimensions";

const FOLDER = new URL("../../../prisma/catalogue/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");
const careersText = read("careers.jsonl");
const careers = careersText
  .trimEnd()
  .split("\n")
  .map((line) => CatalogueCareerSchema.strict().parse(JSON.parse(line)));
const clusters = z.array(ClusterSchema.strict()).parse(JSON.parse(read("clusters.json")));
const elements = CatalogueElementsSchema.strict().parse(JSON.parse(read("elements.json")));

function getCareer(code: string) {
  const career = careers.find((candidate) => candidate.code === code);
  if (!career) throw new Error(`no career ${code}`);
  return career;
}

describe("the shipped catalogue", () => {
  test("has the 923 occupations, in the order of their codes", () => {
    const codes = careers.map((career) => career.code);
    expect(codes).toHaveLength(923);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test("gives every career a title of its own", () => {
    expect(new Set(careers.map((career) => career.title.toLowerCase())).size).toBe(careers.length);
  });

  test("does not repeat a title, alternate title, related career, major or technology within a career", () => {
    for (const career of careers) {
      const lists = [
        [career.title, ...career.alternateTitles],
        [career.code, ...career.related],
        career.majors.map((major) => major.cip),
        career.technologies.map((technology) => technology.name.toLowerCase()),
        career.industries.map((industry) => industry.name),
      ];
      for (const list of lists) expect(new Set(list).size, career.code).toBe(list.length);
    }
  });

  test("relates careers to careers that exist", () => {
    const codes = new Set(careers.map((career) => career.code));
    for (const career of careers) for (const related of career.related) expect(codes).toContain(related);
  });

  test("has 22 to 32 clusters of 15 to 50 careers, and no other", () => {
    expect(clusters.length).toBeGreaterThanOrEqual(22);
    expect(clusters.length).toBeLessThanOrEqual(32);
    expect(new Set(clusters.map((cluster) => cluster.name)).size).toBe(clusters.length);
    expect(new Set(careers.map((career) => career.cluster))).toEqual(new Set(clusters.map((cluster) => cluster.id)));
    for (const { id } of clusters) {
      const size = careers.filter((career) => career.cluster === id).length;
      expect(size, id).toBeGreaterThanOrEqual(15);
      expect(size, id).toBeLessThanOrEqual(50);
    }
  });

  test("names 35 skills, 33 knowledge areas and 52 abilities, one a rating", () => {
    expect([elements.skills.length, elements.knowledge.length, elements.abilities.length]).toEqual([35, 33, 52]);
    for (const career of careers) {
      expect(career.skills?.length ?? 35, career.code).toBe(35);
      expect(career.knowledge?.length ?? 33, career.code).toBe(33);
      expect(career.abilities?.length ?? 52, career.code).toBe(52);
    }
  });

  test("stays below 6 MB", () => {
    const names = ["careers.jsonl", "clusters.json", "elements.json", "report.json", "report.md", "README.md"];
    expect(names.reduce((sum, name) => sum + Buffer.byteLength(read(name)), 0)).toBeLessThan(6_000_000);
  });
});

describe("wages of the shipped catalogue", () => {
  test("are the published medians", () => {
    expect(getCareer("15-1252.00").wages).toMatchObject({ year: 2024, period: "year", median: 133_080 });
    expect(getCareer("29-1141.00").wages).toMatchObject({ year: 2024, period: "year", median: 93_600 });
  });

  test("never put a number where the source has a sign: a top-coded percentile is null, and so are those above it", () => {
    const order = ["p10", "p25", "median", "p75", "p90"] as const;
    for (const { code, wages } of careers) {
      if (!wages) continue;
      for (const percentile of order) {
        const isTopCoded = wages.topCoded.includes(percentile);
        if (isTopCoded) expect(wages[percentile], code).toBeNull();
      }
      const published = order.filter((percentile) => wages[percentile] !== null);
      expect([...published, ...wages.topCoded], code).toEqual(order);
    }
  });

  test("rise from percentile to percentile and stay at or below the survey's ceiling", () => {
    for (const { code, wages } of careers) {
      if (!wages) continue;
      const { p10, p25, median, p75, p90 } = wages;
      const published = [p10, p25, median, p75, p90].filter((wage) => wage !== null);
      expect(published, code).toEqual([...published].sort((a, b) => a - b));
      expect(Math.max(...published), code).toBeLessThanOrEqual(wages.period === "year" ? 239_200 : 115);
    }
  });

  test("are by the hour where the survey has no yearly ones, and null where it has none", () => {
    expect(getCareer("27-2011.00").wages).toMatchObject({ period: "hour", median: 23.33 });
    expect(getCareer("45-3031.00").wages).toBeNull();
    expect(getCareer("29-1211.00").wages).toMatchObject({ median: null, topCoded: ["median", "p75", "p90"] });
  });

  test("are marked as shared where BLS merges careers", () => {
    expect(getCareer("31-1121.00")).toMatchObject({ blsCode: "31-1120", blsShared: true });
    expect(getCareer("29-1141.01")).toMatchObject({ blsCode: "29-1141", blsShared: true });
    expect(getCareer("51-2092.00")).toMatchObject({ blsCode: "51-2090", blsShared: true });
    expect(getCareer("15-1252.00")).toMatchObject({ blsCode: "15-1252", blsShared: false });
  });
});

describe("other facts of the shipped catalogue", () => {
  test("count employment in persons", () => {
    expect(getCareer("15-1252.00").outlook).toEqual({
      from: 2024,
      to: 2034,
      employment: 1_693_800,
      growthPercent: 15.8,
      openingsPerYear: 115_200,
    });
  });

  test("have education shares that add up to 100 and industry shares that do not exceed it", () => {
    for (const { code, education, industries } of careers) {
      const shares = education.distribution?.reduce((sum, share) => sum + share, 0) ?? 100;
      expect(Math.abs(shares - 100), code).toBeLessThan(1);
      const percents = industries.map((industry) => industry.percent);
      expect(percents, code).toEqual([...percents].sort((a, b) => b - a));
      expect(
        percents.reduce((sum, percent) => sum + percent, 0),
        code,
      ).toBeLessThan(100.5);
    }
  });

  test("have majors without the crosswalk's trailing dot and its no-match row", () => {
    for (const { code, majors } of careers) {
      for (const major of majors) {
        expect(major.title, code).not.toMatch(/\.$|NO MATCH/);
        expect(major.cip, code).toMatch(/^\d{2}\.\d{4}$/);
      }
    }
  });

  test("list in-demand technologies before hot ones before the rest", () => {
    for (const { code, technologies } of careers) {
      const grades = technologies.map((technology) => (technology.inDemand ? 2 : technology.hot ? 1 : 0));
      expect(grades, code).toEqual([...grades].sort((a, b) => b - a));
    }
  });
});

describe("ability vectors of the shipped catalogue", () => {
  test("are marked as estimated exactly where ratings are missing", () => {
    expect(getCareer("15-1252.00")).toMatchObject({ abilityEstimated: true, abilities: null });
    expect(getCareer("29-1141.00").abilityEstimated).toBe(false);
    for (const career of careers) {
      const isIncomplete = !career.skills || !career.knowledge || !career.abilities;
      expect(career.abilityEstimated, career.code).toBe(isIncomplete);
    }
    expect(careers.filter((career) => career.abilityEstimated)).toHaveLength(44);
  });

  test("do not use the synthetic profile of project managers, nor show its skills", () => {
    const report = JSON.parse(read("report.json"));
    expect(report.abilityVectors.droppedProfiles).toContain("13-1082");
    expect(report.abilityVectors.estimated.scores).toContain("13-1082.00");
    expect(getCareer("13-1082.00")).toMatchObject({ skills: null, abilityEstimated: true });
  });

  test("are percentile ranks, so that every dimension averages 5", () => {
    for (let d = 0; d < 15; d++) {
      const mean = careers.reduce((sum, career) => sum + (career.abilityVector[d] ?? Number.NaN), 0) / careers.length;
      expect(mean).toBeCloseTo(DIMENSION_CENTER, 1);
    }
  });

  test("put like careers near each other", () => {
    const families: readonly [code: string, family: RegExp][] = [
      ["47-2111.00", /^(47|49)-/],
      ["15-2011.00", /^(13-2|11-3|15)/],
      ["15-1252.00", /^15-/],
      ["29-1141.00", /^29-/],
      ["25-2021.00", /^25-/],
    ];
    for (const [code, family] of families) {
      const near = listNearest(code, 5);
      expect(near.filter((other) => family.test(other)).length, `${code}: ${near.join(" ")}`).toBeGreaterThanOrEqual(4);
    }
  });
});

function listNearest(code: string, count: number): string[] {
  const center = (vector: readonly number[]) => vector.map((value) => value - DIMENSION_CENTER);
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const own = center(getCareer(code).abilityVector);
  return careers
    .filter((career) => career.code !== code)
    .map((career) => {
      const other = center(career.abilityVector);
      return { code: career.code, cosine: dot(own, other) / Math.sqrt(dot(own, own) * dot(other, other)) };
    })
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, count)
    .map((career) => career.code);
}
