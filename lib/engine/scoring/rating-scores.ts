/**
 * What the 15 ratings alone say about every career.
 *
 * Ratings are noisy, so the person is first placed among the careers. With u the centred ratings and c_i the centred careers,
 *   p_i = softmax_i(-|u - c_i|^2 / 2 s^2) over the 8 nearest,   u* = (1 - L) u + L sum_i p_i c_i
 * is the empirical-Bayes estimate of the true standing when people scatter around careers (Robbins 1956; Efron 2011,
 * doi:10.1198/jasa.2011.tm11181). People who use only the middle of the scale are stretched to an ordinary length first.
 *
 * Ability: cosine of u* and each career. Answers that hardly differ from one another are mostly noise wherever on the scale they lie:
 * their strength, the spread of the ratings over STRONG_SPREAD, tells how much of a match to believe (hybrid.ts).
 *
 * Embedding: Rocchio feedback (Rocchio 1971, in Salton's "The SMART Retrieval System") with the same weights,
 *   r = normalise(sum_i p_i e_i):
 * the careers a person may belong to stand in for documents judged relevant. A person's own phrases do far worse: they lie in another
 * part of the space than career texts. Every similarity to r is a weighted sum of entries of the careers' Gram matrix, so a rating can
 * be changed and everything rescored without touching a 384-wide vector: O(15 n) once, then O(n) a changed rating and neighbour.
 *
 * The softmax over the nearest in cosine with a fixed temperature, which this replaces, gave the same person two different lists when
 * they answered twice (rank-biased overlap 0.65 against 0.81 here, noise of 1 point). Shapes: n careers, k = 8 neighbours.
 */
import { EngineError } from "../engine-error";
import { standardDeviation } from "../math/statistics";
import { topK } from "../math/top-k";
import { type Matrix, multiply, norm, type SimilarityMatrix } from "../math/vectors";
import { DIMENSION_CENTER, DIMENSION_COUNT, DIMENSION_MAX, DIMENSION_MIN } from "../profile/dimensions";

export type RatingIndex = {
  /** (n, 15) centred at 5, unit rows */
  readonly abilities: Matrix;
  /** (n,) lengths of the centred rows before they were scaled */
  readonly abilityNorms: Float64Array;
  /** Length that ratings are stretched to when they are shorter: the lower quartile of the careers' lengths. */
  readonly stretchNorm: number;
  /** (n, n) cosines between the careers' centred ability vectors */
  readonly abilitySimilarities: SimilarityMatrix;
  /** (n, n) cosines between careers' embeddings; null in ability-only mode */
  readonly similarities: SimilarityMatrix | null;
};

export type RatingScores = {
  /** (15,) centred ratings, and their length */
  readonly centred: Float64Array;
  length: number;
  /** (n,) dot product of the centred ratings with each career's unit row; divided by the length, the cosine that is reported */
  readonly dots: Float64Array;
  /** (n,) cosine with the estimated standing: what is scored */
  readonly ability: Float64Array;
  /** (n,) cosine of r with every career; only meaningful with neighbours */
  readonly neighbourSimilarity: Float64Array;
  /** Positions and weights of at most 8 careers that stand for the person; empty when all ratings are 5 */
  neighbours: readonly number[];
  neighbourWeights: readonly number[];
  /** 1 / |sum_i p_i e_i| */
  neighbourScale: number;
  /** How much the ratings say: 0 when all are 5, at least STRENGTH_MIN otherwise, 1 from a spread of 2 points on. */
  strength: number;
};

const NEIGHBOUR_COUNT = 8;
/** A neighbour that weighs less changes nothing that anybody could see, but costs a pass over all careers. */
const NEIGHBOUR_WEIGHT_MIN = 0.01;
/** Standard deviation s of answers around the career a person belongs to, in points, as the posterior takes it. */
const POSTERIOR_SD = 1.2;
/** L: how far the estimate moves from the answers toward the careers they resemble. */
const SHRINKAGE = 0.9;
const STRETCH_MAX = 1.7;
/** Standard deviation of the ratings, in points, from which they are believed in full. */
const STRONG_SPREAD = 2;
/** Keeps an order, though hardly a match, when all ratings are alike but not in the middle. */
const STRENGTH_MIN = 0.05;

/** Room for the scores of one person over n careers, to be filled again and again by a search over answers. */
export function createRatingScores(n: number): RatingScores {
  return {
    centred: new Float64Array(DIMENSION_COUNT),
    length: 0,
    dots: new Float64Array(n),
    ability: new Float64Array(n),
    neighbourSimilarity: new Float64Array(n),
    neighbours: [],
    neighbourWeights: [],
    neighbourScale: 0,
    strength: 0,
  };
}

/**
 * @param ratings  (15,) 0 to 10
 * @param out      overwritten and returned
 * @param base     scores of other ratings: only the dimensions that differ are multiplied anew
 * @throws EngineError on another width, a value outside the scale, or out and base the same
 */
