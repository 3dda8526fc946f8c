/** Orders of typed arrays. */

const RUN = 12;

/**
 * The order of scores[start .. start + count], best first, ties to the lower position: insertion sort in short runs, which are merged.
 * @param order    its first `count` become positions from 0 on
 * @param scratch  as long as order
 */
export function orderByScore(
  scores: Float64Array,
  start: number,
  count: number,
  order: Int32Array,
  scratch: Int32Array,
): void {
  for (let from = 0; from < count; from += RUN) {
    const end = Math.min(from + RUN, count);
    for (let i = from; i < end; i++) {
      const score = scores[start + i] as number;
      let at = i;
      while (at > from && (scores[start + (order[at - 1] as number)] as number) < score) {
        order[at] = order[at - 1] as number;
        at--;
      }
      order[at] = i;
    }
  }
  for (let width = RUN; width < count; width *= 2) {
    for (let from = 0; from < count; from += 2 * width)
      mergeRuns(scores, start, order, scratch, from, Math.min(from + width, count), Math.min(from + 2 * width, count));
    order.set(scratch.subarray(0, count));
  }
}

function mergeRuns(
  scores: Float64Array,
  start: number,
  order: Int32Array,
  out: Int32Array,
  from: number,
  middle: number,
  end: number,
): void {
  let left = from;
  let right = middle;
  for (let at = from; at < end; at++) {
    const takesLeft =
      left < middle &&
      (right >= end ||
        (scores[start + (order[left] as number)] as number) >= (scores[start + (order[right] as number)] as number));
    out[at] = (takesLeft ? order[left++] : order[right++]) as number;
  }
}
