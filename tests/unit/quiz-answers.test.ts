import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type QuizAnswer, QuizSubmitRequestSchema } from "@/lib/contracts/quiz";
import { parseQuizAnswers } from "@/lib/contracts/quiz-answers";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { QUESTIONS } from "@/lib/engine/profile/questions";
import type { FieldError } from "@/lib/errors";
import { type AnyAnswer, makeAnswers } from "../factories";

/** As the server does it: first the shape, then the answers against the questions. */
function parse(answers: unknown): { profile: unknown; errors: FieldError[] } {
  const shape = QuizSubmitRequestSchema.safeParse({ answers });
  if (!shape.success) {
    const errors = shape.error.issues.map(({ path, message }) => ({
      field: path.reduce<string>(
        (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}${text && "."}${String(key)}`),
        "",
      ),
      message,
    }));
    return { profile: null, errors };
  }
  const { profile, errors } = parseQuizAnswers(shape.data.answers);
  return { profile, errors: errors ?? [] };
}
const positionOf = (id: string): number => QUESTIONS.findIndex((question) => question.id === id);
const parseWith = (values: Readonly<Record<string, unknown>>) => parse(makeAnswers(values));

describe("a complete quiz", () => {
  test("becomes a profile with the ratings in the order of the dimensions, whatever order they came in", () => {
    const values = Object.fromEntries(DIMENSIONS.map((id, i) => [id, i % 11]));
    const answers = makeAnswers({
      ...values,
      values: ["support"],
      schooling: "master",
      balance: "pay",
      loves: "  tea  ",
    });
    const expected = {
      ratings: DIMENSIONS.map((_, i) => i % 11),
      values: ["support"],
      schooling: "master",
      balance: "pay",
      freeText: "tea",
    };
    expect(parse(answers)).toEqual({ profile: expected, errors: [] });
    expect(parse(answers.toReversed())).toEqual({ profile: expected, errors: [] });
  });

  test.each([
    ["emoji", "🎉👩🏽‍🚒 I love 🚲"],
    ["right-to-left text", "أحب مساعدة الناس ‮"],
    ["HTML", "<script>alert(1)</script><b>cakes</b> &amp;"],
    ["SQL", '\'; DROP TABLE "Career"; --'],
    ["a template", "{topic} {{x}} %s $1 $&"],
    ["2,000 characters", "é".repeat(2000)],
    ["nothing", ""],
  ])("takes %s in the free text as it is", (_, text) => {
    expect(parseWith({ loves: text })).toMatchObject({ profile: { freeText: text }, errors: [] });
  });

  test("takes the ends of the scale and steps between whole numbers", () => {
    expect(parseWith({ analytical: 0, verbal: 10, science: 7.5 }).errors).toEqual([]);
  });

  test("takes up to three values and none", () => {
    expect(parseWith({ values: [] }).errors).toEqual([]);
    expect(parseWith({ values: ["support", "achievement", "recognition"] }).errors).toEqual([]);
  });
});

describe("a faulty value is named with its place and what is allowed", () => {
  test.each<[string, unknown, string]>([
    ["analytical", -1, "from 0 to 10"],
    ["analytical", 10.0001, "from 0 to 10"],
    ["vigilance", 1e308, "from 0 to 10"],
    ["analytical", "7", "a number from 0 to 10"],
    ["analytical", "seven", "a number from 0 to 10"],
    ["analytical", "", "a number from 0 to 10"],
    ["analytical", ["7"], "a number from 0 to 10"],
    ["analytical", Number.NaN, "must be a number"],
    ["analytical", Number.POSITIVE_INFINITY, "must be a number"],
    ["analytical", null, "must be a number"],
    ["analytical", true, "must be a number"],
    ["analytical", { value: 7 }, "must be a number"],
    ["analytical", undefined, "must be a number"],
    ["values", "support", "a list of at most 3"],
    ["values", 3, "a list of at most 3"],
    ["values", ["support", "achievement", "recognition", "independence"], "at most 3"],
    ["values", ["support", "support"], "once"],
    ["values", ["money"], "achievement, independence, recognition, relationships, support, workingConditions"],
    ["values", [1], "must be a number (rating), a text"],
    ["schooling", "phd", "none, certificate, associate, bachelor, master, any"],
    ["schooling", 3, "none, certificate, associate, bachelor, master, any"],
    ["schooling", "constructor", "none, certificate"],
    ["balance", "", "pay, lean_pay, equal, lean_balance, balance"],
    ["balance", ["pay"], "pay, lean_pay, equal, lean_balance, balance"],
    ["loves", 5, "a text of at most 2000 characters"],
    ["loves", ["tea"], "a text of at most 2000 characters"],
    ["loves", "x".repeat(2001), "at most 2000 characters, but has 2001"],
    ["loves", "x".repeat(102_400), "at most 2000 characters, but has 102400"],
  ])("%s = %j", (id, value, allowed) => {
    const { profile, errors } = parseWith({ [id]: value });
    expect(profile).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.field).toBe(`answers[${positionOf(id)}].value`);
    expect(errors[0]?.message).toContain(allowed);
    expect(errors[0]?.message.length).toBeLessThan(300);
  });

  test("several faults are named at once, in the order of the questions", () => {
    const { errors } = parseWith({ numerical: 11, schooling: "x", loves: 4 });
    expect(errors.map(({ field }) => field)).toEqual([1, 16, 18].map((i) => `answers[${i}].value`));
  });
});

describe("a faulty set of answers is named", () => {
  const usual = makeAnswers();

  test("18 answers: which is missing, and how many are needed", () => {
    const { profile, errors } = parse(usual.slice(0, -1));
    expect(profile).toBeNull();
    expect(errors.map(({ field }) => field)).toEqual(["answers", "answers"]);
    expect(errors[0]?.message).toContain('"loves" is missing');
    expect(errors[1]?.message).toContain("exactly 19 answers are needed");
    expect(errors[1]?.message).toContain("18");
  });

  test("no answers at all: every question is named", () => {
    expect(parse([]).errors).toHaveLength(20);
  });

  test("20 answers: the one too many, by its place and the place of its twin", () => {
    const { errors } = parse([...usual, { questionId: "science", value: 3 }]);
    expect(errors.map(({ field }) => field)).toEqual(["answers[19].questionId", "answers"]);
    expect(errors[0]?.message).toContain(`answers[${positionOf("science")}]`);
    expect(errors[1]?.message).toContain("there are 20");
  });

  test("a duplicate in place of another: both the twin and the missing one", () => {
    const { errors } = parse(usual.map((answer, i) => (i === 3 ? { ...answer, questionId: "analytical" } : answer)));
    expect(errors[0]).toMatchObject({ field: "answers[3].questionId" });
    expect(errors[0]?.message).toContain("twice");
    expect(errors[1]?.message).toContain('"technology" is missing');
  });

  test.each(["shoe_size", "", "__proto__", "Analytical", "<b>"])(
    "an unknown question %j, by its place",
    (questionId) => {
      const { errors } = parse([...usual.slice(1), { questionId, value: 3 }]);
      expect(errors[0]?.field).toBe("answers[18].questionId");
      expect(errors[0]?.message).toContain(JSON.stringify(questionId));
    },
  );

  test.each<[unknown]>([[null], ["text"], [{}], [[null]], [[[]]], [[{ value: 3 }]], [[{ questionId: 3, value: 3 }]]])(
    "a wrong shape %j, by its place",
    (answers) => {
      const { profile, errors } = parse(answers);
      expect(profile).toBeNull();
      expect(errors[0]?.field).toMatch(/^answers/);
    },
  );

  test("an unknown key beside an answer", () => {
    const answers = usual.map((answer, i) => (i === 2 ? { ...answer, weight: 2 } : answer));
    expect(parse(answers).errors[0]?.field).toBe("answers[2]");
  });
});

describe("whatever JSON arrives", () => {
  test("is refused or becomes a complete profile, and never throws", () => {
    const answer = fc.record({
      questionId: fc.oneof(fc.constantFrom(...QUESTIONS.map(({ id }) => id)), fc.string()),
      value: fc.oneof(fc.jsonValue(), fc.integer({ min: -2, max: 12 }), fc.string()),
    });
    const nearly: fc.Arbitrary<AnyAnswer[]> = fc
      .array(fc.tuple(fc.nat(18), fc.jsonValue()), { maxLength: 3 })
      .map((changes) =>
        makeAnswers().map((usual, i) => ({ ...usual, value: changes.find(([at]) => at === i)?.[1] ?? usual.value })),
      );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(answer, { maxLength: 25 }), nearly), (answers) => {
        const { profile, errors } = parse(answers);
        expect(profile === null).toBe(errors.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  test("answers of the right shape never throw either", () => {
    const value = fc.oneof(fc.double(), fc.string(), fc.array(fc.string()));
    const answers: fc.Arbitrary<QuizAnswer[]> = fc.array(fc.record({ questionId: fc.string(), value }));
    fc.assert(fc.property(answers, (list) => void parseQuizAnswers(list)));
  });
});
