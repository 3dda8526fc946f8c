import { describe, expect, test } from "vitest";
import { openCatalogueFiles } from "@/lib/adapters/catalogue-files";
import type { Reason } from "@/lib/engine/explain/reasons";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import { OBJECTIVES } from "@/lib/engine/scoring/objectives";
import type { CareerSnapshot } from "@/lib/use-cases/career-snapshot";
import { fillText } from "@/lib/use-cases/fill-text";
import { wordChange, wordReason } from "@/lib/use-cases/word-reasons";
import { at, makeCareerItems } from "../factories";

const records = (await openCatalogueFiles()).read().careers.slice(0, 6);
const unknown = {
  medianWageYear: null,
  isWageTopCoded: false,
  growthPercent: null,
  aiPercentile: null,
  stressPercentile: null,
  values: null,
};
const facts = [
  { ...unknown, growthPercent: 4.3, schoolingLevel: 3, aiPercentile: 91.7, stressPercentile: 95.6 },
  { ...unknown, growthPercent: -7, schoolingLevel: 5 },
  { ...unknown, schoolingLevel: 0 },
];
const snapshot: CareerSnapshot = {
  revision: "1",
  versions: new Map(),
  positions: new Map(),
  index: buildCareerIndex(
    makeCareerItems({ count: records.length }).map((item, i) => ({ ...item, facts: facts[i] ?? item.facts })),
  ),
  careers: records.map((record, i) => ({
    code: record.code,
    title: record.title,
    cluster: "Some cluster",
    clusterId: record.cluster,
    score: null,
    record: i === 2 ? { ...record, wages: null } : record,
    abilityVector: record.abilityVector,
    embedding: null,
  })),
};

const REASONS: Reason[] = [
  ...(["both_high", "both_low", "asks_more", "asks_less"] as const).flatMap((kind) =>
    DIMENSIONS.map((dimension): Reason => ({ kind, dimension, you: 7, career: 8.4, share: 0.2, points: 1 })),
  ),
  { kind: "text_close" },
  { kind: "text_far" },
  { kind: "neighbours", items: [1] },
  { kind: "neighbours", items: [1, 2] },
  ...(["objective_met", "objective_missed"] as const).flatMap((kind) =>
    OBJECTIVES.map((objective): Reason => ({ kind, objective })),
  ),
  ...(
    ["schooling_long", "schooling_over", "shrinking", "growing", "ai_exposed", "stressful", "well_paid"] as const
  ).map((kind): Reason => ({ kind })),
];

describe("a reason in words", () => {
  test("is a whole sentence without a leftover {placeholder}, for every kind, with facts and without", () => {
    for (const reason of REASONS) {
      for (let item = 0; item < 3; item++) {
        const text = wordReason(reason, snapshot, item);
        expect(text, JSON.stringify(reason)).toMatch(/^[A-Z][^{}]+\.$/);
        expect(text).not.toMatch(/undefined|null|NaN|\(\)/);
      }
    }
  });

  test("names the dimension and both numbers", () => {
    const text = wordReason(
      { kind: "asks_more", dimension: "helping", you: 2, career: 9.1, share: -0.1, points: 1 },
      snapshot,
      0,
    );
    expect(text).toContain("caring for people");
    expect(text).toContain("9.1/10");
    expect(text).toContain("2/10");
  });

  test("names the careers that stand for the ratings", () => {
    const one = wordReason({ kind: "neighbours", items: [1] }, snapshot, 0);
    const two = wordReason({ kind: "neighbours", items: [1, 2] }, snapshot, 0);
    expect(one).toContain(at(records, 1).title);
    expect(two).toContain(at(records, 1).title);
    expect(two).toContain(at(records, 2).title);
  });

  test("gives growth its sign, percentiles rounded down, and the level of schooling by name", () => {
    expect(wordReason({ kind: "growing" }, snapshot, 0)).toContain("+4.3%");
    expect(wordReason({ kind: "shrinking" }, snapshot, 1)).toContain("-7%");
    expect(wordReason({ kind: "ai_exposed" }, snapshot, 0)).toContain("91%");
    expect(wordReason({ kind: "stressful" }, snapshot, 0)).toContain("95%");
    expect(wordReason({ kind: "schooling_over" }, snapshot, 1)).toContain("doctoral");
  });

  test("says that a figure is not published rather than inventing one", () => {
    expect(wordReason({ kind: "well_paid" }, snapshot, 2)).toContain("not published");
    expect(wordReason({ kind: "growing" }, snapshot, 2)).toContain("not published");
  });
});

describe("what would change this, in words", () => {
  test("names the rating, both values and what comes instead", () => {
    const text = wordChange({ dimension: "science", from: 4, to: 6, replacement: 3 }, snapshot);
    expect(text).toMatch(/science.* 6 .* 4,/);
    expect(text).toContain(at(records, 3).title);
    expect(text).not.toMatch(/[{}]/);
  });

  test("says how far was looked when nothing does", () => {
    expect(wordChange(null, snapshot)).toMatch(/up to 3 points/);
  });
});

describe("fillText", () => {
  test("puts values in and leaves unknown names as they are", () => {
    expect(fillText("{a} and {b}, {a}", { a: "x", b: 0 })).toBe("x and 0, x");
    expect(fillText("{c}", {})).toBe("{c}");
  });

  test("does not read a value as a pattern or fill it again", () => {
    expect(fillText("{a}", { a: "$& {b} $1", b: "no" })).toBe("$& {b} $1");
  });
});
