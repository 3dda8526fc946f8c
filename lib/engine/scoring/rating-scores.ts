/**
 * What the 15 ratings alone say about every career: ability similarity, and the ratings' half of the embedding similarity.
 *
 * Ability: cosine of the two vectors centred at 5. Nearly flat answers are mostly noise, so the person's length is floored at
 * FLAT_NORM, which lets the similarity shrink to 0 (an ordinary match) as the answers flatten.
 *
 * Embedding: Rocchio feedback (Rocchio 1971, in Salton's "The SMART Retrieval System"). The careers nearest in ability stand in for
 * documents judged relevant:  r = normalise(sum_i w_i e_i),  w = softmax(a_i / T) over the 8 nearest. A person's own phrases do far
 * worse: they lie in another part of the space than career texts. Every similarity to r is a weighted sum of entries of the careers'
 * Gram matrix, so a rating can be changed and everything rescored without touching a 384-wide vector: O(n (15 + 8)).
 *
 * Shapes: n careers, k = 8 neighbours.
 */
import { EngineError } from "../engine-error";
import { topK } from "../math/top-k";
import { type Matrix, multiply } from "../math/vectors";
import { DIMENSION_CENTER, DIMENSION_COUNT } from "../profile/dimensions";

export type RatingIndex = {
  /** (n, 15) centred at 5, unit rows */
  readonly abilities: Matrix;
  /** (n, n) cosines between careers' embeddings; null in ability-only mode */
  readonly similarities: Matrix | null;
};

export type RatingScores = {
  /** (n,) damped cosine: what is scored */
  ability: Float64Array;
  /** (n,) plain cosine: what is reported */
  cosine: Float64Array;
  /** (k,) positions and weights of the neighbours that stand for the person; empty without embeddings */
  neighbours: number[];
  neighbourWeights: number[];
  /** (n,) cosine of r with every career; null without embeddings or when the ratings say nothing */
  neighbourSimilarity: Float64Array | null;
  /** 1 / |sum_i w_i e_i| */
  neighbourScale: number;
  /** How much the ratings say, 0 to 1. */
  strength: number;
};

export const NEIGHBOUR_COUNT = 8;
export const NEIGHBOUR_TEMPERATURE = 0.05;
/** Length of centred answers that spread by half a point: below it they are taken as noise. */
const FLAT_NORM = 0.5 * Math.sqrt(DIMENSION_COUNT);

/**
 * @param ratings  (15,) 0 to 10
 * @throws EngineError on another width or a value that is not finite
 */
export function scoreRatings(index: RatingIndex, ratings: readonly number[]): RatingScores {
  if (ratings.length !== DIMENSION_COUNT || !ratings.every(Number.isFinite)) {
    throw new EngineError(`scoreRatings needs ${DIMENSION_COUNT} finite ratings`);
  }
  const centred = ratings.map((x) => x - DIMENSION_CENTER);
  const length = Math.hypot(...centred);
  const strength = Math.min(1, length / (4 * FLAT_NORM));
  const cosine = multiply(index.abilities, centred);
  const ability = new Float64Array(cosine.length);
  const damped = Math.max(length, FLAT_NORM);
  for (let i = 0; i < cosine.length; i++) {
    const dot = cosine[i] as number;
    ability[i] = dot / damped;
    cosine[i] = length > 0 ? dot / length : 0;
  }
  if (index.similarities === null || length === 0) {
    return {
      ability,
      cosine,
      neighbours: [],
      neighbourWeights: [],
      neighbourSimilarity: null,
      neighbourScale: 0,
      strength,
    };
  }
  const neighbours = topK(cosine, NEIGHBOUR_COUNT);
  const neighbourWeights = softmaxOf(cosine, neighbours);
  const blend = blendRows(index.similarities, neighbours, neighbourWeights);
  return {
    ability,
    cosine,
    neighbours,
    neighbourWeights,
    neighbourSimilarity: blend.cosines,
    neighbourScale: blend.scale,
    strength,
  };
}

function softmaxOf(cosine: Float64Array, neighbours: readonly number[]): number[] {
  const best = cosine[neighbours[0] as number] as number;
  const raw = neighbours.map((i) => Math.exp(((cosine[i] as number) - best) / NEIGHBOUR_TEMPERATURE));
  const total = raw.reduce((sum, w) => sum + w, 0);
  return raw.map((w) => w / total);
}

/** Cosine of normalise(sum_i w_i e_i) with every career, from the Gram matrix alone. */
function blendRows(similarities: Matrix, rows: readonly number[], weights: readonly number[]) {
  const { data, cols } = similarities;
  const out = new Float64Array(cols);
  rows.forEach((row, at) => {
    const weight = weights[at] as number;
    for (let j = 0, from = row * cols; j < cols; j++, from++)
      out[j] = (out[j] as number) + weight * (data[from] as number);
  });
  let squared = 0;
  rows.forEach((row, at) => {
    squared += (weights[at] as number) * (out[row] as number);
  });
  const scale = squared > 0 ? 1 / Math.sqrt(squared) : 0;
  for (let j = 0; j < cols; j++) out[j] = (out[j] as number) * scale;
  return { cosines: out, scale };
}

/** Standard scores of one person's similarities over the careers; all 0 when they do not differ. */
export function toStandardised(values: Float64Array): Float64Array {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const center = sum / values.length;
  const variance = squares / values.length - center * center;
  const scale = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  return values.map((value) => (value - center) * scale);
}
