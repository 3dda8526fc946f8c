import { describe, expect, test } from "vitest";
import { CHANGE_POINTS_MAX, findAnswerChanges } from "@/lib/engine/explain/answer-changes";
import { createRng } from "@/lib/engine/math/random";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { selectSlate } from "@/lib/engine/ranking/diversity";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import { createCareerScorer } from "@/lib/engine/scoring/hybrid";
import {
  at,
  makeCareerItems,
  makeFlatRatings,
  makePerson,
  makeRatings,
  makeUnitVector,
  makeWeights,
} from "../../factories";

const index = buildCareerIndex(makeCareerItems({ count: 50, clusterCount: 12, seed: 8 }));
const K = 5;

function setUp(seed: number, isDiverse: boolean) {
  const rng = createRng(seed);
  const person = makePerson(makeRatings(rng), {
    textEmbedding: seed % 2 ? makeUnitVector(rng, 24) : null,
    textWordCount: seed % 2 ? 7 : 0,
  });
  const scorer = createCareerScorer(index, person, {
    alpha: 0.7,
    weights: makeWeights({ salary: seed % 3 ? 0 : 0.4 }),
  });
  const { ratings } = person.profile;
  const slateOf = (list: readonly number[]) => selectSlate(scorer.score(list).scores, index.clusters, K, isDiverse);
  const slate = slateOf(ratings);
  return {
    scorer,
    ratings,
    slate,
    slateOf,
    changes: findAnswerChanges(index, scorer, ratings, scorer.score(ratings), slate, isDiverse),
  };
}

type World = ReturnType<typeof setUp>;
const withRating = (ratings: readonly number[], d: number, to: number) => ratings.map((x, i) => (i === d ? to : x));

/** Every single change of at most `points` that is on the scale, with the slate it leads to. */
function listOutcomes({ ratings, slateOf }: World, points: number) {
  return DIMENSIONS.flatMap((dimension, d) =>
    [-points, points].flatMap((step) => {
      const to = at(ratings, d) + step;
      return to < 0 || to > 10 ? [] : [{ dimension, to, slate: slateOf(withRating(ratings, d, to)) }];
    }),
  );
}

const WORLDS = [true, false].flatMap((isDiverse) => Array.from({ length: 12 }, (_, seed) => ({ seed, isDiverse })));

describe("what would change this", () => {
  test("has one answer for every career of the slate", () => {
    const { changes, slate } = setUp(0, true);
    expect(changes).toHaveLength(slate.length);
  });

  test("a claimed change really takes the career out and brings the replacement in", () => {
    let claims = 0;
    for (const { seed, isDiverse } of WORLDS) {
      const { changes, slate, ratings, slateOf } = setUp(seed, isDiverse);
      changes.forEach((change, i) => {
        if (change === null) return;
        claims++;
        const d = DIMENSIONS.indexOf(change.dimension);
        expect(change.from).toBe(ratings[d]);
        const next = slateOf(withRating(ratings, d, change.to));
        expect(next).not.toContain(at(slate, i));
        expect(next).toContain(change.replacement);
        expect(slate).not.toContain(change.replacement);
      });
    }
    expect(claims).toBeGreaterThan(30);
  });

  test("no smaller change of one rating does, nor an equal one of an earlier dimension or to a lower rating", () => {
    for (const { seed, isDiverse } of WORLDS) {
      const world = setUp(seed, isDiverse);
      const bySize = [1, 2, 3].map((points) => listOutcomes(world, points));
      world.changes.forEach((change, i) => {
        const item = at(world.slate, i);
        const first = bySize.flat().find(({ slate }) => !slate.includes(item));
        expect(change && { dimension: change.dimension, to: change.to }).toEqual(
          first === undefined ? null : { dimension: first.dimension, to: first.to },
        );
      });
    }
  });

  test("is null exactly when no change of up to three points does it", () => {
    expect(CHANGE_POINTS_MAX).toBe(3);
    const sure = makePerson(makeFlatRatings());
    const scorer = createCareerScorer(index, sure, { alpha: 0.7, weights: makeWeights() });
    const all = index.clusters.length;
    const slate = selectSlate(scorer.score(sure.profile.ratings).scores, index.clusters, all, false);
    expect(
      findAnswerChanges(index, scorer, sure.profile.ratings, scorer.score(sure.profile.ratings), slate, false),
    ).toEqual(Array(all).fill(null));
  });

  test("names a career of the same cluster when one comes in for it", () => {
    for (const { seed } of WORLDS) {
      const { changes, slate, ratings, slateOf } = setUp(seed, true);
      changes.forEach((change, i) => {
        if (change === null) return;
        const cluster = index.clusters[at(slate, i)];
        const next = slateOf(withRating(ratings, DIMENSIONS.indexOf(change.dimension), change.to));
        const heir = next.find((item) => index.clusters[item] === cluster);
        if (heir !== undefined) expect(change.replacement).toBe(heir);
      });
    }
  });

  test("stays on the scale and leaves the ratings as they were", () => {
    const rng = createRng(3);
    const ratings = DIMENSIONS.map(() => (rng.uniform() < 0.5 ? 0 : 10));
    const copy = ratings.slice();
    const scorer = createCareerScorer(index, makePerson(ratings), { alpha: 0.7, weights: makeWeights() });
    const slate = selectSlate(scorer.score(ratings).scores, index.clusters, K, true);
    const changes = findAnswerChanges(index, scorer, ratings, scorer.score(ratings), slate, true);
    expect(ratings).toEqual(copy);
    for (const change of changes) if (change !== null) expect(change.to >= 0 && change.to <= 10).toBe(true);
  });

  test("answers nothing about an empty slate", () => {
    const { scorer, ratings } = setUp(1, true);
    expect(findAnswerChanges(index, scorer, ratings, scorer.score(ratings), [], true)).toEqual([]);
  });
});
