import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import type { History } from "@/lib/engine/scoring/history-scores";
import { createCareerScorer } from "@/lib/engine/scoring/hybrid";
import { PRIOR_VARIANCE, scoreTaste } from "@/lib/engine/scoring/taste";
import { at, makeCareerItems, makePerson, makeWeights } from "../../factories";

const COUNT = 40;
const index = buildCareerIndex(makeCareerItems({ count: COUNT }));
const kinship = index.kinship as NonNullable<typeof index.kinship>;

/** Careers of given vectors. */
const toProducts = (vectors: readonly (readonly number[])[]) => ({
  data: Float32Array.from(vectors.flatMap((a) => vectors.map((b) => a.reduce((sum, x, d) => sum + x * at(b, d), 0)))),
  size: vectors.length,
});
const liking = (...items: number[]): History => ({ liked: items.map((item) => ({ item, weight: 1 })), disliked: [] });
const disliking = (...items: number[]): History => ({ liked: [], disliked: liking(...items).liked });
const taste = (products: typeof kinship, history: History) => [...(scoreTaste(products, history) ?? [])];

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** The same steps with w itself, of as many numbers as the vectors have. */
function slowTaste(vectors: readonly (readonly number[])[], history: History): number[] {
  const width = vectors[0]?.length ?? 0;
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, d) => sum + x * at(b, d), 0);
  let m = Array<number>(width).fill(0);
  let S: number[][] = m.map((_, i) => m.map((__, j) => (i === j ? PRIOR_VARIANCE : 0)));
  const acts = [
    ...history.liked.map((one) => ({ ...one, y: 1 })),
    ...history.disliked.map((one) => ({ ...one, y: 0 })),
  ];
  for (const { item, weight, y } of acts.sort((a, b) => a.item - b.item)) {
    const phi = at(vectors, item);
    const moved = S.map((row) => dot(row, phi));
    const v = dot(moved, phi);
    const p = sigmoid(dot(m, phi) / Math.sqrt(1 + (Math.PI * v) / 8));
    const information = weight * p * (1 - p);
    m = m.map((x, d) => x + ((weight * (y - p)) / (1 + information * v)) * at(moved, d));
    S = S.map((row, i) => row.map((x, j) => x - (information / (1 + information * v)) * at(moved, i) * at(moved, j)));
  }
  return vectors.map((phi) => dot(m, phi));
}

const histories = (count: number): fc.Arbitrary<History> =>
  fc
    .uniqueArray(fc.tuple(fc.nat(count - 1), fc.constantFrom(0.5, 0.8, 1)), {
      selector: ([item]) => item,
      maxLength: 8,
    })
    .chain((pairs) =>
      fc.nat(pairs.length).map((cut) => {
        const all = pairs.map(([item, weight]) => ({ item, weight }));
        return { liked: all.slice(0, cut), disliked: all.slice(cut) };
      }),
    );

describe("kinship", () => {
  test("is symmetric, centered, and has a mean square of 1", () => {
    const { data, size } = kinship;
    const diagonal = Array.from({ length: size }, (_, i) => at(data, i * size + i));
    expect(diagonal.reduce((sum, x) => sum + x, 0) / size).toBeCloseTo(1, 5);
    for (let i = 0; i < size; i++) {
      const row = Array.from({ length: size }, (_, j) => at(data, i * size + j));
      expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 3);
      row.forEach((x, j) => {
        expect(x).toBeCloseTo(at(data, j * size + i), 6);
      });
    }
    expect(
      buildCareerIndex(makeCareerItems({ count: 5 }).map((item) => ({ ...item, embedding: null }))).kinship,
    ).toBeNull();
  });

  test("what all have in common is worth nothing", () => {
    const [first] = makeCareerItems({ count: 1 });
    const twins = buildCareerIndex([first, first, first].flatMap((item) => item ?? []));
    expect([...(twins.kinship?.data ?? [])]).toEqual(Array(9).fill(0));
  });
});

describe("scoreTaste", () => {
  test("one like, by hand", () => {
    // v = 2, p = 1/2, information 1/4: m = (1/2) / (1 + 1/2) * 2 phi = 2/3 phi.
    const products = toProducts([
      [1, 0],
      [0.6, 0.8],
      [0, 1],
      [-1, 0],
    ]);
    const expected = [2 / 3, 0.4, 0, -2 / 3].map((x) => expect.closeTo(x, 6));
    expect(taste(products, liking(0))).toEqual(expected);
    expect(taste(products, disliking(3))).toEqual(expected);
  });

  test("is the same as with the vectors themselves", () => {
    const rows = fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 3 }), {
      minLength: 5,
      maxLength: 9,
    });
    fc.assert(
      fc.property(rows, histories(5), (ints, history) => {
        const vectors = ints.map((row) => row.map((x) => x / 16));
        const slow = slowTaste(vectors, history);
        taste(toProducts(vectors), history).forEach((value, item) => {
          expect(value).toBeCloseTo(at(slow, item), 5);
        });
      }),
    );
  });

  test("is near the exact posterior of one number, whose standard deviation is about 1", () => {
    // w ~ N(0, 2), likes of phi = 1 and phi = 0.5, a dislike of phi = -0.8.
    const phi = [1, 0.5, -0.8];
    let [total, first] = [0, 0];
    for (let w = -12; w <= 12; w += 0.001) {
      const density =
        Math.exp(-(w * w) / (2 * PRIOR_VARIANCE)) * sigmoid(w) * sigmoid(0.5 * w) * (1 - sigmoid(-0.8 * w));
      total += density;
      first += w * density;
    }
    const history = { liked: liking(0, 1).liked, disliked: disliking(2).disliked };
    const [m] = taste(toProducts(phi.map((x) => [x])), history);
    expect(Math.abs((m ?? 0) - first / total)).toBeLessThan(0.15);
  });

  test("each like of a thing raises it further, by less each time", () => {
    const same = toProducts(Array.from({ length: 6 }, () => [1]));
    const levels = [1, 2, 3, 4, 5].map((count) =>
      at(taste(same, liking(...Array.from({ length: count }, (_, i) => i))), 0),
    );
    const steps = levels.map((level, i) => level - (levels[i - 1] ?? 0));
    expect(steps.every((step, i) => step > 0 && step < (steps[i - 1] ?? Number.POSITIVE_INFINITY))).toBe(true);
  });

  test("without acts there is none, and a strange position is refused", () => {
    expect(scoreTaste(kinship, { liked: [], disliked: [] })).toBeNull();
    expect(() => scoreTaste(kinship, liking(COUNT))).toThrow(EngineError);
  });

  test("scores stay within 0 and 100, and parts add up to them", () => {
    const ratings = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(ratings, histories(COUNT), (values, history) => {
        const person = { ...makePerson(values), history };
        const scorer = createCareerScorer(index, person, { alpha: 1, weights: makeWeights() });
        const scores = scorer.score(values);
        scores.scores.forEach((score, item) => {
          expect(score).toBeGreaterThanOrEqual(-1e-9);
          expect(score).toBeLessThanOrEqual(100 + 1e-9);
          expect(Object.values(scorer.parts(scores, item)).reduce((sum, x) => sum + x, 0)).toBeCloseTo(score, 9);
        });
      }),
    );
  });
});
