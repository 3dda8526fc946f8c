import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseCommaSeparated, parseTabSeparated } from "@/scripts/build-catalogue/read/delimited";
import { readSpreadsheetTable } from "@/scripts/build-catalogue/read/spreadsheet";
import { findCopiedRuns, toForbiddenRuns, toRuns } from "./copied-runs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const RAW = join(ROOT, "..", "shared", "data", "raw");

/** Where the sources keep sentences of theirs ... */
const SENTENCE_COLUMNS: readonly (readonly [file: string, ...columns: string[]])[] = [
  ["onet_30_1/Occupation Data.txt", "Description"],
  ["onet_30_1/Content Model Reference.txt", "Description"],
  ["onet_30_1/Education, Training, and Experience Categories.txt", "Category Description"],
  ["onet_30_1/Job Zone Reference.txt", "Experience", "Education", "Job Training", "Examples"],
  ["onet_29/ONET_29_Merged_Data.csv", "Description"],
];

/** ... and where they keep titles and names, which anyone may use. */
const NAME_COLUMNS: readonly (readonly [file: string, ...columns: string[]])[] = [
  ["onet_30_1/Occupation Data.txt", "Title"],
  ["onet_30_1/Alternate Titles.txt", "Alternate Title"],
  ["onet_30_1/Sample of Reported Titles.txt", "Reported Job Title"],
  ["onet_30_1/Content Model Reference.txt", "Element Name"],
  ["onet_30_1/Job Zone Reference.txt", "Name"],
  ["onet_30_1/Technology Skills.txt", "Example", "Commodity Title"],
  ["cip_soc/CIP2020_SOC2018_Crosswalk.csv", "CIP2020Title", "SOC2018Title"],
];

/** Generated, binary or legal files, in which no source sentence could be meant. */
const UNREAD_FILES = /^package-lock\.json$|^public\/models\/|(^|\/)LICEN[CS]E[^/]*$/;

describe("copied sentences", () => {
  const forbidden = toForbiddenRuns(
    [
      "Bake, glaze, or decorate the smaller cakes of a bakery.",
      "Chief of the very large Bakery Department shall rest.",
    ],
    ["Chief of the Very Large Bakery"],
  );

  test("are found however they are punctuated, wrapped or capitalised", () => {
    const text = "We BAKE, glaze or\n  decorate: the smaller; cakes of some shops.";
    expect(findCopiedRuns(text, forbidden, false)).toEqual([
      "bake glaze or decorate the smaller",
      "glaze or decorate the smaller cakes",
      "or decorate the smaller cakes of",
    ]);
    expect(
      findCopiedRuns('{"a":"bake glaze or","b":"decorate the smaller cakes of a bakery"}', forbidden, true),
    ).toEqual(["decorate the smaller cakes of a", "the smaller cakes of a bakery"]);
  });

  test("are not titles, nor shorter than six words", () => {
    expect(findCopiedRuns("chief of the very large bakery", forbidden, false)).toEqual([]);
    expect(toRuns("one two three four five")).toEqual(new Set());
  });
});

test("no committed file holds a sentence of a source", { timeout: 60_000 }, async (ctx) => {
  if (!existsSync(RAW)) {
    console.warn(
      "SKIPPED: ../shared/data/raw is absent, so committed texts were NOT compared with the sources' sentences.",
    );
    ctx.skip("../shared/data/raw is absent");
  }
  const blsTitles = await readBlsTitles();
  const forbidden = toForbiddenRuns(readCells(SENTENCE_COLUMNS), [...readCells(NAME_COLUMNS), ...blsTitles]);
  expect(forbidden.size).toBeGreaterThan(20_000);

  const files = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
  const copied: string[] = [];
  let readCount = 0;
  for (const file of files) {
    const path = join(ROOT, file);
    if (UNREAD_FILES.test(file) || !existsSync(path)) continue;
    const bytes = readFileSync(path);
    if (bytes.includes(0)) continue;
    readCount += 1;
    const runs = findCopiedRuns(bytes.toString("utf8"), forbidden, /\.jsonl?$/.test(file));
    copied.push(...runs.map((run) => `${file}: ${run}`));
  }
  expect(readCount).toBeGreaterThan(10);
  expect(copied).toEqual([]);
});

function readCells(columns: typeof SENTENCE_COLUMNS): string[] {
  return columns.flatMap(([file, ...names]) => {
    const text = readFileSync(join(RAW, file), "utf8");
    const { rows } = file.endsWith(".csv")
      ? parseCommaSeparated(file, text, names)
      : parseTabSeparated(file, text, names);
    return rows.flatMap((row) => names.map((name) => row[name] ?? ""));
  });
}

async function readBlsTitles(): Promise<string[]> {
  const column = "National Employment Matrix Occupational Title";
  const path = join(RAW, "bls", "nem-onet-to-soc-crosswalk.xlsx");
  const { rows } = await readSpreadsheetTable(path, "crosswalk", "ONET to SOC crosswalk", [column]);
  return rows.map((row) => row[column]);
}
