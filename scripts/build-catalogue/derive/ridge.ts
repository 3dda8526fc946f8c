/**
 * Ridge regression: least squares with a penalty of lambda times the squared length of the weights.
 *
 *     W = (Z'Z + lambda I)^-1 Z'(Y - mean Y),  Z = the predictors, standardised
 *
 * Solved by Cholesky factorisation, O(n p^2 + p^3); several targets share one factorisation. Only + - * / and the square
 * root are used, which IEEE 754 fixes to the last bit, so that every machine gets the same catalogue.
 * Source: A. Hoerl, R. Kennard (1970), Ridge Regression: Biased Estimation for Nonorthogonal Problems,
 * doi:10.1080/00401706.1970.10488634. The intercept is not penalised.
 */
export interface RidgeModel {
  readonly predictorMeans: readonly number[];
  /** Standard deviations; 1 for a constant predictor, whose weight is then 0. */
  readonly predictorScales: readonly number[];
  readonly targetMeans: readonly number[];
  /** weights[target][predictor], on standardised predictors */
  readonly weights: readonly (readonly number[])[];
}

type Matrix = readonly (readonly number[])[];

/** The sums that every penalty needs, so that trying many penalties costs one pass over the rows. */
export interface RidgeSums {
  readonly predictorMeans: readonly number[];
  readonly predictorScales: readonly number[];
  readonly targetMeans: readonly number[];
  /** (p, p) Z'Z; only the lower triangle is filled. */
  readonly gram: Matrix;
  /** (t, p) Z'(Y - mean Y), one row a target */
  readonly products: Matrix;
}

/**
 * Collects the sums of the normal equations.
 * @param predictors  (n, p)
 * @param targets     (n, t)
 */
export function toRidgeSums(predictors: Matrix, targets: Matrix): RidgeSums {
  if (predictors.length === 0 || predictors.length !== targets.length) {
    throw new Error(`ridge needs as many targets as predictors, got ${targets.length} and ${predictors.length}`);
  }
  const predictorMeans = toColumnMeans(predictors);
  const predictorScales = toColumnScales(predictors, predictorMeans);
  const targetMeans = toColumnMeans(targets);
  const standardised = predictors.map((row) => standardise(row, predictorMeans, predictorScales));
  const products = targetMeans.map((mean, t) =>
    predictorMeans.map((_, j) => sum(standardised, (row, i) => at(row, j) * (at(at(targets, i), t) - mean))),
  );
  return { predictorMeans, predictorScales, targetMeans, gram: toGram(standardised), products };
}

/**
 * Solves for the weights at one penalty.
 * @param lambda  > 0, so that the system always has one solution
 */
export function solveRidge(sums: RidgeSums, lambda: number): RidgeModel {
  if (!(lambda > 0)) throw new Error(`ridge needs lambda > 0, got ${lambda}`);
  const penalised = sums.gram.map((row, j) => row.map((value, k) => (j === k ? value + lambda : value)));
  const factor = factorise(penalised);
  const { predictorMeans, predictorScales, targetMeans } = sums;
  return { predictorMeans, predictorScales, targetMeans, weights: sums.products.map((right) => solve(factor, right)) };
}

/** Fits one ridge regression per target column: {@link toRidgeSums}, then {@link solveRidge}. */
export function fitRidge(predictors: Matrix, targets: Matrix, lambda: number): RidgeModel {
  return solveRidge(toRidgeSums(predictors, targets), lambda);
}

/** @returns (t,) predictions for one row of predictors */
export function predictRidge(model: RidgeModel, row: readonly number[]): number[] {
  const z = standardise(row, model.predictorMeans, model.predictorScales);
  return model.weights.map((weights, t) => at(model.targetMeans, t) + sum(weights, (weight, j) => weight * at(z, j)));
}

function standardise(row: readonly number[], means: readonly number[], scales: readonly number[]): number[] {
  if (row.length !== means.length) throw new Error(`expected ${means.length} predictors, got ${row.length}`);
  return row.map((value, j) => (value - at(means, j)) / at(scales, j));
}

function toColumnMeans(rows: Matrix): number[] {
  return at(rows, 0).map((_, j) => sum(rows, (row) => at(row, j)) / rows.length);
}

function toColumnScales(rows: Matrix, means: readonly number[]): number[] {
  return means.map((mean, j) => {
    const variance = sum(rows, (row) => (at(row, j) - mean) * (at(row, j) - mean)) / rows.length;
    return variance > 0 ? Math.sqrt(variance) : 1;
  });
}

function toGram(rows: Matrix): number[][] {
  const size = at(rows, 0).length;
  const gram = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const row of rows) {
    for (const [j, left] of row.entries()) {
      const line = at(gram, j);
      for (let k = 0; k <= j; k++) line[k] = at(line, k) + left * at(row, k);
    }
  }
  return gram;
}

/** Cholesky: the lower triangle L with L L' = matrix, reading only the lower triangle of a positive definite matrix. */
function factorise(matrix: Matrix): number[][] {
  const lower: number[][] = [];
  for (const [i, source] of matrix.entries()) {
    const row: number[] = [];
    lower.push(row);
    for (let j = 0; j <= i; j++) {
      const other = at(lower, j);
      let rest = at(source, j);
      for (let k = 0; k < j; k++) rest -= at(row, k) * at(other, k);
      row.push(i === j ? Math.sqrt(rest) : rest / at(other, j));
    }
  }
  return lower;
}

/** Solves L L' x = right by one forward and one backward substitution. */
function solve(lower: Matrix, right: readonly number[]): number[] {
  const x = [...right];
  for (const [i, row] of lower.entries()) {
    let rest = at(x, i);
    for (let k = 0; k < i; k++) rest -= at(row, k) * at(x, k);
    x[i] = rest / at(row, i);
  }
  for (let i = x.length - 1; i >= 0; i--) {
    let rest = at(x, i);
    for (let k = i + 1; k < x.length; k++) rest -= at(at(lower, k), i) * at(x, k);
    x[i] = rest / at(at(lower, i), i);
  }
  return x;
}

function sum<Item>(items: readonly Item[], toTerm: (item: Item, index: number) => number): number {
  let total = 0;
  for (const [index, item] of items.entries()) total += toTerm(item, index);
  return total;
}

/** Reads a position that the shapes above guarantee; an undefined here is a broken precondition, not a value. */
function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`ridge: no element ${index} of ${items.length}`);
  return item;
}
