import { createHash } from "node:crypto";

/** A set of texts that a million of them take 16 MB in: it keeps 48 bits of a hash of each. */
export type SeenIds = { add: (id: string) => boolean; has: (id: string) => boolean };

const LOAD_MAX = 0.6;

/** `add` says whether it is new. Two of a million are taken for one with a chance of 1 in 600. */
export function makeSeenIds(): SeenIds {
  let slots = new Float64Array(4096);
  let count = 0;
  // 0 is an empty slot.
  const toKey = (id: string): number => createHash("sha1").update(id).digest().readUIntBE(0, 6) + 1;
  const findSlot = (table: Float64Array, key: number): number => {
    let slot = key % table.length;
    while (table[slot] !== 0 && table[slot] !== key) slot = (slot + 1) % table.length;
    return slot;
  };
  const grow = (): void => {
    const larger = new Float64Array(slots.length * 2);
    for (const key of slots) if (key !== 0) larger[findSlot(larger, key)] = key;
    slots = larger;
  };
  return {
    has: (id) => slots[findSlot(slots, toKey(id))] !== 0,
    add: (id) => {
      const key = toKey(id);
      const slot = findSlot(slots, key);
      if (slots[slot] === key) return false;
      slots[slot] = key;
      if (++count > slots.length * LOAD_MAX) grow();
      return true;
    },
  };
}
