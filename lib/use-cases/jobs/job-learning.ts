import { SENIORITIES } from "@/lib/contracts/me";
import type { Candidate } from "@/lib/db/job-candidates";
import { listJobPopularity, listSwipedJobs, type SwipedJobRow } from "@/lib/db/job-outcomes";
import { type LearnedReason, toLearnedReasons } from "@/lib/engine/explain/learned-reasons";
import { type JobFeatureFacts, toLogPay } from "@/lib/engine/features/job-feature-facts";
import type { JobTopic } from "@/lib/engine/features/job-features";
import {
  JOB_FEATURES,
  type JobFeatureInput,
  type JobFeatureRow,
  type JobFeatureSeeker,
  toJobFeatures,
} from "@/lib/engine/features/job-features";
import type { JobHistoryItem } from "@/lib/engine/features/job-history";
import { type JobPopularity, toJobPopularity } from "@/lib/engine/features/job-popularity";
import type { Matrix } from "@/lib/engine/math/vectors";
import { LEARNED_POINTS, toLearnedPoints } from "@/lib/engine/ranking/learned-points";
import type { JobFacts } from "@/lib/engine/scoring/job-score";
import { type CareerSnapshot, getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { getRanker, noteFallback, type ServedRanker } from "../ranking/get-ranker";
import { readOnceADay } from "../ranking/once-a-day";
import { addLearned, type JobMatch, toBaseScore } from "./job-facts";
import type { JobSeeker } from "./job-seeker";

export type LearningDeps = Pick<
  Deps,
  "db" | "embedder" | "nowMs" | "snapshot" | "rankers" | "rankerMsMax" | "jobPopularity"
>;

/** What learns from jobs that are shown to somebody, and what has learned; without a ranker base scores rank. */
export type JobLearning = {
  snapshot: CareerSnapshot;
  history: readonly JobHistoryItem[];
  popularity: JobPopularity;
  ranker: ServedRanker | null;
  /** Longer than this no feed waits for the ranker. */
  rankerMsMax: number;
};

/** A job with how it matches. */
export type MatchedJob = { candidate: Candidate; facts: JobFacts; match: JobMatch };

/** Learning under way: which ranker it is for is known before the person's swipes are. */
export type PendingLearning = { ranker: ServedRanker | null; ready: Promise<JobLearning> };

export async function startJobLearning(deps: LearningDeps, seeker: JobSeeker): Promise<PendingLearning> {
  const [snapshot, ranker] = await Promise.all([getCareerSnapshot(deps), getRanker(deps, "jobs")]);
  const ready = readLearning(deps, seeker, snapshot, ranker);
  // Whoever waits for it hears of it.
  ready.catch(() => {});
  return { ranker, ready };
}

export const getJobLearning = async (deps: LearningDeps, seeker: JobSeeker): Promise<JobLearning> =>
  (await startJobLearning(deps, seeker)).ready;

async function readLearning(
  deps: LearningDeps,
  seeker: JobSeeker,
  snapshot: CareerSnapshot,
  ranker: ServedRanker | null,
): Promise<JobLearning> {
  const [popularity, swiped] = await Promise.all([
    readOnceADay(deps.jobPopularity, snapshot, deps.nowMs(), (dayStart) => readPopularity(deps, snapshot, dayStart)),
    seeker.userId === null || !seeker.usesHistory ? [] : listSwipedJobs(deps.db, seeker.userId),
  ]);
  const history = swiped.map((row) => toHistoryItem(snapshot, row));
  return { snapshot, history, popularity, ranker, rankerMsMax: deps.rankerMsMax };
}

export const toRankerVersion = ({ number }: Pick<ServedRanker, "number">): string => `jobs-${number}`;

/** (jobs, features) of jobs as they are shown, in the order of JOB_FEATURES; NaN is not known. */
export function toFeatures(
  { snapshot, history, popularity }: JobLearning,
  seeker: JobSeeker,
  jobs: readonly MatchedJob[],
  nowMs: number,
): Matrix {
  const input: JobFeatureInput = { index: snapshot.index, seeker: toFeatureSeeker(seeker), history, popularity };
  return toJobFeatures(
    input,
    jobs.map(({ candidate, facts, match }): JobFeatureRow => {
      const { parts, similarity } = match;
      return { job: toFeatureFacts(snapshot, candidate, facts, nowMs), score: toBaseScore(parts), parts, similarity };
    }),
  );
}

export const toStoredFeatures = ({ data, cols }: Matrix, row: number): (number | null)[] =>
  Array.from(data.subarray(row * cols, (row + 1) * cols), (value) => (Number.isNaN(value) ? null : value));

/** The jobs with what the ranker adds to their scores; null without a ranker that was in time. */
export function learnMatches(
  learning: JobLearning,
  seeker: JobSeeker,
  jobs: readonly MatchedJob[],
  nowMs: number,
): MatchedJob[] | null {
  const { ranker, rankerMsMax } = learning;
  if (ranker === null) return null;
  const startedAtMs = performance.now();
  const isLate = () => performance.now() - startedAtMs > rankerMsMax;
  const rows = toFeatures(learning, seeker, jobs, nowMs);
  const points = toLearnedPoints(
    ranker.model,
    jobs.map(({ match }) => match.score),
    rows,
    null,
    isLate,
  );
  if (points === null) {
    noteFallback("jobs", "slow", { number: ranker.number });
    return null;
  }
  return jobs.map((job, at) => ({ ...job, match: addLearned(job.match, points[at] as number) }));
}

/**
 * What choices taught of jobs to whose scores this ranker added points, those that move each most first.
 * @param features  of toFeatures for the same jobs
 */
export function explainLearnedJobs(
  ranker: ServedRanker | null,
  jobs: readonly Pick<MatchedJob, "match">[],
  features: Matrix,
): LearnedReason<JobTopic>[][] {
  if (ranker === null || jobs.every(({ match }) => match.parts.learned === 0)) return jobs.map(() => []);
  const reasons = toLearnedReasons(JOB_FEATURES, ranker.explain(features), LEARNED_POINTS);
  return reasons.map((row, at) => (jobs[at]?.match.parts.learned === 0 ? [] : row));
}

const numbersOf = new WeakMap<CareerSnapshot, ReadonlyMap<string, number>>();

/** Numbers of the fields, as the index has them. */
function toClusterNumbers(snapshot: CareerSnapshot): ReadonlyMap<string, number> {
  const known = numbersOf.get(snapshot);
  if (known !== undefined) return known;
  const numbers = new Map(snapshot.careers.map(({ clusterId }, at) => [clusterId, snapshot.index.clusters[at] ?? -1]));
  numbersOf.set(snapshot, numbers);
  return numbers;
}

const toCareerPosition = ({ positions }: CareerSnapshot, code: string | null): number =>
  code === null ? -1 : (positions.get(code) ?? -1);

const toClusterNumber = (snapshot: CareerSnapshot, id: string | null): number =>
  id === null ? -1 : (toClusterNumbers(snapshot).get(id) ?? -1);

async function readPopularity(
  { db }: Pick<Deps, "db">,
  snapshot: CareerSnapshot,
  dayStart: Date,
): Promise<JobPopularity> {
  const { jobs, companies } = await listJobPopularity(db, dayStart);
  const counted = jobs.map(([id, companyId, clusterId, careerCode, [shown = 0, likes = 0, passes = 0, opens = 0]]) => ({
    ...{ id, companyId, shown, likes, passes, opens },
    career: toCareerPosition(snapshot, careerCode),
    cluster: toClusterNumber(snapshot, clusterId),
  }));
  return toJobPopularity(counted, new Map(companies));
}

function toHistoryItem(snapshot: CareerSnapshot, row: SwipedJobRow): JobHistoryItem {
  const { isLiked, companyId, seniority, isRemote } = row;
  return {
    ...{ isLiked, companyId, isRemote },
    career: toCareerPosition(snapshot, row.careerCode),
    cluster: toClusterNumber(snapshot, row.clusterId),
    seniority: seniority === null ? null : SENIORITIES.indexOf(seniority),
    logPay: toLogPay(
      { min: row.salaryMin, max: row.salaryMax },
      { min: row.typicalSalaryMin, max: row.typicalSalaryMax },
    ),
  };
}

const HOUR_MS = 3_600_000;

/** In plain assignments, for 300 jobs a feed: with the fields taken together by spreading it takes three times as long. */
function toFeatureFacts(snapshot: CareerSnapshot, job: Candidate, facts: JobFacts, nowMs: number): JobFeatureFacts {
  const { posting } = job;
  if (posting === null) throw new Error("a job was read without what a ranker asks of it");
  return {
    id: job.id,
    companyId: posting.companyId,
    title: posting.title,
    facts,
    career: toCareerPosition(snapshot, job.careerCode),
    careerConfidence: posting.careerConfidence,
    cluster: toClusterNumber(snapshot, job.clusterId),
    areSkillsTypical: !posting.namesSkills && job.skills.length > 0,
    isSeniorityTypical: !posting.namesSeniority && job.seniority !== null,
    stated: { min: posting.salaryMin, max: posting.salaryMax },
    typical: { min: posting.typicalSalaryMin, max: posting.typicalSalaryMax },
    isPostedHere: posting.source === "employer",
    isDemo: posting.source === "demo",
    hoursLeft: posting.expiresAtMs === null ? null : (posting.expiresAtMs - nowMs) / HOUR_MS,
  };
}

function toFeatureSeeker({ facts, preferences, mode }: JobSeeker): JobFeatureSeeker {
  const { salaryMin, remoteOnly, hiddenCompanies, hiddenClusters, hiddenLocations, hiddenSeniorities } = preferences;
  const rules = [hiddenCompanies, hiddenClusters, hiddenLocations, hiddenSeniorities];
  return {
    ...{ facts, mode, floor: salaryMin, isRemoteOnly: remoteOnly },
    ruleCount: rules.reduce((sum, { length }) => sum + length, 0),
  };
}
