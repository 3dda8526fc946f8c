import type { Major } from "../sources/majors";

const MAJOR_COUNT_MAX = 12;

/** Words that say nothing about what a major or a job is about. */
const EMPTY_WORDS = new Set([
  "and",
  "of",
  "the",
  "in",
  "for",
  "to",
  "with",
  "except",
  "other",
  "all",
  "general",
  "specific",
]);

/** A longer list belongs to a collective occupation ("Managers, All Other") and is mostly not about this career. */
const LONG_LIST_LENGTH = MAJOR_COUNT_MAX;
/** With fewer close majors than this, distant ones are better than next to nothing. */
const CLOSE_COUNT_MIN = 3;

/**
 * Chooses majors for a career: those whose words are those of the career's names, then those linked to the fewest
 * occupations. Collective majors ("..., Other") come after the ones with a subject; from a long list, majors that share no
 * word with the career are left out.
 * @param titles  the career's title first, then its other names, which count by how many of them hold a word
 */
export function chooseMajors(titles: readonly string[], majors: readonly Major[]): { cip: string; title: string }[] {
  const weightOf = toWordWeights(titles);
  const candidates = majors.map((major) => {
    const words = toWords(major.title);
    const closeness = words.reduce((sum, word) => sum + weightOf(word), 0) / Math.max(words.length, 1);
    return { ...major, closeness, isCollective: /\bOther$/.test(major.title) };
  });
  const close = candidates.filter((major) => major.closeness > 0);
  const hasEnough = candidates.length > LONG_LIST_LENGTH && close.length >= CLOSE_COUNT_MIN;
  return (hasEnough ? close : candidates)
    .sort(
      (a, b) =>
        Number(a.isCollective) - Number(b.isCollective) ||
        b.closeness - a.closeness ||
        a.occupationCount - b.occupationCount ||
        (a.cip < b.cip ? -1 : 1),
    )
    .slice(0, MAJOR_COUNT_MAX)
    .map(({ cip, title }) => ({ cip, title }));
}

/** A word of the title weighs 1, any other the share of the other names that hold it. */
function toWordWeights(titles: readonly string[]): (word: string) => number {
  const [title = "", ...others] = titles;
  const own = new Set(toWords(title));
  const shares = new Map<string, number>();
  for (const other of others) {
    for (const word of new Set(toWords(other))) shares.set(word, (shares.get(word) ?? 0) + 1 / others.length);
  }
  return (word) => (own.has(word) ? 1 : (shares.get(word) ?? 0));
}

/** Lower-case word stems: enough that engineers, engineering and engineer meet. */
function toWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.filter((word) => word.length > 1 && !EMPTY_WORDS.has(word)).map(toStem);
}

function toStem(word: string): string {
  const singular = word.replace(/ies$/, "y").replace(/([^s])s$/, "$1");
  return singular.length > 5 ? singular.replace(/(ing|er|or|ist|ian|ion|y|e)$/, "") : singular;
}
