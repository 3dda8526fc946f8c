import { describe, expect, test } from "vitest";
import { parseApplicability } from "@/scripts/build-catalogue/sources/ai-exposure";
import { parseCareerTexts } from "@/scripts/build-catalogue/sources/career-texts";
import { parseMajors } from "@/scripts/build-catalogue/sources/majors";
import { parseEducationShares } from "@/scripts/build-catalogue/sources/onet-education";
import { type ElementTable, parseInterests, parseWorkValues } from "@/scripts/build-catalogue/sources/onet-interests";
import { parseElementNames, parseLongRatings, parseWideRatings } from "@/scripts/build-catalogue/sources/onet-ratings";
import { parseRelated } from "@/scripts/build-catalogue/sources/onet-titles";
import { parseSkillProfiles } from "@/scripts/build-catalogue/sources/skill-profiles";
import { amendCareerTexts } from "@/scripts/build-catalogue/sources/text-amendments";

const CODE = "15-1252.00";

function elementTable(rows: readonly (readonly [name: string, scale: string, value: string])[]): ElementTable {
  const toRow = ([name, scale, value]: (typeof rows)[number]) => ({
    "O*NET-SOC Code": CODE,
    "Element Name": name,
    "Scale ID": scale,
    "Data Value": value,
  });
  return { file: "Interests.txt", rows: rows.map(toRow) };
}

const SIX = [
  ["Realistic", "OI", "3.93"],
  ["Investigative", "OI", "5.86"],
  ["Artistic", "OI", "2.26"],
  ["Social", "OI", "1.88"],
  ["Enterprising", "OI", "1.87"],
  ["Conventional", "OI", "5.46"],
] as const;

describe("interests", () => {
  test("turn numbered high points into letters and leave out zeros", () => {
    const points = [
      ["First Interest High-Point", "IH", "2.00"],
      ["Second Interest High-Point", "IH", "6.00"],
      ["Third Interest High-Point", "IH", "0.00"],
    ] as const;
    expect(parseInterests(elementTable([...SIX, ...points])).get(CODE)).toMatchObject({ code: "IC", realistic: 3.93 });
  });

  test("use the two strongest scores where no high point is given", () => {
    const none = [["First Interest High-Point", "IH", "0.00"]] as const;
    expect(parseInterests(elementTable([...SIX, ...none])).get(CODE)?.code).toBe("IC");
  });

  test("name the element that is missing, and the scale", () => {
    const points = [["First Interest High-Point", "IH", "2.00"]] as const;
    expect(() => parseInterests(elementTable([...SIX.slice(1), ...points]))).toThrow(
      `Interests.txt: ${CODE} has no row for the element "Realistic"`,
    );
    expect(() => parseWorkValues(elementTable(SIX))).toThrow('Interests.txt: no row with Scale ID "EX"');
  });
});

describe("education shares", () => {
  const rowsOf = (shares: readonly number[], suppress = "N") =>
    shares.map((share, index) => ({
      "O*NET-SOC Code": CODE,
      "Scale ID": "RL",
      Category: String(index + 1),
      "Data Value": String(share),
      "Recommend Suppress": suppress,
    }));

  test("fill 12 levels and pass on O*NET's warning", () => {
    const parse = (suppress: string) =>
      parseEducationShares({ file: "e", rows: rowsOf([0, 60, 40], suppress) }).get(CODE);
    expect(parse("N")).toEqual({ shares: [0, 60, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0], isUnreliable: false });
    expect(parse("Y")?.isUnreliable).toBe(true);
  });

  test("refuse shares that do not add up and a 13th level", () => {
    expect(() => parseEducationShares({ file: "e", rows: rowsOf([50, 40]) })).toThrow("adds up to 90.00, expected 100");
    const extra = rowsOf([100]).map((row) => ({ ...row, Category: "13" }));
    expect(() => parseEducationShares({ file: "e", rows: extra })).toThrow('expected 1 to 12, found "13"');
  });
});

describe("ratings", () => {
  const elements = { skills: ["Writing", "Science"], knowledge: ["Design"], abilities: ["Stamina"] };
  const row = {
    "O*NET-SOC Code": CODE,
    "Skill: Writing": "3",
    "Skill: Science": "4",
    "Knowledge: Design": "2",
    "Ability: Stamina": "",
  };

  test("are null for a kind that is blank throughout, and an error for one that is blank in part", () => {
    expect(parseWideRatings({ file: "r", rows: [row] }, elements).get(CODE)).toEqual({
      skills: [3, 4],
      knowledge: [2],
      abilities: null,
    });
    expect(() => parseWideRatings({ file: "r", rows: [{ ...row, "Skill: Science": "" }] }, elements)).toThrow(
      `r: column "Skill: Science" of ${CODE}: expected a number, found ""`,
    );
  });

  test("need the full set of columns", () => {
    expect(() => parseElementNames("r.csv", ["Skill: Writing"])).toThrow(
      'r.csv: expected 35 columns "Skill: ...", found 1',
    );
  });

  test("of a newer release are read from its long tables, importance only", () => {
    const table = elementTable([
      ["Writing", "IM", "3.5"],
      ["Writing", "LV", "5"],
      ["Science", "IM", "2"],
    ]);
    expect(parseLongRatings(table, ["Science", "Writing"]).get(CODE)).toEqual([2, 3.5]);
    expect(parseLongRatings(table, ["Science", "Design"]).has(CODE)).toBe(false);
  });
});

