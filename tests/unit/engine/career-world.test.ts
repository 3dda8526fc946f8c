import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng, drawSome } from "@/lib/engine/math/random";
import { mean, standardDeviation } from "@/lib/engine/math/statistics";
import { rankAll } from "@/lib/engine/math/top-k";
import { PAY_BALANCE_CHOICES, WORK_VALUES } from "@/lib/engine/profile/questions";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import {
  answerQuiz,
  type CareerVisitor,
  simulateVisitor,
  toCareerRelevance,
  toCareerUtility,
} from "@/lib/engine/simulate/career-visitors";
import { simulateVisit } from "@/lib/engine/simulate/career-visits";
import {
  buildCareerWorld,
  type CareerTraits,
  type CareerWorldParams,
  DEFAULT_CAREER_WORLD_PARAMS,
} from "@/lib/engine/simulate/career-world";
import { drawDriftingTaste, scoreDriftingTaste, type TasteSpace } from "@/lib/engine/simulate/tastes";
import { at, makeCareerItems } from "../../factories";

const CAREERS = 200;
const DAYS = 30;
const index = buildCareerIndex(makeCareerItems({ count: CAREERS, clusterCount: 20, width: 0 }));
const rng = createRng(9);
const traits = Array.from(
  { length: CAREERS },
  (): CareerTraits => ({
    jobZone: 1 + rng.integer(5),
    riasec: Array.from({ length: 6 }, () => 1 + 6 * rng.uniform()),
  }),
);
const makeWorld = (seed: number, params: Partial<CareerWorldParams> = {}) =>
  buildCareerWorld(index, traits, seed, { ...DEFAULT_CAREER_WORLD_PARAMS, ...params });
const world = makeWorld(1);
const people = Array.from({ length: 1000 }, (_, i) => simulateVisitor(world, i, DAYS));
const correlate = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  mean(Array.from(a, (x, i) => (x - mean(a)) * (at(b, i) - mean(b)))) / (standardDeviation(a) * standardDeviation(b));

describe("the world", () => {
  test("the same seed gives the same world and people, another seed others", () => {
    const again = makeWorld(1);
    expect(again).toEqual(world);
    expect(people.slice(0, 50).map((_, i) => simulateVisitor(again, i, DAYS))).toEqual(people.slice(0, 50));
    expect(answerQuiz(again, at(people, 3), 4)).toEqual(answerQuiz(world, at(people, 3), 4));
    expect(makeWorld(2).kinds).not.toEqual(world.kinds);
    expect(simulateVisitor(makeWorld(2), 0, DAYS)).not.toEqual(at(people, 0));
  });

  test("a person does not depend on how many others there are, nor on how long the world is watched but for their visits", () => {
    const { days: _, ...person } = simulateVisitor(world, 7, 90);
    expect(at(people, 7)).toMatchObject(person);
  });

  test("each kind has two dimensions of its own, two work values that no other kind has both of, and a taste", () => {
    const { kinds } = makeWorld(3, { kinds: 6 });
    expect(new Set(kinds.flatMap(({ dimensions }) => dimensions)).size).toBe(12);
    expect(new Set(kinds.map(({ values }) => values.toSorted().join())).size).toBe(6);
    for (const { taste } of kinds) {
      expect(taste.now.weights.filter((weight) => weight !== 0)).toHaveLength(4);
      expect(new Set([...taste.now.loved, ...taste.now.avoided]).size).toBe(6);
    }
  });

  test("a twentieth of the careers draws everybody", () => {
    const drawing = world.popularity.filter((pull) => pull > 0);
    expect(drawing).toHaveLength(10);
    expect(drawing.every((pull) => pull >= 0.5 && pull <= 1)).toBe(true);
  });

  test("refuses traits of other careers and impossible numbers of kinds", () => {
    expect(() => buildCareerWorld(index, traits.slice(1), 1)).toThrow(EngineError);
    for (const kinds of [0, 7]) expect(() => makeWorld(1, { kinds })).toThrow(EngineError);
  });
});

