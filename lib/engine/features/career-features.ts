/**
 * What a ranker may know of a person and a career, when a list is made: one row of numbers a career, the same for training and serving.
 *
 * Everything is known before the list is shown: the answers, the catalogue, what the person saved and set aside until then, and what
 * everybody did until the last midnight (UTC). Neither the position on the list nor anything that happens afterwards is here. Numbers are rounded to
 * single precision, in which they are stored with the impression, so that a model sees the same number in training and in serving.
 * NaN is "not known". The version counts up with every change of a name, an order or a meaning. Cost: O(items x features).
 */
import { EngineError } from "../engine-error";
import { mean, standardDeviation } from "../math/statistics";
import type { Matrix } from "../math/vectors";
import { DIMENSION_CENTER, DIMENSIONS } from "../profile/dimensions";
import { PAY_BALANCE_CHOICES, type QuizProfile, WORK_VALUES } from "../profile/questions";
import type { CareerIndex } from "../scoring/career-index";
import type { History, HistoryItem } from "../scoring/history-scores";
import type { CareerScorer, CareerScores } from "../scoring/hybrid";
import { OBJECTIVES, scoreObjective, toSchoolingLevelMax } from "../scoring/objectives";
import { toAbilityCosine } from "../scoring/rating-scores";
import { type CareerPopularity, makePopularityValues } from "./career-popularity";
import {
  checkFeatureTable,
  type Feature,
  type FeatureGroup,
  type FeatureTable,
  type LearnedTopic,
} from "./feature-table";

const RIASEC = ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"] as const;

const feature = (group: FeatureGroup, name: string, topic: LearnedTopic | null, meaning: string): Feature => ({
  ...{ group, name, topic, meaning },
});

const ofSide = (side: NonNullable<Feature["side"]>, one: Feature): Feature => ({ ...one, side });
const forAll = (one: Feature): Feature => ({ ...one, isSameForAll: true });

export const CAREER_FEATURES: FeatureTable = {
  version: "careers-2",
  features: [
    feature("match", "score", null, "points of the base score, 0 to 100"),
    feature("match", "gap_to_best", null, "points below the person's best career"),
    feature("match", "part_embedding", null, "points by meaning"),
    feature("match", "part_ability", null, "points by ability"),
    feature("match", "part_objectives", null, "points by what the person weighs"),
    feature("match", "ability_match", null, "calibrated match by ability, 0 to 1"),
    feature("match", "embedding_match", null, "calibrated match by meaning, 0 to 1"),
    feature("match", "ability_cosine", null, "cosine of answers and career, both centered"),
    feature("match", "ability_z", null, "ability_cosine in standard deviations above the mean of all careers"),
    feature("match", "embedding_z", null, "embedding_match in standard deviations above the mean of all careers"),
    feature("match", "objectives_z", null, "part_objectives in standard deviations above the mean of all careers"),
    feature("match", "text_similarity", null, "cosine of the free text and the career; not known without a text"),
    ...DIMENSIONS.map((name) =>
      feature(
        "answers",
        `lean_${name}`,
        "abilities",
        `(rating - 5) (career - 5) / 25 of ${name}: above 0 when both lean the same way`,
      ),
    ),
    feature("answers", "gap_mean", "abilities", "mean distance of ratings and career over the dimensions"),
    feature("answers", "asks_more_max", "abilities", "the most that the career asks for beyond a rating"),
    feature(
      "answers",
      "schooling_over",
      "schooling",
      "levels of schooling beyond the person's limit; not known without a limit",
    ),
    feature("answers", "pay_wish", "pay", "percentile of the pay, times how much pay is asked for over calm, -2 to 2"),
    feature("answers", "calm_wish", "calm", "percentile of calm, times how much calm is asked for over pay, -2 to 2"),
    feature("answers", "values_match", "values", "mean percentile of the chosen work values"),
    ...DIMENSIONS.map((name) =>
      ofSide("person", feature("answers", `rating_${name}`, "abilities", `the person's rating of ${name}`)),
    ),
    ...WORK_VALUES.map((name) =>
      ofSide("person", feature("answers", `wants_${name.toLowerCase()}`, "values", `1 when the person values ${name}`)),
    ),
    forAll(feature("answers", "rating_mean", null, "mean of the ratings")),
    forAll(feature("answers", "rating_sd", null, "standard deviation of the ratings")),
    forAll(feature("answers", "rating_strength", null, "how much the ratings say, 0 to 1")),
    forAll(feature("answers", "text_words", null, "log(1 + known words of the free text)")),
    feature(
      "answers",
      "schooling_limit",
      "schooling",
      "level of schooling that the person would take on; not known without a limit",
    ),
    feature("answers", "pay_lean", null, "pay over calm, -2 to 2"),
    ...[
      feature("career", "pay", "pay", "percentile of the median pay"),
      feature("career", "growth", "growth", "percentile of the projected growth"),
      feature("career", "calm", "calm", "percentile of how little stress has to be tolerated"),
      feature("career", "ai_safety", "ai", "percentile of how little language models touch the work"),
      feature("career", "schooling", "schooling", "level of schooling, 0 to 5"),
      feature("career", "openings", "openings", "log(1 + openings a year)"),
      feature("career", "job_zone", "schooling", "O*NET's job zone, 1 to 5"),
      ...RIASEC.map((name) => feature("career", name, "interests", `O*NET's ${name} interest`)),
      feature("career", "distinctness", null, "length of the career's vector around the middle"),
      { ...feature("career", "cluster", "field", "field of work"), isCategorical: true as const },
    ].map((one) => ofSide("item", one)),
    feature("history", "history_gain", "history", "what history adds to the match by meaning, -1 to 1"),
    forAll(feature("history", "liked_count", null, "careers saved, rated high or done")),
    forAll(feature("history", "disliked_count", null, "careers set aside or rated low")),
    feature("history", "liked_similarity", "history", "highest cosine with a liked career; not known without one"),
    feature(
      "history",
      "disliked_similarity",
      "history",
      "highest cosine with a disliked career; not known without one",
    ),
    feature(
      "history",
      "liked_cluster",
      "history",
      "share of the liked careers that are of its field; not known without one",
    ),
    feature(
      "history",
      "disliked_cluster",
      "history",
      "share of the disliked careers that are of its field; not known without one",
    ),
    feature("history", "is_liked", "history", "1 when it is liked itself"),
    feature("popularity", "shown", "popularity", "log(1 + how often it was shown to anybody)"),
    feature("popularity", "label_rate", "popularity", "mean label of its impressions, smoothed"),
    feature("popularity", "click_rate", "popularity", "clicks an impression, smoothed"),
    feature("popularity", "save_rate", "popularity", "saves an impression, smoothed"),
    feature("popularity", "dismissal_rate", "popularity", "dismissals an impression, smoothed"),
    feature("popularity", "cluster_label_rate", "popularity", "mean label of the impressions of its field, smoothed"),
  ],
};

