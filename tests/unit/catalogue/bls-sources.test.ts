import { describe, expect, test } from "vitest";
import { toIndustries } from "@/scripts/build-catalogue/derive/industries";
import { parseCrosswalk } from "@/scripts/build-catalogue/sources/bls-crosswalk";
import { OUTLOOK_COLUMNS, parseProjections } from "@/scripts/build-catalogue/sources/bls-outlook";
import { parseSectorJobs } from "@/scripts/build-catalogue/sources/bls-sectors";
import { parseSkillScores, SKILL_SCORE_NAMES } from "@/scripts/build-catalogue/sources/bls-skill-scores";
import { parseWageCell, parseWages, WAGE_COLUMNS } from "@/scripts/build-catalogue/sources/bls-wages";

type WageRow = Record<(typeof WAGE_COLUMNS)[number], string>;
const EMPTY_WAGES = Object.fromEntries(WAGE_COLUMNS.map((column) => [column, "*"])) as WageRow;

function wagesOf(...rows: Partial<WageRow>[]) {
  const full = rows.map((row) => ({
    ...EMPTY_WAGES,
    OCC_CODE: "11-1011",
    O_GROUP: "detailed",
    TOT_EMP: "100",
    ...row,
  }));
  return parseWages({ file: "wages.xlsx", rows: full }).get("11-1011");
}

describe("wages", () => {
  test("treat # as top-coded and stars or blanks as not available", () => {
    expect(parseWageCell("f", "c", "#", "x")).toBe("top-coded");
    for (const text of ["*", "**", ""]) expect(parseWageCell("f", "c", text, "x")).toBe("not-available");
    expect(parseWageCell("f", "c", "1,234.5", "x")).toBe(1234.5);
  });

  test("refuse any other text, naming file, column and occupation", () => {
    for (const text of ["-", "0", "-5", "~", "n/a"]) {
      expect(() => parseWageCell("wages.xlsx", "A_MEDIAN", text, "11-1011")).toThrow(
        `wages.xlsx: column "A_MEDIAN" of 11-1011: expected a wage`,
      );
    }
  });

  test("list top-coded percentiles and leave their numbers null", () => {
    expect(wagesOf({ A_PCT10: "100000", A_PCT25: "200000", A_MEDIAN: "#", A_PCT75: "#", A_PCT90: "#" })?.wages).toEqual(
      {
        year: 2024,
        period: "year",
        p10: 100_000,
        p25: 200_000,
        median: null,
        p75: null,
        p90: null,
        topCoded: ["median", "p75", "p90"],
      },
    );
  });

  test("fall back to hourly wages, and to null without any", () => {
    expect(wagesOf({ H_MEDIAN: "23.33", H_PCT90: "#" })?.wages).toMatchObject({
      period: "hour",
      median: 23.33,
      topCoded: ["p90"],
    });
    expect(wagesOf({})?.wages).toBeNull();
    expect(wagesOf({ TOT_EMP: "**" })?.employment).toBeNull();
  });

  test("prefer the detailed row of a code that comes twice, in either order", () => {
    const broad = { O_GROUP: "broad", A_MEDIAN: "1" };
    const detailed = { O_GROUP: "detailed", A_MEDIAN: "2" };
    expect(wagesOf(broad, detailed)?.wages?.median).toBe(2);
    expect(wagesOf(detailed, broad)?.wages?.median).toBe(2);
  });
});

