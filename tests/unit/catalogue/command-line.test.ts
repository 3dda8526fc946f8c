import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseCliArguments } from "@/scripts/build-catalogue/cli-arguments";
import { locateSources, newestRelease } from "@/scripts/build-catalogue/read/locate-sources";
import { readSources } from "@/scripts/build-catalogue/read-sources";

describe("the command line", () => {
  test("defaults to the shipped folder and the newest release", () => {
    expect(parseCliArguments(["--source", "data"])).toEqual({
      source: "data",
      out: "prisma/catalogue",
      onet: undefined,
    });
    expect(parseCliArguments(["--source=data", "--out", "o", "--onet", "n"])).toEqual({
      source: "data",
      out: "o",
      onet: "n",
    });
    expect(parseCliArguments(["--help"])).toBeNull();
  });

  test("explains itself when an argument is missing or unknown", () => {
    expect(() => parseCliArguments([])).toThrow(/--source is missing\nUsage:/);
    expect(() => parseCliArguments(["--sauce", "x"])).toThrow(/--sauce[\s\S]*Usage:/);
  });
});

describe("finding the sources", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "catalogue-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const makeFolders = (...names: string[]) => {
    for (const name of names) mkdirSync(join(root, name), { recursive: true });
  };

  test("compares releases as numbers and ignores other folders", () => {
    const names = ["onet_30_9", "onet_30_10", "onet_29", "onet_31_0_derived", "notes"];
    expect(newestRelease(names, /^onet_(\d+)_(\d+)$/)).toEqual({ name: "onet_30_10", version: "30.10" });
    expect(newestRelease(["notes"], /^onet_(\d+)_(\d+)$/)).toBeNull();
  });

  test("takes the newest release, or the one asked for", () => {
    makeFolders("raw/onet_30_1", "raw/onet_31_0", "raw/onet_30_1_derived", "db_30_2_text");
    expect(locateSources(root)).toMatchObject({ onetVersion: "31.0", profilesVersion: "30.1" });
    writeFileSync(join(root, "db_30_2_text", "Read Me.txt"), "O*NET 30.2 Database\n");
    expect(locateSources(root, join(root, "db_30_2_text"))).toMatchObject({ onetVersion: "30.2" });
  });

  test("says which folder is missing", () => {
    expect(() => locateSources(root)).toThrow("raw/: not found");
    makeFolders("raw");
    expect(() => locateSources(root)).toThrow("raw/: no O*NET release; expected a folder such as raw/onet_30_1");
    makeFolders("raw/onet_30_1");
    expect(() => locateSources(root)).toThrow("raw/: no skill profiles");
    makeFolders("raw/onet_30_1_derived");
    expect(() => locateSources(root, join(root, "nowhere"))).toThrow(
      "not found; expected a folder of O*NET text tables",
    );
    expect(() => locateSources(root, join(root, "raw"))).toThrow("cannot tell the O*NET release");
  });

  test("names the first file that is missing or malformed, relative to the source folder", async () => {
    makeFolders("raw/onet_30_1", "raw/onet_30_1_derived", "careers");
    await expect(readSources(locateSources(root))).rejects.toThrow("careers/texts.jsonl: not found");
    const text = { code: "15-1252.00", summary: "s", day: ["a", "b", "c"], fits: "f", tough: "t", keywords: ["k"] };
    writeFileSync(join(root, "careers", "texts.jsonl"), JSON.stringify(text));
    await expect(readSources(locateSources(root))).rejects.toThrow("raw/onet_30_1/Interests.txt: not found");
    writeFileSync(join(root, "raw", "onet_30_1", "Interests.txt"), "Code\tValue\n1\t2\n");
    await expect(readSources(locateSources(root))).rejects.toThrow(
      'raw/onet_30_1/Interests.txt: no column "O*NET-SOC Code"',
    );
  });
});
