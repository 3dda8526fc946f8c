import type { z } from "zod";
import { type JobPreferences, JobPreferencesSchema, type LearningSchema, LIKES_NEEDED } from "@/lib/contracts/jobs";
import { SENIORITIES } from "@/lib/contracts/me";
import { findSeeker, type SeekerRow } from "@/lib/db/job-seekers";
import { toSkillKey } from "@/lib/engine/scoring/job-names";
import type { SeekerFacts } from "@/lib/engine/scoring/job-score";
import { getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { needsNewBase, needsNewLikes, refreshJobProfile } from "./job-profile";
import { getSkillVocabulary, inferSkills } from "./skill-vocabulary";

/** Somebody for whom jobs are ranked. */
export type JobSeeker = {
  /** null for somebody seen for the first time */
  userId: string | null;
  facts: SeekerFacts;
  /** Keys of skills that were taken from what they wrote. */
  inferredSkills: ReadonlySet<string>;
  preferences: JobPreferences;
  deniedSkills: readonly string[];
  /** What ranks, as PostgreSQL writes vectors. */
  vector: string | null;
  learning: Learning;
  /** Whether what they swiped may order what they see. */
  usesHistory: boolean;
  mode: "profile" | "learned" | "cold";
};
type Learning = z.infer<typeof LearningSchema>;

export type SeekerDeps = Pick<Deps, "db" | "embedder" | "nowMs" | "snapshot" | "background">;

export const STRANGER: JobSeeker = {
  userId: null,
  facts: { skills: new Set(), seniority: null, locations: [] },
  inferredSkills: new Set(),
  preferences: JobPreferencesSchema.parse({}),
  deniedSkills: [],
  vector: null,
  learning: { likes: 0, needed: LIKES_NEEDED, isApplied: false, obstacle: null },
  usesHistory: true,
  mode: "cold",
};

/**
 * Somebody with an up-to-date profile: what they say of themselves counts from the next call on, likes a moment after.
 * @returns null when they are gone
 */
export async function findJobSeeker(deps: SeekerDeps, userId: string): Promise<JobSeeker | null> {
  const model = deps.embedder?.model ?? null;
  let row = await findSeeker(deps.db, userId, model);
  if (row !== null && needsNewBase(deps, row)) {
    await refreshJobProfile(deps, row);
    row = await findSeeker(deps.db, userId, model);
  }
  if (row === null) return null;
  learnInBackground(deps, row);
  return toJobSeeker(deps, row);
}

/** Brings what likes taught up to date, which no reply waits for. */
export function learnInBackground(deps: SeekerDeps, row: SeekerRow): void {
  if (needsNewLikes(deps, row)) deps.background.run("learning from likes of jobs", () => refreshJobProfile(deps, row));
}

async function toJobSeeker(deps: SeekerDeps, row: SeekerRow): Promise<JobSeeker> {
  const listed = row.skills.map(toSkillKey).filter((key) => key !== "");
  const inferred = await inferFor(deps, row, new Set(listed));
  const facts = {
    skills: new Set([...listed, ...inferred]),
    seniority: row.seniority === null ? null : SENIORITIES.indexOf(row.seniority),
    locations: row.preferredLocations,
  };
  const isKnown =
    row.vector !== null || facts.skills.size > 0 || facts.seniority !== null || facts.locations.length > 0;
  const learning = toLearning(deps, row);
  return {
    userId: row.userId,
    facts,
    inferredSkills: new Set(inferred),
    preferences: row.preferences,
    deniedSkills: row.deniedSkills,
    vector: row.vector,
    learning,
    usesHistory: row.usesHistory,
    mode: learning.isApplied ? "learned" : isKnown ? "profile" : "cold",
  };
}

/** @param row  null for somebody seen for the first time */
export function toLearning({ embedder }: Pick<Deps, "embedder">, row: SeekerRow | null): Learning {
  const { usesHistory, vector, likedCount, likes } = row ?? { ...STRANGER, likedCount: 0, likes: 0 };
  const isApplied = usesHistory && vector !== null && likedCount >= LIKES_NEEDED;
  const obstacle = !usesHistory ? "switched_off" : embedder === null ? "no_model" : null;
  return { likes, needed: LIKES_NEEDED, isApplied, obstacle };
}

/** Skills of the headline that are not listed already and that the person did not deny. */
async function inferFor(deps: SeekerDeps, row: SeekerRow, listed: ReadonlySet<string>): Promise<string[]> {
  if (row.headline === "") return [];
  const vocabulary = await getSkillVocabulary(await getCareerSnapshot(deps));
  const denied = new Set(row.deniedSkills.map(toSkillKey));
  return inferSkills(row.headline, vocabulary).filter((key) => !listed.has(key) && !denied.has(key));
}
