import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { buildCareerIndex, type CareerItem } from "@/lib/engine/scoring/career-index";
import { at, makeCareerItems } from "../../factories";

const replaceFirst = (change: Partial<CareerItem>): CareerItem[] =>
  makeCareerItems({ count: 5 }).map((item, i) => (i === 0 ? { ...item, ...change } : item));

describe("buildCareerIndex", () => {
  test("makes the same bytes of the same careers", () => {
    const items = makeCareerItems({ count: 12 });
    expect(buildCareerIndex(items)).toEqual(buildCareerIndex(items));
  });

  test("is the same to the last bit whether careers that did not change are computed again or taken over", () => {
    const before = makeCareerItems({ count: 14 });
    const [added, changed] = makeCareerItems({ count: 2, seed: 99 });
    if (added === undefined || changed === undefined) throw new Error("no careers");
    // One is added in front, one is gone, one has other vectors, and the order of the rest is another.
    const after = [added, ...before.slice(5, 14), changed, ...before.slice(0, 3)];
    const rows = Int32Array.from(after, (item) => before.indexOf(item));
    expect([...rows].filter((row) => row < 0)).toHaveLength(2);
    expect(buildCareerIndex(after, { index: buildCareerIndex(before), rows })).toEqual(buildCareerIndex(after));
  });

  test("does not change the careers it is made of", () => {
    const items = makeCareerItems({ count: 12 });
    const copy = structuredClone(items);
    buildCareerIndex(items);
    expect(items).toEqual(copy);
  });

  test("falls back to ability alone when no career has an embedding", () => {
    const index = buildCareerIndex(makeCareerItems({ count: 12, width: 0 }));
    expect([index.embeddings, index.similarities, index.embeddingCalibration, index.popularity]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test("scales embeddings to length 1, so that a longer one is not nearer", () => {
    const items = makeCareerItems({ count: 12 });
    const doubled = items.map((item, i) =>
      i % 2 ? item : { ...item, embedding: Array.from(item.embedding ?? [], (x) => 2 * x) },
    );
    const [a, b] = [buildCareerIndex(items), buildCareerIndex(doubled)];
    a.embeddings?.data.forEach((x, i) => {
      expect(at(b.embeddings?.data ?? [], i)).toBeCloseTo(x, 12);
    });
  });

  test("refuses an empty catalogue, and embeddings of only some careers", () => {
    expect(() => buildCareerIndex([])).toThrow(EngineError);
    expect(() => buildCareerIndex(replaceFirst({ embedding: null }))).toThrow(/4 of 5 careers have an embedding/);
  });

  test("refuses vectors of another width and values that are not finite", () => {
    const vector = at(makeCareerItems({ count: 1 }), 0).abilityVector;
    const bad: Partial<CareerItem>[] = [
      { abilityVector: vector.slice(1) },
      { abilityVector: [...vector, 1] },
      { abilityVector: [Number.NaN, ...vector.slice(1)] },
      { embedding: [1, 0] },
      { embedding: new Float64Array(24).fill(Number.NaN) },
    ];
    for (const change of bad) expect(() => buildCareerIndex(replaceFirst(change))).toThrow(EngineError);
  });

  test("takes a career that lies exactly in the middle of every dimension", () => {
    const index = buildCareerIndex(replaceFirst({ abilityVector: Array<number>(15).fill(5) }));
    expect(index.abilityNorms[0]).toBe(0);
    expect(index.abilities.data.every(Number.isFinite)).toBe(true);
  });

  test("takes careers that are all alike", () => {
    const [twin] = makeCareerItems({ count: 1 });
    if (twin === undefined) throw new Error("no career");
    const index = buildCareerIndex([twin, twin, twin]);
    expect(index.abilityCalibration.match.every((x) => x >= 0 && x <= 1)).toBe(true);
    expect(index.embeddingCalibration?.match.every((x) => x >= 0 && x <= 1)).toBe(true);
  });
});
