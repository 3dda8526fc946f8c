/**
 * LambdaRank's gradients: in which direction each row's score should move, so that the better of two rows of a query comes first.
 *
 * For every pair of a query with different labels, at least one of which is among the first `truncationLevel` (Burges 2010, "From RankNet to
 * LambdaRank to LambdaMART", MSR-TR-2010-82; the form is LightGBM 4.1's, src/objective/rank_objective.hpp):
 *
 *   delta  = |gain_high - gain_low| |1 / log2(2 + rank_high) - 1 / log2(2 + rank_low)| / best DCG   the change in NDCG if they swapped
 *   p      = 1 / (1 + exp(sigma (s_high - s_low)))
 *   lambda = sigma p delta             what pulls the better row up and pushes the other down
 *   h      = sigma^2 p (1 - p) delta   their hessians
 *
 * With isNormalised delta is divided by 0.01 + |s_high - s_low| once the scores of the query differ, and a query's sums by S / log2(1 + S), S
 * the sum of its lambdas. Then weights multiply.
 *
 * Positions: what was shown higher is clicked more. Each position has an additive bias b on the scores, learned along with the trees by a
 * Newton step an iteration, with an L2 term of `positionRegularization` a row, and left out when scoring (LightGBM 4.1's
 * lambdarank_position_bias_regularization):
 *
 *   b += rate * (-sum lambda - reg b n) / (|-sum h - reg n| + 0.001)
 *
 * p is read from a table of 2^20 steps, as in LightGBM. Cost O(queries x truncation x rows of a query) an iteration.
 */
import { orderByScore } from "../math/order";

export type LambdarankParams = {
  sigmoid: number;
  truncationLevel: number;
  isNormalised: boolean;
  /** What a label is worth, by label. */
  labelGain: readonly number[];
  positionRegularization: number;
};

export type RankingGroups = {
  readonly labels: Int32Array; // (n,)
  /** Query q has the rows starts[q] .. starts[q + 1]. */
  readonly starts: Int32Array; // (queries + 1,)
  readonly weights?: ArrayLike<number> | undefined;
  readonly positions?: ArrayLike<number> | undefined;
};

export type Lambdarank = {
  /** Overwrites both with the derivatives by the scores, and moves the position biases on. */
  computeGradients: (scores: Float64Array, gradients: Float32Array, hessians: Float32Array) => void;
  positionBiases: Float64Array;
};

const SIGMOID_STEPS = 2 ** 20;
/** LightGBM's single-precision constant. */
const DISTANCE_MIN = Math.fround(0.01);

