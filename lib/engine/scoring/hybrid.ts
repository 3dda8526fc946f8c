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
 * History does two things, in one part of the score: it moves the profile embedding further (history-scores.ts), and adds what the person's own
 * taste says of a career (taste.ts), TASTE_SHARE of the embedding's half for each unit of log-odds. The part is what a career gains or loses by both, so
 * it may be negative, and without history it is nothing. What a ranker learned from everybody's choices (ranking/learned-points.ts) comes on top
 * as points of its own, of either sign, that do not depend on the ratings asked "what if" about.
 *
 * Every score is the sum of its parts, in points. Cost: O(15 n) a scoring, O(n) from one of nearly the same ratings, after O(n d) once a person for the
 * text.
 */
import { EngineError } from "../engine-error";
import { multiply } from "../math/vectors";
import type { QuizProfile } from "../profile/questions";
import { calibrate } from "./calibration";
import type { CareerIndex } from "./career-index";
import { type History, type HistoryScores, meanProduct, NO_HISTORY, scoreHistory } from "./history-scores";
import { OBJECTIVES, type Objective, type ObjectiveWeights, scoreObjective } from "./objectives";
import { createRatingScores, type RatingScores, scoreRatings, standardise } from "./rating-scores";
import { scoreTaste } from "./taste";

export const DEFAULT_ALPHA = 0.7;
export const TEXT_SHARE = 2;
export const TEXT_HALF_WORDS = 6;
/** Of the embedding's points, for log-odds of 1 (chosen as PRIOR_VARIANCE in taste.ts was). */
export const TASTE_SHARE = 0.1;

export type Person = {
  profile: QuizProfile;
  /** (d,) unit embedding of the free text; null when there is none or no model */
  textEmbedding: ArrayLike<number> | null;
  /** Words of the free text that the model knows. */
  textWordCount: number;
  /** What they liked and set aside; none when left out. */
  history?: History;
};

export type ScoringOptions = {
  alpha: number;
  weights: ObjectiveWeights;
  /** Positions that must not be shown: they score −Infinity. */
  excluded?: readonly number[];
};

export type PartName = "embedding" | "ability" | "history" | "learned" | Objective;
export type Parts = Record<PartName, number>;

export type CareerScores = {
  /** (n,) 0 to 100, unrounded: what ranks; −Infinity for what must not be shown */
  readonly scores: Float64Array;
  /** (n,) calibrated, 0 to 1 */
  readonly abilityMatch: Float64Array;
  readonly embeddingMatch: Float64Array;
  /** (n,) what history adds to the embedding's match, −1 to 1 */
  readonly historyGain: Float64Array;
  /** (n,) points that the person's own taste adds */
  readonly taste: Float64Array;
  readonly ratings: RatingScores;
};