describe("its people", () => {
  test("at least four in ten come once, the others may come back on the days that are left, each day at most once", () => {
    const once = people.filter(({ days }) => days.length === 1).length / people.length;
    expect(once).toBeGreaterThan(0.4);
    expect(once).toBeLessThan(0.7);
    expect(Math.max(...people.map(({ days }) => days.length))).toBeGreaterThan(5);
    for (const { days } of people) {
      expect(days).toEqual([...new Set(days)].toSorted((a, b) => a - b));
      expect(days.every((day) => day >= 0 && day < DAYS)).toBe(true);
    }
  });

  test("abilities lie around those of their career, and answers around their abilities", () => {
    const deviations = people.flatMap(({ career, abilities }) =>
      abilities.map((x, d) => x - at(index.abilityVectors.data, 15 * career + d)),
    );
    expect(standardDeviation(deviations)).toBeGreaterThan(0.65);
    expect(standardDeviation(deviations)).toBeLessThan(0.85);
    const errors = people.flatMap((person) =>
      answerQuiz(world, person, 0).ratings.map((x, d) => x - at(person.abilities, d)),
    );
    expect(standardDeviation(errors)).toBeGreaterThan(1.2);
    expect(standardDeviation(errors)).toBeLessThan(1.6);
  });

  test("kinds can be told from answers: the nearest mean of one half of the people is right for most of the other half", () => {
    const toAnswers = (person: CareerVisitor): number[] => {
      const { ratings, values, balance } = answerQuiz(world, person, 0);
      const named = WORK_VALUES.map((value) => (values.includes(value) ? 3 : 0));
      return [...ratings.map((x) => x / 3), ...named, PAY_BALANCE_CHOICES.indexOf(balance)];
    };
    const known = people.slice(0, 500);
    const centers = world.kinds.map((_, kind) => {
      const rows = known.filter((person) => person.kind === kind).map(toAnswers);
      return at(rows, 0).map((_, column) => mean(rows.map((row) => at(row, column))));
    });
    const guess = (row: number[]): number =>
      at(rankAll(centers.map((center) => -Math.hypot(...center.map((x, i) => x - at(row, i))))), 0);
    const right = people.slice(500).filter((person) => guess(toAnswers(person)) === person.kind).length;
    expect(right / 500).toBeGreaterThan(0.75);
  });

  test("people of one kind like the same more than people of two do, also when what the quiz asks for is left out", () => {
    const hidden = makeWorld(1, { statedWeight: 0, popularityWeight: 0, kindWeight: 2 });
    const few = people.slice(0, 60).map((person) => ({ person, utility: toCareerUtility(hidden, person, 0) }));
    const pairs = few.flatMap((a, i) => few.slice(i + 1).map((b) => ({ a, b })));
    const likeness = (isSame: boolean) =>
      mean(
        pairs
          .filter(({ a, b }) => (a.person.kind === b.person.kind) === isSame)
          .map(({ a, b }) => correlate(a.utility, b.utility)),
      );
    expect(likeness(true)).toBeGreaterThan(likeness(false) + 0.4);
  });
});

