import { SENIORITIES } from "@/lib/contracts/me";
import { listOpenJobs, type OpenJob } from "@/lib/db/open-jobs";
import { toLogPay } from "@/lib/engine/features/job-feature-facts";
import { DEFAULT_JOB_SEEKER_PARAMS } from "@/lib/engine/simulate/job-seekers";
import { buildJobWorld, type JobWorld, type WorldJob } from "@/lib/engine/simulate/job-world";
import { AppError } from "@/lib/errors";
import type { Deps } from "../deps";

const HOUR_MS = 3600 * 1000;

/** A world with what its jobs, in the same order, are in the database. */
export type OpenJobWorld = {
  world: JobWorld;
  jobs: readonly Pick<OpenJob, "id" | "careerCode">[];
  /** Positions of the jobs, by id. */
  positions: ReadonlyMap<string, number>;
};

/**
 * The world that a seed makes of the open jobs. They are as old as they are at the end, whatever the day of a visit.
 * @throws AppError NOT_READY without a job or without a model
 */
export async function openJobWorld(
  deps: Pick<Deps, "db" | "embedder" | "embedderError">,
  { seed, appealWeight, endMs }: { seed: number; appealWeight: number; endMs: number },
): Promise<OpenJobWorld> {
  if (deps.embedder === null) {
    throw notReady(`Tastes for jobs are made of embeddings, and there is no model: ${deps.embedderError}`);
  }
  const open = await listOpenJobs(deps.db, deps.embedder.model);
  if (open.length === 0) {
    throw notReady(
      "There are no open jobs to swipe. Import some with `npm run jobs:import -- FILE`, or let the demo set in with DEMO_JOBS=on.",
    );
  }
  const params = { ...DEFAULT_JOB_SEEKER_PARAMS, appealWeight };
  const embeddings = open.map(({ embedding }) => embedding);
  const world = buildJobWorld(
    embeddings,
    open.map((job) => toWorldJob(job, endMs)),
    seed,
    params,
  );
  return {
    world,
    jobs: open.map(({ id, careerCode }) => ({ id, careerCode })),
    positions: new Map(open.map(({ id }, at) => [id, at])),
  };
}

function toWorldJob(job: OpenJob, nowMs: number): WorldJob {
  const { seniority, postedAtMs, isRemote, location, salaryMin, salaryMax, typicalSalaryMin, typicalSalaryMax } = job;
  return {
    ...{ isRemote, location },
    seniority: seniority === null ? null : SENIORITIES.indexOf(seniority),
    ageHours: (nowMs - postedAtMs) / HOUR_MS,
    logPay: toLogPay({ min: salaryMin, max: salaryMax }, { min: typicalSalaryMin, max: typicalSalaryMax }),
  };
}

const notReady = (publicMessage: string): AppError => new AppError("NOT_READY", { publicMessage });
