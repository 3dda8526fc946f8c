import { EngineError } from "../engine-error";
import type { Rng } from "./random";
import type { Matrix } from "./vectors";

const STARTS = 8;
const ROUNDS_MAX = 50;

/**
 * k-means (Lloyd 1982, doi:10.1109/TIT.1982.1056489) from k-means++ starts (Arthur & Vassilvitskii 2007), the best of several.
 * @returns  centers (k, d), and the mean square of a value around its point's center
 * @throws EngineError unless there are k points at least, and k is 1 at least
 */
export function fitKMeans(points: Matrix, k: number, rng: Rng): { centers: Matrix; spread: number } {
  if (!(k >= 1 && points.rows >= k)) throw new EngineError(`${k} centers of ${points.rows} points`);
  let best = fitOnce(points, k, rng);
  for (let start = 1; start < STARTS; start++) {
    const other = fitOnce(points, k, rng);
    if (other.squares < best.squares) best = other;
  }
  return { centers: best.centers, spread: best.squares / (points.rows * points.cols) };
}

function fitOnce(points: Matrix, k: number, rng: Rng): { centers: Matrix; squares: number } {
  const { rows, cols } = points;
  const centers = drawStarts(points, k, rng);
  const nearest = new Int32Array(rows).fill(-1);
  let squares = 0;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    squares = 0;
    let hasMoved = false;
    for (let row = 0; row < rows; row++) {
      let [at, least] = [0, Number.POSITIVE_INFINITY];
      for (let center = 0; center < k; center++) {
        const distance = squaredDistance(points, row, centers, center);
        if (distance < least) [at, least] = [center, distance];
      }
      squares += least;
      if (nearest[row] !== at) hasMoved = true;
      nearest[row] = at;
    }
    if (!hasMoved) break;
    moveCenters(points, nearest, centers);
  }
  return { centers: { data: centers.data, rows: k, cols }, squares };
}

/** Each to the mean of its points; one without any stays. */
function moveCenters({ data, cols }: Matrix, nearest: Int32Array, centers: Matrix): void {
  const counts = new Int32Array(centers.rows);
  for (const center of nearest) counts[center] = (counts[center] as number) + 1;
  counts.forEach((count, center) => {
    if (count > 0) centers.data.fill(0, center * cols, (center + 1) * cols);
  });
  nearest.forEach((center, row) => {
    for (let d = 0; d < cols; d++) {
      const at = center * cols + d;
      centers.data[at] = (centers.data[at] as number) + (data[row * cols + d] as number) / (counts[center] as number);
    }
  });
}

function drawStarts(points: Matrix, k: number, rng: Rng): Matrix {
  const { rows, cols, data } = points;
  const centers: Matrix = { data: new Float64Array(k * cols), rows: k, cols };
  const distances = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  let drawn = rng.integer(rows);
  for (let center = 0; center < k; center++) {
    centers.data.set(data.subarray(drawn * cols, (drawn + 1) * cols), center * cols);
    let total = 0;
    for (let row = 0; row < rows; row++) {
      distances[row] = Math.min(distances[row] as number, squaredDistance(points, row, centers, center));
      total += distances[row] as number;
    }
    let left = rng.uniform() * total;
    const next = distances.findIndex((distance) => {
      left -= distance;
      return left < 0;
    });
    drawn = next < 0 ? rng.integer(rows) : next;
  }
  return centers;
}

function squaredDistance(a: Matrix, row: number, b: Matrix, other: number): number {
  let sum = 0;
  for (let d = 0; d < a.cols; d++) {
    const gap = (a.data[row * a.cols + d] as number) - (b.data[other * b.cols + d] as number);
    sum += gap * gap;
  }
  return sum;
}
