/**
 * The hybrid score of every career for one person.
 *
 *   fit_j   = alpha * E_j + (1 - alpha) * A_j
 *   score_j = 100 * (fit_j + sum_k w_k o_kj) / (1 + sum_k w_k)
 *
 * A is the calibrated ability similarity (rating-scores.ts). E is the calibrated similarity to the profile embedding, which has two
 * sources: the Rocchio vector r of the ratings and the embedding t of the free text,
 *   p = normalise(rho r + tau t),  rho = strength of the ratings,  tau = TEXT_SHARE * words / (words + TEXT_HALF_WORDS),
 * so that what a person wrote counts the more the more it says, and alone when the ratings are flat. A text lies farther from every
 * career than a mean of career vectors does, and only the differences tell: so each source is standardised over the careers (and r's
 * over people as well, career-index.ts) before they are added with the same weights. The cosine to p itself is what is reported.
 * Both halves shrink to 0.5 (an ordinary match) as the evidence behind them vanishes.
 *
 * Every score is the sum of its parts, in points. Cost: O(15 n) a scoring, O(n) from one of nearly the same ratings, after O(n d) once a person for the
 * text.
 */
import { EngineError } from "../engine-error";
import { multiply } from "../math/vectors";
import type { QuizProfile } from "../profile/questions";
import { calibrate } from "./calibration";
import type { CareerIndex } from "./career-index";
import { OBJECTIVES, type Objective, type ObjectiveWeights, scoreObjective } from "./objectives";
import { createRatingScores, type RatingScores, scoreRatings, standardise } from "./rating-scores";

export const DEFAULT_ALPHA = 0.7;
export const TEXT_SHARE = 2;
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
  readonly scores: Float64Array;
  /** (n,) calibrated, 0 to 1 */
  readonly abilityMatch: Float64Array;
  readonly embeddingMatch: Float64Array;
  readonly ratings: RatingScores;
};

export type CareerScorer = {
  readonly mode: "hybrid" | "ability_only";
  readonly options: ScoringOptions;
  /** (n,) cosine of the free text with every career; null without a text */
  readonly textSimilarity: Float64Array | null;
  /** rho and tau for given ratings, as shares of their sum */
  shares(scores: CareerScores): { ratings: number; text: number };
  /**
   * Scores all careers; other ratings than the person's own answer "what if".
   * @param out   overwritten and returned
   * @param base  scores of nearly the same ratings, to start from
   * @param items  the careers whose scores are wanted, all by default; others keep what `out` held
   * @param pool   the careers among which the person is placed, all by default; fewer make a screening, not a score
   */
  score(
    ratings: readonly number[],
    out?: CareerScores,
    base?: CareerScores,
    items?: Int32Array,
    pool?: Int32Array,
  ): CareerScores;
  parts(scores: CareerScores, item: number): Parts;
  /** Raw cosine of the profile embedding and a career's, which is what the reply reports. */
  embeddingCosine(scores: CareerScores, item: number): number;
};

/**
 * @throws EngineError when alpha or a weight is outside [0, 1], or the text's embedding or word count is not finite
 */
