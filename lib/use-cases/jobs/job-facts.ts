import { SENIORITIES } from "@/lib/contracts/me";
import type { Candidate } from "@/lib/db/job-candidates";
import type { JobRow } from "@/lib/db/job-rows";
import { roundToSum } from "@/lib/engine/math/round-to-sum";
import { toSkillKey } from "@/lib/engine/scoring/job-names";
import { JOB_PART_NAMES, type JobFacts, type JobParts, scoreJob, sumJobParts } from "@/lib/engine/scoring/job-score";
import type { JobSeeker } from "./job-seeker";

/** A score with parts that add up to it as they are read. */
export type JobMatch = { score: number; parts: MatchParts; similarity: number | null };
/** The five parts of the base score, and what a ranker adds to them. */
export type MatchParts = JobParts & { learned: number };

const HOUR_MS = 3_600_000;
/** The same few thousand names come up in every feed, and making a key of one takes microseconds. */
const keyOf = new Map<string, string>();
const KEYS_MAX = 20_000;

function toKnownKey(name: string): string {
  const known = keyOf.get(name);
  if (known !== undefined) return known;
  const key = toSkillKey(name);
  if (keyOf.size >= KEYS_MAX) keyOf.clear();
  keyOf.set(name, key);
  return key;
}

/** Skills as the posting names them, or its occupation where it names none, by their keys. */
export function toSkillNames(names: readonly string[]): Map<string, string> {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = toKnownKey(name);
    if (key !== "" && !byKey.has(key)) byKey.set(key, name);
  }
  return byKey;
}

/** Without a map, of which 300 would be made a feed. */
function toSkillKeys(names: readonly string[]): string[] {
  const keys: string[] = [];
  for (const name of names) {
    const key = toKnownKey(name);
    if (key !== "" && !keys.includes(key)) keys.push(key);
  }
  return keys;
}

export function toCandidateFacts(candidate: Candidate, nowMs: number): JobFacts {
  const { skills, seniority, postedAtMs, isRemote, location } = candidate;
  return {
    skills: toSkillKeys(skills),
    seniority: seniority === null ? null : SENIORITIES.indexOf(seniority),
    ageHours: (nowMs - postedAtMs) / HOUR_MS,
    isRemote,
    location,
  };
}

/** What the posting asks for, or else what is typical of its occupation. */
export const toAskedSkills = (row: JobRow): string[] => (row.tags.length > 0 ? row.tags : row.typicalSkills);

/** A job that was read by itself, as the candidates of a feed are. */
export function toCandidate(row: JobRow, cosine: number | null): Candidate {
  const { id, isRemote, location, clusterId, title, source, companyId, careerCode, careerConfidence } = row;
  const { salaryMin, salaryMax, typicalSalaryMin, typicalSalaryMax } = row;
  return {
    ...{ id, isRemote, location, clusterId, careerCode, cosine },
    skills: toAskedSkills(row),
    seniority: row.seniority ?? row.typicalSeniority,
    postedAtMs: row.postedAt.getTime(),
    posting: {
      ...{ title, source, companyId, careerConfidence, salaryMin, salaryMax, typicalSalaryMin, typicalSalaryMax },
      namesSkills: row.tags.length > 0,
      namesSeniority: row.seniority !== null,
      expiresAtMs: row.expiresAt?.getTime() ?? null,
    },
  };
}

export const toJobFacts = (row: JobRow, nowMs: number): JobFacts => toCandidateFacts(toCandidate(row, null), nowMs);

/** The base score, rounded so that the parts add up to it: people add up what they read. */
export function matchJob(facts: JobFacts, seeker: Pick<JobSeeker, "facts">, cosine: number | null): JobMatch {
  const { parts } = scoreJob(facts, seeker.facts, cosine);
  const rounded = toParts(
    roundToSum(
      JOB_PART_NAMES.map((name) => parts[name]),
      2,
    ),
  );
  return {
    score: toBaseScore(rounded),
    parts: { ...rounded, learned: 0 },
    similarity: cosine === null ? null : toCosine(cosine),
  };
}

const roundPoints = (points: number): number => Math.round(100 * points) / 100 + 0;

/** Of rounded parts. */
export const toBaseScore = (parts: JobParts): number => roundPoints(sumJobParts(parts));

/** @param learned  points that a ranker adds to the base score, which stays within 0 and 100 with them */
export function addLearned(match: JobMatch, learned: number): JobMatch {
  const added = roundPoints(learned);
  return { ...match, score: roundPoints(toBaseScore(match.parts) + added), parts: { ...match.parts, learned: added } };
}

export function toParts(numbers: readonly number[]): JobParts {
  const [embedding = 0, skills = 0, seniority = 0, recency = 0, location = 0] = numbers;
  return { embedding, skills, seniority, recency, location };
}

const toCosine = (value: number): number => Math.round(1e4 * Math.min(1, Math.max(-1, value))) / 1e4;
