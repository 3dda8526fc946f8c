import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import { createRatingScores, scoreRatings, standardise, toAbilityCosine } from "@/lib/engine/scoring/rating-scores";
import { at, makeCareerItems, makeFlatRatings, makeRatings } from "../../factories";

const items = makeCareerItems({ count: 40, width: 16, seed: 3 });
const index = buildCareerIndex(items);
const PEOPLE = Array.from({ length: 40 }, (_, seed) => makeRatings(createRng(seed)));

const norm = (v: ArrayLike<number>): number => Math.hypot(...Array.from(v));
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, i) => sum + x * at(b, i), 0);
const centre = (v: readonly number[]): number[] => v.map((x) => x - 5);

describe("scoreRatings", () => {
  test("reports the plain cosine of the centred vectors", () => {
    for (const ratings of PEOPLE) {
      const scores = scoreRatings(index, ratings);
      items.forEach(({ abilityVector }, i) => {
        const [u, c] = [centre(ratings), centre(abilityVector)];
        expect(toAbilityCosine(scores, i)).toBeCloseTo(dot(u, c) / (norm(u) * norm(c)), 10);
      });
    }
  });

  test("places a person among the careers nearest to the stretched answers, weighed by a normal density as wide as the nearest is far", () => {
    for (const ratings of PEOPLE) {
      const { neighbours, neighbourWeights } = scoreRatings(index, ratings);
      const stretch = Math.min(1.7, Math.max(1, index.stretchNorm / norm(centre(ratings))));
      const distances = items.map(({ abilityVector }, i) => ({
        i,
        squared: centre(ratings).reduce((sum, x, d) => sum + (stretch * x - (at(abilityVector, d) - 5)) ** 2, 0),
      }));
      distances.sort((a, b) => a.squared - b.squared);
      const variance = Math.max(1.2 ** 2, at(distances, 0).squared / 15);
      const nearest = distances.slice(0, 8).map(({ i, squared }) => ({
        i,
        density: Math.exp((at(distances, 0).squared - squared) / (2 * variance)),
      }));
      const total = nearest.reduce((sum, { density }) => sum + density, 0);
      const kept = nearest.filter(({ density }) => density / total >= 0.01);
      const keptTotal = kept.reduce((sum, { density }) => sum + density, 0);
      expect(neighbours).toEqual(kept.map(({ i }) => i));
      kept.forEach(({ density }, k) => {
        expect(at(neighbourWeights, k)).toBeCloseTo(density / keptTotal, 9);
      });
    }
  });

  test("scores the cosine of each career with the standing between the answers and those careers", () => {
    for (const ratings of PEOPLE) {
      const { ability, neighbours, neighbourWeights } = scoreRatings(index, ratings);
      const stretch = Math.min(1.7, Math.max(1, index.stretchNorm / norm(centre(ratings))));
      const standing = centre(ratings).map((x, d) =>
        neighbours.reduce(
          (sum, item, k) => sum + 0.9 * at(neighbourWeights, k) * (at(at(items, item).abilityVector, d) - 5),
          0.1 * stretch * x,
        ),
      );
      items.forEach(({ abilityVector }, i) => {
        const c = centre(abilityVector);
        const length = Math.max(norm(standing), 0.5 * Math.sqrt(15));
        expect(at(ability, i)).toBeCloseTo(dot(standing, c) / (length * norm(c)), 5);
      });
    }
  });

  test("finds from the Gram matrix what adding up the embeddings themselves gives", () => {
    for (const ratings of PEOPLE) {
      const { neighbours, neighbourWeights, neighbourSimilarity } = scoreRatings(index, ratings);
      const rocchio = Array<number>(16).fill(0);
      neighbours.forEach((item, k) => {
        for (let d = 0; d < 16; d++) {
          rocchio[d] = at(rocchio, d) + at(neighbourWeights, k) * at(at(items, item).embedding ?? [], d);
        }
      });
      items.forEach(({ embedding }, i) => {
        expect(at(neighbourSimilarity, i)).toBeCloseTo(dot(rocchio, embedding ?? []) / norm(rocchio), 5);
      });
    }
  });

  test("keeps every similarity within -1 and 1", () => {
    for (const ratings of PEOPLE) {
      const { ability, neighbourSimilarity } = scoreRatings(index, ratings);
      for (const list of [ability, neighbourSimilarity]) {
        expect(list.every((x) => Math.abs(x) <= 1 + 1e-6)).toBe(true);
      }
    }
  });

  test("finds nothing in ratings that are all 5", () => {
    const scores = scoreRatings(index, makeFlatRatings());
    expect(scores.strength).toBe(0);
    expect(scores.neighbours).toEqual([]);
    for (const list of [scores.ability, scores.neighbourSimilarity]) expect(list.every((x) => x === 0)).toBe(true);
    expect(toAbilityCosine(scores, 0)).toBe(0);
  });

  test("places somebody who answers exactly as a career is at that career", () => {
    items.forEach(({ abilityVector }, i) => {
      // Shorter answers are stretched away from it.
      if (norm(centre(abilityVector)) < index.stretchNorm) return;
      const { neighbours, neighbourWeights } = scoreRatings(index, abilityVector);
      expect(at(neighbours, 0)).toBe(i);
      expect(neighbourWeights.every((weight) => weight > 0 && weight <= 1)).toBe(true);
    });
  });

  test("believes ratings the more the more they differ from one another, up to 1, and hardly when all are alike", () => {
    const spreads = [0, 0.5, 1, 2, 5].map((off) => makeFlatRatings().map((x, d) => (d % 2 === 0 ? x + off : x - off)));
    const strengths = spreads.map((ratings) => scoreRatings(index, ratings).strength);
    for (const [i, expected] of [0, 0.25, 0.5, 1, 1].entries()) expect(strengths[i]).toBeCloseTo(expected, 1);
    for (const rating of [0, 4, 8, 10]) expect(scoreRatings(index, makeFlatRatings(rating)).strength).toBe(0.05);
  });

  test("refuses to start from the scores that it overwrites", () => {
    const scores = scoreRatings(index, makeFlatRatings(3));
    expect(() => scoreRatings(index, makeFlatRatings(4), scores, scores)).toThrow(EngineError);
  });

  test("fills given room with exactly what fresh room would hold, whatever was in it", () => {
    const room = createRatingScores(40);
    for (const ratings of [...PEOPLE, makeFlatRatings(), at(PEOPLE, 0)]) {
      expect(scoreRatings(index, ratings, room)).toBe(room);
      expect(room).toEqual(scoreRatings(index, ratings));
    }
  });

  test("gives the same from the scores of other ratings as from nothing, but for rounding", () => {
    const base = scoreRatings(index, at(PEOPLE, 0));
    for (const ratings of [...PEOPLE, makeFlatRatings()]) {
      const [fresh, based] = [scoreRatings(index, ratings), scoreRatings(index, ratings, createRatingScores(40), base)];
      expect(based.neighbours).toEqual(fresh.neighbours);
      fresh.ability.forEach((x, i) => {
        expect(at(based.ability, i)).toBeCloseTo(x, 9);
        expect(at(based.neighbourSimilarity, i)).toBeCloseTo(at(fresh.neighbourSimilarity, i), 9);
      });
    }
    expect(base).toEqual(scoreRatings(index, at(PEOPLE, 0)));
  });

  test("refuses another width and values that are not finite", () => {
    expect(() => scoreRatings(index, makeFlatRatings().slice(1))).toThrow(EngineError);
    expect(() => scoreRatings(index, [...makeFlatRatings(), 5])).toThrow(EngineError);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => scoreRatings(index, [bad, ...makeFlatRatings().slice(1)])).toThrow(EngineError);
    }
  });
});

describe("standardise", () => {
  test("gives mean 0 and deviation 1, and all 0 when nothing differs", () => {
    const values = standardise(Float64Array.of(1, 2, 3, 6));
    expect(values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12);
    expect(values.reduce((sum, x) => sum + x * x, 0) / 4).toBeCloseTo(1, 12);
    expect([...standardise(Float64Array.of(4, 4))]).toEqual([0, 0]);
  });
});