export function createCareerScorer(index: CareerIndex, person: Person, options: ScoringOptions): CareerScorer {
  const { alpha, weights } = options;
  if (!(alpha >= 0 && alpha <= 1)) throw new EngineError(`alpha must be in [0, 1], got ${alpha}`);
  const { embeddingCalibration } = index;
  const active = OBJECTIVES.filter((name) => weights[name] > 0);
  if (!OBJECTIVES.every((name) => weights[name] >= 0 && weights[name] <= 1)) {
    throw new EngineError(`weights must be in [0, 1], got ${JSON.stringify(weights)}`);
  }
  if (!Number.isFinite(person.textWordCount) || !Array.from(person.textEmbedding ?? []).every(Number.isFinite)) {
    throw new EngineError("the free text's embedding and word count must be finite");
  }
  const total = 1 + active.reduce((sum, name) => sum + weights[name], 0);
  const objectives = active.map((name) => ({
    name,
    points: scoreObjective(name, index.objectives, person.profile).map((o) => (100 * weights[name] * o) / total),
  }));
  const n = index.clusters.length;
  const extra = new Float64Array(n);
  for (const { points } of objectives) {
    for (let i = 0; i < n; i++) extra[i] = (extra[i] as number) + (points[i] as number);
  }
  const embeddingShare = embeddingCalibration === null ? 0 : (100 * alpha) / total;
  const abilityShare = 100 / total - embeddingShare;

  const textSimilarity =
    index.embeddings !== null && person.textEmbedding !== null && person.textWordCount > 0
      ? multiply(index.embeddings, Float64Array.from(person.textEmbedding))
      : null;
  const textScore = textSimilarity === null ? null : standardise(textSimilarity.slice());
  const tau =
    textSimilarity === null ? 0 : (TEXT_SHARE * person.textWordCount) / (person.textWordCount + TEXT_HALF_WORDS);

  const score = (
    values: readonly number[],
    out = createCareerScores(n),
    base?: CareerScores,
    items = index.allItems,
    pool = index.allItems,
  ): CareerScores => {
    const ratings = scoreRatings(index, values, out.ratings, base?.ratings ?? null, items, pool);
    for (let at = 0; at < items.length; at++) {
      const i = items[at] as number;
      const raw = calibrate(index.abilityCalibration, ratings.ability[i] as number);
      const match = 0.5 + ratings.strength * (raw - 0.5);
      out.abilityMatch[i] = match;
      out.scores[i] = abilityShare * match + (extra[i] as number);
    }
    if (embeddingCalibration === null || index.popularity === null) return out;
    const rho = ratings.strength;
    const scale = rho + tau > 0 ? 1 / Math.hypot(rho, tau) : 0;
    const evidence = Math.min(1, rho + tau);
    const { mean, sd } = index.popularity;
    // A spread of rounding errors counts as none.
    const unit = ratings.neighbourSd > 1e-6 ? 1 / ratings.neighbourSd : 0;
    for (let at = 0; at < items.length; at++) {
      const i = items[at] as number;
      const standard = unit * ((ratings.neighbourSimilarity[i] as number) - ratings.neighbourMean);
      const fromRatings = (standard - (mean[i] as number)) / (sd[i] as number);
      const fromText = textScore === null ? 0 : (textScore[i] as number);
      const raw = calibrate(embeddingCalibration, scale * (rho * fromRatings + tau * fromText));
      const match = 0.5 + evidence * (raw - 0.5);
      out.embeddingMatch[i] = match;
      out.scores[i] = (out.scores[i] as number) + embeddingShare * match;
    }
    return out;
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
    embeddingCosine: (scores, item) => blendCosine(scores.ratings, textSimilarity, tau, item),
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
      parts.embedding = embeddingShare * (scores.embeddingMatch[item] as number);
      parts.ability = abilityShare * (scores.abilityMatch[item] as number);
      for (const { name, points } of objectives) parts[name] = points[item] as number;
      return parts;
    },
  };
}

function createCareerScores(n: number): CareerScores {
  const room = () => new Float64Array(n);
  return {
    scores: room(),
    abilityMatch: room(),
    embeddingMatch: room(),
    ratings: createRatingScores(n),
  };
}

/** Cosine of p = rho r + tau t with one career; 0 when both are missing. */
function blendCosine(ratings: RatingScores, text: Float64Array | null, tau: number, item: number): number {
  const { neighbours, neighbourWeights, neighbourSimilarity, neighbourScale, strength: rho } = ratings;
  let overlap = 0;
  if (text !== null) {
    for (let k = 0; k < neighbours.length; k++) {
      overlap += (neighbourWeights[k] as number) * (text[neighbours[k] as number] as number) * neighbourScale;
    }
  }
  const squared = rho * rho + tau * tau + 2 * rho * tau * overlap;
  if (squared <= 0) return 0;
  const fromText = text === null ? 0 : (text[item] as number);
  return (rho * (neighbourSimilarity[item] as number) + tau * fromText) / Math.sqrt(squared);
}
