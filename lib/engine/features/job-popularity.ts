/**
 * What everybody did with jobs until some moment, and what that says of one: rates that start from the mean of all jobs, so that a job
 * which was hardly shown is neither best nor worst. Cost: O(jobs shown) to lay out, O(1) a job.
 */
import type { JobFeatureFacts, Put } from "./job-feature-facts";

/** People that a job was shown to, who swiped it right or left, and who opened it. */
export type JobCounts = { shown: number; likes: number; passes: number; opens: number };

export type JobPopularity = {
  readonly total: JobCounts;
  readonly jobs: ReadonlyMap<string, JobCounts>;
  readonly companies: ReadonlyMap<string, JobCounts>;
  /** by number of the field, and by position of the occupation, in the index */
  readonly clusters: ReadonlyMap<number, JobCounts>;
  readonly careers: ReadonlyMap<number, JobCounts>;
  /** Jobs of each company on the board. */
  readonly companyJobs: ReadonlyMap<string, number>;
};

/** Showings with the mean of all jobs that a rate starts from. */
const SMOOTHING = 20;
const NOTHING: JobCounts = { shown: 0, likes: 0, passes: 0, opens: 0 };

/**
 * @param jobs         what came of each job that was shown, with its company, field and occupation; -1 for none
 * @param companyJobs  jobs of each company
 */
export function toJobPopularity(
  jobs: Iterable<JobCounts & { id: string; companyId: string; cluster: number; career: number }>,
  companyJobs: ReadonlyMap<string, number>,
): JobPopularity {
  const byJob = new Map<string, JobCounts>();
  const companies = new Map<string, JobCounts>();
  const clusters = new Map<number, JobCounts>();
  const careers = new Map<number, JobCounts>();
  const total = { ...NOTHING };
  const add = (sum: JobCounts, { shown, likes, passes, opens }: JobCounts): void => {
    sum.shown += shown;
    sum.likes += likes;
    sum.passes += passes;
    sum.opens += opens;
  };
  const addTo = <Key>(sums: Map<Key, JobCounts>, key: Key, counts: JobCounts): void => {
    const sum = sums.get(key) ?? { ...NOTHING };
    add(sum, counts);
    sums.set(key, sum);
  };
  for (const job of jobs) {
    add(total, job);
    addTo(byJob, job.id, job);
    addTo(companies, job.companyId, job);
    if (job.cluster >= 0) addTo(clusters, job.cluster, job);
    if (job.career >= 0) addTo(careers, job.career, job);
  }
  return { total, jobs: byJob, companies, clusters, careers, companyJobs };
}

/** @returns puts the values of popularity's features for a job, in their order */
export function makePutJobPopularity(popularity: JobPopularity): (put: Put, job: JobFeatureFacts) => void {
  const { total, jobs, companies, clusters, careers } = popularity;
  const rate = (counts: JobCounts | undefined, what: "likes" | "passes" | "opens"): number => {
    const prior = total.shown === 0 ? 0 : total[what] / total.shown;
    const { shown, [what]: count } = counts ?? NOTHING;
    return (count + SMOOTHING * prior) / (shown + SMOOTHING);
  };
  return (put, { id, companyId, cluster, career }) => {
    const own = jobs.get(id);
    put(Math.log1p(own?.shown ?? 0));
    put(rate(own, "likes"));
    put(rate(own, "passes"));
    put(rate(own, "opens"));
    put(rate(clusters.get(cluster), "likes"));
    put(rate(careers.get(career), "likes"));
    put(rate(companies.get(companyId), "likes"));
  };
}