export type CareerScorer = {
  readonly mode: "hybrid" | "ability_only";
  readonly options: ScoringOptions;
  /** (n,) points for what the person weighs, which no ratings change */
  readonly wished: Float64Array;
  /** (n,) cosine of the free text with every career; null without a text */
  readonly textSimilarity: Float64Array | null;
  /** How far history moves the profile embedding; null when it does not. */
  readonly history: HistoryScores | null;
  /** The same person with another history. */
  withHistory(history: History): CareerScorer;
  /** The same with points that a ranker adds, (n,); they stay as they are whatever the ratings and the history. */
  withLearned(learned: Float64Array): CareerScorer;
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
  const { alpha, weights, excluded = [] } = options;
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
  const wished = new Float64Array(n);
  for (const { points } of objectives) {
    for (let i = 0; i < n; i++) wished[i] = (wished[i] as number) + (points[i] as number);
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

  const finish = (out: CareerScores, items: Int32Array, learned: Float64Array | null): CareerScores => {
    if (learned !== null) for (const i of items) out.scores[i] = (out.scores[i] as number) + (learned[i] as number);
    for (const item of excluded) out.scores[item] = Number.NEGATIVE_INFINITY;
    return out;
  };

  const make = (past: History, learned: Float64Array | null): CareerScorer => {
    if (learned !== null && learned.length !== n) throw new EngineError(`${learned.length} learned points for ${n}`);
    const history = scoreHistory(index, past);
    const taste = index.kinship === null || embeddingShare === 0 ? null : scoreTaste(index.kinship, past);
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
        out.scores[i] = abilityShare * match + (wished[i] as number);
      }
      if (embeddingCalibration === null || index.popularity === null) return finish(out, items, learned);
      const rho = ratings.strength;
      const scale = rho + tau > 0 ? 1 / Math.hypot(rho, tau) : 0;
      const evidence = Math.min(1, rho + tau);
      const { mean, sd } = index.popularity;
      // A spread of rounding errors counts as none.
      const unit = ratings.neighbourSd > 1e-6 ? 1 / ratings.neighbourSd : 0;
      const { likedShare = 0, dislikedShare = 0, standard = null } = history ?? {};
      const baseShare = rho + tau > 0 ? 1 - likedShare : 0;
      const movedScale = 1 / (Math.hypot(baseShare, likedShare, dislikedShare) || 1);
      const movedEvidence = Math.min(1, rho + tau + likedShare + dislikedShare);
      for (let at = 0; at < items.length; at++) {
        const i = items[at] as number;
        const neighbour = unit * ((ratings.neighbourSimilarity[i] as number) - ratings.neighbourMean);
        const fromRatings = (neighbour - (mean[i] as number)) / (sd[i] as number);
        const fromText = textScore === null ? 0 : (textScore[i] as number);
        const combined = scale * (rho * fromRatings + tau * fromText);
        const match = 0.5 + evidence * (calibrate(embeddingCalibration, combined) - 0.5);
        let gain = 0;
        if (standard !== null) {
          const moved = movedScale * (baseShare * combined + (standard[i] as number));
          gain = 0.5 + movedEvidence * (calibrate(embeddingCalibration, moved) - 0.5) - match;
        }
        out.embeddingMatch[i] = match;
        out.historyGain[i] = gain;
        const score = (out.scores[i] as number) + embeddingShare * (match + gain);
        const liked = taste === null ? 0 : TASTE_SHARE * embeddingShare * (taste[i] as number);
        out.taste[i] = Math.max(-score, Math.min(100 - score, liked));
        out.scores[i] = score + (out.taste[i] as number);
      }
      return finish(out, items, learned);
    };

    return {
      mode: index.embeddings === null ? "ability_only" : "hybrid",
      options,
      wished,
      textSimilarity,
      history,
      withHistory: (other) => make(other, learned),
      withLearned: (points) => make(past, points),
      score,
      shares: ({ ratings }) => {
        const sum = ratings.strength + tau || 1;
        return { ratings: ratings.strength / sum, text: tau / sum };
      },
      embeddingCosine: ({ ratings }, item) => {
        const toBase = (other: number): number => blendCosine(ratings, textSimilarity, tau, other);
        if (history === null) return toBase(item);
        return moveCosine(toBase, history, past, ratings.strength + tau > 0, item);
      },
      parts: (scores, item) => {
        const parts: Parts = {
          embedding: embeddingShare * (scores.embeddingMatch[item] as number),
          ability: abilityShare * (scores.abilityMatch[item] as number),
          history: embeddingShare * (scores.historyGain[item] as number) + (scores.taste[item] as number),
          learned: learned?.[item] ?? 0,
          ...{ salary: 0, growth: 0, schooling: 0, ai: 0, balance: 0, values: 0 },
        };
        for (const { name, points } of objectives) parts[name] = points[item] as number;
        return parts;
      },
    };
  };
  return make(person.history ?? NO_HISTORY, null);
}

function createCareerScores(n: number): CareerScores {
  const room = () => new Float64Array(n);
  return {
    scores: room(),
    abilityMatch: room(),
    embeddingMatch: room(),
    historyGain: room(),
    taste: room(),
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

/**
 * Cosine of p' = (1 - L) b + L m - D d with one career.
 * @param toBase  cosine of b with a career
 */
function moveCosine(
  toBase: (item: number) => number,
  { likedShare: l, dislikedShare: d, liked, disliked }: HistoryScores,
  history: History,
  hasBase: boolean,
  item: number,
): number {
  const b = hasBase ? 1 - l : 0;
  const baseTo = (items: History["liked"]): number => {
    const total = items.reduce((sum, { weight }) => sum + weight, 0) || 1;
    return items.reduce((sum, past) => sum + (past.weight * toBase(past.item)) / total, 0);
  };
  const squared =
    b * b +
    l * l * meanProduct(liked, history.liked) +
    d * d * meanProduct(disliked, history.disliked) +
    2 * b * (l * baseTo(history.liked) - d * baseTo(history.disliked)) -
    2 * l * d * meanProduct(liked, history.disliked);
  if (squared <= 0) return 0;
  return (b * toBase(item) + l * (liked[item] as number) - d * (disliked[item] as number)) / Math.sqrt(squared);
}
