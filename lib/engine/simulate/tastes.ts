/**
 * Tastes for careers that a base score does not know: a few weights on traits of careers, and some clusters that are loved or avoided.
 *
 *   raw_j  = sum_t w_t x_tj + b (1[j in loved] - 1[j in avoided])     x_t a trait, standardised over the careers
 *   taste(day) = cos(d day) a + sin(d day) b'
 *
 * a and b' are two such tastes, standardised over the careers, b' without what it has of a. So a taste has mean 0 and standard deviation 1
 * on every day, and its correlation with what it was is exactly cos(d day): drift of a known size.
 */
import { drawSome, type Rng } from "../math/random";
import { standardise } from "../scoring/rating-scores";

export type Taste = {
  /** (t,) mostly 0 */
  weights: Float64Array;
  loved: readonly number[];
  avoided: readonly number[];
};

/** What somebody likes now, and what their taste turns towards. */
export type DriftingTaste = { now: Taste; later: Taste };

/** Careers as tastes see them. */
export type TasteSpace = {
  /** t columns of (n,), standardised; 0 where unknown */
  traits: readonly Float64Array[];
  /** (n,) */
  clusters: ArrayLike<number>;
  clusterCount: number;
};

export type TasteSize = { traits: number; clustersEach: number };

/** Strength of a cluster, in standard deviations of one trait of weight 1. */
const CLUSTER_WEIGHT = 1.5;

export function drawDriftingTaste(space: TasteSpace, size: TasteSize, rng: Rng): DriftingTaste {
  return { now: drawTaste(space, size, rng), later: drawTaste(space, size, rng) };
}

function drawTaste({ traits, clusterCount }: TasteSpace, size: TasteSize, rng: Rng): Taste {
  const weights = new Float64Array(traits.length);
  for (const trait of drawSome(traits.length, size.traits, rng)) weights[trait] = rng.normal();
  const clusters = drawSome(clusterCount, 2 * size.clustersEach, rng);
  const half = Math.ceil(clusters.length / 2);
  return { weights, loved: clusters.slice(0, half), avoided: clusters.slice(half) };
}

/** @returns (n,) how much each career is to somebody's taste, standardised; all 0 when they do not differ */
function scoreTaste({ traits, clusters }: TasteSpace, { weights, loved, avoided }: Taste): Float64Array {
  const likings = Float64Array.from(
    { length: clusters.length },
    (_, j) =>
      CLUSTER_WEIGHT *
      (Number(loved.includes(clusters[j] as number)) - Number(avoided.includes(clusters[j] as number))),
  );
  traits.forEach((column, t) => {
    const weight = weights[t] as number;
    if (weight !== 0)
      for (let j = 0; j < likings.length; j++) likings[j] = (likings[j] as number) + weight * (column[j] as number);
  });
  return standardise(likings);
}

/**
 * @param radians  how far the taste has turned; 0 on the first day
 * @returns        (n,) standardised
 */
export function scoreDriftingTaste(space: TasteSpace, { now, later }: DriftingTaste, radians: number): Float64Array {
  const start = scoreTaste(space, now);
  const end = scoreTaste(space, later);
  const shared = start.reduce((sum, value, j) => sum + value * (end[j] as number), 0) / Math.max(1, start.length);
  const turned = standardise(end.map((value, j) => value - shared * (start[j] as number)));
  return start.map((value, j) => Math.cos(radians) * value + Math.sin(radians) * (turned[j] as number));
}
