import { describe, expect, test } from "vitest";
import type { Embedder } from "@/lib/adapters/embedder";
import type { QuizAnswer } from "@/lib/contracts/quiz";
import { AppError } from "@/lib/errors";
import { parseProfile, toPerson, toWarnings } from "@/lib/use-cases/quiz-person";
import { makeFlatRatings, makeProfile } from "../factories";

const VARIED = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 5, 3, 7, 5];
const embedder: Embedder = {
  model: "fake",
  embed: async (texts) => texts.map(() => Float32Array.of(1, 0)),
  countKnownWords: (text) => text.split(" ").filter((word) => word !== "xqzt").length,
};
const codesOf = (profile: Parameters<typeof toWarnings>[0], deps: Parameters<typeof toWarnings>[1] = { embedder }) =>
  toWarnings(profile, deps).map(({ code }) => code);

describe("a person", () => {
  test("has the embedding of the free text and the number of words that are understood", async () => {
    const person = await toPerson(makeProfile({ freeText: "old xqzt houses" }), { embedder });
    expect(person).toMatchObject({ textEmbedding: Float32Array.of(1, 0), textWordCount: 2 });
  });

  test("has no text when there is no model, no text, or no word that is understood", async () => {
    const nothing = { textEmbedding: null, textWordCount: 0 };
    expect(await toPerson(makeProfile({ freeText: "houses" }), { embedder: null })).toMatchObject(nothing);
    expect(await toPerson(makeProfile({ freeText: "" }), { embedder })).toMatchObject(nothing);
    expect(await toPerson(makeProfile({ freeText: "xqzt" }), { embedder })).toMatchObject(nothing);
  });
});

describe("gentle warnings", () => {
  test("are not given for varied answers and an understood text", () => {
    expect(codesOf(makeProfile({ ratings: VARIED, freeText: "houses" }))).toEqual([]);
  });

  test("are given for flat and for extreme answers, in words", () => {
    expect(codesOf(makeProfile({ ratings: makeFlatRatings(8) }))).toEqual(["flat_answers"]);
    expect(codesOf(makeProfile({ ratings: VARIED.map((_, i) => (i % 2) * 10) }))).toEqual(["extreme_answers"]);
    for (const { message } of toWarnings(makeProfile(), { embedder })) expect(message).toMatch(/^[A-Z].{20,}/);
  });

  test("are given for a text of which no word is understood, but not without a model", () => {
    const profile = makeProfile({ ratings: VARIED, freeText: "xqzt" });
    expect(codesOf(profile)).toEqual(["text_not_understood"]);
    expect(codesOf(profile, { embedder: null })).toEqual([]);
  });
});

describe("parseProfile", () => {
  test("throws INVALID_INPUT with every faulty field, the first of them in the public message", () => {
    const answers: QuizAnswer[] = [{ questionId: "analytical", value: 11 }];
    const run = () => parseProfile(answers);
    expect(run).toThrow(AppError);
    try {
      run();
    } catch (error) {
      const { code, fields, publicMessage } = error as AppError;
      expect(code).toBe("INVALID_INPUT");
      expect(fields.length).toBeGreaterThan(18);
      expect(publicMessage).toBe(fields[0]?.message);
    }
  });
});
