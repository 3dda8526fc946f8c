import { beforeAll, describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { evaluateMatch, findLeaks, type MatchEvaluation } from "@/lib/engine/evaluation/match-report";
import { runMatchTrial } from "@/lib/engine/evaluation/match-trial";
import { MATCH_FEATURE_NAMES, MATCH_FEATURES, toMatchFeatures } from "@/lib/engine/features/match-features";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import {
  fitMatch,
  type MatchFit,
  type MatchSet,
  mixPairs,
  predictMatch,
  REAL_PAIRS_HALF,
  scoreMatch,
  takePairs,
  toRealShare,
} from "@/lib/engine/models/match-model";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import {
  drawMatchPairs,
  labelMatchPairs,
  MATCH_SHARES,
  MATCH_TYPES,
  type MatchPair,
  simulateMatchPerson,
  toMatchType,
} from "@/lib/engine/simulate/match-pairs";
import { type SimulatedMatches, simulateMatches } from "@/lib/engine/simulate/match-sets";
import { at, makeCareerItems, makeProfile } from "../../factories";

const CAREERS = 300;
const rng = createRng(5);
const index = buildCareerIndex(makeCareerItems({ count: CAREERS, clusterCount: 20, width: 0 }));
const facts = {
  openings: Float64Array.from({ length: CAREERS }, () => 1000),
  jobZone: Float64Array.from({ length: CAREERS }, () => 1 + rng.integer(5)),
  riasec: { data: Float64Array.from({ length: 6 * CAREERS }, () => 1 + 6 * rng.uniform()), rows: CAREERS, cols: 6 },
};
const world = { index, riasec: facts.riasec, seed: 1 };

describe("pairs of simulated people and careers", () => {
  const pairs = Array.from({ length: 1500 }, (_, person) =>
    drawMatchPairs(world, simulateMatchPerson(world, person), 8),
  ).flat();

  test("come in the shares of the six types, each career once a person", () => {
    for (const type of MATCH_TYPES) {
      const share = mean(pairs.map((pair) => Number(pair.type === type)));
      expect(Math.abs(share - MATCH_SHARES[type]), type).toBeLessThan(0.02);
    }
    expect(new Set(pairs.map(({ person, item }) => `${person} ${item}`)).size).toBe(pairs.length);
    expect(Object.values(MATCH_SHARES).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test("types by hand", () => {
    expect(toMatchType(0.8, 0.8)).toBe("strong");
    expect(toMatchType(0.6, 0.6)).toBe("moderate");
    expect(toMatchType(0.4, 0.4)).toBe("weak");
    expect(toMatchType(0.2, 0.3)).toBe("poor");
    expect(toMatchType(0.8, 0.4)).toBe("partial");
    expect(toMatchType(0.2, 0.8)).toBe("partial");
    expect(toMatchType(0.8, 0.1)).toBe("wrong_interests");
  });

  test("labels come true as often as the documented probability says", () => {
    const sorted = [...pairs].sort((a, b) => a.suits - b.suits);
    for (let bin = 0; bin < 10; bin++) {
      const part = sorted.slice(bin * 1200, (bin + 1) * 1200);
      const of = (value: (pair: MatchPair) => number) => mean(part.map(value));
      expect(Math.abs(of(({ label }) => label) - of(({ suits }) => suits))).toBeLessThan(0.04);
    }
    expect(Math.min(...pairs.map(({ suits }) => suits))).toBeGreaterThanOrEqual(0.05);
    expect(Math.max(...pairs.map(({ suits }) => suits))).toBeLessThanOrEqual(0.9);
  });

  test("poor matches are of other clusters as well, and rarely suit", () => {
    const poor = pairs.filter(({ type }) => type === "poor");
    expect(new Set(poor.map(({ item }) => index.clusters[item])).size).toBe(20);
    expect(mean(poor.map(({ label }) => label))).toBeLessThan(0.15);
  });

  test("the same seed gives the same, whoever is asked for first", () => {
    const [first, second] = [simulateMatchPerson(world, 9), simulateMatchPerson(world, 9)];
    expect(second).toEqual(first);
    expect(drawMatchPairs(world, second, 8)).toEqual(drawMatchPairs(world, first, 8));
    expect(simulateMatchPerson({ ...world, seed: 2 }, 9).profile).not.toEqual(first.profile);
    expect(labelMatchPairs(world, first, [3, 1]).map(({ item }) => item)).toEqual([3, 1]);
  });

  test("needs the interests of every career", () => {
    expect(() => simulateMatchPerson({ ...world, riasec: { ...facts.riasec, rows: 3 } }, 0)).toThrow(EngineError);
  });
});

describe("what a match classifier sees", () => {
  const profile = makeProfile({ freeText: "I like plants" });
  const column = (name: string, of: ReturnType<typeof toMatchFeatures>, row: number) =>
    at(of.data, row * of.cols + MATCH_FEATURE_NAMES.indexOf(name));

  test("is one row of the table's columns a career, none of them from the free text, history or popularity", () => {
    const features = toMatchFeatures(index, facts, profile, [4, 2]);
    expect([features.rows, features.cols]).toEqual([2, MATCH_FEATURE_NAMES.length]);
    expect([...MATCH_FEATURES.features.map(({ name }) => name)].sort()).toEqual([...MATCH_FEATURE_NAMES].sort());
    expect(toMatchFeatures(index, facts, { ...profile, freeText: "" }, [4, 2])).toEqual(features);
    expect(MATCH_FEATURES.features.every(({ group }) => ["match", "answers", "career"].includes(group))).toBe(true);
    expect(column("lean_analytical", features, 1)).toBeCloseTo(
      ((at(profile.ratings, 0) - 5) * (at(index.abilityVectors.data, 2 * 15) - 5)) / 25,
      6,
    );
    expect(column("realistic", features, 0)).toBe(Math.fround(at(facts.riasec.data, 4 * 6)));
  });

  test("interests go with those of the career that the answers are, and are unknown of answers that say nothing", () => {
    const own = Array.from(index.abilityVectors.data.subarray(7 * 15, 8 * 15));
    // Answers that no other career is near.
    const features = toMatchFeatures(index, facts, { ...profile, ratings: own }, [7]);
    expect(column("interest_match", features, 0)).toBeGreaterThan(0.9);
    const flat = toMatchFeatures(index, facts, { ...profile, ratings: own.map(() => 5) }, [7]);
    expect(column("interest_match", flat, 0)).toBeNaN();
  });
});

describe("the match classifiers", () => {
  let sets: SimulatedMatches;
  let fit: MatchFit;
  let evaluation: MatchEvaluation;
  beforeAll(() => {
    sets = simulateMatches(index, facts, { people: 1200, seed: 3, mode: "production" });
    fit = fitMatch(sets, MATCH_FEATURE_NAMES, createRng(1));
    evaluation = evaluateMatch(fit, sets, 1);
  });

  test("beat saying the same of everybody by far, and stay below the Bayes-optimal ceiling", () => {
    const share = mean(Array.from(sets.test.labels));
    for (const classifier of ["logistic", "trees"] as const) {
      const { accuracy, auc } = evaluation.drawn[classifier];
      expect(accuracy.estimate, classifier).toBeGreaterThan(Math.max(share, 1 - share) + 0.08);
      expect(auc.estimate, classifier).toBeGreaterThan(0.72);
      expect(accuracy.estimate, classifier).toBeLessThan(evaluation.drawn.bayes.accuracy.high);
    }
    const { ceiling, bayes } = evaluation.drawn;
    expect(Math.abs(bayes.accuracy.estimate - ceiling.accuracy)).toBeLessThan(0.03);
    expect(findLeaks(evaluation)).toEqual([]);
  });

  test("what is said of careers that are picked by the answers comes true", () => {
    const { [fit.chosen]: served } = evaluation.served;
    expect(served.calibrationError.estimate).toBeLessThan(0.05);
    const model = { ...fit[fit.chosen], calibration: fit[fit.chosen].asServed };
    const said = predictMatch(model, sets.servedTest.rows);
    expect(Math.abs(mean(said) - mean(Array.from(sets.servedTest.labels)))).toBeLessThan(0.04);
  });

  test("nobody teaches and judges", () => {
    const people = (set: MatchSet) => new Set(set.people);
    const taught = people(sets.train);
    for (const other of [sets.stopping, sets.calibration, sets.served, sets.test, sets.servedTest])
      expect([...people(other)].filter((person) => taught.has(person))).toEqual([]);
    expect(() => fitMatch({ ...sets, stopping: sets.train }, MATCH_FEATURE_NAMES, createRng(1))).toThrow(
      "on both sides",
    );
  });

  test("shuffled labels teach nothing", () => {
    const shuffle = <Of extends MatchSet>(set: Of): Of => ({
      ...set,
      labels: set.labels.slice().sort((a, b) => Number(rng.uniform() < 0.5) - 0.5 || a - b),
    });
    const none = fitMatch(
      { ...sets, train: shuffle(sets.train), stopping: shuffle(sets.stopping) },
      MATCH_FEATURE_NAMES,
      createRng(1),
    );
    const { auc } = evaluateMatch(none, sets, 1).drawn.trees;
    expect(Math.abs(auc.estimate - 0.5)).toBeLessThan(0.1);
  });

  test("one that sees the labels is found out", () => {
    const leak = <Of extends MatchSet>(set: Of): Of => {
      const { rows, cols } = set.rows;
      const data = set.rows.data.slice();
      for (let row = 0; row < rows; row++) data[row * cols] = at(set.labels, row);
      return { ...set, rows: { data, rows, cols } };
    };
    const leaky = Object.fromEntries(Object.entries(sets).map(([side, set]) => [side, leak(set)])) as SimulatedMatches;
    const found = findLeaks(evaluateMatch(fitMatch(leaky, MATCH_FEATURE_NAMES, createRng(1)), leaky, 1));
    expect(found.some((words) => words.includes("trees"))).toBe(true);
    expect(found.some((words) => words.includes("above the ceiling"))).toBe(true);
  });

  test("the demo is trivially separable", () => {
    const demo = simulateMatches(index, facts, { people: 600, seed: 3, mode: "demo" });
    const { drawn } = evaluateMatch(fitMatch(demo, MATCH_FEATURE_NAMES, createRng(1)), demo, 1);
    expect(drawn.trees.accuracy.estimate).toBeGreaterThan(0.97);
    expect(drawn.ceiling.accuracy).toBe(1);
  });

  test("the same seed gives the same scores", () => {
    const again = fitMatch(sets, MATCH_FEATURE_NAMES, createRng(1));
    expect(scoreMatch(again.trees, sets.test.rows)).toEqual(scoreMatch(fit.trees, sets.test.rows));
    expect(again.logistic).toEqual(fit.logistic);
  });
});

describe("real feedback", () => {
  const set = (count: number, person: string): MatchSet => ({
    rows: { data: new Float64Array(2 * count).fill(1), rows: count, cols: 2 },
    labels: new Uint8Array(count).fill(1),
    weights: new Float64Array(count).fill(1),
    people: Array.from({ length: count }, () => person),
  });
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

  test("of people who ask for more draws what is said to them, the more the more there is", () => {
    const options = { people: 800, mode: "production", seed: 50, middle: 0.7 } as const;
    const { served, servedTest } = simulateMatches(index, facts, options);
    const pool = { ...served, people: served.people.map((person) => `other ${person}`) };
    const tooHigh = [0, 400, 1200].map((count) => {
      const real = takePairs(pool, (row) => row < count);
      const trial = { index, facts, real, current: null, people: 800, mode: "production", seed: 3 } as const;
      const { fit, data } = runMatchTrial(trial);
      expect(data.realShare).toBe(toRealShare(count));
      const model = { ...fit[fit.chosen], calibration: fit[fit.chosen].asServed };
      return mean(predictMatch(model, servedTest.rows)) - mean(Array.from(servedTest.labels));
    });
    expect(at(tooHigh, 0)).toBeGreaterThan(0.1);
    expect(at(tooHigh, 1)).toBeLessThan(at(tooHigh, 0) - 0.01);
    expect(at(tooHigh, 2)).toBeLessThan(at(tooHigh, 1) - 0.01);
  });

  test("has a share that grows with it", () => {
    expect(toRealShare(0)).toBe(0);
    expect(toRealShare(REAL_PAIRS_HALF)).toBe(0.5);
    expect(toRealShare(9 * REAL_PAIRS_HALF)).toBe(0.9);
  });

  test("weighs that share of the whole, however many pairs there are of each kind", () => {
    const mixed = mixPairs(set(300, "simulated"), set(10, "real"), 0.25);
    expect(mixed.rows.rows).toBe(310);
    expect(mixed.people.at(-1)).toBe("real");
    expect(sum(mixed.weights.slice(300)) / sum(mixed.weights)).toBeCloseTo(0.25, 12);
    expect(sum(mixed.weights.slice(0, 300))).toBe(300);
    expect(mixPairs(set(3, "simulated"), set(0, "real"), 0)).toEqual(set(3, "simulated"));
    expect(() => mixPairs(set(3, "a"), set(3, "b"), 1)).toThrow(EngineError);
  });
});
