import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import {
  areaUnderRoc,
  brierScore,
  calibrationError,
  evaluateClassification,
  toConfusion,
  toRates,
  toReliabilityCurve,
} from "@/lib/engine/evaluation/classification";
import { checkPeopleApart, splitPeople } from "@/lib/engine/evaluation/person-split";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { at } from "../../factories";

const judged = { probabilities: [0.9, 0.8, 0.7, 0.4, 0.3, 0.5], labels: [1, 0, 1, 1, 0, 0] };

describe("figures of a classification, by hand", () => {
  test("counts, with 0.5 as a yes", () => {
    expect(toConfusion(judged)).toEqual({ truePositives: 2, falsePositives: 2, trueNegatives: 1, falseNegatives: 1 });
  });

  test("accuracy, precision, recall and F1", () => {
    const { accuracy, precision, recall, f1 } = toRates(toConfusion(judged));
    expect(accuracy).toBe(0.5);
    expect(precision).toBe(0.5);
    expect(recall).toBeCloseTo(2 / 3, 12);
    expect(f1).toBeCloseTo(4 / 7, 12);
    // Nobody was said to be one: there is nothing to be precise about.
    expect(toRates(toConfusion({ probabilities: [0.1], labels: [1] })).precision).toBeNaN();
  });

  test("the area under the ROC curve is the share of pairs in the right order, ties half", () => {
    // Of 9 pairs 0.9 wins three, 0.7 two and 0.4 one.
    expect(areaUnderRoc(judged)).toBeCloseTo(6 / 9, 12);
    expect(areaUnderRoc({ probabilities: [0.5, 0.5, 0.5], labels: [1, 0, 0] })).toBe(0.5);
    expect(areaUnderRoc({ probabilities: [0.2, 0.6, 0.6, 0.9], labels: [0, 1, 0, 1] })).toBe(3.5 / 4);
    expect(areaUnderRoc({ probabilities: [0.2, 0.6], labels: [1, 1] })).toBeNaN();
  });

  test("Brier's score", () => {
    // 0.01 + 0.64 + 0.09 + 0.36 + 0.09 + 0.25 over 6
    expect(brierScore(judged)).toBeCloseTo(0.24, 12);
  });

  test("the calibration error over bins of equal count", () => {
    // 0.3, 0.4 and 0.5 say 0.4 where 1/3 came true, 0.7, 0.8 and 0.9 say 0.8 where 2/3 did.
    expect(calibrationError(judged, 2)).toBeCloseTo(0.5 * (0.4 - 1 / 3) + 0.5 * (0.8 - 2 / 3), 12);
    const curve = toReliabilityCurve(judged, 2);
    expect(curve.map(({ count }) => count)).toEqual([3, 3]);
    expect(at(curve, 0).said).toBeCloseTo(0.4, 12);
    expect(at(curve, 1).wasSo).toBeCloseTo(2 / 3, 12);
    expect(toReliabilityCurve({ probabilities: [0.2, 0.4], labels: [0, 1] }, 10)).toHaveLength(2);
  });
});

describe("intervals over people", () => {
  test("what hangs together within people widens them", () => {
    const rng = createRng(1);
    const people = Array.from({ length: 2000 }, (_, row) => Math.floor(row / 20));
    const isRight = Array.from({ length: 100 }, () => rng.uniform() < 0.7);
    const labels = people.map(() => (rng.uniform() < 0.5 ? 1 : 0));
    const probabilities = labels.map((label, row) => ((label === 1) === isRight[at(people, row)] ? 0.9 : 0.1));
    const width = (of: number[]) => {
      const { low, high } = evaluateClassification({ probabilities, labels }, of, 1).accuracy;
      return high - low;
    };
    expect(width(people) / width(people.map((_, row) => row))).toBeGreaterThan(3);
  });

  test("cover the true accuracy about as often as they say", () => {
    const covered = Array.from({ length: 60 }, (_, seed) => {
      const rng = createRng(seed + 1);
      const people = Array.from({ length: 300 }, (_, row) => Math.floor(row / 3));
      const labels = people.map(() => (rng.uniform() < 0.5 ? 1 : 0));
      const probabilities = labels.map((label) => (rng.uniform() < 0.75 ? label : 1 - label));
      const { low, high } = evaluateClassification({ probabilities, labels }, people, seed, 200).accuracy;
      return low <= 0.75 && 0.75 <= high ? 1 : 0;
    });
    expect(mean(covered)).toBeGreaterThan(0.85);
    expect(mean(covered)).toBeLessThan(1);
  });

  test("the same seed gives the same, and lists that differ in length are refused", () => {
    const people = ["a", "a", "b", "b", "c", "c"];
    expect(evaluateClassification(judged, people, 3)).toEqual(evaluateClassification(judged, people, 3));
    expect(() => evaluateClassification(judged, ["a"], 3)).toThrow(EngineError);
    expect(() => evaluateClassification({ probabilities: [], labels: [] }, [], 3)).toThrow(EngineError);
  });
});

describe("a split by person", () => {
  const people = Array.from({ length: 3000 }, (_, row) => `p${row % 1000}`);
  const shares = { train: 0.6, test: 0.4 };

  test("has nobody on two sides, and the shares of the people", () => {
    const sides = splitPeople(people, shares, 5);
    const of = (side: string) => new Set(people.filter((_, row) => sides[row] === side));
    expect(of("train").size).toBe(600);
    expect(of("test").size).toBe(400);
    expect([...of("train")].filter((person) => of("test").has(person))).toEqual([]);
    expect(splitPeople(people, shares, 5)).toEqual(sides);
    expect(splitPeople(people, shares, 6)).not.toEqual(sides);
  });

  test("hangs on who they are, not on the order of the rows", () => {
    const [there, back] = [splitPeople(people, shares, 5), splitPeople([...people].reverse(), shares, 5)];
    expect(back.reverse()).toEqual(there);
  });

  test("refuses shares that are not a whole, and finds somebody who is on both sides", () => {
    expect(() => splitPeople(people, { train: 0.6, test: 0.3 }, 1)).toThrow(EngineError);
    expect(() => checkPeopleApart(["a", "b"], ["c", "b"])).toThrow("person b is on both sides");
    expect(() => checkPeopleApart(["a", "b"], ["c"])).not.toThrow();
  });
});