checkFeatureTable(CAREER_FEATURES);

/** Facts of the catalogue, (n,) each; NaN is not known. */
export type CareerFeatureFacts = {
  openings: Float64Array;
  jobZone: Float64Array;
  /** (n, 6) in the order of RIASEC */
  riasec: Matrix;
};

export type CareerFeatureInput = {
  index: CareerIndex;
  facts: CareerFeatureFacts;
  popularity: CareerPopularity;
  profile: QuizProfile;
  textWordCount: number;
  history: History;
  scorer: CareerScorer;
  /** Of the scorer, without anything learned. */
  scores: CareerScores;
};

/**
 * @param items  positions of the candidates
 * @returns      (items, features) in the order of CAREER_FEATURES; NaN is not known
 */
export function toCareerFeatures(input: CareerFeatureInput, items: ArrayLike<number>): Matrix {
  const { index, profile, scorer, scores, facts } = input;
  const cols = CAREER_FEATURES.features.length;
  const data = new Float64Array(items.length * cols);
  const person = toPersonValues(input);
  const toHistory = makeHistoryValues(index, input.history);
  const toPopularity = makePopularityValues(index, input.popularity);
  const best = scores.scores.reduce((top, score) => Math.max(top, score), 0);
  const values = scoreObjective("values", index.objectives, profile);
  const limit = toSchoolingLevelMax(profile.schooling);
  const { ratings } = profile;
  const toAbilityZ = makeStandard(
    Float64Array.from(index.clusters, (_, item) => toAbilityCosine(scores.ratings, item)),
  );
  const toEmbeddingZ = makeStandard(scores.embeddingMatch);
  const toObjectivesZ = makeStandard(scorer.wished);
  for (let row = 0; row < items.length; row++) {
    const item = items[row] as number;
    let at = row * cols;
    const put = (value: number) => {
      // One zero: what is stored and read again has no other.
      data[at++] = Math.fround(value) + 0;
    };
    const parts = scorer.parts(scores, item);
    const score = scores.scores[item] as number;
    put(score);
    put(best - score);
    put(parts.embedding);
    put(parts.ability);
    const asked = OBJECTIVES.reduce((sum, name) => sum + parts[name], 0);
    put(asked);
    put(scores.abilityMatch[item] as number);
    put(scorer.mode === "ability_only" ? Number.NaN : (scores.embeddingMatch[item] as number));
    put(toAbilityCosine(scores.ratings, item));
    put(toAbilityZ(toAbilityCosine(scores.ratings, item)));
    put(scorer.mode === "ability_only" ? Number.NaN : toEmbeddingZ(scores.embeddingMatch[item] as number));
    put(toObjectivesZ(asked));
    put(scorer.textSimilarity === null ? Number.NaN : (scorer.textSimilarity[item] as number));
    let gaps = 0;
    let asksMoreMax = 0;
    for (let d = 0; d < DIMENSIONS.length; d++) {
      const you = ratings[d] as number;
      const career = index.abilityVectors.data[item * DIMENSIONS.length + d] as number;
      put(((you - DIMENSION_CENTER) * (career - DIMENSION_CENTER)) / DIMENSION_CENTER ** 2);
      gaps += Math.abs(you - career);
      asksMoreMax = Math.max(asksMoreMax, career - you);
    }
    put(gaps / DIMENSIONS.length);
    put(asksMoreMax);
    const { objectives } = index;
    const schooling = objectives.schoolingLevel[item] as number;
    put(limit === null ? Number.NaN : Math.max(0, schooling - limit));
    put((objectives.salary[item] as number) * person.payLean);
    put((objectives.balance[item] as number) * -person.payLean);
    put(profile.values.length === 0 ? Number.NaN : (values[item] as number));
    for (const value of person.values) put(value);
    put(objectives.salary[item] as number);
    put(objectives.growth[item] as number);
    put(objectives.balance[item] as number);
    put(objectives.ai[item] as number);
    put(schooling);
    put(Math.log1p(facts.openings[item] as number));
    put(facts.jobZone[item] as number);
    for (let k = 0; k < RIASEC.length; k++) put(facts.riasec.data[item * RIASEC.length + k] as number);
    put(index.abilityNorms[item] as number);
    put(index.clusters[item] as number);
    put(scores.historyGain[item] as number);
    for (const value of toHistory(item)) put(value);
    for (const value of toPopularity(item)) put(value);
    if (at !== (row + 1) * cols) throw new EngineError(`${at - row * cols} values for ${cols} features`);
  }
  return { data, rows: items.length, cols };
}

