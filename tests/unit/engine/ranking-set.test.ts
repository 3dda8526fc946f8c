import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { EXAMINATION_FLOOR, estimateExamination, toFalling } from "@/lib/engine/evaluation/examination";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { checkFeatureTable, type Feature } from "@/lib/engine/features/feature-table";
import { createRng } from "@/lib/engine/math/random";
import { type ShownList, splitByTime, toGrade, toRankingSet } from "@/lib/engine/ranking/ranking-set";

const makeList = (labels: number[], isTouched = labels.map((label) => label > 0), shownAtMs = 0): ShownList => ({
  ...{ owner: 7, shownAtMs, labels, isTouched, positions: labels.map((_, i) => i + 1) },
  features: labels.map((_, i) => [i, 10 * i]),
});

describe("toRankingSet", () => {
  test("leaves out rows that nobody saw, and gives the others the same weight, wherever they stood", () => {
    const isTouched = [true, false, true, false, true, false];
    const set = toRankingSet([makeList([0, 0, 0.8, 0, 0.4, 0], isTouched)], 2, null);
    expect([...set.grades]).toEqual([0, 3, 2]);
    expect([...set.groups]).toEqual([3]);
    expect([...set.rows.data]).toEqual([0, 0, 2, 20, 4, 40]);
    expect([...set.weights]).toEqual([1, 1, 1]);
    expect([...toRankingSet([makeList([0, 0.8])], 2, null).groups]).toEqual([]);
  });

  test("with examination given it leaves out what lies below the lowest row that was touched, and keeps what was passed over as negatives", () => {
    const set = toRankingSet([makeList([0, 0.8, 0, 0.4, 0, 0])], 2, [1, 0.5, 0.4, 0.25]);
    expect([...set.grades]).toEqual([0, 3, 0, 2]);
    expect([...set.groups]).toEqual([4]);
    expect([...set.rows.data]).toEqual([0, 0, 1, 10, 2, 20, 3, 30]);
    expect([...set.weights]).toEqual([1, 2, 1, 4]);
  });

  test("leaves out lists that teach no order", () => {
    const lists = [
      makeList([0, 0, 0]),
      makeList([0.8, 0.8], [true, true]),
      makeList([0.1, 0], [true, true]),
      makeList([0.8, 0], [true, true]),
    ];
    expect([...toRankingSet(lists, 2, [1, 1]).groups]).toEqual([2]);
  });

  test("refuses columns of different lengths and rows of another width", () => {
    expect(() => toRankingSet([{ ...makeList([1, 0]), isTouched: [true] }], 2, [1])).toThrow(EngineError);
    expect(() => toRankingSet([makeList([1, 0], [true, true])], 3, [1])).toThrow(EngineError);
  });

  test("grades rise with labels, from 0 to 4", () => {
    expect([0, 0.1, 0.4, 0.6, 0.8, 1].map(toGrade)).toEqual([0, 0, 2, 2, 3, 4]);
  });
});

describe("splitByTime", () => {
  test("never judges by a list that is older than one it learned from, in any order", () => {
    const times = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(times, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (shownAtMs, share) => {
        fc.pre(new Set(shownAtMs).size > 1);
        let split: ReturnType<typeof splitByTime>;
        try {
          split = splitByTime(
            shownAtMs.map((ms) => ({ shownAtMs: ms })),
            share,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(EngineError);
          return;
        }
        const latest = Math.max(...split.train.map((list) => list.shownAtMs));
        expect(latest).toBeLessThan(Math.min(...split.validation.map((list) => list.shownAtMs)));
        expect(split.train.length + split.validation.length).toBe(shownAtMs.length);
      }),
    );
  });
});

describe("estimateExamination", () => {
  test("comes near the chance that a row is looked at", () => {
    const rng = createRng(4);
    const truth = [1, 0.7, 0.5, 0.35, 0.2];
    const lists = Array.from({ length: 20_000 }, () => truth.map((chance) => rng.uniform() < chance));
    estimateExamination(lists).forEach((estimate, k) => {
      expect(Math.abs(estimate - (truth[k] as number))).toBeLessThan(0.02);
    });
  });

  test("never rises, starts at 1 and stays above its floor, also for lists of different lengths", () => {
    const lists = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lists, (touched) => {
        const examination = [...estimateExamination(touched)];
        expect(examination[0]).toBe(1);
        examination.forEach((value, k) => {
          expect(value).toBeGreaterThanOrEqual(EXAMINATION_FLOOR);
          expect(value).toBeLessThanOrEqual(examination[Math.max(0, k - 1)] as number);
        });
      }),
    );
  });

  test("is 1 everywhere where nothing was touched", () => {
    expect([...estimateExamination([[false, false]])]).toEqual([1, 1]);
    expect([...estimateExamination([])]).toEqual([]);
  });

  test("pools neighbors that rise, by their weight", () => {
    expect(toFalling([3, 1, 2], [1, 1, 3])).toEqual([3, 1.75, 1.75]);
    expect(toFalling([1, 2, 3], [1, 1, 1])).toEqual([2, 2, 2]);
  });
});

describe("tables of features", () => {
  test("that of careers has at least 50, each named once and said what it means", () => {
    expect(CAREER_FEATURES.features.length).toBeGreaterThanOrEqual(50);
    expect(() => checkFeatureTable(CAREER_FEATURES)).not.toThrow();
    for (const { meaning } of CAREER_FEATURES.features) expect(meaning.length).toBeGreaterThan(5);
  });

  test.each(["position", "label", "was_clicked", "propensity", "final_rank", "Pay", "a b"])("refuses %s", (name) => {
    const feature: Feature = { name, group: "career", topic: null, meaning: "something" };
    expect(() => checkFeatureTable({ version: "x-1", features: [feature] })).toThrow(EngineError);
  });

  test("refuses a name that comes twice", () => {
    const feature: Feature = { name: "pay", group: "career", topic: null, meaning: "something" };
    expect(() => checkFeatureTable({ version: "x-1", features: [feature, feature] })).toThrow("twice");
  });
});
