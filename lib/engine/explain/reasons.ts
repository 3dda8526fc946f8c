/**
 * Why a career is recommended, and what speaks against it: made from the parts of its score and from facts, never by free generation.
 *
 * For: the ratings that lift this career most, by what its score loses without each (rating-effects.ts), where the person and the career
 * lean to the same side of the middle. Against: where they lean to opposite sides, by the terms of the ability cosine
 * a = sum_d u_d c_d / |u|. The embedding's half is explained by what the person wrote and by the careers that their ratings resemble.
 * What the person liked or set aside before is named when the score would be lower, or higher, without it (history-effects.ts).
 * Facts (pay, growth, schooling, exposure) come last and are worded as facts, unless the person weighs them, in which case they are
 * parts of the score.
 */
import { DIMENSION_CENTER, DIMENSIONS, type Dimension } from "../profile/dimensions";
import type { CareerIndex } from "../scoring/career-index";
import type { CareerScorer, CareerScores, Person } from "../scoring/hybrid";
import { type Objective, toSchoolingLevelMax } from "../scoring/objectives";
import type { HistoryEffect } from "./history-effects";

export type Reason =
  | DimensionReason
  | { kind: "text_close" | "text_far" }
  | { kind: "neighbours"; items: number[] }
  /** Careers of the person's own history that lift or lower this one, largest effect first. */
  | { kind: "because_liked" | "like_disliked"; items: number[] }
  | { kind: "objective_met" | "objective_missed"; objective: Objective }
  | { kind: "schooling_long" | "schooling_over" | "shrinking" | "growing" | "ai_exposed" | "stressful" | "well_paid" };

type DimensionReason = {
  kind: "both_high" | "both_low" | "asks_more" | "asks_less";
  dimension: Dimension;
  you: number;
  career: number;
  /** Term of the ability cosine. */
  share: number;
  /** Points that the score loses when this rating is set to the middle. */
  points: number;
};

export type Explanation = { for: Reason[]; against: Reason[] };
export type DimensionGap = { dimension: Dimension; you: number; career: number };

const REASONS_MAX = 4;
const DIMENSION_REASONS_MAX = 2;
/** A dimension is named when the career stands at least so far from the middle, in points, ... */
const LEAN_MIN = 1;
/** ... and its rating lifts the score by so many points (for), or its term of the cosine is at most so much (against). */
const EFFECT_POINTS_MIN = 0.2;
const AGAINST_TERM_MAX = -0.03;
const OBJECTIVE_MET = 0.7;
const OBJECTIVE_MISSED = 0.35;
const NEIGHBOUR_WEIGHT_NAMED = 0.1;
const NEIGHBOUR_RANK_MIN = 0.8;

/** The two vectors side by side, largest difference first; ties in the order of DIMENSIONS. */
export function compareDimensions(ratings: readonly number[], career: readonly number[]): DimensionGap[] {
  return DIMENSIONS.map((dimension, d) => ({ dimension, you: ratings[d] as number, career: career[d] as number })).sort(
    (a, b) => Math.abs(b.you - b.career) - Math.abs(a.you - a.career),
  );
}

/**
 * @param item     position of the career that is explained
 * @param effects  (15,) points that its score loses without each rating
 * @param historyEffects  the same for each career of the person's history, largest first
 */
export function explainCareer(
  index: CareerIndex,
  person: Person,
  scorer: CareerScorer,
  scores: CareerScores,
  item: number,
  effects: Float64Array,
  historyEffects: readonly HistoryEffect[] = [],
): Explanation {
  const past = explainHistory(historyEffects, item);
  const dimensions = toDimensionReasons(index, person.profile.ratings, item, effects);
  const text = explainText(scorer, scores, item);
  const objectives = explainObjectives(person, scorer, scores, item);
  const facts = explainFacts(index, person, scorer, item);
  const lifting = dimensions
    .filter(({ kind, points }) => kind.startsWith("both") && points >= EFFECT_POINTS_MIN)
    .sort((a, b) => b.points - a.points);
  const opposing = dimensions
    .filter(({ kind, share }) => kind.startsWith("asks") && share <= AGAINST_TERM_MAX)
    .sort((a, b) => a.share - b.share);
  return {
    for: [
      ...text.for,
      ...past.for,
      ...lifting.slice(0, DIMENSION_REASONS_MAX + (text.for.length + past.for.length === 0 ? 1 : 0)),
      ...objectives.for,
      ...explainNeighbours(index, scorer, scores, item),
      ...facts.for,
    ].slice(0, REASONS_MAX),
    against: [
      ...opposing.slice(0, DIMENSION_REASONS_MAX),
      ...objectives.against,
      ...past.against,
      ...facts.against,
      ...text.against,
    ].slice(0, REASONS_MAX),
  };
}

