/**
 * The jobs that simulated people swipe (job-seekers.ts, job-visits.ts), with what is true of each for everybody.
 *
 *   appeal_j = z(z(log pay_j) + noise_j)     noise a standard normal of the job, for what no posting shows; pay that is not known is ordinary
 *
 * Half of the appeal can be read from the posting, the other half only from what others did with it. The base score knows neither.
 */
import { EngineError } from "../engine-error";
import { createRng, mixSeed, type Rng } from "../math/random";
import { mean } from "../math/statistics";
import { topK } from "../math/top-k";
import { type Matrix, multiply, toUnitRows } from "../math/vectors";
import { standardise } from "../scoring/rating-scores";
import {
  DEFAULT_JOB_SEEKER_PARAMS,
  type JobSeekerParams,
  type LikedJob,
  type SimulatedSeeker,
  toLikeProbabilities,
} from "./job-seekers";

/** As many kinds of jobs as people keep back one of. */
const KINDS = 200;
/** A kind is the mean of so many jobs at most; of few jobs that many would be all sorts at once. */
const KIND_JOBS = { max: 10, min: 3, share: 0.02 };

export type WorldJob = LikedJob & {
  /** log of dollars a year; NaN is not known */
  logPay: number;
};

export type JobWorld = {
  seed: number;
  jobs: readonly WorldJob[];
  /** (n, d) unit rows */
  embeddings: Matrix;
  /** (m, d) unit rows, of which each person keeps back one */
  kinds: Matrix;
  /** (n,) standardised log of pay; 0 where it is not known */
  pay: Float64Array;
  /** (n,) standardised */
  appeal: Float64Array;
  params: JobSeekerParams;
};

/**
 * @param embeddings  n of (d,)
 * @param jobs        (n,) in an order that decides the noise: the same order makes the same world
 * @throws EngineError without a job, or when lengths or widths disagree
 */
export function buildJobWorld(
  embeddings: readonly ArrayLike<number>[],
  jobs: readonly WorldJob[],
  seed: number,
  params: JobSeekerParams = DEFAULT_JOB_SEEKER_PARAMS,
): JobWorld {
  if (jobs.length === 0) throw new EngineError("a world of jobs needs a job");
  if (embeddings.length !== jobs.length)
    throw new EngineError(`${embeddings.length} embeddings of ${jobs.length} jobs`);
  const matrix = toUnitRows(embeddings, embeddings[0]?.length ?? 0);
  const kindSize = Math.round(Math.min(KIND_JOBS.max, Math.max(KIND_JOBS.min, KIND_JOBS.share * jobs.length)));
  const pay = standardiseKnown(jobs.map(({ logPay }) => logPay));
  const { normal } = createRng(mixSeed(seed, 10));
  return {
    ...{ seed, jobs, embeddings: matrix, pay, params },
    kinds: drawJobKinds(matrix, { count: KINDS, size: kindSize }, createRng(mixSeed(seed, 11))),
    appeal: standardise(pay.map((value) => value + normal())),
  };
}

/**
 * @returns  likeness, (n,) of their taste and each job, standardised; probabilities, (n,) of liking it
 * @throws EngineError when the taste has another width than the embeddings
 */
export function judgeJobs(
  { embeddings, jobs, params, appeal }: JobWorld,
  seeker: SimulatedSeeker,
): { likeness: Float64Array; probabilities: Float64Array } {
  const cosines = multiply(embeddings, seeker.taste);
  const probabilities = toLikeProbabilities(seeker, cosines, jobs, params, appeal);
  return { likeness: standardise(cosines), probabilities };
}

/** Standardised over what is known; 0 for the rest. */
function standardiseKnown(values: readonly number[]): Float64Array {
  const known = standardise(Float64Array.from(values.filter((value) => !Number.isNaN(value))));
  let at = 0;
  return Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : (known[at++] as number)));
}

/**
 * Kinds of jobs: the means of some jobs and those nearest to each.
 * @param embeddings  (n, d) unit rows, at least 1
 * @param size        jobs of a kind
 * @returns           (count, d) unit rows
 */
export function drawJobKinds(embeddings: Matrix, { count, size }: { count: number; size: number }, rng: Rng): Matrix {
  const { data, rows, cols } = embeddings;
  const means = Array.from({ length: count }, () => {
    const from = rng.integer(rows);
    const near = topK(multiply(embeddings, data.subarray(from * cols, (from + 1) * cols)), size);
    return Float64Array.from({ length: cols }, (_, k) => mean(near.map((row) => data[row * cols + k] as number)));
  });
  return toUnitRows(means, cols);
}
