import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { rankAll, topK } from "@/lib/engine/math/top-k";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import { createCareerScorer, type Person } from "@/lib/engine/scoring/hybrid";
import { OBJECTIVES, type ObjectiveWeights } from "@/lib/engine/scoring/objectives";
import {
  at,
  makeCareerItems,
  makeFlatRatings,
  makePerson,
  makeRatings,
  makeUnitVector,
  makeWeights,
} from "../../factories";

const COUNT = 60;
const items = makeCareerItems({ count: COUNT });
const index = buildCareerIndex(items);
const abilityIndex = buildCareerIndex(items.map((item) => ({ ...item, embedding: null })));

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const alphas = fc.oneof(unit, fc.constantFrom(0, 0.7, 1));
const weightings: fc.Arbitrary<ObjectiveWeights> = fc.record(
  Object.fromEntries(OBJECTIVES.map((name) => [name, fc.oneof(unit, fc.constantFrom(0, 1))])) as Record<
    keyof ObjectiveWeights,
    fc.Arbitrary<number>
  >,
);
const people: fc.Arbitrary<Person> = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 15, maxLength: 15 }), fc.nat(30), fc.nat(1000))
  .map(([ratings, words, seed]) =>
    makePerson(ratings, {
      textEmbedding: words === 0 ? null : makeUnitVector(createRng(seed), 24),
      textWordCount: words,
      profile: { schooling: "associate", values: ["support", "recognition"] },
    }),
  );
const scoresOf = (person: Person, alpha: number, weights = makeWeights(), of = index): Float64Array =>
  createCareerScorer(of, person, { alpha, weights }).score(person.profile.ratings).scores;
const somebody = makePerson(makeRatings(createRng(9)));

