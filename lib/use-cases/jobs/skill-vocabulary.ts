import { toSkillKey } from "@/lib/engine/scoring/job-names";
import type { CareerSnapshot } from "../career-snapshot";
import { gatherSkillsOnce } from "../list-skills";

/** The catalogue's skills by their keys. */
export type SkillVocabulary = {
  /** The most frequent name. */
  names: ReadonlyMap<string, string>;
  /** All names, in lower case. */
  spellings: ReadonlyMap<string, readonly string[]>;
};

const vocabularyOf = new WeakMap<CareerSnapshot, Promise<SkillVocabulary>>();

/** Made once for each state of the catalogue. */
export function getSkillVocabulary(snapshot: CareerSnapshot): Promise<SkillVocabulary> {
  const known = vocabularyOf.get(snapshot);
  if (known !== undefined) return known;
  const made = makeVocabulary(snapshot);
  vocabularyOf.set(snapshot, made);
  return made;
}

async function makeVocabulary(snapshot: CareerSnapshot): Promise<SkillVocabulary> {
  const names = new Map<string, string>();
  const spellings = new Map<string, string[]>();
  for (const { name, lower } of await gatherSkillsOnce(snapshot)) {
    const key = toSkillKey(name);
    if (key === "") continue;
    if (!names.has(key)) names.set(key, name);
    spellings.set(key, [...(spellings.get(key) ?? []), lower]);
  }
  return { names, spellings };
}

/** Products whose name without its maker is an everyday word: "project manager" says nothing of Microsoft Project. */
const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  "access acquisition animate bridge captivate connect designer director dynamics edge exchange express flash forms impact lists office outlook planner project publisher remote review rush security server sign source store stream studio surface teams visual windows word".split(
    " ",
  ),
);
/** Shorter words are rarely skills: the languages R, C and Go are for the profile's own list. */
const KEY_LENGTH_MIN = 3;
const WORDS_MAX = 5;

/**
 * Skills that a text names, the longest match first: "machine learning engineer" has no skill "learning".
 * @returns keys of toSkillKey
 */
export function inferSkills(text: string, vocabulary: SkillVocabulary): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}+#.&/'’-]*/gu) ?? [];
  const found = new Set<string>();
  for (let from = 0; from < words.length; ) {
    const length = findLength(words, from, vocabulary, found);
    from += Math.max(1, length);
  }
  return [...found];
}

/** @returns how many words from `from` on are a skill, which is added to `found`; 0 for none */
function findLength(words: readonly string[], from: number, { names }: SkillVocabulary, found: Set<string>): number {
  for (let length = Math.min(WORDS_MAX, words.length - from); length > 0; length--) {
    const phrase = words.slice(from, from + length).join(" ");
    const key = toSkillKey(phrase.replace(/[.,/-]+$/, ""));
    if (!names.has(key) || !isTelling(key, phrase)) continue;
    found.add(key);
    return length;
  }
  return 0;
}

function isTelling(key: string, phrase: string): boolean {
  if (key.length < KEY_LENGTH_MIN && !/[+#]/.test(key)) return false;
  return !EVERYDAY_WORDS.has(key) || phrase.toLowerCase() !== key;
}
