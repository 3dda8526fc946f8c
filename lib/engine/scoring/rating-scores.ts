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
import type { Matrix, SimilarityMatrix } from "../math/vectors";
import { DIMENSION_CENTER, DIMENSION_COUNT } from "../profile/dimensions";

export type RatingIndex = {
  /** (n, 15) centred at 5, unit rows */
  readonly abilities: Matrix;
  /** (n, n) cosines between careers' embeddings; null in ability-only mode */
  readonly similarities: SimilarityMatrix | null;
};

export type RatingScores = {
  /** (n,) damped cosine: what is scored */
  readonly ability: Float64Array;
  /** (n,) plain cosine: what is reported */
  readonly cosine: Float64Array;
  /** (n,) cosine of r with every career; only meaningful with neighbours */
  readonly neighbourSimilarity: Float64Array;
  /** (k,) positions and weights of the neighbours that stand for the person; empty without embeddings or when all ratings are 5 */
  neighbours: readonly number[];
  neighbourWeights: readonly number[];
  /** 1 / |sum_i w_i e_i| */
  neighbourScale: number;
  /** How much the ratings say, 0 to 1. */
  strength: number;
};

export const NEIGHBOUR_COUNT = 8;
export const NEIGHBOUR_TEMPERATURE = 0.05;
/** Length of centred answers that spread by half a point: below it they are taken as noise. */
const FLAT_NORM = 0.5 * Math.sqrt(DIMENSION_COUNT);

/** Room for the scores of one person over n careers, to be filled again and again by a search over answers. */
export function createRatingScores(n: number): RatingScores {
  return {
    ability: new Float64Array(n),
    cosine: new Float64Array(n),
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
 * @throws EngineError on another width or a value that is not finite
 */
export function scoreRatings(
  index: RatingIndex,
  ratings: readonly number[],
  out: RatingScores = createRatingScores(index.abilities.rows),
): RatingScores {
  if (ratings.length !== DIMENSION_COUNT || !ratings.every(Number.isFinite)) {
    throw new EngineError(`scoreRatings needs ${DIMENSION_COUNT} finite ratings`);
  }
  const centred = Float64Array.from(ratings, (x) => x - DIMENSION_CENTER);
  const length = Math.hypot(...centred);
  const { data, rows, cols } = index.abilities;
  const plain = length > 0 ? 1 / length : 0;
  const damped = 1 / Math.max(length, FLAT_NORM);
  for (let row = 0, at = 0; row < rows; row++) {
    let dot = 0;
    for (let col = 0; col < cols; col++, at++) dot += (data[at] as number) * (centred[col] as number);
    out.cosine[row] = dot * plain;
    out.ability[row] = dot * damped;
  }
  out.strength = Math.min(1, length / (4 * FLAT_NORM));
  const isBlended = index.similarities !== null && length > 0;
  out.neighbours = isBlended ? topK(out.cosine, NEIGHBOUR_COUNT) : [];
  out.neighbourWeights = isBlended ? softmaxOf(out.cosine, out.neighbours) : [];
  out.neighbourScale = index.similarities === null ? 0 : blendRows(index.similarities, out);
  return out;
}

function softmaxOf(cosine: Float64Array, neighbours: readonly number[]): readonly number[] {
  const best = cosine[neighbours[0] as number] as number;
  const raw = neighbours.map((i) => Math.exp(((cosine[i] as number) - best) / NEIGHBOUR_TEMPERATURE));
  const total = raw.reduce((sum, w) => sum + w, 0);
  return raw.map((w) => w / total);
}

/** Cosine of normalise(sum_i w_i e_i) with every career, from the Gram matrix alone. @returns 1 / |sum_i w_i e_i| */
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

/** Turns one person's similarities into standard scores over the careers, in place; all 0 when they do not differ. */
export function standardise(values: Float64Array): Float64Array {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    sum += value;
    squares += value * value;
  }
  const center = sum / values.length;
  const variance = squares / values.length - center * center;
  const scale = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  for (let i = 0; i < values.length; i++) values[i] = ((values[i] as number) - center) * scale;
  return values;
}
