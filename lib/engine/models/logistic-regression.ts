/**
 * Logistic regression with an L2 penalty, the plain baseline of a yes or no.
 *
 *   P(yes | x) = sigmoid(b + sum_f w_f z_f),   z_f = (x_f - mean_f) / sd_f,  0 where x_f is not known
 *   minimises  sum_i v_i log-loss_i + l2 / 2 |w|^2,  v_i the rows' weights; the intercept b is free
 *
 * Solved by Newton's steps, which is iteratively reweighted least squares (McCullagh & Nelder 1989, "Generalized linear models", 2.5), each halved until
 * the loss falls. Columns are standardised over the training rows, so that the penalty means the same for each. Cost: O(steps n f^2 + f^3).
 */
import { EngineError } from "../engine-error";
import { solveCholesky } from "../math/cholesky";
import type { Matrix } from "../math/vectors";
import { type BinaryData, toProbability } from "./logistic-trees";

export type LogisticModel = {
  readonly featureNames: readonly string[];
  /** (f,) of the training rows; sd 0 of a column that never varied, which then counts nothing */
  readonly means: readonly number[];
  readonly sds: readonly number[];
  /** (f,) of the standardised columns */
  readonly weights: readonly number[];
  readonly intercept: number;
};

const STEPS_MAX = 50;
const HALVINGS_MAX = 30;
const TOLERANCE = 1e-10;

/**
 * @param l2  above 0
 * @throws EngineError on no rows, lengths that disagree, labels outside [0, 1], a penalty or weight that is not possible
 */
export function fitLogisticRegression(data: BinaryData, featureNames: readonly string[], l2: number): LogisticModel {
  const { rows, labels, weights } = data;
  if (featureNames.length !== rows.cols)
    throw new EngineError(`${featureNames.length} names for ${rows.cols} features`);
  const { means, sds } = measureColumns(data);
  const standardised = standardiseRows(rows, means, sds);
  const solution = solveLogistic(standardised, labels, weights, l2);
  return { featureNames, means, sds, weights: solution.slice(1), intercept: solution[0] as number };
}

/**
 * @param rows  (n, f) NaN is not known
 * @returns     (n,) log-odds
 * @throws EngineError when the width is not the model's
 */
export function scoreLogistic(model: LogisticModel, rows: Matrix): Float64Array {
  if (rows.cols !== model.weights.length)
    throw new EngineError(`rows of ${rows.cols} for a model of ${model.weights.length} features`);
  const { data } = standardiseRows(rows, model.means, model.sds);
  return Float64Array.from({ length: rows.rows }, (_, row) =>
    model.weights.reduce((sum, weight, f) => sum + weight * (data[row * rows.cols + f] as number), model.intercept),
  );
}

function measureColumns({ rows, weights }: BinaryData): { means: number[]; sds: number[] } {
  const [means, sds] = [[] as number[], [] as number[]];
  for (let f = 0; f < rows.cols; f++) {
    let [total, sum, squares] = [0, 0, 0];
    for (let row = 0; row < rows.rows; row++) {
      const value = rows.data[row * rows.cols + f] as number;
      if (Number.isNaN(value)) continue;
      const weight = weights === undefined ? 1 : (weights[row] as number);
      total += weight;
      sum += weight * value;
      squares += weight * value * value;
    }
    const mean = total > 0 ? sum / total : 0;
    const variance = total > 0 ? squares / total - mean * mean : 0;
    means.push(mean);
    // What rounding leaves of a constant is no spread.
    sds.push(variance > 1e-12 * (1 + mean * mean) ? Math.sqrt(variance) : 0);
  }
  return { means, sds };
}

function standardiseRows({ data, rows, cols }: BinaryData["rows"], means: readonly number[], sds: readonly number[]) {
  const out = new Float64Array(rows * cols);
  for (let at = 0; at < out.length; at++) {
    const [value, sd] = [data[at] as number, sds[at % cols] as number];
    if (sd > 0 && !Number.isNaN(value)) out[at] = (value - (means[at % cols] as number)) / sd;
  }
  return { data: out, rows, cols };
}

