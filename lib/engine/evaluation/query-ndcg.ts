/**
 * NDCG of every query of a data set at once, for training, where it is wanted after each tree (see ndcgAt in retrieval.ts for one list).
 *
 *   NDCG@k = sum over ranks r < k of gain_r / log2(r + 2), over the same sum in the best order
 *
 * 1 for a query in which nothing is worth anything. Ties come in the order of the rows, as everywhere.
 */
import { EngineError } from "../engine-error";
import { orderByScore } from "../math/order";

/**
 * @param gains   (n,) of the rows, finite and not below 0
 * @param starts  (queries + 1,) query q has the rows starts[q] .. starts[q + 1]
 * @returns       a function from (n,) scores and a k to (queries,) NDCG@k
 * @throws EngineError on a gain that is negative or not finite
 */
export function createQueryNdcg(
  gains: Float64Array,
  starts: Int32Array,
): (scores: Float64Array, k: number) => Float64Array {
  const wrong = gains.find((gain) => !(gain >= 0 && Number.isFinite(gain)));
  if (wrong !== undefined) throw new EngineError(`a gain must be finite and at least 0, got ${wrong}`);
  const queries = starts.length - 1;
  const bests = new Map<number, Float64Array>();
  const [order, scratch] = [new Int32Array(gains.length), new Int32Array(gains.length)];
  const evaluate = (by: Float64Array, k: number): Float64Array => {
    const sums = new Float64Array(queries);
    for (let query = 0; query < queries; query++) {
      const start = starts[query] as number;
      const count = (starts[query + 1] as number) - start;
      orderByScore(by, start, count, order, scratch);
      let sum = 0;
      for (let rank = 0; rank < Math.min(k, count); rank++)
        sum += (gains[start + (order[rank] as number)] as number) / Math.log2(rank + 2);
      sums[query] = sum;
    }
    return sums;
  };
  return (scores, k) => {
    const best = bests.get(k) ?? evaluate(gains, k);
    bests.set(k, best);
    return evaluate(scores, k).map((sum, query) => (best[query] === 0 ? 1 : sum / (best[query] as number)));
  };
}
