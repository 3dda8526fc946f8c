/**
 * How likely a row of a list is looked at, by its position: the position-based model of clicks (Craswell et al. 2008, doi:10.1145/1341531.1341545),
 * whose propensities make up for what was never looked at (Joachims et al. 2017, doi:10.1145/3018661.3018699).
 *
 *   p_k = share of the lists of at least k rows in which row k was touched, at least FLOOR, never rising with k, p_1 scaled to 1
 *
 * The browser reports which rows were in view for a second, so that examination is seen rather than inferred from clicks. "Never rising" is
 * isotonic regression (pool adjacent violators), weighted by the number of lists.
 */
import { EngineError } from "../engine-error";

/** A weight of more than ten would let single clicks far down decide. */
export const EXAMINATION_FLOOR = 0.1;

/**
 * @param lists  of each list, whether its rows were touched, from the first position on
 * @returns      (longest list,) in [EXAMINATION_FLOOR, 1]; 1 everywhere without a touch
 */
export function estimateExamination(lists: readonly (readonly boolean[])[]): Float64Array {
  const length = lists.reduce((top, rows) => Math.max(top, rows.length), 0);
  const shown = new Float64Array(length);
  const touched = new Float64Array(length);
  for (const rows of lists) {
    rows.forEach((isTouched, k) => {
      shown[k] = (shown[k] as number) + 1;
      if (isTouched) touched[k] = (touched[k] as number) + 1;
    });
  }
  const shares = toFalling(
    Array.from(touched, (count, k) => count / (shown[k] as number)),
    shown,
  );
  const first = shares[0] ?? 0;
  if (first === 0) return new Float64Array(length).fill(1);
  return Float64Array.from(shares, (share) => Math.max(EXAMINATION_FLOOR, share / first));
}

/**
 * The nearest sequence that never rises, by weighted squares.
 * @throws EngineError when lengths differ
 */
export function toFalling(values: readonly number[], weights: ArrayLike<number>): number[] {
  if (values.length !== weights.length) throw new EngineError("values and weights differ in length");
  const blocks: { value: number; weight: number; count: number }[] = [];
  values.forEach((value, i) => {
    let block = { value, weight: weights[i] as number, count: 1 };
    for (let last = blocks.at(-1); last !== undefined && last.value < block.value; last = blocks.at(-1)) {
      blocks.pop();
      const weight = last.weight + block.weight;
      block = {
        value: (last.value * last.weight + block.value * block.weight) / weight,
        weight,
        count: last.count + block.count,
      };
    }
    blocks.push(block);
  });
  return blocks.flatMap(({ value, count }) => new Array<number>(count).fill(value));
}