/** How far a value lies above the mean of all, in their standard deviations; 0 where all are the same. */
function makeStandard(all: ArrayLike<number>): (value: number) => number {
  const [center, sd] = [mean(all), standardDeviation(all)];
  return (value) => (sd < 1e-9 ? 0 : (value - center) / sd);
}

/** What is the same for every career. */
function toPersonValues({ profile, scores, textWordCount }: CareerFeatureInput) {
  const payLean = 2 - PAY_BALANCE_CHOICES.indexOf(profile.balance);
  const ratings = Float64Array.from(profile.ratings);
  const limit = toSchoolingLevelMax(profile.schooling) ?? Number.NaN;
  const { strength } = scores.ratings;
  return {
    payLean,
    values: [
      ...ratings,
      ...WORK_VALUES.map((name) => Number(profile.values.includes(name))),
      mean(ratings),
      standardDeviation(ratings),
      strength,
      Math.log1p(textWordCount),
      limit,
      payLean,
    ],
  };
}

function makeHistoryValues(index: CareerIndex, { liked, disliked }: History): (item: number) => number[] {
  const closest = (past: readonly HistoryItem[], item: number): number => {
    const { similarities } = index;
    if (past.length === 0 || similarities === null) return Number.NaN;
    return past.reduce(
      (top, one) => Math.max(top, similarities.data[one.item * similarities.size + item] as number),
      -1,
    );
  };
  const clusterShare = (past: readonly HistoryItem[], item: number): number =>
    past.length === 0
      ? Number.NaN
      : past.filter((one) => index.clusters[one.item] === index.clusters[item]).length / past.length;
  return (item) => [
    liked.length,
    disliked.length,
    closest(liked, item),
    closest(disliked, item),
    clusterShare(liked, item),
    clusterShare(disliked, item),
    liked.some((one) => one.item === item) ? 1 : 0,
  ];
}
