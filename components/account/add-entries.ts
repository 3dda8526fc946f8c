/** Whether two entries say the same: case does not count. */
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** As it is stored: on one line, without spaces around it. */
const toEntry = (text: string): string => text.replace(/\s+/g, " ").trim();

export type EntryLimits = { countMax: number; lengthMax: number };

export type Added = {
  entries: string[];
  /** What was new. */
  added: string[];
  /** The first that was there already. */
  known?: string;
  /** What did not go in, as typed, and why the last of it did not. */
  refused: string[];
  reason?: "full" | "long";
};

/**
 * Adds what was typed or pasted to a list of entries.
 * @param spellings  known ways to write an entry; one that differs only in case is written so
 */
export function addEntries(
  entries: readonly string[],
  typed: readonly string[],
  limits: EntryLimits,
  spellings: readonly string[] = [],
): Added {
  const result: Added = { entries: [...entries], added: [], refused: [] };
  for (const entry of typed.map(toEntry).filter((text) => text !== "")) {
    const known = result.entries.find((other) => isSame(other, entry));
    if (known !== undefined) {
      result.known ??= known;
    } else if (entry.length > limits.lengthMax || result.entries.length >= limits.countMax) {
      result.refused.push(entry);
      result.reason = entry.length > limits.lengthMax ? "long" : "full";
    } else {
      const spelled = spellings.find((spelling) => isSame(spelling, entry)) ?? entry;
      result.entries.push(spelled);
      result.added.push(spelled);
    }
  }
  return result;
}
