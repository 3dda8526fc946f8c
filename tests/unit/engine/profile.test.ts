import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectAnswerStyle, ratingConfidence } from "@/lib/engine/profile/ability";
import { DIMENSION_COUNT, DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { QUESTION_COUNT, QUESTIONS } from "@/lib/engine/profile/questions";
import { at, makeFlatRatings } from "../../factories";

const VARIED = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 5, 3, 7, 5];

describe("the quiz", () => {
  test("asks exactly 19 questions, each once", () => {
    expect(QUESTIONS).toHaveLength(19);
    expect(QUESTION_COUNT).toBe(QUESTIONS.length);
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(19);
  });

  test("begins with one rating a dimension, in the order of the ability vector", () => {
    expect(DIMENSION_COUNT).toBe(15);
    expect(QUESTIONS.slice(0, 15).map((q) => (q.kind === "rating" ? q.dimension : q.kind))).toEqual([...DIMENSIONS]);
  });

  test("ends with values, schooling, pay against balance and a free text", () => {
    expect(QUESTIONS.slice(15).map(({ id, kind }) => [id, kind])).toEqual([
      ["values", "multi"],
      ["schooling", "choice"],
      ["balance", "choice"],
      ["loves", "text"],
    ]);
  });
});

describe("ratingConfidence", () => {
  test("a rating at the middle carries no confidence", () => {
    expect(at(ratingConfidence(VARIED), 5)).toBeLessThan(1e-6);
  });

  test("two points off the middle carry 0.82, either end 0.999", () => {
    const confidence = ratingConfidence(VARIED);
    expect(at(confidence, 3)).toBeCloseTo(0.8176, 4);
    expect(at(confidence, 7)).toBeCloseTo(0.8176, 4);
    expect(at(confidence, 0)).toBeCloseTo(0.9991, 4);
    expect(at(confidence, 10)).toBeCloseTo(0.9991, 4);
  });

  test("whole ratings give 0 to 1, growing with the distance from the middle", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 15, maxLength: 15 }), (ratings) => {
        const confidence = ratingConfidence(ratings);
        const byDistance = ratings.map((x, i) => ({ distance: Math.abs(x - 5), sure: at(confidence, i) }));
        byDistance.sort((a, b) => a.distance - b.distance);
        byDistance.forEach(({ sure }, i) => {
          expect(sure >= 0 && sure <= 1).toBe(true);
          if (i > 0) expect(sure).toBeGreaterThanOrEqual(at(byDistance, i - 1).sure);
        });
      }),
    );
  });

  test("answers that all look alike are trusted half as much", () => {
    expect(at(ratingConfidence(makeFlatRatings(7)), 0)).toBeCloseTo(0.8176 / 2, 4);
  });
});

describe("detectAnswerStyle", () => {
  test("varied answers are plain", () => {
    expect(detectAnswerStyle(VARIED)).toBe("plain");
  });

  test("nearly equal answers are flat, wherever on the scale they lie", () => {
    for (const value of [0, 5, 10]) expect(detectAnswerStyle(makeFlatRatings(value))).toBe("flat");
    expect(detectAnswerStyle([6, 7, 6, 7, 6, 7, 6, 7, 6, 7, 6, 7, 6, 7, 6])).toBe("flat");
  });

  test("13 of 15 answers at an end are extreme, 12 are not", () => {
    const ends = (count: number) => makeFlatRatings(4).map((x, i) => (i < count ? (i % 2) * 10 : x));
    expect(detectAnswerStyle(ends(13))).toBe("extreme");
    expect(detectAnswerStyle(ends(12))).toBe("plain");
  });
});
