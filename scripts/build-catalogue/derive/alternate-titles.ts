import type { AlternateTitle, ReportedTitle } from "../sources/onet-titles";

const ALTERNATE_TITLE_COUNT_MAX = 12;
/** Longer titles do not fit a line on a phone, and people do not search for them. */
const TITLE_LENGTH_MAX = 42;

/**
 * Chooses the other names of a career: those O*NET shows to students, then those workers reported, then those found in the
 * most sources. A bracketed expansion is dropped from a title that is too long with it.
 * @param title  the career's own title, of which singular forms are not repeated
 */
export function chooseAlternateTitles(
  title: string,
  reported: readonly ReportedTitle[],
  alternate: readonly AlternateTitle[],
): string[] {
  const candidates = [
    ...reported.filter((candidate) => candidate.isShown),
    ...reported.filter((candidate) => !candidate.isShown),
    ...[...alternate].sort((a, b) => b.sourceCount - a.sourceCount || compareText(a.title, b.title)),
  ];
  const seen = new Set([toComparable(title)]);
  const chosen: string[] = [];
  for (const candidate of candidates) {
    if (chosen.length === ALTERNATE_TITLE_COUNT_MAX) break;
    const name = shorten(candidate.title);
    const comparable = toComparable(name);
    if (name.length > TITLE_LENGTH_MAX || name.length < 2 || seen.has(comparable)) continue;
    seen.add(comparable);
    chosen.push(name);
  }
  return chosen;
}

function shorten(title: string): string {
  return title.length > TITLE_LENGTH_MAX ? title.replace(/\s*\([^()]*\)$/, "") : title;
}

/** Titles that differ in case, punctuation, brackets or a plural are the same title to a reader. */
function toComparable(title: string): string {
  return title
    .replace(/\s*\([^()]*\)$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => word.replace(/s$/, ""))
    .join(" ");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
