/**
 * The hybrid score of every career for one person.
 *
 *   fit_j   = alpha * E_j + (1 - alpha) * A_j
 *   score_j = 100 * (fit_j + sum_k w_k o_kj) / (1 + sum_k w_k)
 *
 * A is the calibrated ability similarity. E is the calibrated similarity to the profile embedding
 *   p = normalise(rho r + tau t),  rho = strength of the ratings,  tau = TEXT_SHARE * words / (words + TEXT_HALF_WORDS),
 * with r the Rocchio vector of the ratings (rating-scores.ts) and t the embedding of the free text, so that what a person wrote counts
 * the more the more it says, and alone when the ratings are flat. Cosines to p are standardised over the careers before calibration:
 * a short text lies farther from every career than a mean of career vectors does, and only the differences tell.
 * Both halves shrink to 0.5 (an ordinary match) as the evidence behind them vanishes.
 *
 * Every score is the sum of its parts, in points. Cost: O(n (15 + 8)) a scoring, after O(n d) once a person for the text.
 */
import { EngineError } from "../engine-error";
import { multiply } from "../math/vectors";
import type { QuizProfile } from "../profile/questions";
import { calibrate } from "./calibration";
import type { CareerIndex } from "./career-index";
import { OBJECTIVES, type Objective, type ObjectiveWeights, scoreObjective } from "./objectives";
import { type RatingScores, scoreRatings, toStandardised } from "./rating-scores";

export const DEFAULT_ALPHA = 0.7;
export const TEXT_SHARE = 1;
export const TEXT_HALF_WORDS = 6;

export type Person = {
  profile: QuizProfile;
  /** (d,) unit embedding of the free text; null when there is none or no model */
  textEmbedding: ArrayLike<number> | null;
  /** Words of the free text that the model knows. */
  textWordCount: number;
};

export type ScoringOptions = { alpha: number; weights: ObjectiveWeights };

export type PartName = "embedding" | "ability" | Objective;
export type Parts = Record<PartName, number>;

export type CareerScores = {
  /** (n,) 0 to 100, unrounded: what ranks */
  scores: Float64Array;
  /** (n,) calibrated, 0 to 1 */
  abilityMatch: Float64Array;
  embeddingMatch: Float64Array | null;
  /** (n,) raw cosines: what the reply reports */
  embeddingCosine: Float64Array | null;
  ratings: RatingScores;
};

export type CareerScorer = {
  readonly mode: "hybrid" | "ability_only";
  readonly options: ScoringOptions;
  /** (n,) cosine of the free text with every career; null without a text */
  readonly textSimilarity: Float64Array | null;
  /** rho and tau for given ratings, as shares of their sum */
  shares(scores: CareerScores): { ratings: number; text: number };
  /** Scores all careers; other ratings than the person's own answer "what if". */
  score(ratings: readonly number[]): CareerScores;
  parts(scores: CareerScores, item: number): Parts;
};

/**
 * @throws EngineError when alpha or a weight is outside [0, 1]
 */
export function createCareerScorer(index: CareerIndex, person: Person, options: ScoringOptions): CareerScorer {
  const { alpha, weights } = options;
  if (!(alpha >= 0 && alpha <= 1)) throw new EngineError(`alpha must be in [0, 1], got ${alpha}`);
  const { embeddingCalibration } = index;
  const active = OBJECTIVES.filter((name) => weights[name] > 0);
  const total = 1 + active.reduce((sum, name) => sum + weights[name], 0);
  if (!(total >= 1 && total <= 1 + OBJECTIVES.length)) throw new EngineError("weights must be in [0, 1]");
  const objectives = active.map((name) => ({
    name,
    points: scoreObjective(name, index.objectives, person.profile).map((o) => (100 * weights[name] * o) / total),
  }));
  const extra = new Float64Array(index.clusters.length);
  for (const { points } of objectives)
    points.forEach((p, i) => {
      extra[i] = (extra[i] as number) + p;
    });
  const abilityShare = (100 * (index.embeddings === null ? 1 : 1 - alpha)) / total;
  const embeddingShare = (100 * alpha) / total;

  const hasText = index.embeddings !== null && person.textEmbedding !== null && person.textWordCount > 0;
  const textSimilarity =
    hasText && index.embeddings && person.textEmbedding ? multiply(index.embeddings, person.textEmbedding) : null;
  const tau = hasText ? (TEXT_SHARE * person.textWordCount) / (person.textWordCount + TEXT_HALF_WORDS) : 0;

  const score = (values: readonly number[]): CareerScores => {
    const ratings = scoreRatings(index, values);
    const abilityMatch = ratings.ability.map((raw) => calibrate(index.abilityCalibration, raw));
    const embeddingCosine = blendProfile(ratings, textSimilarity, tau);
    let embeddingMatch: Float64Array | null = null;
    if (embeddingCalibration !== null) {
      const evidence = Math.min(1, ratings.strength + tau);
      embeddingMatch = toStandardised(embeddingCosine ?? new Float64Array(abilityMatch.length));
      for (let i = 0; i < embeddingMatch.length; i++) {
        const match = calibrate(embeddingCalibration, embeddingMatch[i] as number);
        embeddingMatch[i] = 0.5 + evidence * (match - 0.5);
      }
    }
    const scores = new Float64Array(abilityMatch.length);
    for (let i = 0; i < scores.length; i++) {
      const fromEmbedding = embeddingMatch === null ? 0 : embeddingShare * (embeddingMatch[i] as number);
      scores[i] = fromEmbedding + abilityShare * (abilityMatch[i] as number) + (extra[i] as number);
    }
    return { scores, abilityMatch, embeddingMatch, embeddingCosine, ratings };
  };

  return {
    mode: index.embeddings === null ? "ability_only" : "hybrid",
    options,
    textSimilarity,
    score,
    shares: ({ ratings }) => {
      const sum = ratings.strength + tau || 1;
      return { ratings: ratings.strength / sum, text: tau / sum };
    },
    parts: (scores, item) => {
      const parts: Parts = {
        embedding: 0,
        ability: 0,
        salary: 0,
        growth: 0,
        schooling: 0,
        ai: 0,
        balance: 0,
        values: 0,
      };
      if (scores.embeddingMatch !== null) parts.embedding = embeddingShare * (scores.embeddingMatch[item] as number);
      parts.ability = abilityShare * (scores.abilityMatch[item] as number);
      for (const { name, points } of objectives) parts[name] = points[item] as number;
      return parts;
    },
  };
}

/** Cosine of p = rho r + tau t with every career; null when both are missing. */
function blendProfile(ratings: RatingScores, text: Float64Array | null, tau: number): Float64Array | null {
  const { neighbourSimilarity: fromRatings, strength: rho } = ratings;
  if (fromRatings === null) return text;
  if (text === null) return fromRatings;
  let overlap = 0;
  ratings.neighbours.forEach((item, at) => {
    overlap += (ratings.neighbourWeights[at] as number) * (text[item] as number) * ratings.neighbourScale;
  });
  const scale = 1 / Math.sqrt(rho * rho + tau * tau + 2 * rho * tau * overlap);
  return fromRatings.map((cosine, i) => scale * (rho * cosine + tau * (text[i] as number)));
}