describe("skill profiles", () => {
  const elements = [
    { element_id: "2.A", element_name: "Writing", type: "skill" },
    { element_id: "4.A", element_name: "Getting Information", type: "work_activity" },
  ];
  const textOf = (profiles: object) => JSON.stringify({ elements, profiles });

  test("drop the synthetic ones", () => {
    const real = { vector: { "2.A": 3, "4.A": 4 }, source_onet_codes: [CODE] };
    const made = { vector: { "2.A": 3, "4.A": 4 }, source_onet_codes: ["synthetic"], synthetic: true };
    const parsed = parseSkillProfiles("p.json", textOf({ "15-1252": real, "13-1082": made }));
    expect([...parsed.byCode]).toEqual([["15-1252", { sourceCodes: [CODE], values: [3, 4] }]]);
    expect(parsed.droppedCodes).toEqual(["13-1082"]);
  });

  test("name what is wrong", () => {
    expect(() => parseSkillProfiles("p.json", "{")).toThrow("p.json: is not JSON");
    expect(() => parseSkillProfiles("p.json", "{}")).toThrow("p.json: elements:");
    const gap = { vector: { "2.A": 3 }, source_onet_codes: [CODE] };
    expect(() => parseSkillProfiles("p.json", textOf({ "15-1252": gap }))).toThrow("profile 15-1252 lacks 4.A");
    const wrong = { vector: { "2.A": 9, "4.A": 1 }, source_onet_codes: [CODE] };
    expect(() => parseSkillProfiles("p.json", textOf({ "15-1252": wrong }))).toThrow(
      "p.json: profiles.15-1252.vector.2.A",
    );
  });
});

describe("career texts", () => {
  const text = { code: CODE, summary: "s", day: ["a", "b", "c"], fits: "f", tough: "t", keywords: ["k"] };
  const linesOf = (...texts: object[]) => texts.map((line) => JSON.stringify(line)).join("\n");

  test("are sorted by code", () => {
    const parsed = parseCareerTexts("t.jsonl", linesOf(text, { ...text, code: "11-1011.00" }));
    expect(parsed.map((career) => career.code)).toEqual(["11-1011.00", CODE]);
  });

  test("are reworded only where an amendment names the career and its old wording is still there", () => {
    const summary = "Helps: learning, emotional or physical disabilities.";
    const special = { ...text, code: "25-2056.00", summary };
    const [other, amended] = amendCareerTexts([{ ...special, code: CODE }, special]);
    expect(other?.summary).toBe(summary);
    expect(amended?.summary).toContain("physical, learning or emotional disabilities");
    expect(amendCareerTexts([{ ...special, summary: "Other words" }])[0]?.summary).toBe("Other words");
  });

  test("name the line and field at fault", () => {
    expect(() => parseCareerTexts("t.jsonl", "{")).toThrow("t.jsonl: line 1 is not JSON");
    expect(() => parseCareerTexts("t.jsonl", linesOf(text, { ...text, code: "x" }))).toThrow("t.jsonl: line 2: code:");
    expect(() => parseCareerTexts("t.jsonl", linesOf({ ...text, day: ["a"] }))).toThrow("t.jsonl: line 1: day:");
    expect(() => parseCareerTexts("t.jsonl", linesOf(text, text))).toThrow(`line 2: ${CODE} comes twice`);
    expect(() => parseCareerTexts("t.jsonl", "\n")).toThrow("t.jsonl: has no careers");
  });
});

describe("other tables", () => {
  test("order related careers by their index", () => {
    const rows = ["2", "10", "1"].map((index) => ({
      "O*NET-SOC Code": CODE,
      "Related O*NET-SOC Code": `r${index}`,
      Index: index,
    }));
    expect(parseRelated({ file: "r", rows }).get(CODE)).toEqual(["r1", "r2", "r10"]);
  });

  test("strip the dot of majors, skip rows without a match and count the occupations of each", () => {
    const rows = [
      { CIP2020Code: "11.0701", CIP2020Title: "Computer  Science.", SOC2018Code: "15-1252" },
      { CIP2020Code: "11.0701", CIP2020Title: "Computer  Science.", SOC2018Code: "15-1221" },
      { CIP2020Code: "99.9999", CIP2020Title: "NO MATCH", SOC2018Code: "15-1252" },
    ];
    expect(parseMajors({ file: "m", rows }).get("15-1252")).toEqual([
      { cip: "11.0701", title: "Computer Science", occupationCount: 2 },
    ]);
  });

  test("average the two applicability scores", () => {
    const rows = [{ "SOC Code": "15-1252", ai_applicability_score_user: "0.2", ai_applicability_score_ai: "0.4" }];
    expect(parseApplicability({ file: "a", rows }).get("15-1252")).toBeCloseTo(0.3, 12);
  });
});
