import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { measureHistoryEffects } from "@/lib/engine/explain/history-effects";
import { createRng } from "@/lib/engine/math/random";
import { rankAll } from "@/lib/engine/math/top-k";
import { selectSlate } from "@/lib/engine/ranking/diversity";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import {
  DISLIKED_SHARE,
  ENOUGH,
  type History,
  LIKED_SHARE,
  NO_HISTORY,
  scoreHistory,
} from "@/lib/engine/scoring/history-scores";
import { createCareerScorer, type Person } from "@/lib/engine/scoring/hybrid";
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

const histories: fc.Arbitrary<History> = fc
  .uniqueArray(fc.tuple(fc.nat(COUNT - 1), fc.constantFrom(0.8, 1)), { selector: ([item]) => item, maxLength: 12 })
  .chain((pairs) =>
    fc.nat(pairs.length).map((cut) => {
      const all = pairs.map(([item, weight]) => ({ item, weight }));
      return { liked: all.slice(0, cut), disliked: all.slice(cut) };
    }),
  );
const people: fc.Arbitrary<Person> = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 15, maxLength: 15 }), fc.nat(30), fc.nat(1000))
  .map(([ratings, words, seed]) =>
    makePerson(ratings, {
      textEmbedding: words === 0 ? null : makeUnitVector(createRng(seed), 24),
      textWordCount: words,
    }),
  );
const liking = (...positions: number[]): History => ({
  liked: positions.map((item) => ({ item, weight: 1 })),
  disliked: [],
});
const disliking = (...positions: number[]): History => ({
  liked: [],
  disliked: positions.map((item) => ({ item, weight: 1 })),
});
const scorerOf = (person: Person, history: History, alpha = 0.7) =>
  createCareerScorer(index, { ...person, history }, { alpha, weights: makeWeights() });
const somebody = makePerson(makeRatings(createRng(9)));

/** The profile embedding moved as written in the file's head, with vectors instead of the Gram matrix. */
function slowCosine(person: Person, history: History, item: number): number {
  const base = scorerOf(person, NO_HISTORY);
  const { ratings } = base.score(person.profile.ratings);
  const data = index.embeddings?.data as Float64Array | Float32Array;
  const cols = index.embeddings?.cols ?? 0;
  const row = (i: number) => Array.from({ length: cols }, (_, k) => at(data, i * cols + k));
  const add = (into: number[], vector: ArrayLike<number>, weight: number): void => {
    for (const k of into.keys()) into[k] = at(into, k) + weight * at(vector, k);
  };
  const zero = () => Array<number>(cols).fill(0);
  const scale = (vector: number[]) => {
    const length = Math.hypot(...vector);
    return length > 0 ? vector.map((x) => x / length) : vector;
  };
  const r = zero();
  for (const [k, n] of ratings.neighbours.entries()) add(r, row(n), at(ratings.neighbourWeights, k));
  const words = person.textWordCount;
  const p = zero();
  add(p, scale(r), ratings.strength);
  if (person.textEmbedding !== null) add(p, person.textEmbedding, (2 * words) / (words + 6));
  const meanOf = (list: History["liked"]) => {
    const total = list.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const sum = zero();
    for (const past of list) add(sum, row(past.item), past.weight / total);
    return sum;
  };
  const l = LIKED_SHARE * Math.min(1, history.liked.length / ENOUGH);
  const d = DISLIKED_SHARE * Math.min(1, history.disliked.length / ENOUGH);
  const moved = zero();
  add(moved, scale(p), 1 - l);
  add(moved, meanOf(history.liked), l);
  add(moved, meanOf(history.disliked), -d);
  return scale(moved).reduce((sum, x, k) => sum + x * at(row(item), k), 0);
}

