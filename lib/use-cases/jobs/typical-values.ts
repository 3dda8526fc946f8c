import type { CatalogueCareer } from "@/lib/contracts/catalogue";
import type { Seniority } from "@/lib/contracts/jobs";
import { toYearWage } from "@/lib/db/career-facts";

export type TypicalValues = {
  typicalSalaryMin: number | null;
  typicalSalaryMax: number | null;
  typicalSkills: string[];
  typicalSeniority: Seniority | null;
};

type Posting = {
  title: string;
  tags: readonly string[];
  seniority: Seniority | null;
  salaryMin: number | null;
  salaryMax: number | null;
};

const SKILLS_MAX = 10;
const TECHNOLOGIES_MAX = 6;
/** Of 1 to 5; from the middle on the source itself calls a skill important. */
const IMPORTANCE_MIN = 3;

const TITLE_WORDS: readonly [RegExp, Seniority][] = [
  [/\b(intern|internship|trainee|apprentice|entry[ -]level)\b/i, "ENTRY"],
  [/\b(principal|distinguished|director|head of|vice president|vp|chief)\b/i, "PRINCIPAL"],
  [/\b(lead|team leader|supervisor|supervisory|foreman)\b/i, "LEAD"],
  [/\b(senior|sr)\b/i, "SENIOR"],
  [/\b(junior|jr)\b/i, "JUNIOR"],
];
const BY_JOB_ZONE: readonly (Seniority | undefined)[] = [undefined, "ENTRY", "ENTRY", "JUNIOR", "MID", "SENIOR"];

/**
 * What the occupation says about a posting, where the posting itself is silent; null and empty elsewhere.
 * @param skillNames  what the ratings of a career's record are of, in their order
 */
export function toTypicalValues(
  posting: Posting,
  career: CatalogueCareer | null,
  skillNames: readonly string[],
): TypicalValues {
  const hasSalary = posting.salaryMin !== null || posting.salaryMax !== null;
  const wages = hasSalary ? null : (career?.wages ?? null);
  return {
    typicalSalaryMin: wages === null ? null : toYearWage(wages, "p25"),
    typicalSalaryMax: wages === null ? null : toYearWage(wages, "p75"),
    typicalSkills: posting.tags.length > 0 || career === null ? [] : listTypicalSkills(career, skillNames),
    typicalSeniority: posting.seniority === null ? toTypicalSeniority(posting.title, career) : null,
  };
}

/** Words of a title say more than its occupation. */
function toTypicalSeniority(title: string, career: CatalogueCareer | null): Seniority | null {
  const named = TITLE_WORDS.find(([pattern]) => pattern.test(title));
  return named?.[1] ?? BY_JOB_ZONE[career?.jobZone ?? 0] ?? null;
}

/** The technologies in demand first, then the skills rated most important. */
function listTypicalSkills({ technologies, skills }: CatalogueCareer, skillNames: readonly string[]): string[] {
  const rank = ({ hot, inDemand }: { hot: boolean; inDemand: boolean }): number => Number(inDemand) * 2 + Number(hot);
  const tools = [...technologies].sort((a, b) => rank(b) - rank(a)).map(({ name }) => name);
  const rated = (skills ?? [])
    .map((importance, i) => ({ name: skillNames[i] ?? "", importance }))
    .filter(({ name, importance }) => name !== "" && importance >= IMPORTANCE_MIN)
    .sort((a, b) => b.importance - a.importance)
    .map(({ name }) => name);
  return [...tools.slice(0, TECHNOLOGIES_MAX), ...rated].slice(0, SKILLS_MAX);
}