/** One reason a dimension on which both lean, in the order of DIMENSIONS. */
function toDimensionReasons(
  index: CareerIndex,
  ratings: readonly number[],
  item: number,
  effects: Float64Array,
): DimensionReason[] {
  const length = Math.hypot(...ratings.map((x) => x - DIMENSION_CENTER)) || 1;
  const { data, cols } = index.abilities;
  return DIMENSIONS.flatMap((dimension, d): DimensionReason[] => {
    const you = ratings[d] as number;
    const career = index.abilityVectors.data[item * cols + d] as number;
    const lean = career - DIMENSION_CENTER;
    if (you === DIMENSION_CENTER || Math.abs(lean) < LEAN_MIN) return [];
    const share = ((you - DIMENSION_CENTER) * (data[item * cols + d] as number)) / length;
    const kind = share >= 0 ? (lean > 0 ? "both_high" : "both_low") : lean > 0 ? "asks_more" : "asks_less";
    return [{ kind, dimension, you, career, share, points: effects[d] as number }];
  });
}

function explainHistory(effects: readonly HistoryEffect[], item: number): Explanation {
  // That a saved career is lifted by having been saved needs no saying.
  const others = effects.filter(({ past }) => past !== item);
  const lifting = others.filter(({ isLiked, points }) => isLiked && points >= EFFECT_POINTS_MIN);
  const lowering = others.filter(({ isLiked, points }) => !isLiked && points <= -EFFECT_POINTS_MIN);
  const name = (list: typeof others) => list.slice(0, 2).map(({ past }) => past);
  return {
    for: lifting.length > 0 ? [{ kind: "because_liked", items: name(lifting) }] : [],
    against: lowering.length > 0 ? [{ kind: "like_disliked", items: name(lowering) }] : [],
  };
}

function shareBelow(values: Float64Array | Float32Array, own: number): number {
  let below = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < own) below++;
  return below / values.length;
}

function explainText(scorer: CareerScorer, scores: CareerScores, item: number): Explanation {
  const text = scorer.textSimilarity;
  if (text === null || scorer.options.alpha === 0 || scorer.shares(scores).text < 0.1) return { for: [], against: [] };
  const rank = shareBelow(text, text[item] as number);
  return {
    for: rank >= 0.9 ? [{ kind: "text_close" }] : [],
    against: rank < 0.3 ? [{ kind: "text_far" }] : [],
  };
}

/** The careers that stand for the ratings, where this one is among those most like them: largest weights first. */
function explainNeighbours(index: CareerIndex, scorer: CareerScorer, scores: CareerScores, item: number): Reason[] {
  const { similarities } = index;
  const { neighbours, neighbourWeights } = scores.ratings;
  if (similarities === null || scorer.options.alpha === 0 || scorer.shares(scores).ratings < 0.3) return [];
  const { data, size } = similarities;
  const items = neighbours.filter((neighbour, at) => {
    if (neighbour === item || (neighbourWeights[at] as number) < NEIGHBOUR_WEIGHT_NAMED) return false;
    const row = data.subarray(neighbour * size, (neighbour + 1) * size);
    return shareBelow(row, row[item] as number) >= NEIGHBOUR_RANK_MIN;
  });
  return items.length === 0 ? [] : [{ kind: "neighbours", items: items.slice(0, 2) }];
}

function explainObjectives(person: Person, scorer: CareerScorer, scores: CareerScores, item: number): Explanation {
  const { weights } = scorer.options;
  const parts = scorer.parts(scores, item);
  const total = 1 + Object.values(weights).reduce((sum, w) => sum + w, 0);
  const hasLimit = toSchoolingLevelMax(person.profile.schooling) !== null;
  const explanation: Explanation = { for: [], against: [] };
  for (const objective of Object.keys(weights) as Objective[]) {
    const weight = weights[objective];
    if (weight === 0) continue;
    const value = (parts[objective] * total) / (100 * weight);
    // A limit is met or it is not; everything else is a matter of degree.
    const isLimit = objective === "schooling" && hasLimit;
    if (value >= (isLimit ? 0.999 : OBJECTIVE_MET)) explanation.for.push({ kind: "objective_met", objective });
    else if (isLimit || value <= OBJECTIVE_MISSED) {
      const kind = objective === "schooling" && !hasLimit ? "schooling_long" : "objective_missed";
      explanation.against.push(kind === "schooling_long" ? { kind } : { kind, objective });
    }
  }
  return explanation;
}

/** Facts worth knowing whether or not they are weighed; one that is weighed is not said twice. */
function explainFacts(index: CareerIndex, person: Person, scorer: CareerScorer, item: number): Explanation {
  const facts = index.facts[item];
  const { weights } = scorer.options;
  const explanation: Explanation = { for: [], against: [] };
  if (facts === undefined) return explanation;
  const limit = toSchoolingLevelMax(person.profile.schooling);
  const salaryRank = index.objectives.salary[item] as number;
  if (limit !== null && facts.schoolingLevel > limit && weights.schooling === 0)
    explanation.against.push({ kind: "schooling_over" });
  if (facts.growthPercent !== null && weights.growth === 0) {
    if (facts.growthPercent <= -3) explanation.against.push({ kind: "shrinking" });
    if (facts.growthPercent >= 8) explanation.for.push({ kind: "growing" });
  }
  if (weights.salary === 0 && (facts.medianWageYear !== null || facts.isWageTopCoded) && salaryRank >= 0.8)
    explanation.for.push({ kind: "well_paid" });
  if (weights.ai === 0 && (facts.aiPercentile ?? 0) >= 85) explanation.against.push({ kind: "ai_exposed" });
  if (weights.balance === 0 && (facts.stressPercentile ?? 0) >= 90) explanation.against.push({ kind: "stressful" });
  return explanation;
}
