import { readCatalogueElements } from "@/lib/adapters/catalogue-files";
import type { SkillsReply } from "@/lib/contracts/me";
import { type CareerSnapshot, getCareerSnapshot } from "./career-snapshot";
import type { Deps } from "./deps";

/** A name with how it is searched, the most frequent names first. */
export type Skill = { name: string; lower: string };

const skillsOf = new WeakMap<CareerSnapshot, Promise<Skill[]>>();

/** Skills and technologies of the catalogue that begin with what was typed, then those in which a later word does. */
export async function listSkills(deps: Deps, input: { q: string; limit: number }): Promise<SkillsReply> {
  const skills = await gatherSkillsOnce(await getCareerSnapshot(deps));
  const q = input.q.toLowerCase();
  const starts = skills.filter(({ lower }) => lower.startsWith(q));
  const within = skills.filter(({ lower }) => !lower.startsWith(q) && startsAWord(lower, q));
  return { items: [...starts, ...within].slice(0, input.limit).map(({ name }) => name) };
}

/** Gathered once for each state of the catalogue, and dropped with it. */
export function gatherSkillsOnce(snapshot: CareerSnapshot): Promise<readonly Skill[]> {
  return skillsOf.get(snapshot) ?? keep(snapshot);
}

function keep(snapshot: CareerSnapshot): Promise<Skill[]> {
  const gathered = gatherSkills(snapshot);
  skillsOf.set(snapshot, gathered);
  return gathered;
}

async function gatherSkills({ careers }: CareerSnapshot): Promise<Skill[]> {
  const { skills } = await readCatalogueElements();
  const counts = new Map<string, Skill & { count: number }>();
  const count = (name: string): void => {
    const lower = name.toLowerCase();
    const known = counts.get(lower) ?? { name, lower, count: 0 };
    counts.set(lower, { ...known, count: known.count + 1 });
  };
  for (const { record } of careers) {
    for (const { name } of record.technologies) count(name);
    // A rating above the middle of 1 to 5 is what the source itself calls important.
    skills.forEach((name, at) => {
      if ((record.skills?.[at] ?? 0) >= 3) count(name);
    });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.lower < b.lower ? -1 : 1));
}

/** Words begin after anything that is neither a letter nor a digit: "script" finds no JavaScript, "sql" finds Microsoft SQL. */
function startsAWord(lower: string, q: string): boolean {
  for (let at = lower.indexOf(q, 1); at > 0; at = lower.indexOf(q, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(lower.charAt(at - 1))) return true;
  }
  return false;
}
