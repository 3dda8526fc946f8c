import { describe, expect, test } from "vitest";
import {
  parseCommaSeparated,
  parseCommaSeparatedHeader,
  parseTabSeparated,
} from "@/scripts/build-catalogue/read/delimited";
import { SourceError } from "@/scripts/build-catalogue/read/source-error";
import { parseSheet, readSpreadsheetTable } from "@/scripts/build-catalogue/read/spreadsheet";
import { parseNumber } from "@/scripts/build-catalogue/read/table";

describe("tab-separated tables", () => {
  test("take CRLF, a byte order mark and quotes as plain characters", () => {
    const text = '\uFEFFCode\tTitle\tExtra\r\n1\tThe "Best" Cook\tx\r\n2\t"Half quoted\ty\r\n';
    expect(parseTabSeparated("jobs.txt", text, ["Code", "Title"]).rows).toEqual([
      { Code: "1", Title: 'The "Best" Cook' },
      { Code: "2", Title: '"Half quoted' },
    ]);
  });

  test("name the file, the missing column and the columns that are there", () => {
    const parse = () => parseTabSeparated("raw/jobs.txt", "Code\tName\n1\tCook\n", ["Code", "Title"]);
    expect(parse).toThrow(SourceError);
    expect(parse).toThrow('raw/jobs.txt: no column "Title"; its columns are Code | Name');
  });

  test("refuse an empty file, a header alone and a line with too few cells", () => {
    expect(() => parseTabSeparated("a.txt", "", ["Code"])).toThrow("a.txt: is empty");
    expect(() => parseTabSeparated("a.txt", "Code\tTitle\n", ["Code"])).toThrow("a.txt: has a header but no rows");
    expect(() => parseTabSeparated("a.txt", "Code\tTitle\n1\n", ["Code"])).toThrow("a.txt: is not a well-formed table");
  });
});

describe("comma-separated tables", () => {
  test("keep commas inside quotes and read a header on its own", () => {
    const text = 'Code,"Title, long"\r\n1,"Cooks, chefs"\r\n';
    expect(parseCommaSeparated("a.csv", text, ["Title, long"]).rows).toEqual([{ "Title, long": "Cooks, chefs" }]);
    expect(parseCommaSeparatedHeader("a.csv", text)).toEqual(["Code", "Title, long"]);
    expect(() => parseCommaSeparatedHeader("a.csv", "")).toThrow("a.csv: is empty");
  });
});

describe("sheets", () => {
  test("find the header below title lines and turn cells into text", () => {
    const cells = [
      ["Table 1", null],
      ["Code", "Jobs"],
      ["11-1011", 12.5],
      [null, null],
      ["Note: x", null],
    ];
    expect(parseSheet("a.xlsx", cells, ["Jobs", "Code"]).rows).toEqual([
      { Code: "11-1011", Jobs: "12.5" },
      { Code: "Note: x", Jobs: "" },
    ]);
  });

  test("name the columns no header row has", () => {
    expect(() => parseSheet("a.xlsx [1]", [["Code"], ["x"]], ["Code", "Jobs"])).toThrow(
      'a.xlsx [1]: no header row with the column "Jobs"',
    );
  });

  test("say which file cannot be read", async () => {
    const here = new URL(import.meta.url).pathname;
    await expect(readSpreadsheetTable(here, "bls/a.xlsx", "Table", ["Code"])).rejects.toThrow(
      "bls/a.xlsx: cannot be read",
    );
  });
});

describe("numbers", () => {
  test("name file, column, row and the text that is not one", () => {
    expect(parseNumber("a.txt", "Value", "4.5", "row 1")).toBe(4.5);
    for (const text of ["", "n/a", "1,000", "Infinity"]) {
      expect(() => parseNumber("a.txt", "Value", text, "11-1011.00")).toThrow(
        `a.txt: column "Value" of 11-1011.00: expected a number, found "${text}"`,
      );
    }
  });
});
