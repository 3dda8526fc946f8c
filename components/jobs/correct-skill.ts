import type { JobPreferencesReply } from "@/lib/contracts/jobs";
import { fetchJson } from "@/lib/web/client/fetch-json";
import { fetchMe, patchPreferences, patchSkills } from "./queries";

export type SkillCorrection = {
  name: string;
  /** What the person says. */
  hasIt: boolean;
  /** It was taken from what they wrote, so it has to be denied rather than taken off a list. */
  isInferred: boolean;
};

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Keeps what somebody says of one skill: in their list of skills, or among those that must not be assumed. */
export async function correctSkill({ name, hasIt, isInferred }: SkillCorrection): Promise<void> {
  const others = (skills: readonly string[]) => skills.filter((skill) => !isSame(skill, name));
  if (hasIt) {
    const { deniedSkills } = await fetchJson<JobPreferencesReply>("/api/v1/me/job-preferences");
    if (deniedSkills.some((skill) => isSame(skill, name)))
      await patchPreferences({ deniedSkills: others(deniedSkills) });
    const { skills } = await fetchMe();
    await patchSkills([...others(skills), name]);
    return;
  }
  const { skills } = await fetchMe();
  if (others(skills).length < skills.length) await patchSkills(others(skills));
  // What is only taken off the list might be read out of the headline or the quiz again.
  const { deniedSkills } = await fetchJson<JobPreferencesReply>("/api/v1/me/job-preferences");
  if (isInferred || others(skills).length < skills.length) {
    await patchPreferences({ deniedSkills: [...others(deniedSkills), name] });
  }
}
