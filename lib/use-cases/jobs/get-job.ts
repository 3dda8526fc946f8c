import type { JobDetailReply } from "@/lib/contracts/jobs";
import { findJobRow, type JobDetailRow } from "@/lib/db/job-rows";
import { findSwipeState, type SwipeState } from "@/lib/db/swipes";
import { explainJob } from "@/lib/engine/explain/job-reasons";
import { isPlacePreferred, type JobFacts, type SeekerFacts } from "@/lib/engine/scoring/job-score";
import { toSimilarityLevel } from "@/lib/engine/scoring/similarity-level";
import type { Actor } from "../actor";
import { jobNotFound } from "./job-errors";
import { toAskedSkills, toJobFacts, toSkillNames } from "./job-facts";
import type { LearningDeps } from "./job-learning";
import { findJobSeeker, type JobSeeker, type SeekerDeps } from "./job-seeker";
import { matchOneJob } from "./match-one-job";
import { toJobSummary } from "./to-job-summary";
import { wordJobReasons } from "./word-job-reasons";

const UNTOUCHED: SwipeState = { direction: null, applicationId: null, status: null };
type Match = NonNullable<JobDetailReply["match"]>;

/**
 * Everything about one job, also a closed one, and how the actor matches it.
 * @throws AppError NOT_FOUND
 */
export async function getJob(
  deps: SeekerDeps & LearningDeps,
  actor: Actor,
  { jobId }: { jobId: string },
): Promise<JobDetailReply> {
  const row = await findJobRow(deps.db, jobId);
  if (row === null) throw jobNotFound();
  const seeker = actor.userId === null ? null : await findJobSeeker(deps, actor.userId);
  const state = actor.userId === null ? UNTOUCHED : await findSwipeState(deps.db, actor.userId, row.id);
  return {
    ...toJobSummary(row),
    description: row.description,
    sourceUrl: row.sourceUrl,
    isPostedHere: row.ownerId !== null,
    about: {
      id: row.companyId,
      name: row.company,
      about: row.companyAbout,
      website: row.companyWebsite,
      location: row.companyLocation,
    },
    match: seeker === null ? null : await toMatch(deps, row, seeker),
    swipe: state.direction,
    applicationId: state.applicationId,
  };
}

async function toMatch(deps: SeekerDeps & LearningDeps, row: JobDetailRow, seeker: JobSeeker): Promise<Match> {
  const facts = toJobFacts(row, deps.nowMs());
  const { match, learned } = await matchOneJob(deps, seeker, row);
  return {
    ...match,
    similarityLevel:
      match.similarity === null ? "unknown" : toSimilarityLevel(match.similarity, seeker.mode === "learned"),
    skills: toSkillMatch(row, seeker),
    seniority: toSeniorityMatch(facts.seniority, seeker.facts.seniority),
    location: toLocationMatch(facts, seeker.facts),
    reasons: wordJobReasons(explainJob(facts, seeker.facts, match.similarity, match.parts), row, learned),
  };
}

function toSkillMatch(row: JobDetailRow, { facts, inferredSkills }: JobSeeker): Match["skills"] {
  const asked = [...toSkillNames(toAskedSkills(row))];
  return {
    met: asked
      .filter(([key]) => facts.skills.has(key))
      .map(([key, name]) => ({ name, isInferred: inferredSkills.has(key) })),
    missing: asked.filter(([key]) => !facts.skills.has(key)).map(([, name]) => name),
    areTypical: row.tags.length === 0 && row.typicalSkills.length > 0,
  };
}

function toSeniorityMatch(job: number | null, seeker: number | null): Match["seniority"] {
  if (job === null || seeker === null) return "unknown";
  const distance = Math.abs(job - seeker);
  return distance === 0 ? "exact" : distance === 1 ? "adjacent" : "other";
}

function toLocationMatch({ isRemote, location }: JobFacts, { locations }: SeekerFacts): Match["location"] {
  if (isPlacePreferred(location, locations)) return "preferred";
  if (isRemote) return "remote";
  return location === "" || locations.length === 0 ? "unknown" : "other";
}
