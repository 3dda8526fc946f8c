/**
 * What the 15 ratings alone say about every career.
 *
 * Ratings are noisy, so the person is first placed among the careers. With u the centred ratings and c_i the centred careers,
 *   p_i = softmax_i(-|u - c_i|^2 / 2 s^2) over the 8 nearest,   s^2 = max(1.2^2, min_i |u - c_i|^2 / 15),
 *   u* = (1 - L) u + L sum_i p_i c_i
 * is the empirical-Bayes estimate of the true standing when people scatter around careers (Robbins 1956; Efron 2011,
 * doi:10.1198/jasa.2011.tm11181). s^2 is the residual variance at the nearest career: somebody between careers is spread over several of
 * them, so that one point of one answer does not throw them from one to another. People who use only the middle of the scale are stretched to an ordinary length first.
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
import { mean, standardDeviation } from "../math/statistics";
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
  /** (n,) 0 to n - 1: what is scored when nothing less is asked for */
  readonly allItems: Int32Array;
  /** (n, n + 1) mean products of two rows of `similarities`, NaN until first needed: see momentOf */
  readonly rowMoments: Float64Array;
};

export type RatingScores = {
  /** (15,) centred ratings, and their length */
  readonly centred: Float64Array;
  length: number;
  /** (n,) dot product of the centred ratings with each career's unit row; divided by the length, the cosine that is reported */
  readonly dots: Float64Array;
  /** (n,) room for the log posterior density of each career of the pool, up to a constant */
  readonly logits: Float64Array;
  /** (n,) cosine with the estimated standing: what is scored */
  readonly ability: Float64Array;
  /** (n,) cosine of r with every career; only meaningful with neighbours */
  readonly neighbourSimilarity: Float64Array;
  /** Positions and weights of at most 8 careers that stand for the person; empty when all ratings are 5 */
  neighbours: readonly number[];
  neighbourWeights: readonly number[];
  /** 1 / |sum_i p_i e_i| */
  neighbourScale: number;
  /** Mean and standard deviation of the similarity to r over all careers. */
  neighbourMean: number;
  neighbourSd: number;
  /** How much the ratings say: 0 when all are 5, at least STRENGTH_MIN otherwise, 1 from a spread of 2 points on. */
  strength: number;
};

const NEIGHBOUR_COUNT = 8;
/** A neighbour that weighs less changes nothing that anybody could see, but costs a pass over all careers. */
const NEIGHBOUR_WEIGHT_MIN = 0.01;
/** The least standard deviation s of answers around the career a person belongs to, in points. */
const POSTERIOR_SD = 1.2;
const PRECISION = 1 / (POSTERIOR_SD * POSTERIOR_SD);
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
    logits: new Float64Array(n),
    ability: new Float64Array(n),
    neighbourSimilarity: new Float64Array(n),
    neighbours: [],
    neighbourWeights: [],
    neighbourScale: 0,
    neighbourMean: 0,
    neighbourSd: 0,
    strength: 0,
  };
}

/**
 * @param ratings  (15,) 0 to 10
 * @param out      overwritten and returned
 * @param base     scores of other ratings: only the dimensions that differ are multiplied anew
 * @param items    the careers whose ability and neighbour similarity are wanted; those of others keep what `out` held
 * @param pool     the careers among which the neighbours are sought; must hold the items
 * @throws EngineError on another width, a value outside the scale, or out and base the same
 */
export function scoreRatings(
  index: RatingIndex,
  ratings: readonly number[],
  out: RatingScores = createRatingScores(index.abilities.rows),
  base: RatingScores | null = null,
  items: Int32Array = index.allItems,
  pool: Int32Array = index.allItems,
): RatingScores {
  if (ratings.length !== DIMENSION_COUNT || !ratings.every((x) => x >= DIMENSION_MIN && x <= DIMENSION_MAX)) {
    throw new EngineError(`scoreRatings needs ${DIMENSION_COUNT} ratings from ${DIMENSION_MIN} to ${DIMENSION_MAX}`);
  }
  if (out === base) throw new EngineError("scores cannot start from themselves");
  const { centred, dots, logits } = out;
  for (let d = 0; d < DIMENSION_COUNT; d++) centred[d] = (ratings[d] as number) - DIMENSION_CENTER;
  const length = norm(centred);
  out.length = length;
  out.strength = length === 0 ? 0 : Math.max(STRENGTH_MIN, Math.min(1, standardDeviation(centred) / STRONG_SPREAD));
  if (base === null) multiply(index.abilities, centred, dots);
  else updateDots(index.abilities, base, out, pool);

  const stretch = length > 0 ? Math.min(STRETCH_MAX, Math.max(1, index.stretchNorm / length)) : 1;
  for (let at = 0; at < pool.length; at++) {
    const i = pool[at] as number;
    const size = index.abilityNorms[i] as number;
    logits[at] = PRECISION * size * (stretch * (dots[i] as number) - 0.5 * size);
  }
  placeAmongCareers(logits.subarray(0, pool.length), pool, stretch * length, out);
  scoreStanding(index, stretch, out, items);
  if (index.similarities !== null) blendRows(index.similarities, index.rowMoments, out, items);
  return out;
}

/** The plain cosine of the ratings and a career, both centred; 0 when all ratings are 5. */
export function toAbilityCosine(scores: RatingScores, item: number): number {
  return scores.length > 0 ? (scores.dots[item] as number) / scores.length : 0;
}

function updateDots({ data, cols }: Matrix, base: RatingScores, out: RatingScores, pool: Int32Array): void {
  for (let at = 0; at < pool.length; at++) {
    const i = pool[at] as number;
    out.dots[i] = base.dots[i] as number;
  }
  for (let d = 0; d < cols; d++) {
    const change = (out.centred[d] as number) - (base.centred[d] as number);
    if (change === 0) continue;
    for (let at = 0; at < pool.length; at++) {
      const i = pool[at] as number;
      out.dots[i] = (out.dots[i] as number) + change * (data[i * cols + d] as number);
    }
  }
}

