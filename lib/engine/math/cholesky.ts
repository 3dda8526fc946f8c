/** What is added to the diagonal, so that a direction without curvature is not divided by 0. */
const RIDGE = 1e-9;

/**
 * Solves H x = g.
 * @param hessian   (k x k,) by rows, positive definite; only its lower triangle is read
 * @param gradient  (k,)
 */
export function solveCholesky(hessian: Float64Array, gradient: Float64Array): Float64Array {
  const size = gradient.length;
  const lower = hessian.slice();
  const get = (i: number, j: number): number => lower[i * size + j] as number;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = get(i, j) + (i === j ? RIDGE : 0);
      for (let k = 0; k < j; k++) sum -= get(i, k) * get(j, k);
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, RIDGE)) : sum / get(j, j);
    }
  }
  const x = gradient.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - get(i, k) * (x[k] as number);
    x[i] = (x[i] as number) / get(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] = (x[i] as number) - get(k, i) * (x[k] as number);
    x[i] = (x[i] as number) / get(i, i);
  }
  return x;
}
