/**
 * Reasons for and against a job, from the parts of its score and the facts behind them; words are put to them elsewhere.
 *
 * A part speaks for a job by the points it has above the ordinary, and against it by those it lacks to the ordinary. What is ordinary is
 * fixed for each part, not taken from the other jobs on hand, so that the same job has the same reasons in the feed and on its page.
 * Every reason for a job stands on points that its score would lose without the part.
 */
import { EngineError } from "../engine-error";
import {
  isPlacePreferred,
  JOB_PART_MAX,
  type JobFacts,
  type JobPart,
  type JobParts,
  RECENCY_HOURS,
  type SeekerFacts,
} from "../scoring/job-score";

/**
 * Cosines of what a person says of themselves and jobs: one job in twenty is nearer than the first, about half are farther than the
 * second (4,000 real postings, the bundled model; likes move the profile nearer to jobs as such). Between them a job is neither close nor far.
 */
export const CLOSE_COSINE = 0.25;
export const FAR_COSINE = 0.1;
/** A job is fresh up to this age, and old from OLD_HOURS on. */
export const FRESH_HOURS = 3 * 24;
export const OLD_HOURS = 30 * 24;

/** Points of a part that say nothing for or against. */
const ORDINARY: Readonly<JobParts> = {
  embedding: JOB_PART_MAX.embedding * CLOSE_COSINE,
  skills: 0,
  seniority: JOB_PART_MAX.seniority / 2,
  recency: JOB_PART_MAX.recency * Math.exp(-(7 * 24) / RECENCY_HOURS),
  location: 0,
};

type Basis = {
  readonly part: JobPart;
  /** above the ordinary for a reason for, missing for a reason against: always above 0 */
  readonly points: number;
};

export type JobReason = Basis &
  (
    | { readonly kind: "meaning_close" | "meaning_far"; readonly cosine: number }
    | {
        readonly kind: "skills_met" | "skills_missing";
        /** keys, in the posting's order */
        readonly names: readonly string[];
        /** how many the posting names */
        readonly of: number;
      }
    /** levels that the job is above the person's; negative when below */
    | { readonly kind: "seniority_exact" | "seniority_off"; readonly levels: number }
    | { readonly kind: "fresh" | "old"; readonly ageHours: number }
    | { readonly kind: "remote" | "place_preferred" | "place_other" }
  );

export type JobReasons = { for: JobReason[]; against: JobReason[] };

/**
 * @param parts  of scoreJob for the same job, person and cosine
 * @returns      each list by points, most first, ties in the order of the parts
 * @throws EngineError when a part is not a number
 */
export function explainJob(job: JobFacts, seeker: SeekerFacts, cosine: number | null, parts: JobParts): JobReasons {
  const reasons = [
    ...meaningReasons(cosine, parts),
    ...skillReasons(job, seeker, parts),
    ...seniorityReasons(job, seeker, parts),
    ...recencyReasons(job, parts),
    ...placeReasons(job, seeker, parts),
  ];
  const ordered = (isFor: boolean): JobReason[] =>
    reasons
      .filter((reason) => SPEAKS_FOR.has(reason.kind) === isFor && reason.points > 0)
      .map((reason, at) => ({ reason, at }))
      .sort((a, b) => b.reason.points - a.reason.points || a.at - b.at)
      .map(({ reason }) => reason);
  return { for: ordered(true), against: ordered(false) };
}

const SPEAKS_FOR: ReadonlySet<JobReason["kind"]> = new Set([
  "meaning_close",
  "skills_met",
  "seniority_exact",
  "fresh",
  "remote",
  "place_preferred",
]);

function gain(part: JobPart, parts: JobParts): number {
  if (!Number.isFinite(parts[part])) throw new EngineError(`the part ${part} is ${parts[part]}`);
  return parts[part] - ORDINARY[part];
}

function meaningReasons(cosine: number | null, parts: JobParts): JobReason[] {
  const above = gain("embedding", parts);
  if (cosine === null) return [];
  if (above > 0) return [{ kind: "meaning_close", part: "embedding", points: above, cosine }];
  return cosine < FAR_COSINE ? [{ kind: "meaning_far", part: "embedding", points: -above, cosine }] : [];
}

function skillReasons(job: JobFacts, seeker: SeekerFacts, parts: JobParts): JobReason[] {
  const asked = [...new Set(job.skills)];
  const met = asked.filter((skill) => seeker.skills.has(skill));
  const missing = asked.filter((skill) => !seeker.skills.has(skill));
  const points = gain("skills", parts);
  const reasons: JobReason[] = [];
  if (met.length > 0) reasons.push({ kind: "skills_met", part: "skills", points, names: met, of: asked.length });
  // Of somebody who listed no skill it is not known that they lack these.
  if (missing.length > 0 && seeker.skills.size > 0) {
    const lost = JOB_PART_MAX.skills - parts.skills;
    reasons.push({ kind: "skills_missing", part: "skills", points: lost, names: missing, of: asked.length });
  }
  return reasons;
}

function seniorityReasons(job: JobFacts, seeker: SeekerFacts, parts: JobParts): JobReason[] {
  if (job.seniority === null || seeker.seniority === null) return [];
  const levels = job.seniority - seeker.seniority;
  const above = gain("seniority", parts);
  if (levels === 0) return [{ kind: "seniority_exact", part: "seniority", points: above, levels }];
  // One level off has the ordinary points, so it is neither.
  return [{ kind: "seniority_off", part: "seniority", points: -above, levels }];
}

function recencyReasons(job: JobFacts, parts: JobParts): JobReason[] {
  const ageHours = Math.max(0, job.ageHours);
  const above = gain("recency", parts);
  if (ageHours <= FRESH_HOURS) return [{ kind: "fresh", part: "recency", points: above, ageHours }];
  if (ageHours >= OLD_HOURS) return [{ kind: "old", part: "recency", points: -above, ageHours }];
  return [];
}

function placeReasons(job: JobFacts, seeker: SeekerFacts, parts: JobParts): JobReason[] {
  const points = gain("location", parts);
  if (isPlacePreferred(job.location, seeker.locations)) return [{ kind: "place_preferred", part: "location", points }];
  if (job.isRemote) return [{ kind: "remote", part: "location", points }];
  if (job.location === "" || seeker.locations.length === 0) return [];
  return [{ kind: "place_other", part: "location", points: JOB_PART_MAX.location - parts.location }];
}
