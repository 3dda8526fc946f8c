/**
 * A person's own weights on what items are, from what they did with items that they were shown: what they want more or less of than a ranker expects.
 *
 *   y_i - m - POINT_SPREAD s_i = b_0 + t_i b + v_c + e,   b_0 ~ N(0, LEVEL_SD^2),  b, v ~ N(0, OWN_SD^2),  e ~ N(0, NOISE)
 *
 * y_i is what came of item i as a normal score, s_i the raw score that the ranker gives it, t_i its columns and c its category as the ranker's linear
 * layer has them, b_0 how much the person does at all, which orders nothing. What is served is the mean of the posterior, worked out anew from the newest rows for
 * each list, so that an action moves the next list and nothing is kept that would have to be forgotten. Without rows it is 0. (Random slopes: Laird & Ware
 * 1982, doi:10.2307/2529876; on top of a ranker for everybody: Zhang et al. 2016, doi:10.1145/2939672.2939684.)
 * Cost: O(n k^2 + k^3) for k columns and categories.
 */
import { EngineError } from "../engine-error";
import { solveCholesky } from "../math/cholesky";
import type { Matrix } from "../math/vectors";
import type { FeatureRows } from "./binning";
import { type LinearLayer, type Outcomes, POINT_SPREAD, standardiseFeatures } from "./linear-layer";

export type OwnRows = {
  /** (n, features) of items that a person saw, as they were when they were shown */
  readonly rows: FeatureRows;
  /** (n,) what came of each, 0 to 1 */
  readonly labels: ArrayLike<number>;
  /** (n,) s, base included */
  readonly scores: ArrayLike<number>;
};

export type OwnWeights = {
  /** (item columns,) for 1 of z, in the raw score's units */
  columns: Float64Array;
  /** (categories,) */
  categories: Float64Array;
};

/** Chosen in `npm run evaluate:ranking`'s world, on the seed that chooses (lib/engine/README.md). */
const OWN_SD = 0.1;
const LEVEL_SD = 0.3;
const NOISE = 0.7;

/**
 * @returns null without rows
 * @throws EngineError when lengths or widths disagree, or a label or score is not finite
 */
export function fitOwnWeights(layer: LinearLayer, { rows, labels, scores }: OwnRows): OwnWeights | null {
  const { item, count } = layer.columns;
  if (rows.rows === 0) return null;
  if (rows.cols !== count) throw new EngineError(`rows of ${rows.cols} features for a layer of ${count}`);
  if (labels.length !== rows.rows || scores.length !== rows.rows)
    throw new EngineError(`${labels.length} labels and ${scores.length} scores for ${rows.rows} rows`);
  const size = 1 + item.length + layer.categories.length;
  const matrix = new Float64Array(size * size);
  const vector = new Float64Array(size);
  const z = new Float64Array(count);
  const x = new Float64Array(size);
  for (let k = 0; k < size; k++) matrix[k * (size + 1)] = NOISE;
  for (let row = 0; row < rows.rows; row++) {
    const level = standardiseFeatures(layer, rows, row, z);
    x.fill(0);
    x[0] = LEVEL_SD;
    item.forEach((column, k) => {
      x[1 + k] = OWN_SD * (z[column] as number);
    });
    if (level >= 0 && level < layer.categories.length) x[1 + item.length + level] = OWN_SD;
    const rest =
      toNormalScore(layer.outcomes, labels[row] as number) -
      POINT_SPREAD * ((scores[row] as number) - layer.outcomes.start);
    if (!Number.isFinite(rest)) throw new EngineError(`the label or the score of row ${row} is not finite`);
    for (let i = 0; i < size; i++) {
      const value = x[i] as number;
      if (value === 0) continue;
      vector[i] = (vector[i] as number) + value * rest;
      for (let j = 0; j <= i; j++) matrix[i * size + j] = (matrix[i * size + j] as number) + value * (x[j] as number);
    }
  }
  const weights = solveCholesky(matrix, vector).map((weight) => (OWN_SD * weight) / POINT_SPREAD);
  return { columns: weights.slice(1, 1 + item.length), categories: weights.slice(1 + item.length) };
}

/** Linear between the labels that are known. */
function toNormalScore({ labels, scores }: Outcomes, label: number): number {
  const after = labels.findIndex((known) => known >= label);
  if (after <= 0) return scores[after < 0 ? scores.length - 1 : 0] as number;
  const [low, high] = [labels[after - 1] as number, labels[after] as number];
  const share = (label - low) / (high - low);
  return (1 - share) * (scores[after - 1] as number) + share * (scores[after] as number);
}

/**
 * What each feature adds to the raw score of each row: terms of a sum.
 * @returns (n, features + 1); the last column is 0
 */
export function explainOwnWeights(layer: LinearLayer, own: OwnWeights, rows: FeatureRows): Matrix {
  const { item, count, category } = layer.columns;
  const cols = count + 1;
  const data = new Float64Array(rows.rows * cols);
  const z = new Float64Array(count);
  for (let row = 0; row < rows.rows; row++) {
    const level = standardiseFeatures(layer, rows, row, z);
    item.forEach((column, k) => {
      data[row * cols + column] = (own.columns[k] as number) * (z[column] as number);
    });
    if (category !== null) data[row * cols + category] = own.categories[level] ?? 0;
  }
  return { data, rows: rows.rows, cols };
}

/** @returns (n,) what own weights add to the raw scores */
export function scoreOwnWeights(layer: LinearLayer, own: OwnWeights, rows: FeatureRows): Float64Array {
  const { data, cols } = explainOwnWeights(layer, own, rows);
  return Float64Array.from({ length: rows.rows }, (_, row) =>
    data.subarray(row * cols, (row + 1) * cols).reduce((sum, value) => sum + value, 0),
  );
}
