import { describe, expect, test } from "vitest";
import { createRng } from "@/lib/engine/math/random";
import { answerWithNoise, simulateRatings } from "@/lib/engine/simulate/people";
import { at, makeCareerItems } from "../../factories";

const vectors = makeCareerItems({ count: 20, width: 0 }).map((item) => item.abilityVector);

describe("simulated people", () => {
  test("answer with whole numbers from 0 to 10", () => {
    for (const { ratings } of simulateRatings(vectors, 200, 1, 4)) {
      expect(ratings).toHaveLength(15);
      expect(ratings.every((x) => Number.isInteger(x) && x >= 0 && x <= 10)).toBe(true);
    }
  });

  test("belong to every career equally often, up to one", () => {
    const counts = Array<number>(vectors.length).fill(0);
    for (const { career } of simulateRatings(vectors, 70, 2)) counts[career] = at(counts, career) + 1;
    expect(Math.min(...counts)).toBe(3);
    expect(Math.max(...counts)).toBe(4);
  });

  test("are the same people for the same seed and others for another", () => {
    expect(simulateRatings(vectors, 50, 3)).toEqual(simulateRatings(vectors, 50, 3));
    expect(simulateRatings(vectors, 50, 3)).not.toEqual(simulateRatings(vectors, 50, 4));
  });

  test("answer their career's rounded vector when there is no noise", () => {
    const { normal } = createRng(1);
    expect(answerWithNoise([1.2, 9.9, 0, 5.5], 0, normal)).toEqual([1, 10, 0, 6]);
  });
});