describe("worth", () => {
  test("has mean 0 and standard deviation 1 for everybody", () => {
    for (const person of people.slice(0, 20)) {
      const utility = toCareerUtility(world, person, 5);
      expect(mean(utility)).toBeCloseTo(0, 10);
      expect(standardDeviation(utility)).toBeCloseTo(1, 10);
    }
  });

  test("without hidden tastes the career that one belongs in is mostly among the best", () => {
    const plain = makeWorld(1, { statedWeight: 0, kindWeight: 0, ownWeight: 0, popularityWeight: 0, abilitySd: 0 });
    for (let i = 0; i < 30; i++) {
      const person = simulateVisitor(plain, i, DAYS);
      expect(at(rankAll(toCareerUtility(plain, person, 0)), 0)).toBe(person.career);
    }
  });

  test("popularity raises what is popular, and nothing else against each other", () => {
    const without = makeWorld(1, { popularityWeight: 0 });
    for (const person of people.slice(0, 20)) {
      const before = toCareerUtility(without, person, 0);
      const after = toCareerUtility(world, person, 0);
      const gains = after.map((value, j) => value - at(before, j));
      const popular = gains.filter((_, j) => at(world.popularity, j) > 0);
      expect(mean(popular)).toBeGreaterThan(0.2);
      const others = Array.from({ length: CAREERS }, (_, j) => j).filter((j) => at(world.popularity, j) === 0);
      expect(
        correlate(
          others.map((j) => at(before, j)),
          others.map((j) => at(after, j)),
        ),
      ).toBeCloseTo(1, 10);
    }
  });

  test("careers are clicked more often for being popular", () => {
    const clicksOfPopular = (popularityWeight: number): number => {
      const drawn = createRng(11);
      const weighed = makeWorld(1, { popularityWeight });
      return people
        .map((person) => {
          const utility = toCareerUtility(weighed, person, 0);
          const slate = drawSome(CAREERS, 20, drawn);
          const shown = slate.map((item) => ({ utility: at(utility, item), done: new Set<never>() }));
          const clicked = simulateVisit(shown, drawn).filter(({ kind }) => kind === "click");
          return clicked.filter(({ position }) => at(world.popularity, at(slate, position - 1)) > 0).length;
        })
        .reduce((sum, count) => sum + count, 0);
    };
    expect(clicksOfPopular(0.6)).toBeGreaterThan(1.3 * clicksOfPopular(0));
  });

  test("grades are shares of the careers, by hand: of 100 the best has 4, the next two 3, then seven 2, fifteen 1, and 0", () => {
    const grades = toCareerRelevance(Float64Array.from({ length: 100 }, (_, i) => i));
    expect([...grades].reverse()).toEqual([4, 3, 3, ...Array(7).fill(2), ...Array(15).fill(1), ...Array(75).fill(0)]);
    expect([...toCareerRelevance([1, 1, 1, 1])]).toEqual([4, 0, 0, 0]);
  });
});

describe("tastes", () => {
  const space: TasteSpace = {
    traits: [Float64Array.of(-1, -1, 1, 1), Float64Array.of(-1, 1, -1, 1)],
    clusters: [0, 0, 1, 2],
    clusterCount: 3,
  };

  test("by hand: weights on traits, and clusters that are loved and avoided, standardised", () => {
    const now = { weights: Float64Array.of(1, 0), loved: [0], avoided: [1] };
    // raw: -1 + 1.5, -1 + 1.5, 1 - 1.5, 1 = 0.5, 0.5, -0.5, 1; mean 0.375, variance 0.296875
    const sd = Math.sqrt(0.296875);
    const expected = [0.125 / sd, 0.125 / sd, -0.875 / sd, 0.625 / sd];
    scoreDriftingTaste(space, { now, later: now }, 0).forEach((value, j) => {
      expect(value).toBeCloseTo(at(expected, j), 12);
    });
  });

  test("a taste that turned by an angle has the angle's cosine as its correlation with what it was", () => {
    const taste = drawDriftingTaste(world.space, { traits: 4, clustersEach: 3 }, createRng(5));
    const before = scoreDriftingTaste(world.space, taste, 0);
    for (const degrees of [10, 30, 60, 90]) {
      const radians = (degrees * Math.PI) / 180;
      const after = scoreDriftingTaste(world.space, taste, radians);
      expect(correlate(before, after)).toBeCloseTo(Math.cos(radians), 9);
      expect(standardDeviation(after)).toBeCloseTo(1, 9);
    }
  });

  test("the order of careers drifts: what was best a month ago is mostly still good, with faster drift less so", () => {
    const overlap = (driftDegreesPerDay: number) => {
      const drifting = makeWorld(1, { driftDegreesPerDay });
      return mean(
        people.slice(0, 100).map((person) => {
          const [first, last] = [0, 30].map((day) => rankAll(toCareerUtility(drifting, person, day)).slice(0, 20));
          return (first ?? []).filter((item) => last?.includes(item)).length / 20;
        }),
      );
    };
    expect(overlap(0)).toBe(1);
    const usual = overlap(0.5);
    expect(usual).toBeGreaterThan(0.7);
    expect(usual).toBeLessThan(0.95);
    expect(overlap(2)).toBeLessThan(usual - 0.1);
  });
});