export function scoreRatings(
  index: RatingIndex,
  ratings: readonly number[],
  out: RatingScores = createRatingScores(index.abilities.rows),
  base: RatingScores | null = null,
): RatingScores {
  if (ratings.length !== DIMENSION_COUNT || !ratings.every((x) => x >= DIMENSION_MIN && x <= DIMENSION_MAX)) {
    throw new EngineError(`scoreRatings needs ${DIMENSION_COUNT} ratings from ${DIMENSION_MIN} to ${DIMENSION_MAX}`);
  }
  if (out === base) throw new EngineError("scores cannot start from themselves");
  const { centred, dots, ability } = out;
  for (let d = 0; d < DIMENSION_COUNT; d++) centred[d] = (ratings[d] as number) - DIMENSION_CENTER;
  const length = norm(centred);
  out.length = length;
  out.strength = length === 0 ? 0 : Math.max(STRENGTH_MIN, Math.min(1, standardDeviation(centred) / STRONG_SPREAD));
  if (base === null) multiply(index.abilities, centred, dots);
  else updateDots(index.abilities, base, out);

  const stretch = length > 0 ? Math.min(STRETCH_MAX, Math.max(1, index.stretchNorm / length)) : 1;
  const logits = ability;
  for (let i = 0; i < dots.length; i++) {
    const size = index.abilityNorms[i] as number;
    logits[i] = (size * (stretch * (dots[i] as number) - size / 2)) / (POSTERIOR_SD * POSTERIOR_SD);
  }
  placeAmongCareers(logits, length > 0 ? NEIGHBOUR_COUNT : 0, out);
  scoreStanding(index, stretch, out);
  out.neighbourScale = index.similarities === null ? 0 : blendRows(index.similarities, out);
  return out;
}

/** The plain cosine of the ratings and a career, both centred; 0 when all ratings are 5. */
export function toAbilityCosine(scores: RatingScores, item: number): number {
  return scores.length > 0 ? (scores.dots[item] as number) / scores.length : 0;
}

function updateDots({ data, cols }: Matrix, base: RatingScores, out: RatingScores): void {
  out.dots.set(base.dots);
  for (let d = 0; d < cols; d++) {
    const change = (out.centred[d] as number) - (base.centred[d] as number);
    if (change === 0) continue;
    for (let i = 0, at = d; i < out.dots.length; i++, at += cols) {
      out.dots[i] = (out.dots[i] as number) + change * (data[at] as number);
    }
  }
}

/** The neighbours and their posterior weights, those that hardly weigh left out. */
function placeAmongCareers(logits: Float64Array, count: number, out: RatingScores): void {
  const nearest = topK(logits, count);
  const best = logits[nearest[0] ?? 0] as number;
  const raw = nearest.map((i) => Math.exp((logits[i] as number) - best));
  const total = raw.reduce((sum, w) => sum + w, 0);
  const kept = raw.filter((w) => w / total >= NEIGHBOUR_WEIGHT_MIN);
  const keptTotal = kept.reduce((sum, w) => sum + w, 0);
  out.neighbours = nearest.slice(0, kept.length);
  out.neighbourWeights = kept.map((w) => w / keptTotal);
}

/** Cosine of u* with every career: u* is a sum of the answers and of careers, so its products are sums of known ones. */
function scoreStanding(index: RatingIndex, stretch: number, out: RatingScores): void {
  const { centred, dots, ability, neighbours, neighbourWeights } = out;
  const { data, cols } = index.abilities;
  const { data: similarities, size } = index.abilitySimilarities;
  const keep = stretch * (neighbours.length === 0 ? 1 : 1 - SHRINKAGE);
  const standing = centred.map((x) => keep * x);
  for (let i = 0; i < size; i++) ability[i] = keep * (dots[i] as number);
  for (let k = 0; k < neighbours.length; k++) {
    const item = neighbours[k] as number;
    const weight = SHRINKAGE * (neighbourWeights[k] as number) * (index.abilityNorms[item] as number);
    for (let d = 0; d < cols; d++) standing[d] = (standing[d] as number) + weight * (data[item * cols + d] as number);
    for (let i = 0, from = item * size; i < size; i++, from++) {
      ability[i] = (ability[i] as number) + weight * (similarities[from] as number);
    }
  }
  const standingNorm = norm(standing);
  const scale = standingNorm > 0 ? 1 / standingNorm : 0;
  for (let i = 0; i < size; i++) ability[i] = (ability[i] as number) * scale;
}

/** Cosine of normalise(sum_i p_i e_i) with every career, from the Gram matrix alone. @returns 1 / |sum_i p_i e_i| */
function blendRows(similarities: SimilarityMatrix, scores: RatingScores): number {
  const { data, size } = similarities;
  const { neighbours, neighbourWeights, neighbourSimilarity: out } = scores;
  out.fill(0);
  for (let k = 0; k < neighbours.length; k++) {
    const weight = neighbourWeights[k] as number;
    for (let j = 0, from = (neighbours[k] as number) * size; j < size; j++, from++) {
      out[j] = (out[j] as number) + weight * (data[from] as number);
    }
  }
  let squared = 0;
  for (let k = 0; k < neighbours.length; k++) {
    squared += (neighbourWeights[k] as number) * (out[neighbours[k] as number] as number);
  }
  const scale = squared > 0 ? 1 / Math.sqrt(squared) : 0;
  for (let j = 0; j < size; j++) out[j] = (out[j] as number) * scale;
  return scale;
}

/** Mean and standard deviation of one person's similarities over the careers; a spread of rounding errors counts as none. */
export function spreadOf(values: Float64Array): { center: number; spread: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    sum += value;
    squares += value * value;
  }
  const center = sum / values.length;
  const variance = squares / values.length - center * center;
  return { center, spread: variance > 1e-12 ? Math.sqrt(variance) : 0 };
}

/** Turns one person's similarities into standard scores over the careers, in place; all 0 when they do not differ. */
export function standardise(values: Float64Array): Float64Array {
  const { center, spread } = spreadOf(values);
  const scale = spread > 0 ? 1 / spread : 0;
  for (let i = 0; i < values.length; i++) values[i] = ((values[i] as number) - center) * scale;
  return values;
}
