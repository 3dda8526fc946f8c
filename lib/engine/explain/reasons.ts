/**
 * Why a career is recommended, and what speaks against it: made from the parts of its score and from facts, never by free generation.
 *
 * The ability cosine is a sum over dimensions, a = sum_d u_d c_d / |u| (u the centred ratings, c the career's unit vector), so each
 * dimension's term is its exact share; positive terms are reasons for, negative ones against. The embedding's share splits into what
 * the person wrote and the careers that their ratings resemble (hybrid.ts). Facts (pay, growth, schooling, exposure) come last and
 * are worded as facts, unless the person weighs them, in which case they are parts of the score.
 */
import { DIMENSION_CENTER, DIMENSIONS, type Dimension } from "../profile/dimensions";
import type { CareerIndex } from "../scoring/career-index";
import type { CareerScorer, CareerScores, Person } from "../scoring/hybrid";
import { type Objective, toSchoolingLevelMax } from "../scoring/objectives";

export type Reason =
  | {
      kind: "both_high" | "both_low" | "asks_more" | "asks_less";
      dimension: Dimension;
      you: number;
      career: number;
      share: number;
    }
  | { kind: "text_close" | "text_far" }
  | { kind: "neighbours"; items: number[] }
  | { kind: "objective_met" | "objective_missed"; objective: Objective }
  | { kind: "schooling_over" | "shrinking" | "growing" | "ai_exposed" | "stressful" | "well_paid" };

export type Explanation = { for: Reason[]; against: Reason[] };
export type DimensionGap = { dimension: Dimension; you: number; career: number };

const REASONS_MAX = 4;
const DIMENSION_REASONS_MAX = 2;
/** A dimension's term of the cosine below this is too small to name. */
const TERM_MIN = 0.03;
const OBJECTIVE_MET = 0.7;
const OBJECTIVE_MISSED = 0.35;

/** The two vectors side by side, largest difference first; ties in the order of DIMENSIONS. */
export function compareDimensions(ratings: readonly number[], career: readonly number[]): DimensionGap[] {
  return DIMENSIONS.map((dimension, d) => ({ dimension, you: ratings[d] as number, career: career[d] as number })).sort(
    (a, b) => Math.abs(b.you - b.career) - Math.abs(a.you - a.career),
  );
}

/** @param item  position of the career that is explained */
export function explainCareer(
  index: CareerIndex,
  person: Person,
  scorer: CareerScorer,
  scores: CareerScores,
  item: number,
): Explanation {
  const terms = toDimensionTerms(index, person.profile.ratings, item);
  const text = explainText(scorer, scores, item);
  const neighbours = explainNeighbours(scorer, scores, item);
  const objectives = explainObjectives(scorer, scores, item);
  const facts = explainFacts(index, person, scorer, item);
  return {
    for: [
      ...text.for,
      ...terms.filter((t) => t.share >= TERM_MIN).slice(0, DIMENSION_REASONS_MAX + (text.for.length === 0 ? 1 : 0)),
      ...objectives.for,
      ...neighbours,
      ...facts.for,
    ].slice(0, REASONS_MAX),
    against: [
      ...terms
        .filter((t) => t.share <= -TERM_MIN)
        .reverse()
        .slice(0, DIMENSION_REASONS_MAX),
      ...objectives.against,
      ...facts.against,
      ...text.against,
    ].slice(0, REASONS_MAX),
  };
}

type DimensionTerm = Extract<Reason, { dimension: Dimension }>;

/** One term a dimension, largest first. */
function toDimensionTerms(index: CareerIndex, ratings: readonly number[], item: number): DimensionTerm[] {
  const length = Math.hypot(...ratings.map((x) => x - DIMENSION_CENTER)) || 1;
  const { data, cols } = index.abilities;
  return DIMENSIONS.map((dimension, d): DimensionTerm => {
    const you = ratings[d] as number;
    const career = index.abilityVectors.data[item * cols + d] as number;
    const share = ((you - DIMENSION_CENTER) * (data[item * cols + d] as number)) / length;
    const kind =
      share >= 0 ? (you >= DIMENSION_CENTER ? "both_high" : "both_low") : career > you ? "asks_more" : "asks_less";
    return { kind, dimension, you, career, share };
  }).sort((a, b) => b.share - a.share);
}

function explainText(scorer: CareerScorer, scores: CareerScores, item: number): Explanation {
  const text = scorer.textSimilarity;
  if (text === null || scorer.shares(scores).text < 0.1) return { for: [], against: [] };
  const own = text[item] as number;
  const rank = text.filter((other) => other < own).length / text.length;
  return {
    for: rank >= 0.9 ? [{ kind: "text_close" }] : [],
    against: rank < 0.3 ? [{ kind: "text_far" }] : [],
  };
}

/** The careers that stand for the ratings, where they lie close to this one in meaning: largest contributions first. */
function explainNeighbours(scorer: CareerScorer, scores: CareerScores, item: number): Reason[] {
  const { neighbours } = scores.ratings;
  if (neighbours.length === 0 || (scores.embeddingMatch[item] as number) < 0.65) return [];
  if (scorer.shares(scores).ratings < 0.3) return [];
  const items = neighbours.filter((neighbour) => neighbour !== item).slice(0, 2);
  return items.length === 0 ? [] : [{ kind: "neighbours", items }];
}

function explainObjectives(scorer: CareerScorer, scores: CareerScores, item: number): Explanation {
  const { weights } = scorer.options;
  const parts = scorer.parts(scores, item);
  const total = 1 + Object.values(weights).reduce((sum, w) => sum + w, 0);
  const explanation: Explanation = { for: [], against: [] };
  for (const objective of Object.keys(weights) as Objective[]) {
    const weight = weights[objective];
    if (weight === 0) continue;
    const value = (parts[objective] * total) / (100 * weight);
    if (value >= OBJECTIVE_MET) explanation.for.push({ kind: "objective_met", objective });
    else if (value <= OBJECTIVE_MISSED) explanation.against.push({ kind: "objective_missed", objective });
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
  if (weights.salary === 0 && facts.medianWageYear !== null && salaryRank >= 0.8)
    explanation.for.push({ kind: "well_paid" });
  if (weights.ai === 0 && (facts.aiPercentile ?? 0) >= 85) explanation.against.push({ kind: "ai_exposed" });
  if (weights.balance === 0 && (facts.stressPercentile ?? 0) >= 90) explanation.against.push({ kind: "stressful" });
  return explanation;
}
