/**
 * How well a job suits a person, 0 to 100, in five parts that sum to the score:
 *
 *   score = 55 max(0, cosine) + 20 common / required + 10 seniority + 10 exp(-ageHours / 72) + 5 location
 *
 * cosine    of the embeddings of job and profile; without one of them there is no likeness to speak of: no points
 * common    skills of the job that the person has; a job that names none shows no overlap: no points. (Half of them would be more
 *           than what a job gets that names six of which one has two.)
 * seniority 1 the same level, 0.5 one level off, 0 further; half where either side is unknown, so that silence neither helps nor harms
 *           more than one level does
 * age       a date in the future counts as now
 * location  1 when remote or in a place that the person prefers, else 0; who names no place and where the job names none: 0
 *
 * Cost: O(skills + places) a job, no allocation but the parts. The weights are the earlier swipe system's own.
 */
import { EngineError } from "../engine-error";
import { isPlaceWithin, toPlaceKey } from "./job-names";

export const JOB_PART_NAMES = ["embedding", "skills", "seniority", "recency", "location"] as const;
export type JobPart = (typeof JOB_PART_NAMES)[number];
/** Points of each part; they sum to the score. */
export type JobParts = Record<JobPart, number>;
export const JOB_PART_MAX: Readonly<JobParts> = { embedding: 55, skills: 20, seniority: 10, recency: 10, location: 5 };

export const RECENCY_HOURS = 72;
export const SENIORITY_LEVEL_MAX = 5;
export const UNKNOWN_SENIORITY_SHARE = 0.5;
/** A cosine of unit vectors in single precision passes 1 by its rounding, never by more than this. */
const COSINE_SLACK = 1e-3;

export type JobFacts = {
  /** keys of toSkillKey */
  readonly skills: readonly string[];
  /** 0 ENTRY to 5 PRINCIPAL; null when unknown */
  readonly seniority: number | null;
  /** since it was posted; negative when that lies ahead */
  readonly ageHours: number;
  readonly isRemote: boolean;
  /** as the posting writes it; several with semicolons between; empty when it names none */
  readonly location: string;
};

export type SeekerFacts = {
  /** keys of toSkillKey */
  readonly skills: ReadonlySet<string>;
  /** 0 ENTRY to 5 PRINCIPAL; null when unknown */
  readonly seniority: number | null;
  /** places that the person prefers, as they write them */
  readonly locations: readonly string[];
};

/**
 * @param cosine  of the embeddings of job and profile; null when either has none
 * @returns       the parts in points, and their sum in the order of JOB_PART_NAMES
 * @throws EngineError on a number that is not finite, a cosine outside [-1, 1] or a level outside 0 to 5
 */
export function scoreJob(
  job: JobFacts,
  seeker: SeekerFacts,
  cosine: number | null,
): { score: number; parts: JobParts } {
  const parts: JobParts = {
    embedding: JOB_PART_MAX.embedding * (cosine === null ? 0 : checkCosine(cosine)),
    skills: JOB_PART_MAX.skills * shareOfSkills(job.skills, seeker.skills),
    seniority: JOB_PART_MAX.seniority * shareOfSeniority(job.seniority, seeker.seniority),
    recency: JOB_PART_MAX.recency * shareOfRecency(job.ageHours),
    location: JOB_PART_MAX.location * (job.isRemote || isPlacePreferred(job.location, seeker.locations) ? 1 : 0),
  };
  return { score: sumJobParts(parts), parts };
}

/** The sum in the order of JOB_PART_NAMES, so that it is the same to the last bit wherever it is taken. */
export function sumJobParts(parts: JobParts): number {
  return JOB_PART_NAMES.reduce((sum, name) => sum + parts[name], 0);
}

function checkCosine(cosine: number): number {
  if (!(Math.abs(cosine) <= 1 + COSINE_SLACK)) throw new EngineError(`a cosine must be -1 to 1, got ${cosine}`);
  return Math.min(1, Math.max(0, cosine));
}

function shareOfSkills(required: readonly string[], has: ReadonlySet<string>): number {
  let common = 0;
  let distinct = 0;
  for (let i = 0; i < required.length; i++) {
    const skill = required[i] as string;
    if (required.indexOf(skill) !== i) continue;
    distinct++;
    if (has.has(skill)) common++;
  }
  return distinct === 0 ? 0 : common / distinct;
}

function shareOfSeniority(job: number | null, seeker: number | null): number {
  checkLevel(job);
  checkLevel(seeker);
  if (job === null || seeker === null) return UNKNOWN_SENIORITY_SHARE;
  const distance = Math.abs(job - seeker);
  if (distance === 0) return 1;
  return distance === 1 ? 0.5 : 0;
}

function checkLevel(level: number | null): void {
  if (level === null) return;
  if (!(Number.isInteger(level) && level >= 0 && level <= SENIORITY_LEVEL_MAX))
    throw new EngineError(`a seniority must be a whole number from 0 to ${SENIORITY_LEVEL_MAX}, got ${level}`);
}

function shareOfRecency(ageHours: number): number {
  if (!Number.isFinite(ageHours)) throw new EngineError(`an age must be a finite number of hours, got ${ageHours}`);
  return Math.exp(-Math.max(0, ageHours) / RECENCY_HOURS);
}

type PreferredPlaces = { keys: readonly string[]; known: Map<string, boolean> };
/** Of the places that a person prefers: their keys, and what was found of each location, since the jobs of a feed share few. */
const placesOf = new WeakMap<readonly string[], PreferredPlaces>();

/**
 * Whether one of the job's places is one of the preferred ones, or within one.
 * @param location   as a posting writes it; several with semicolons between
 * @param preferred  as the person writes them
 */
export function isPlacePreferred(location: string, preferred: readonly string[]): boolean {
  if (location === "" || preferred.length === 0) return false;
  let places = placesOf.get(preferred);
  if (places === undefined) {
    places = { keys: preferred.map(toPlaceKey), known: new Map() };
    placesOf.set(preferred, places);
  }
  const { keys, known } = places;
  let isPreferred = known.get(location);
  if (isPreferred === undefined) {
    isPreferred = location.split(";").some((name) => {
      const place = toPlaceKey(name);
      return keys.some((key) => isPlaceWithin(place, key));
    });
    known.set(location, isPreferred);
  }
  return isPreferred;
}