/** The neighbours and their posterior weights, those that hardly weigh left out. */
function placeAmongCareers(logits: Float64Array, pool: Int32Array, stretchedNorm: number, out: RatingScores): void {
  const nearest = topK(logits, stretchedNorm > 0 ? NEIGHBOUR_COUNT : 0);
  const best = logits[nearest[0] ?? 0] as number;
  // Somebody exactly at a career is off it by a rounding error, which may be negative.
  const variance = Math.max(0, stretchedNorm * stretchedNorm - (2 * best) / PRECISION) / DIMENSION_COUNT;
  const sharpness = Math.min(1, 1 / (PRECISION * variance));
  const raw = nearest.map((i) => Math.exp(sharpness * ((logits[i] as number) - best)));
  const total = raw.reduce((sum, w) => sum + w, 0);
  const kept = raw.filter((w) => w / total >= NEIGHBOUR_WEIGHT_MIN);
  const keptTotal = kept.reduce((sum, w) => sum + w, 0);
  out.neighbours = nearest.slice(0, kept.length).map((at) => pool[at] as number);
  out.neighbourWeights = kept.map((w) => w / keptTotal);
}

/** Cosine of u* with every career: u* is a sum of the answers and of careers, so its products are sums of known ones. */
function scoreStanding(index: RatingIndex, stretch: number, out: RatingScores, items: Int32Array): void {
  const { centred, dots, ability, neighbours, neighbourWeights } = out;
  const { data, cols } = index.abilities;
  const { data: similarities, size } = index.abilitySimilarities;
  const keep = stretch * (neighbours.length === 0 ? 1 : 1 - SHRINKAGE);
  const standing = centred.map((x) => keep * x);
  for (let k = 0; k < neighbours.length; k++) {
    const item = neighbours[k] as number;
    const weight = SHRINKAGE * (neighbourWeights[k] as number) * (index.abilityNorms[item] as number);
    for (let d = 0; d < cols; d++) standing[d] = (standing[d] as number) + weight * (data[item * cols + d] as number);
  }
  const standingNorm = norm(standing);
  const scale = standingNorm > 0 ? 1 / standingNorm : 0;
  const weights = neighbours.map(
    (item, k) => scale * SHRINKAGE * (neighbourWeights[k] as number) * (index.abilityNorms[item] as number),
  );
  for (let at = 0; at < items.length; at++) {
    const i = items[at] as number;
    let sum = scale * keep * (dots[i] as number);
    for (let k = 0; k < weights.length; k++) {
      sum += (weights[k] as number) * (similarities[(neighbours[k] as number) * size + i] as number);
    }
    ability[i] = sum;
  }
}

/** Cosine of normalise(sum_i p_i e_i) with the items, from the Gram matrix alone, and its spread over all careers. */
function blendRows(
  similarities: SimilarityMatrix,
  rowMoments: Float64Array,
  out: RatingScores,
  items: Int32Array,
): void {
  const { data, size } = similarities;
  const { neighbours, neighbourWeights } = out;
  let squared = 0;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < neighbours.length; k++) {
    for (let l = 0; l < neighbours.length; l++) {
      const weight = (neighbourWeights[k] as number) * (neighbourWeights[l] as number);
      squared += weight * (data[(neighbours[k] as number) * size + (neighbours[l] as number)] as number);
      squares += weight * momentOf(similarities, rowMoments, neighbours[k] as number, neighbours[l] as number);
    }
    sum += (neighbourWeights[k] as number) * momentOf(similarities, rowMoments, neighbours[k] as number, size);
  }
  const scale = squared > 0 ? 1 / Math.sqrt(squared) : 0;
  out.neighbourScale = scale;
  out.neighbourMean = scale * sum;
  out.neighbourSd = scale * Math.sqrt(Math.max(0, squares - sum * sum));
  for (let at = 0; at < items.length; at++) {
    const i = items[at] as number;
    let value = 0;
    for (let k = 0; k < neighbours.length; k++) {
      value += (neighbourWeights[k] as number) * (data[(neighbours[k] as number) * size + i] as number);
    }
    out.neighbourSimilarity[i] = scale * value;
  }
}

/**
 * Mean over the careers of the product of two rows of the Gram matrix, or of one row when `second` is n. The spread of any blend of rows
 * follows from these without a pass over all careers. Only rows that were ever neighbours are worked out, each pair once.
 * @param rowMoments  (n, n + 1) NaN where not known yet
 */
function momentOf({ data, size }: SimilarityMatrix, rowMoments: Float64Array, first: number, second: number): number {
  const [low, high] = first < second ? [first, second] : [second, first];
  const known = rowMoments[low * (size + 1) + high] as number;
  if (!Number.isNaN(known)) return known;
  let sum = 0;
  for (let j = 0, a = low * size, b = high * size; j < size; j++, a++, b++) {
    sum += (data[a] as number) * (high === size ? 1 : (data[b] as number));
  }
  rowMoments[low * (size + 1) + high] = sum / size;
  return sum / size;
}

/** Turns one person's similarities into standard scores over the careers, in place; all 0 when they do not differ. */
export function standardise(values: Float64Array): Float64Array {
  const center = mean(values);
  const spread = standardDeviation(values);
  // A spread of rounding errors counts as none.
  const scale = spread > 1e-6 ? 1 / spread : 0;
  for (let i = 0; i < values.length; i++) values[i] = ((values[i] as number) - center) * scale;
  return values;
}
