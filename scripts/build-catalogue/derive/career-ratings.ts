import { RATING_KINDS, type RatingKind, type Ratings } from "../sources/onet-ratings";
import type { SkillProfile, SkillProfiles } from "../sources/skill-profiles";

/** Where a career's skill ratings come from, freshest first. */
export type SkillsSource = "release" | "profiles" | "wide" | "none";

export interface CareerRatings {
  readonly ratings: Ratings;
  readonly skillsSource: SkillsSource;
}

/** What {@link chooseRatings} chooses from. */
export interface RatingSources {
  readonly wideRatings: ReadonlyMap<string, Ratings>;
  readonly longRatings: Readonly<Record<RatingKind, ReadonlyMap<string, readonly number[]>>>;
  readonly profiles: SkillProfiles;
}

/**
 * A career's ratings, the freshest of each kind: the release's own table, then (skills only) a profile compiled from it,
 * then the wide table. A profile counts only for the one occupation it was made from: profiles are by 6-digit code, so for
 * a career with siblings they can be another occupation's figures or an average.
 * @param skillNames  the order of the skills in the result
 */
export function chooseRatings(code: string, sources: RatingSources, skillNames: readonly string[]): CareerRatings {
  const wide = sources.wideRatings.get(code);
  const chosen = Object.fromEntries(
    RATING_KINDS.map((kind) => [kind, sources.longRatings[kind].get(code) ?? wide?.[kind] ?? null]),
  ) as Record<RatingKind, readonly number[] | null>;
  if (sources.longRatings.skills.has(code)) return { ratings: chosen, skillsSource: "release" };
  const profile = sources.profiles.byCode.get(code.slice(0, 7));
  if (profile && isOwnProfile(code, profile)) {
    const skills = toProfileSkills(profile, sources.profiles, skillNames);
    return { ratings: { ...chosen, skills }, skillsSource: "profiles" };
  }
  return { ratings: chosen, skillsSource: chosen.skills ? "wide" : "none" };
}

/** True when the profile was made from this occupation alone. */
export function isOwnProfile(code: string, profile: SkillProfile): boolean {
  return profile.sourceCodes.length === 1 && profile.sourceCodes[0] === code;
}

/** A profile's skills in the order of `skillNames`. */
export function toProfileSkills(
  profile: SkillProfile,
  profiles: SkillProfiles,
  skillNames: readonly string[],
): number[] {
  return skillNames.map((name) => {
    const value = profile.values[profiles.elementNames.indexOf(name)];
    if (value === undefined) throw new Error(`the skill profiles have no element "${name}"`);
    return value;
  });
}