describe("projections", () => {
  const [code, employment, growth, openings, entry, experience, training] = OUTLOOK_COLUMNS;
  const row = {
    [code]: "15-1252",
    [employment]: "1693.8",
    [growth]: "15.8",
    [openings]: "115.2",
    [entry]: "Bachelor's degree",
    [experience]: "None",
    [training]: "—",
  } as Record<(typeof OUTLOOK_COLUMNS)[number], string>;
  const parse = (change: Partial<typeof row>) =>
    parseProjections({ file: "occupation.xlsx", rows: [{ ...row, ...change }] }).get("15-1252");

  test("turn thousands into persons and a dash into null", () => {
    expect(parse({})).toEqual({
      outlook: { from: 2024, to: 2034, employment: 1_693_800, growthPercent: 15.8, openingsPerYear: 115_200 },
      entry: { typicalEntry: "Bachelor's degree", experience: "None", training: null },
    });
    expect(parse({ [openings]: "—" })?.outlook).toBeNull();
    expect(parse({ [entry]: "—" })?.entry.typicalEntry).toBeNull();
  });

  test("refuse an unknown level of education and a sheet of footnotes", () => {
    expect(() => parse({ [entry]: "Some school" })).toThrow('of 15-1252: unknown level "Some school"');
    expect(() => parseProjections({ file: "occupation.xlsx", rows: [{ ...row, [code]: "Note" }] })).toThrow(
      "no row with a code",
    );
  });
});

describe("crosswalk", () => {
  test("maps to merged BLS groups and skips rows without a code", () => {
    const column = "National Employment Matrix Occupational Title";
    const rows = [
      { "O*NET-SOC Code": "31-1121.00", "NEM Code": "31-1120", [column]: "Home health and personal care aides" },
      { "O*NET-SOC Code": "55-1011.00", "NEM Code": "—", [column]: "—" },
    ] as const;
    expect([...parseCrosswalk({ file: "x", rows })]).toEqual([
      ["31-1121.00", { code: "31-1120", title: "Home health and personal care aides" }],
    ]);
  });
});

describe("skill scores", () => {
  const scores = Object.fromEntries(SKILL_SCORE_NAMES.map((name, index) => [name, String(index)]));
  const rowOf = (code: string, change = {}) =>
    ({ "2024 National Employment Matrix code": code, ...scores, ...change }) as Parameters<
      typeof parseSkillScores
    >[0]["rows"][number];

  test("come in the order of their names, and a gap is an error", () => {
    expect(
      parseSkillScores({ file: "skills.xlsx", rows: [rowOf("11-1011"), rowOf("Note")] }).get("11-1011"),
    ).toHaveLength(17);
    expect(() => parseSkillScores({ file: "skills.xlsx", rows: [rowOf("11-1011", { Science: "—" })] })).toThrow(
      'skills.xlsx: column "Science" of 11-1011: expected a number, found "—"',
    );
  });
});

describe("industries", () => {
  const sector = { NAICS: "23", I_GROUP: "sector", OCC_CODE: "47-2111", O_GROUP: "detailed", TOT_EMP: "80" };

  test("leave out withheld counts and totals, and refuse an unknown sector", () => {
    const rows = [
      sector,
      { ...sector, NAICS: "11", TOT_EMP: "**" },
      { ...sector, NAICS: "00", I_GROUP: "cross-industry" },
    ];
    expect(parseSectorJobs({ file: "s", rows }).get("47-2111")).toEqual([{ name: "Construction", jobs: 80 }]);
    expect(() => parseSectorJobs({ file: "s", rows: [{ ...sector, NAICS: "77" }] })).toThrow('unknown sector "77"');
  });

  test("are shares of all jobs, largest first, at most five", () => {
    const jobs = [5, 80, 1, 2, 3, 4].map((count, index) => ({ name: `sector ${index}`, jobs: count }));
    expect(toIndustries(jobs, 200)).toEqual([
      { name: "sector 1", percent: 40 },
      { name: "sector 0", percent: 2.5 },
      { name: "sector 5", percent: 2 },
      { name: "sector 4", percent: 1.5 },
      { name: "sector 3", percent: 1 },
    ]);
    expect(toIndustries([{ name: "a", jobs: 101 }], 100)).toEqual([{ name: "a", percent: 100 }]);
    expect(toIndustries([], null)).toEqual([]);
  });
});
