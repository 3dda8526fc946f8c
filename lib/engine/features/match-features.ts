/**
 * What a match classifier may know of a person and a career: the answers that are ticked, and the catalogue. Columns of the ranker's table
 * (career-features.ts), so that a number means the same in both, without history and popularity, which say what was shown and liked before, and
 * without the free text, so that a career's page needs no embedding; and one column of its own, how the interests of careers that the answers resemble go with
 * the career's. It does not depend on the weights, the history or the ranker that order a list. The same function for training and serving.
 */
import { correlation } from "../math/statistics";
import type { Matrix } from "../math/vectors";
import { DIMENSIONS } from "../profile/dimensions";
import type { QuizProfile } from "../profile/questions";
import type { CareerIndex } from "../scoring/career-index";
import { NO_HISTORY } from "../scoring/history-scores";
import { createCareerScorer, DEFAULT_ALPHA } from "../scoring/hybrid";
import { NEUTRAL_WEIGHTS } from "../scoring/objectives";
import type { RatingScores } from "../scoring/rating-scores";
import { CAREER_FEATURES, type CareerFeatureFacts, toCareerFeatures } from "./career-features";
import type { CareerPopularity } from "./career-popularity";
import { checkFeatureTable, type FeatureTable } from "./feature-table";

const SHARED = [
  ...["ability_match", "ability_cosine", ...DIMENSIONS.map((name) => `lean_${name}`), "gap_mean", "asks_more_max"],
  ...["schooling_over", "pay_wish", "calm_wish", "values_match", "rating_mean", "rating_sd", "rating_strength"],
  ...["schooling_limit", "pay_lean", "pay", "growth", "calm", "ai_safety", "schooling", "job_zone"],
  ...["realistic", "investigative", "artistic", "social", "enterprising", "conventional", "distinctness"],
];
const COLUMNS = SHARED.map((name) => CAREER_FEATURES.features.findIndex((feature) => feature.name === name));

export const MATCH_FEATURES: FeatureTable = {
  version: "match-1",
  features: [
    ...CAREER_FEATURES.features.filter(({ name }) => SHARED.includes(name)),
    {
      ...{ group: "match", name: "interest_match", topic: "interests" },
      meaning: "correlation of the career's interests and those of the careers that the answers resemble, -1 to 1",
    },
  ],
};
export const MATCH_FEATURE_NAMES: readonly string[] = [...SHARED, "interest_match"];

checkFeatureTable(MATCH_FEATURES);

/**
 * @param items  positions of the careers
 * @returns      (items, features) in the order of MATCH_FEATURE_NAMES; NaN is not known
 */
export function toMatchFeatures(
  index: CareerIndex,
  facts: CareerFeatureFacts,
  profile: QuizProfile,
  items: ArrayLike<number>,
): Matrix {
  const person = { profile: { ...profile, freeText: "" }, textEmbedding: null, textWordCount: 0 };
  const scorer = createCareerScorer(index, person, { alpha: DEFAULT_ALPHA, weights: NEUTRAL_WEIGHTS });
  const scores = scorer.score(profile.ratings);
  const all = toCareerFeatures(
    {
      ...{ index, facts, profile: person.profile, scorer, scores },
      ...{ popularity: noPopularity(index), history: NO_HISTORY, textWordCount: 0 },
    },
    items,
  );
  const cols = MATCH_FEATURE_NAMES.length;
  const data = new Float64Array(items.length * cols);
  const interests = meanInterests(facts.riasec, scores.ratings);
  for (let row = 0; row < items.length; row++) {
    COLUMNS.forEach((from, to) => {
      data[row * cols + to] = all.data[row * all.cols + from] as number;
    });
    data[(row + 1) * cols - 1] = toInterestMatch(facts.riasec, interests, items[row] as number);
  }
  return { data, rows: items.length, cols };
}

/** Of the careers that stand for the person, by their weights; null when the answers are like none. */
function meanInterests(riasec: Matrix, { neighbours, neighbourWeights }: RatingScores): Float64Array | null {
  if (neighbours.length === 0) return null;
  const sum = new Float64Array(riasec.cols);
  neighbours.forEach((item, k) => {
    for (let i = 0; i < sum.length; i++)
      sum[i] = (sum[i] as number) + (neighbourWeights[k] as number) * (riasec.data[item * riasec.cols + i] as number);
  });
  return sum;
}

function toInterestMatch({ data, cols }: Matrix, interests: Float64Array | null, item: number): number {
  if (interests === null) return Number.NaN;
  return Math.fround(correlation(interests, data.subarray(item * cols, (item + 1) * cols)));
}

const none = new WeakMap<CareerIndex, CareerPopularity>();

function noPopularity(index: CareerIndex): CareerPopularity {
  let popularity = none.get(index);
  if (popularity === undefined) {
    const zeros = new Float64Array(index.clusters.length);
    popularity = { impressions: zeros, labels: zeros, clicks: zeros, saves: zeros, dismissals: zeros };
    none.set(index, popularity);
  }
  return popularity;
}