describe("history", () => {
  test("leaves every score as it was when there is none, and in ability-only mode", () => {
    fc.assert(
      fc.property(people, histories, (person, history) => {
        const plain = createCareerScorer(index, person, { alpha: 0.7, weights: makeWeights() });
        const ratings = person.profile.ratings;
        expect(scorerOf(person, NO_HISTORY).score(ratings).scores).toEqual(plain.score(ratings).scores);
        expect(plain.history).toBeNull();
        const only = (of: Person) => createCareerScorer(abilityIndex, of, { alpha: 0.7, weights: makeWeights() });
        expect(only({ ...person, history }).score(ratings).scores).toEqual(only(person).score(ratings).scores);
        expect(only({ ...person, history }).history).toBeNull();
      }),
    );
  });

  test("is a part of the score like any other: the parts sum to it, between 0 and 100", () => {
    fc.assert(
      fc.property(people, histories, fc.constantFrom(0, 0.3, 0.7, 1), (person, history, alpha) => {
        const scorer = scorerOf(person, history, alpha);
        const scores = scorer.score(person.profile.ratings);
        for (let item = 0; item < COUNT; item++) {
          const { history: gain, ...others } = scorer.parts(scores, item);
          const sum = Object.values(others).reduce((total, x) => total + x, gain);
          expect(sum).toBeCloseTo(at(scores.scores, item), 9);
          expect(sum >= -1e-9 && sum <= 100 + 1e-9).toBe(true);
          expect(Object.values(others).every((x) => x >= 0)).toBe(true);
          if (alpha === 0) expect(gain).toBeCloseTo(0, 12);
        }
      }),
    );
  });

  test("is 30 / 70 from five likes on, and less before", () => {
    const shareOf = (history: History) => scoreHistory(index, history)?.likedShare;
    expect([1, 2, 4, 5, 6, 20].map((count) => shareOf(liking(...Array.from({ length: count }, (_, i) => i))))).toEqual(
      [0.14, 0.28, 0.56, 0.7, 0.7, 0.7].map((share) => expect.closeTo(share, 12)),
    );
    expect(scoreHistory(index, disliking(1, 2, 3, 4, 5, 6))).toMatchObject({ likedShare: 0, dislikedShare: 0.2 });
  });

  test("reports the cosine of the moved profile embedding", () => {
    fc.assert(
      fc.property(people, histories, fc.nat(COUNT - 1), (person, history, item) => {
        const scorer = scorerOf(person, history);
        const cosine = scorer.embeddingCosine(scorer.score(person.profile.ratings), item);
        expect(cosine).toBeCloseTo(slowCosine(person, history, item), 5);
      }),
    );
  });

  test("lifts what is like the liked and lowers what is like the disliked", () => {
    const { similarities, kinship } = index;
    const nearest = (likeness: typeof similarities, item: number) =>
      rankAll(Float64Array.from({ length: COUNT }, (_, other) => at(likeness?.data ?? [], item * COUNT + other))).find(
        (other) => other !== item,
      ) ?? -1;
    for (let item = 0; item < COUNT; item += 7) {
      const scores = (history: History) => scorerOf(somebody, history).score(somebody.profile.ratings);
      const [lifted, lowered] = [scores(liking(item)), scores(disliking(item))];
      const twin = nearest(similarities, item);
      expect(at(lifted.historyGain, twin)).toBeGreaterThan(at(lowered.historyGain, twin));
      const kin = nearest(kinship, item);
      expect(at(lifted.taste, kin)).toBeGreaterThan(0);
      expect(at(lowered.taste, kin)).toBeLessThan(0);
    }
  });

  test("does not depend on the order in which things were liked", () => {
    fc.assert(
      fc.property(people, histories, (person, history) => {
        const turned = { liked: history.liked.toReversed(), disliked: history.disliked.toReversed() };
        const { scores } = scorerOf(person, history).score(person.profile.ratings);
        scorerOf(person, turned)
          .score(person.profile.ratings)
          .scores.forEach((score, item) => {
            expect(score).toBeCloseTo(at(scores, item), 9);
          });
      }),
    );
  });

  test("stands alone when the answers say nothing", () => {
    const flat = makePerson(makeFlatRatings());
    const scorer = scorerOf(flat, liking(3));
    const scores = scorer.score(flat.profile.ratings);
    expect(at(rankAll(scores.scores), 0)).toBe(3);
    expect(scorer.embeddingCosine(scores, 3)).toBeCloseTo(1, 6);
  });

  test("refuses positions and weights that are none", () => {
    for (const item of [-1, COUNT, 0.5, Number.NaN])
      expect(() => scoreHistory(index, liking(item))).toThrow(EngineError);
    for (const weight of [0, -1, 1.1, Number.NaN]) {
      expect(() => scoreHistory(index, { liked: [{ item: 1, weight }], disliked: [] })).toThrow(EngineError);
    }
  });
});

describe("effects of the history", () => {
  test("are what the score loses without that career, and the largest comes first", () => {
    fc.assert(
      fc.property(people, histories, (person, history) => {
        const scorer = scorerOf(person, history);
        const base = scorer.score(person.profile.ratings);
        const slate = [0, 20, 41];
        const effects = measureHistoryEffects(scorer, person.profile.ratings, history, base, slate);
        slate.forEach((item, k) => {
          const list = at(effects, k);
          expect(list).toHaveLength(history.liked.length + history.disliked.length);
          list.forEach(({ past, points }, i) => {
            const rest = {
              liked: history.liked.filter((entry) => entry.item !== past),
              disliked: history.disliked.filter((entry) => entry.item !== past),
            };
            const without = scorerOf(person, rest).score(person.profile.ratings).scores;
            expect(points).toBeCloseTo(at(base.scores, item) - at(without, item), 9);
            if (i > 0) expect(Math.abs(points)).toBeLessThanOrEqual(Math.abs(at(list, i - 1).points) + 1e-12);
          });
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe("what must not be shown", () => {
  test("never is, however well it fits and however long the list", () => {
    fc.assert(
      fc.property(
        people,
        fc.uniqueArray(fc.nat(COUNT - 1)),
        fc.boolean(),
        fc.integer({ min: 1, max: COUNT }),
        (person, excluded, isDiverse, k) => {
          const scorer = createCareerScorer(index, person, { alpha: 0.7, weights: makeWeights(), excluded });
          const { scores } = scorer.score(person.profile.ratings);
          const slate = selectSlate(scores, index.clusters, k, isDiverse);
          expect(slate.filter((item) => excluded.includes(item))).toEqual([]);
          if (!isDiverse) expect(slate).toHaveLength(Math.min(k, COUNT - excluded.length));
        },
      ),
    );
  });

  test("leaves the others' scores as they were", () => {
    const all = scorerOf(somebody, NO_HISTORY).score(somebody.profile.ratings).scores;
    const some = createCareerScorer(index, somebody, { alpha: 0.7, weights: makeWeights(), excluded: [4] }).score(
      somebody.profile.ratings,
    ).scores;
    expect(at(some, 4)).toBe(Number.NEGATIVE_INFINITY);
    for (let item = 0; item < COUNT; item++) if (item !== 4) expect(at(some, item)).toBe(at(all, item));
  });
});
