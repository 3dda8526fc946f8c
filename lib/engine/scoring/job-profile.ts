/**
 * What ranks jobs for a person: the embedding of what they say of themselves, moved by the jobs that they liked.
 *
 *   p = b                            below LIKES_ENOUGH likes
 *   p = 0.3 b + 0.7 mean(liked)      from then on; the mean alone without b
 *
 * b and the liked jobs count as unit vectors, p is scaled to length 1. Relevance feedback without its negative term (Rocchio 1971): a
 * job is swiped left for its pay or place as often as for what it is. Cost O(likes d).
 */
import { EngineError } from "../engine-error";

export const LIKES_ENOUGH = 5;
export const LIKED_JOBS_SHARE = 0.7;

/**
 * @param base   (d,) embedding of what the person says; null without one; a zero vector says nothing, as null
 * @param liked  embeddings of the jobs they liked, (d,) each
 * @returns      (d,) of length 1; null when nothing is known
 * @throws EngineError when widths differ or a value is not finite
 */
export function moveJobProfile(base: Float32Array | null, liked: readonly Float32Array[]): Float32Array | null {
  const width = base?.length ?? liked[0]?.length ?? 0;
  const own = base === null ? null : toUnit(base, width);
  const likes = liked.map((vector) => toUnit(vector, width));
  if (likes.length < LIKES_ENOUGH) return own === null ? null : Float32Array.from(own);
  const sum = new Float64Array(width);
  for (const vector of likes) if (vector !== null) addTo(sum, vector, 1 / likes.length);
  if (own === null) return toSingle(sum);
  const moved = new Float64Array(width);
  addTo(moved, own, 1 - LIKED_JOBS_SHARE);
  addTo(moved, sum, LIKED_JOBS_SHARE);
  // Likes that are the very opposite of the base cancel it out: then what was said stays.
  return toSingle(moved) ?? Float32Array.from(own);
}

function addTo(sum: Float64Array, vector: Float64Array, weight: number): void {
  for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + weight * (vector[k] as number);
}

function toSingle(vector: Float64Array): Float32Array | null {
  const unit = toUnit(vector, vector.length);
  return unit === null ? null : Float32Array.from(unit);
}

/** Scaled to length 1; null for the zero vector, up to rounding. */
function toUnit(vector: ArrayLike<number>, width: number): Float64Array | null {
  if (vector.length !== width) throw new EngineError(`an embedding has ${vector.length} values, expected ${width}`);
  let squares = 0;
  for (let k = 0; k < width; k++) {
    const value = vector[k] as number;
    if (!Number.isFinite(value)) throw new EngineError(`an embedding holds ${value} at ${k}`);
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  return length < 1e-9 ? null : Float64Array.from(vector, (value) => value / length);
}
