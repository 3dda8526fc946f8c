import { SENIORITIES } from "@/lib/contracts/me";
import type { Candidate } from "@/lib/db/job-candidates";
import type { JobRow } from "@/lib/db/job-rows";
import { roundToSum } from "@/lib/engine/math/round-to-sum";
import { toSkillKey } from "@/lib/engine/scoring/job-names";
import { JOB_PART_NAMES, type JobFacts, type JobParts, scoreJob } from "@/lib/engine/scoring/job-score";
import type { JobSeeker } from "./job-seeker";

/** A score with parts that add up to it as they are read. */
export type JobMatch = { score: number; parts: JobParts; similarity: number | null };

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

export function toCandidateFacts(candidate: Candidate, nowMs: number): JobFacts {
  const { skills, seniority, postedAtMs, isRemote, location } = candidate;
  return {
    skills: [...toSkillNames(skills).keys()],
    seniority: seniority === null ? null : SENIORITIES.indexOf(seniority),
    ageHours: (nowMs - postedAtMs) / HOUR_MS,
    isRemote,
    location,
  };
}

/** What the posting asks for, or else what is typical of its occupation. */
export const toAskedSkills = (row: JobRow): string[] => (row.tags.length > 0 ? row.tags : row.typicalSkills);

export function toJobFacts(row: JobRow, nowMs: number): JobFacts {
  const seniority = row.seniority ?? row.typicalSeniority;
  return {
    skills: [...toSkillNames(toAskedSkills(row)).keys()],
    seniority: seniority === null ? null : SENIORITIES.indexOf(seniority),
    ageHours: (nowMs - row.postedAt.getTime()) / HOUR_MS,
    isRemote: row.isRemote,
    location: row.location,
  };
}

/** The score, rounded so that the parts add up to it: people add up what they read. */
export function matchJob(facts: JobFacts, seeker: Pick<JobSeeker, "facts">, cosine: number | null): JobMatch {
  const { parts } = scoreJob(facts, seeker.facts, cosine);
  const rounded = roundToSum(
    JOB_PART_NAMES.map((name) => parts[name]),
    2,
  );
  const score = Math.round(100 * rounded.reduce((sum, points) => sum + points, 0)) / 100;
  return { score, parts: toParts(rounded), similarity: cosine === null ? null : toCosine(cosine) };
}

export function toParts(numbers: readonly number[]): JobParts {
  const [embedding = 0, skills = 0, seniority = 0, recency = 0, location = 0] = numbers;
  return { embedding, skills, seniority, recency, location };
}

const toCosine = (value: number): number => Math.round(1e4 * Math.min(1, Math.max(-1, value))) / 1e4;
