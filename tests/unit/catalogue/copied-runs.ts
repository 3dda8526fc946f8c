/** Words in a row that make a copied sentence: shorter runs are everyday phrases. */
const RUN_LENGTH = 6;

/**
 * All runs of six words of a text, lower case and without punctuation, so that a changed comma or capital hides nothing.
 */
export function toRuns(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const runs = new Set<string>();
  for (let start = 0; start + RUN_LENGTH <= words.length; start++)
    runs.add(words.slice(start, start + RUN_LENGTH).join(" "));
  return runs;
}

/**
 * The runs that must not appear: those of sentences, less those that also occur in a title or name, which are facts.
 */
export function toForbiddenRuns(sentences: Iterable<string>, names: Iterable<string>): Set<string> {
  const forbidden = new Set<string>();
  for (const sentence of sentences) for (const run of toRuns(sentence)) forbidden.add(run);
  for (const name of names) for (const run of toRuns(name)) forbidden.delete(run);
  return forbidden;
}

/** @returns the forbidden runs found in a text; for JSON, strings are read one by one, so that no run spans two of them */
export function findCopiedRuns(text: string, forbidden: ReadonlySet<string>, isJson: boolean): string[] {
  const parts = isJson ? text.split('"') : [text];
  return parts.flatMap((part) => [...toRuns(part)].filter((run) => forbidden.has(run)));
}