/**
 * @param rows    (n, f) finite
 * @param labels  (n,) 0 to 1: a share of yes is allowed
 * @param l2      above 0, unless every direction is curved without it
 * @returns       (f + 1,) the intercept, then the weights
 */
export function solveLogistic(
  rows: Matrix,
  labels: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  l2: number,
): number[] {
  check(rows, labels, weights, l2);
  let solution = new Array<number>(rows.cols + 1).fill(0);
  let loss = toLoss(rows, labels, weights, l2, solution);
  for (let step = 0; step < STEPS_MAX; step++) {
    const { gradient, hessian } = differentiate(rows, labels, weights, l2, solution);
    const direction = solveCholesky(hessian, gradient);
    let scale = 1;
    let next = solution;
    let nextLoss = loss;
    for (let halving = 0; halving < HALVINGS_MAX; halving++, scale /= 2) {
      next = solution.map((value, i) => value - scale * (direction[i] as number));
      nextLoss = toLoss(rows, labels, weights, l2, next);
      if (nextLoss <= loss) break;
    }
    if (!(nextLoss <= loss)) break;
    const gained = loss - nextLoss;
    [solution, loss] = [next, nextLoss];
    if (gained <= TOLERANCE * (1 + Math.abs(loss))) break;
  }
  return solution;
}

function check(rows: Matrix, labels: ArrayLike<number>, weights: ArrayLike<number> | undefined, l2: number): void {
  if (rows.rows === 0) throw new EngineError("there are no rows");
  if (labels.length !== rows.rows || (weights?.length ?? rows.rows) !== rows.rows)
    throw new EngineError(`labels or weights are not of ${rows.rows} rows`);
  if (!(l2 >= 0 && Number.isFinite(l2))) throw new EngineError(`the penalty must be at least 0, got ${l2}`);
  for (let row = 0; row < rows.rows; row++) {
    const [label, weight] = [labels[row] as number, weights === undefined ? 1 : (weights[row] as number)];
    if (!(label >= 0 && label <= 1)) throw new EngineError(`the label of row ${row} must be 0 to 1, got ${label}`);
    if (!(weight >= 0 && Number.isFinite(weight))) throw new EngineError(`the weight of row ${row} is ${weight}`);
  }
}

function scoreRow({ data, cols }: Matrix, row: number, solution: readonly number[]): number {
  let score = solution[0] as number;
  for (let f = 0; f < cols; f++) score += (solution[f + 1] as number) * (data[row * cols + f] as number);
  return score;
}

function toLoss(
  rows: Matrix,
  labels: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  l2: number,
  solution: readonly number[],
): number {
  let loss = 0;
  for (let row = 0; row < rows.rows; row++) {
    const score = scoreRow(rows, row, solution);
    // log(1 + exp(s)) - y s, without overflow.
    const own = Math.max(0, score) + Math.log1p(Math.exp(-Math.abs(score))) - (labels[row] as number) * score;
    loss += (weights === undefined ? 1 : (weights[row] as number)) * own;
  }
  return loss + (l2 / 2) * solution.slice(1).reduce((sum, weight) => sum + weight * weight, 0);
}

function differentiate(
  rows: Matrix,
  labels: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  l2: number,
  solution: readonly number[],
) {
  const size = rows.cols + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const x = new Float64Array(size);
  x[0] = 1;
  for (let row = 0; row < rows.rows; row++) {
    x.set(rows.data.subarray(row * rows.cols, (row + 1) * rows.cols), 1);
    const p = toProbability(scoreRow(rows, row, solution));
    const weight = weights === undefined ? 1 : (weights[row] as number);
    const [error, curve] = [weight * (p - (labels[row] as number)), weight * p * (1 - p)];
    for (let i = 0; i < size; i++) {
      gradient[i] = (gradient[i] as number) + error * (x[i] as number);
      const scaled = curve * (x[i] as number);
      for (let j = 0; j <= i; j++)
        hessian[i * size + j] = (hessian[i * size + j] as number) + scaled * (x[j] as number);
    }
  }
  for (let i = 1; i < size; i++) {
    gradient[i] = (gradient[i] as number) + l2 * (solution[i] as number);
    hessian[i * size + i] = (hessian[i * size + i] as number) + l2;
  }
  return { gradient, hessian };
}
