import { beforeAll, describe, expect, test } from "vitest";
import { findAnswerChanges } from "@/lib/engine/explain/answer-changes";
import { measureRatingEffects } from "@/lib/engine/explain/rating-effects";
import { explainCareer, type Reason } from "@/lib/engine/explain/reasons";
import { mean } from "@/lib/engine/math/statistics";
import { rankAll } from "@/lib/engine/math/top-k";
import { DIMENSION_CENTER, DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { selectOnePerCluster } from "@/lib/engine/ranking/diversity";
import { createCareerScorer } from "@/lib/engine/scoring/hybrid";
import { simulateRatings } from "@/lib/engine/simulate/people";
import { at, makePerson, makeWeights } from "../../factories";
import { loadRealCatalogue, type RealCatalogue } from "./real-catalogue";

const PEOPLE = 200;
const isTerm = (reason: Reason): reason is Extract<Reason, { share: number }> => "share" in reason;

/** What happens to a recommended career when the dimension named first in its favour is set to the middle. */
type Removal = { scoreChange: number; rankChange: number };

let real: RealCatalogue;
let removals: Removal[];

beforeAll(async () => {
  real = await loadRealCatalogue();
  removals = simulateRatings(real.vectors, PEOPLE, 5).flatMap(({ ratings }) => removeTopReasons(real, ratings));
}, 60_000);

function removeTopReasons({ index }: RealCatalogue, ratings: readonly number[]): Removal[] {
  const person = makePerson(ratings);
  const scorer = createCareerScorer(index, person, { alpha: 0.7, weights: makeWeights() });
  const before = scorer.score(ratings);
  const ranks = rankAll(before.scores);
  const slate = selectOnePerCluster(before.scores, index.clusters, 5);
  const effects = measureRatingEffects(scorer, ratings, before, slate);
  return slate.flatMap((item, place) => {
    const top = explainCareer(index, person, scorer, before, item, at(effects, place)).for.find(isTerm);
    if (top === undefined) return [];
    const neutral = ratings.map((x, d) => (d === DIMENSIONS.indexOf(top.dimension) ? DIMENSION_CENTER : x));
    const after = scorer.score(neutral);
    return {
      scoreChange: at(after.scores, item) - at(before.scores, item),
      rankChange: rankAll(after.scores).indexOf(item) - ranks.indexOf(item),
    };
  });
}
const share = (list: readonly Removal[], holds: (removal: Removal) => boolean) =>
  list.filter(holds).length / list.length;

describe("on the real catalogue, setting the first-named rating to the middle", () => {
  test("can be tried: nearly every recommendation names a rating", () => {
    expect(removals.length).toBeGreaterThan(0.95 * 5 * PEOPLE);
  });

  test("always lowers the career's score, by several points on average", () => {
    expect(share(removals, (r) => r.scoreChange < 0)).toBe(1);
    expect(mean(removals.map((r) => r.scoreChange))).toBeLessThan(-5);
  });

  test("hardly ever moves the career up, and moves it down by far on average", () => {
    expect(share(removals, (r) => r.rankChange >= 0)).toBeGreaterThan(0.97);
    expect(mean(removals.map((r) => r.rankChange))).toBeGreaterThan(40);
  });
});

describe("on the real catalogue, what would change this", () => {
  test("is true: the career leaves the list, the replacement enters it, and one point less does neither", () => {
    const { index, vectors } = real;
    let claims = 0;
    for (const { ratings } of simulateRatings(vectors, 40, 6)) {
      const scorer = createCareerScorer(index, makePerson(ratings), { alpha: 0.7, weights: makeWeights() });
      const slateOf = (list: readonly number[]) => selectOnePerCluster(scorer.score(list).scores, index.clusters, 5);
      const slate = slateOf(ratings);
      findAnswerChanges(index, scorer, ratings, scorer.score(ratings), slate, true).forEach((change, i) => {
        if (change === null) return;
        claims++;
        const d = DIMENSIONS.indexOf(change.dimension);
        const withRating = (to: number) => ratings.map((x, k) => (k === d ? to : x));
        const next = slateOf(withRating(change.to));
        expect(next).not.toContain(at(slate, i));
        expect(next).toContain(change.replacement);
        const nearer = change.to - Math.sign(change.to - change.from);
        expect(slateOf(withRating(nearer))).toContain(at(slate, i));
      });
    }
    expect(claims).toBeGreaterThan(50);
  });
});
