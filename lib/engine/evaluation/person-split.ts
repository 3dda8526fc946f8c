/**
 * Splits by person: whoever teaches a model neither calibrates nor judges it, since answers of one person make all their pairs alike.
 */
import { EngineError } from "../engine-error";
import { createRng } from "../math/random";

/**
 * @param people  whose each row is; the same person may come many times
 * @param shares  of the people, by the name of a side; together 1
 * @returns       (n,) the side of each row
 * @throws EngineError when shares do not sum to 1
 */
export function splitPeople<Side extends string>(
  people: readonly string[],
  shares: Readonly<Record<Side, number>>,
  seed: number,
): Side[] {
  const sides = Object.entries(shares) as [Side, number][];
  const total = sides.reduce((sum, [, share]) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-9) throw new EngineError(`the shares of a split must sum to 1, got ${total}`);
  const all = [...new Set(people)].sort();
  const rng = createRng(seed);
  for (let i = all.length - 1; i > 0; i--) {
    const j = rng.integer(i + 1);
    [all[i], all[j]] = [all[j] as string, all[i] as string];
  }
  const sideOf = new Map<string, Side>();
  let end = 0;
  let start = 0;
  sides.forEach(([side, share], i) => {
    end += share;
    const stop = i === sides.length - 1 ? all.length : Math.round(end * all.length);
    for (const person of all.slice(start, stop)) sideOf.set(person, side);
    start = stop;
  });
  return people.map((person) => sideOf.get(person) as Side);
}

/** @throws EngineError when somebody is on both sides */
export function checkPeopleApart(one: readonly string[], other: readonly string[]): void {
  const known = new Set(one);
  const shared = other.find((person) => known.has(person));
  if (shared !== undefined) throw new EngineError(`person ${shared} is on both sides of a split`);
}