export function createLambdarank(groups: RankingGroups, params: LambdarankParams, learningRate: number): Lambdarank {
  const { labels, starts, weights, positions } = groups;
  const queries = starts.length - 1;
  const gains = Float64Array.from(labels, (label) => params.labelGain[label] as number);
  let largest = 0;
  for (let q = 0; q < queries; q++) largest = Math.max(largest, (starts[q + 1] as number) - (starts[q] as number));
  const discounts = Float64Array.from({ length: largest }, (_, rank) => 1 / Math.log2(2 + rank));
  const inverseBest = inverseBestDcgs(gains, starts, discounts, params.truncationLevel);
  const { table, limit, scale } = tabulateSigmoid(params.sigmoid);
  let positionCount = 0;
  if (positions)
    for (let row = 0; row < labels.length; row++)
      positionCount = Math.max(positionCount, (positions[row] as number) + 1);
  const positionBiases = new Float64Array(positionCount);
  // One query in the order of its scores.
  const [order, scratch] = [new Int32Array(largest), new Int32Array(largest)];
  const [sortedScores, sortedGains] = [new Float64Array(largest), new Float64Array(largest)];
  const sortedLabels = new Int32Array(largest);
  const [lambdas, curves] = [new Float32Array(largest), new Float32Array(largest)];
  const adjusted = positions ? new Float64Array(labels.length) : null;

  function addPairs(count: number, inverse: number): number {
    const isScaled = params.isNormalised && sortedScores[0] !== sortedScores[count - 1];
    const { sigmoid: sigma } = params;
    let sum = 0;
    for (let i = 0; i < count - 1 && i < params.truncationLevel; i++) {
      const label = sortedLabels[i] as number;
      const gain = sortedGains[i] as number;
      const score = sortedScores[i] as number;
      const discount = discounts[i] as number;
      for (let j = i + 1; j < count; j++) {
        if (sortedLabels[j] === label) continue;
        const isUpright = label > (sortedLabels[j] as number);
        const apart = score - (sortedScores[j] as number);
        const gap = Math.abs(gain - (sortedGains[j] as number));
        let delta = gap * (discount - (discounts[j] as number)) * inverse;
        if (isScaled) delta /= DISTANCE_MIN + apart;
        // In place, not a function: a call would put both numbers on the heap, for every pair.
        const x = isUpright ? apart : -apart;
        const step = x <= -limit ? 0 : x >= limit ? SIGMOID_STEPS - 1 : Math.floor((x + limit) * scale);
        const p = table[step] as number;
        const lambda = sigma * p * delta;
        const curve = sigma * sigma * p * (1 - p) * delta;
        const high = isUpright ? i : j;
        const low = isUpright ? j : i;
        lambdas[low] = (lambdas[low] as number) + lambda;
        lambdas[high] = (lambdas[high] as number) - lambda;
        curves[low] = (curves[low] as number) + curve;
        curves[high] = (curves[high] as number) + curve;
        sum += 2 * lambda;
      }
    }
    return sum;
  }

  function addQuery(query: number, scores: Float64Array, gradients: Float32Array, hessians: Float32Array): void {
    const start = starts[query] as number;
    const count = (starts[query + 1] as number) - start;
    orderByScore(scores, start, count, order, scratch);
    for (let i = 0; i < count; i++) {
      const row = start + (order[i] as number);
      sortedScores[i] = scores[row] as number;
      sortedGains[i] = gains[row] as number;
      sortedLabels[i] = labels[row] as number;
    }
    lambdas.fill(0, 0, count);
    curves.fill(0, 0, count);
    const sum = addPairs(count, inverseBest[query] as number);
    const shrink = params.isNormalised && sum > 0 ? Math.log2(1 + sum) / sum : 1;
    for (let i = 0; i < count; i++) {
      const row = start + (order[i] as number);
      const weight = weights === undefined ? 1 : (weights[row] as number);
      gradients[row] = (lambdas[i] as number) * shrink * weight;
      hessians[row] = (curves[i] as number) * shrink * weight;
    }
  }

  function movePositionBiases(gradients: Float32Array, hessians: Float32Array, of: ArrayLike<number>): void {
    const [first, second] = [new Float64Array(positionCount), new Float64Array(positionCount)];
    const { positionRegularization } = params;
    for (let row = 0; row < gradients.length; row++) {
      const at = of[row] as number;
      const bias = positionBiases[at] as number;
      first[at] = (first[at] as number) - (gradients[row] as number) - positionRegularization * bias;
      second[at] = (second[at] as number) + (hessians[row] as number) + positionRegularization;
    }
    for (let at = 0; at < positionCount; at++)
      positionBiases[at] =
        (positionBiases[at] as number) + (learningRate * (first[at] as number)) / ((second[at] as number) + 0.001);
  }

  return {
    positionBiases,
    computeGradients: (scores, gradients, hessians) => {
      let shown = scores;
      if (adjusted && positions) {
        for (let row = 0; row < scores.length; row++)
          adjusted[row] = (scores[row] as number) + (positionBiases[positions[row] as number] as number);
        shown = adjusted;
      }
      for (let query = 0; query < queries; query++) addQuery(query, shown, gradients, hessians);
      if (positions) movePositionBiases(gradients, hessians, positions);
    },
  };
}

/** 1 / the best DCG that the first k can have, 0 for a query in which nothing is worth anything. */
function inverseBestDcgs(gains: Float64Array, starts: Int32Array, discounts: Float64Array, k: number): Float64Array {
  const inverse = new Float64Array(starts.length - 1);
  for (let query = 0; query < inverse.length; query++) {
    const sorted = gains
      .slice(starts[query], starts[query + 1])
      .sort()
      .reverse()
      .subarray(0, k);
    const best = sorted.reduce((sum, gain, rank) => sum + gain * (discounts[rank] as number), 0);
    inverse[query] = best > 0 ? 1 / best : 0;
  }
  return inverse;
}

/** 1 / (1 + exp(sigma x)) for |sigma x| <= 25, at (x + limit) * scale; the ends hold beyond. */
function tabulateSigmoid(sigma: number): { table: Float64Array; limit: number; scale: number } {
  const limit = 25 / sigma;
  const scale = SIGMOID_STEPS / (2 * limit);
  const table = new Float64Array(SIGMOID_STEPS);
  for (let i = 0; i < SIGMOID_STEPS; i++) table[i] = 1 / (1 + Math.exp((i / scale - limit) * sigma));
  return { table, limit, scale };
}
