import { findJobCosine } from "@/lib/db/job-candidates";
import type { JobRow } from "@/lib/db/job-rows";
import type { LearnedReason } from "@/lib/engine/explain/learned-reasons";
import type { JobTopic } from "@/lib/engine/features/job-features";
import { getRanker } from "../ranking/get-ranker";
import { type JobMatch, matchJob, toCandidate, toCandidateFacts } from "./job-facts";
import { explainLearnedJobs, getJobLearning, type LearningDeps, learnMatches, toFeatures } from "./job-learning";
import type { JobSeeker } from "./job-seeker";

/** How one job matches somebody now, as a feed made now would have it, and what choices taught of it. */
export async function matchOneJob(
  deps: LearningDeps,
  seeker: JobSeeker,
  row: JobRow,
): Promise<{ match: JobMatch; learned: LearnedReason<JobTopic>[] }> {
  const nowMs = deps.nowMs();
  const model = deps.embedder?.model ?? null;
  const candidate = toCandidate(row, await findJobCosine(deps.db, row.id, { vector: seeker.vector, model }));
  const facts = toCandidateFacts(candidate, nowMs);
  const match = matchJob(facts, seeker, candidate.cosine);
  if ((await getRanker(deps, "jobs")) === null) return { match, learned: [] };
  const learning = await getJobLearning(deps, seeker);
  const jobs = learnMatches(learning, seeker, [{ candidate, facts, match }], nowMs);
  if (jobs?.[0] === undefined) return { match, learned: [] };
  const [learned = []] = explainLearnedJobs(learning.ranker, jobs, toFeatures(learning, seeker, jobs, nowMs));
  return { match: jobs[0].match, learned };
}
