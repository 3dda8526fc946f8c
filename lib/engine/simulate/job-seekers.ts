/**
 * Simulated people who swipe through jobs, with a known truth.
 *
 *   taste  t = unit((1 - u) s + u h)      s what they say of themselves, h a kind of job that they do not mention, u how much they keep back
 *   utility  = z(t . e_j) + 0.3 seniority + 0.3 place + 0.2 recency + w appeal_j + 0.5 noise_j
 *   P(like)  = 1 / (1 + exp(-(utility - 1.8) / 0.35))
 *
 * z standardises the cosines over all jobs, so that everybody likes some 5 to 8 % of them; seniority and place are +1 when they fit and
 * -1 when not; appeal is what a job has for everybody alike (job-world.ts), with no weight unless a world gives it one; noise is a standard
 * normal of person and job, for all that no posting shows. A ranker sees what they state, and what
 * they swipe; never t. The parts of a real score have their place in the truth, but other weights than the score's own.
 * A kind is the mean of its jobs: what people like are jobs. (The embedding of a description of the kind lies elsewhere than its jobs do,
 * and no mean of jobs reaches it.)
 */
import { EngineError } from "../engine-error";
import { createRng } from "../math/random";
import { mean, standardDeviation } from "../math/statistics";
import { type Matrix, norm } from "../math/vectors";
import { isPlacePreferred, type JobFacts, RECENCY_HOURS } from "../scoring/job-score";

export type JobSeekerParams = {
  /** u is even between these */
  unsaidShareMin: number;
  unsaidShareMax: number;
  seniorityWeight: number;
  placeWeight: number;
  recencyWeight: number;
  /** of what everybody is drawn to alike */
  appealWeight: number;
  noiseSd: number;
  /** utility at which a job is liked as often as not */
  threshold: number;
  /** how gradually liking sets in */
  temperature: number;
};

export const DEFAULT_JOB_SEEKER_PARAMS: JobSeekerParams = {
  unsaidShareMin: 0.3,
  unsaidShareMax: 0.7,
  seniorityWeight: 0.3,
  placeWeight: 0.3,
  recencyWeight: 0.2,
  appealWeight: 0,
  noiseSd: 0.5,
  threshold: 1.8,
  temperature: 0.35,
};

/** What of a job counts in how much somebody likes it, beside what it is. */
export type LikedJob = Pick<JobFacts, "seniority" | "ageHours" | "isRemote" | "location">;

export type SimulatedSeeker = {
  /** row of the kind of job that they do not mention */
  unsaid: number;
  unsaidShare: number;
  /** (d,) of length 1 */
  taste: Float64Array;
  /** 0 to 5 */
  seniority: number;
  place: string;
  /** of what only they know of each job */
  seed: number;
};

/**
 * @param statements  (n, d) unit rows: what each person says of themselves
 * @param kinds       (m, d) unit rows: kinds of jobs, of which each person keeps back one
 * @param places      to live in, as postings write them
 * @returns           n people, in the order of the statements
 * @throws EngineError when widths differ, or without a kind or a place
 */
export function simulateJobSeekers(
  statements: Matrix,
  kinds: Matrix,
  places: readonly string[],
  seed: number,
  params: JobSeekerParams = DEFAULT_JOB_SEEKER_PARAMS,
): SimulatedSeeker[] {
  if (statements.cols !== kinds.cols)
    throw new EngineError(`statements have ${statements.cols} values, kinds of jobs ${kinds.cols}`);
  if (kinds.rows === 0) throw new EngineError("people need a kind of job to keep back");
  if (places.length === 0) throw new EngineError("people need a place to live in");
  const rng = createRng(seed);
  return Array.from({ length: statements.rows }, (_, person): SimulatedSeeker => {
    const unsaid = rng.integer(kinds.rows);
    const unsaidShare = params.unsaidShareMin + (params.unsaidShareMax - params.unsaidShareMin) * rng.uniform();
    return {
      unsaid,
      unsaidShare,
      taste: mix(rowOf(statements, person), rowOf(kinds, unsaid), unsaidShare),
      seniority: rng.integer(6),
      place: places[rng.integer(places.length)] as string,
      seed: rng.integer(2 ** 31),
    };
  });
}

const rowOf = ({ data, cols }: Matrix, row: number): Float64Array => data.subarray(row * cols, (row + 1) * cols);

function mix(stated: Float64Array, unsaid: Float64Array, unsaidShare: number): Float64Array {
  const taste = stated.map((own, k) => own + unsaidShare * ((unsaid[k] as number) - own));
  const length = norm(taste);
  // Two opposites in equal shares cancel out, but nobody has no taste at all.
  return length < 1e-6 ? stated.slice() : taste.map((value) => value / length);
}

/**
 * How probably somebody likes each job.
 * @param cosines  (n,) of their taste and the jobs, finite
 * @param jobs     (n,)
 * @param appeal   (n,) what each has for everybody; without it none has any
 * @returns        (n,) in (0, 1); the same for the same person and jobs, whatever was asked before
 * @throws EngineError when lengths disagree or a cosine is not finite
 */
export function toLikeProbabilities(
  seeker: SimulatedSeeker,
  cosines: Float64Array,
  jobs: readonly LikedJob[],
  params: JobSeekerParams = DEFAULT_JOB_SEEKER_PARAMS,
  appeal: Float64Array = new Float64Array(jobs.length),
): Float64Array {
  if (cosines.length !== jobs.length) throw new EngineError(`${cosines.length} cosines for ${jobs.length} jobs`);
  if (appeal.length !== jobs.length) throw new EngineError(`an appeal of ${appeal.length} jobs for ${jobs.length}`);
  if (!cosines.every(Number.isFinite)) throw new EngineError("a cosine of a taste and a job is not finite");
  const center = mean(cosines);
  const spread = standardDeviation(cosines) || 1;
  const places = [seeker.place];
  const { normal } = createRng(seeker.seed);
  return Float64Array.from(jobs, (job, i) => {
    const utility =
      ((cosines[i] as number) - center) / spread +
      params.seniorityWeight * fitOfSeniority(job.seniority, seeker.seniority) +
      params.placeWeight * (job.isRemote || isPlacePreferred(job.location, places) ? 1 : -1) +
      params.recencyWeight * Math.exp(-Math.max(0, job.ageHours) / RECENCY_HOURS) +
      params.appealWeight * (appeal[i] as number) +
      params.noiseSd * normal();
    return 1 / (1 + Math.exp(-(utility - params.threshold) / params.temperature));
  });
}

function fitOfSeniority(job: number | null, own: number): number {
  if (job === null) return 0;
  const distance = Math.abs(job - own);
  return distance === 0 ? 1 : distance === 1 ? 0 : -1;
}
