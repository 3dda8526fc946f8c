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

/** As many rows of products as are summed side by side. */
const BLOCK = 4;

/**
 * Every row times each of several vectors. Four at a time, so that the matrix is read from memory a quarter as often.
 * @param matrix   (n, d)
 * @param vectors  m of (d,)
 * @returns        m of (n,) dot products
 * @throws EngineError when the widths disagree
 */
export function multiplyEach(matrix: Matrix, vectors: readonly Float64Array[]): Float64Array[] {
  const out = vectors.map(() => new Float64Array(matrix.rows));
  const blocked = vectors.length - (vectors.length % BLOCK);
  for (let at = 0; at < blocked; at += BLOCK) multiplyBlock(matrix, vectors, out, at);
  for (let at = blocked; at < vectors.length; at++) multiply(matrix, vectors[at] as Float64Array, out[at]);
  return out;
}

function multiplyBlock(
  matrix: Matrix,
  vectors: readonly Float64Array[],
  out: readonly Float64Array[],
  at: number,
): void {
  const { data, rows, cols } = matrix;
  const [a, b, c, d] = vectors.slice(at, at + BLOCK) as [Float64Array, Float64Array, Float64Array, Float64Array];
  if (a.length !== cols || b.length !== cols || c.length !== cols || d.length !== cols) {
    throw new EngineError(`vectors of other widths cannot multiply rows of ${cols}`);
  }
  const [outA, outB, outC, outD] = out.slice(at, at + BLOCK) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let row = 0, cell = 0; row < rows; row++) {
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    for (let col = 0; col < cols; col++, cell++) {
      const value = data[cell] as number;
      sumA += value * (a[col] as number);
      sumB += value * (b[col] as number);
      sumC += value * (c[col] as number);
      sumD += value * (d[col] as number);
    }
    outA[row] = sumA;
    outB[row] = sumB;
    outC[row] = sumC;
    outD[row] = sumD;
  }
}

/** Products that were computed before, and where in them each row now has its own; -1 of a row that is new or changed. */
export type KnownGram = { readonly gram: SimilarityMatrix; readonly rows: Int32Array };

/**
 * The Gram matrix of the rows: all pairwise dot products.
 * @param matrix  (n, d)
 * @param known   of a matrix that shares rows with this one: their products are taken over, the same to the last bit
 * @returns       (n, n), symmetric; O(n^2 d / 2), or O(m n d) with m rows that are not known
 */
export function gram(matrix: Matrix, known?: KnownGram): SimilarityMatrix {
  const { data, rows, cols } = matrix;
  const out = new Float32Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    const knownRow = known?.rows[i] ?? -1;
    for (let j = i; j < rows; j++) {
      const knownColumn = knownRow < 0 ? -1 : (known?.rows[j] ?? -1);
      if (known !== undefined && knownColumn >= 0) {
        out[i * rows + j] = known.gram.data[knownRow * known.gram.size + knownColumn] as number;
        out[j * rows + i] = out[i * rows + j] as number;
        continue;
      }
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