describe("a career's score", () => {
  test("is the sum of its parts, for every career, person, alpha and weights", () => {
    fc.assert(
      fc.property(people, alphas, weightings, fc.boolean(), (person, alpha, weights, isEmbedded) => {
        const scorer = createCareerScorer(isEmbedded ? index : abilityIndex, person, { alpha, weights });
        const scores = scorer.score(person.profile.ratings);
        for (let item = 0; item < COUNT; item++) {
          const parts = Object.values(scorer.parts(scores, item));
          expect(parts.reduce((sum, x) => sum + x, 0)).toBeCloseTo(at(scores.scores, item), 9);
          expect(parts.every((x) => x >= 0)).toBe(true);
        }
      }),
    );
  });

  test("lies between 0 and 100", () => {
    fc.assert(
      fc.property(people, alphas, weightings, (person, alpha, weights) => {
        for (const score of scoresOf(person, alpha, weights)) {
          expect(score >= -1e-9 && score <= 100 + 1e-9).toBe(true);
        }
      }),
    );
  });

  test("gives a weight of 1 as much room as the whole fit", () => {
    const { parts, score } = createCareerScorer(index, somebody, { alpha: 0.7, weights: makeWeights({ salary: 1 }) });
    const scores = score(somebody.profile.ratings);
    for (let item = 0; item < COUNT; item++) {
      expect(parts(scores, item).salary).toBeCloseTo(50 * at(index.objectives.salary, item), 9);
    }
  });

  test("without embeddings or at alpha 0 has no part of the embedding, and is then the same", () => {
    const only = createCareerScorer(abilityIndex, somebody, { alpha: 0.7, weights: makeWeights() });
    expect(only.mode).toBe("ability_only");
    const scores = only.score(somebody.profile.ratings);
    expect(only.parts(scores, 3).embedding).toBe(0);
    expect(only.embeddingCosine(scores, 3)).toBe(0);
    expect(scores.scores).toEqual(scoresOf(somebody, 0));
  });

  test("at alpha 0 does not depend on the text, at alpha 1 has no part of ability", () => {
    fc.assert(
      fc.property(people, (person) => {
        const silent = { ...person, textEmbedding: null, textWordCount: 0 };
        expect(scoresOf(person, 0)).toEqual(scoresOf(silent, 0));
        const scorer = createCareerScorer(index, person, { alpha: 1, weights: makeWeights() });
        const scores = scorer.score(person.profile.ratings);
        for (let item = 0; item < COUNT; item++) expect(scorer.parts(scores, item).ability).toBe(0);
      }),
    );
  });

  test("reports a cosine to the profile embedding that is one", () => {
    fc.assert(
      fc.property(people, (person) => {
        const scorer = createCareerScorer(index, person, { alpha: 0.7, weights: makeWeights() });
        const scores = scorer.score(person.profile.ratings);
        for (let item = 0; item < COUNT; item++) {
          expect(Math.abs(scorer.embeddingCosine(scores, item))).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });
});

describe("the order of careers", () => {
  test("begins with the career whose vector a person answers exactly", () => {
    items.forEach(({ abilityVector }, i) => {
      expect(at(topK(scoresOf(makePerson(abilityVector), 0), 1), 0)).toBe(i);
    });
  });

  test("is decided by the text alone when all ratings are 5", () => {
    const text = makeUnitVector(createRng(5), 24);
    const person = makePerson(makeFlatRatings(), { textEmbedding: text, textWordCount: 8 });
    const cosines = items.map(({ embedding }) => text.reduce((sum, x, d) => sum + x * at(embedding ?? [], d), 0));
    const scores = scoresOf(person, 0.7);
    const byText = rankAll(cosines);
    byText.slice(1).forEach((item, i) => {
      expect(at(scores, item)).toBeLessThanOrEqual(at(scores, at(byText, i)) + 1e-9);
    });
    expect(at(rankAll(scores), 0)).toBe(at(byText, 0));
  });

  test("is no order at all when all ratings are 5 and nothing is written: every career has one score, near 50", () => {
    for (const alpha of [0, 0.7, 1]) {
      const scores = scoresOf(makePerson(makeFlatRatings()), alpha);
      expect(new Set(scores).size).toBe(1);
      expect(Math.abs(at(scores, 0) - 50)).toBeLessThan(2);
      expect(topK(scores, 3)).toEqual([0, 1, 2]);
    }
    expect(at(scoresOf(makePerson(makeFlatRatings()), 1), 0)).toBe(50);
  });

  test("never puts the best-paid of otherwise equal careers lower for more weight on salary", () => {
    const [base] = items;
    if (base === undefined) throw new Error("no career");
    const pay = [50, 90, 40, 120, 70].map((thousand) => ({
      ...base,
      facts: { ...base.facts, isWageTopCoded: false, medianWageYear: 1000 * thousand },
    }));
    const mixed = buildCareerIndex([...pay, ...items.slice(1)]);
    fc.assert(
      fc.property(people, alphas, weightings, unit, unit, (person, alpha, weights, a, b) => {
        const ranks = [Math.min(a, b), Math.max(a, b)].map((salary) =>
          rankAll(scoresOf(person, alpha, { ...weights, salary }, mixed))
            .filter((i) => i < pay.length)
            .indexOf(3),
        );
        expect(at(ranks, 1)).toBeLessThanOrEqual(at(ranks, 0));
        if (Math.max(a, b) > 1e-6) expect(at(ranks, 1)).toBe(0);
      }),
    );
  });

  test("goes by position among careers that are exactly alike", () => {
    const twins = buildCareerIndex([...items, ...items]);
    const order = rankAll(scoresOf(somebody, 0.7, makeWeights(), twins));
    for (let i = 0; i < COUNT; i++) expect(order.indexOf(i)).toBeLessThan(order.indexOf(i + COUNT));
  });
});

describe("createCareerScorer", () => {
  test("makes the same bytes of the same input, in given room as in fresh room", () => {
    const scorer = createCareerScorer(index, somebody, { alpha: 0.7, weights: makeWeights({ growth: 0.3 }) });
    const room = scorer.score(makeFlatRatings());
    for (let seed = 0; seed < 30; seed++) {
      const ratings = seed % 7 === 0 ? makeFlatRatings() : makeRatings(createRng(seed));
      expect(scorer.score(ratings, room)).toBe(room);
      expect(room).toEqual(scorer.score(ratings));
    }
  });

  test("scores other ratings as it would score a person who gave them", () => {
    const other = makeRatings(createRng(10));
    const asked = createCareerScorer(index, somebody, { alpha: 0.7, weights: makeWeights() }).score(other);
    expect(asked.scores).toEqual(scoresOf(makePerson(other), 0.7));
  });

  test("lets a text count the more the more words it has", () => {
    const text = makeUnitVector(createRng(6), 24);
    const shares = [1, 5, 20, 200].map((textWordCount) => {
      const scorer = createCareerScorer(
        index,
        { ...somebody, textEmbedding: text, textWordCount },
        { alpha: 0.7, weights: makeWeights() },
      );
      return scorer.shares(scorer.score(somebody.profile.ratings)).text;
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(at(shares, 0)).toBeGreaterThan(0);
    expect(at(shares, 3)).toBeLessThan(1);
  });

  test("refuses an alpha outside [0, 1], a text of another width, and ratings of another width or not finite", () => {
    for (const alpha of [-0.01, 1.01, Number.NaN]) expect(() => scoresOf(somebody, alpha)).toThrow(EngineError);
    const wide = { ...somebody, textEmbedding: makeUnitVector(createRng(1), 25), textWordCount: 5 };
    expect(() => scoresOf(wide, 0.7)).toThrow(EngineError);
    expect(() => scoresOf(makePerson([5, 5]), 0.7)).toThrow(EngineError);
    expect(() => scoresOf(makePerson([Number.NaN, ...makeFlatRatings().slice(1)]), 0.7)).toThrow(EngineError);
  });

  test("scores catalogues of two careers and more", () => {
    for (const count of [2, 3, 9]) {
      const scores = scoresOf(somebody, 0.7, makeWeights(), buildCareerIndex(makeCareerItems({ count })));
      expect(scores).toHaveLength(count);
      expect(scores.every((x) => x >= 0 && x <= 100)).toBe(true);
    }
  });
});
