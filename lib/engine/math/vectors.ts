/**
 * Dense vectors and matrices over typed arrays.
 *
 * A matrix is one typed array in row order plus its shape, so that a row is a contiguous slice and a scan touches memory once.
 */
import { EngineError } from "../engine-error";

export type Matrix = { readonly data: Float64Array; readonly rows: number; readonly cols: number };

/** Square and large: single precision halves what a scan has to read. */
export type SimilarityMatrix = { readonly data: Float32Array; readonly size: number };

/** Euclidean norm of a vector (d,). */
export function norm(vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) * (vector[i] as number);
  return Math.sqrt(sum);
}

/**
 * Every row times one vector.
 * @param matrix  (n, d)
 * @param vector  (d,)
 * @param out     (n,) overwritten and returned
 * @returns       (n,) dot products
 * @throws EngineError when the widths disagree
 */
export function multiply(
  matrix: Matrix,
  vector: Float64Array,
  out: Float64Array = new Float64Array(matrix.rows),
): Float64Array {
  const { data, rows, cols } = matrix;
  if (vector.length !== cols) throw new EngineError(`a vector of ${vector.length} cannot multiply rows of ${cols}`);
  for (let row = 0, at = 0; row < rows; row++) {
    let sum = 0;
    for (let col = 0; col < cols; col++, at++) sum += (data[at] as number) * (vector[col] as number);
    out[row] = sum;
  }
  return out;
}

/**
 * The Gram matrix of the rows: all pairwise dot products.
 * @param matrix  (n, d)
 * @returns       (n, n), symmetric; O(n^2 d / 2), once per catalogue
 */
export function gram(matrix: Matrix): SimilarityMatrix {
  const { data, rows, cols } = matrix;
  const out = new Float32Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = i; j < rows; j++) {
      let sum = 0;
      for (let k = 0, a = i * cols, b = j * cols; k < cols; k++, a++, b++) {
        sum += (data[a] as number) * (data[b] as number);
      }
      out[i * rows + j] = sum;
      out[j * rows + i] = sum;
    }
  }
  return { data: out, size: rows };
}

/**
 * Builds a matrix from rows of numbers, each scaled to length 1; a zero row stays zero.
 * @param rows   n arrays of length cols
 * @param shift  subtracted from every value first
 * @throws EngineError when a row has another width or holds a value that is not finite
 */
export function toUnitRows(rows: readonly ArrayLike<number>[], cols: number, shift = 0): Matrix {
  const data = new Float64Array(rows.length * cols);
  rows.forEach((row, index) => {
    if (row.length !== cols) throw new EngineError(`row ${index} has ${row.length} values, expected ${cols}`);
    let squares = 0;
    for (let k = 0; k < cols; k++) {
      const value = (row[k] as number) - shift;
      if (!Number.isFinite(value)) throw new EngineError(`row ${index} holds ${value} at ${k}`);
      data[index * cols + k] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    if (length > 0) for (let k = 0; k < cols; k++) data[index * cols + k] = (data[index * cols + k] as number) / length;
  });
  return { data, rows: rows.length, cols };
}
