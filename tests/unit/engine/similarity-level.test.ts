import { describe, expect, test } from "vitest";
import { SIMILARITY_CUTS, SIMILARITY_LEVELS, toSimilarityLevel } from "@/lib/engine/scoring/similarity-level";

describe("the word for a cosine", () => {
  test.each([true, false])("changes at the cuts and never falls as the cosine rises (learned: %s)", (isLearned) => {
    const cuts = SIMILARITY_CUTS[isLearned ? "learned" : "said"];
    expect(toSimilarityLevel(-1, isLearned)).toBe("weak");
    expect(toSimilarityLevel(1, isLearned)).toBe("strong");
    cuts.forEach((cut, at) => {
      expect(toSimilarityLevel(cut, isLearned)).toBe(SIMILARITY_LEVELS[at + 1]);
      expect(toSimilarityLevel(cut - 1e-9, isLearned)).toBe(SIMILARITY_LEVELS[at]);
    });
  });

  test("asks more of a profile that likes have moved nearer to all jobs", () => {
    expect(toSimilarityLevel(0.4, false)).toBe("strong");
    expect(toSimilarityLevel(0.4, true)).not.toBe("strong");
  });
});
