import { DIMENSION_MAX, DIMENSION_MIN } from "@/lib/engine/profile/dimensions";
import { QUESTION_COUNT, QUESTIONS, type Question, type QuizProfile } from "@/lib/engine/profile/questions";
import type { FieldError } from "@/lib/errors";
import { FREE_TEXT_LENGTH_MAX, type QuizAnswer } from "./quiz";

/**
 * Checks the answers against the questions: each exactly once, each with a value that its kind allows.
 * @returns the profile, or every fault with the place of the answer and what is allowed there
 */
export function parseQuizAnswers(
  answers: readonly QuizAnswer[],
): { profile: QuizProfile; errors: null } | { profile: null; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const positions = new Map<string, number>();
  const known = new Set<string>(QUESTIONS.map((question) => question.id));
  answers.forEach(({ questionId }, at) => {
    const field = `answers[${at}].questionId`;
    if (!known.has(questionId)) {
      errors.push({
        field,
        message: `there is no question ${JSON.stringify(questionId)}; see GET /api/v1/quiz/questions`,
      });
    } else if (positions.has(questionId)) {
      errors.push({
        field,
        message: `"${questionId}" is answered twice (also at answers[${positions.get(questionId)}])`,
      });
    } else positions.set(questionId, at);
  });
  for (const { id } of QUESTIONS) {
    if (!positions.has(id)) errors.push({ field: "answers", message: `the answer to "${id}" is missing` });
  }
  if (answers.length !== QUESTION_COUNT) {
    errors.push({
      field: "answers",
      message: `exactly ${QUESTION_COUNT} answers are needed, one a question, but there are ${answers.length}`,
    });
  }
  const values = new Map<string, QuizAnswer["value"]>();
  for (const question of QUESTIONS) {
    const at = positions.get(question.id);
    if (at === undefined) continue;
    const value = answers[at]?.value;
    const fault = findFault(question, value);
    if (fault !== null) errors.push({ field: `answers[${at}].value`, message: `${question.id}: ${fault}` });
    else if (value !== undefined) values.set(question.id, value);
  }
  return errors.length > 0 ? { profile: null, errors } : { profile: toProfile(values), errors: null };
}

/** What is wrong with a value, in words that say what is allowed; null when nothing is. */
function findFault(question: Question, value: unknown): string | null {
  switch (question.kind) {
    case "rating":
      if (typeof value !== "number") return `must be a number from ${DIMENSION_MIN} to ${DIMENSION_MAX}`;
      return Number.isFinite(value) && value >= DIMENSION_MIN && value <= DIMENSION_MAX
        ? null
        : `must be from ${DIMENSION_MIN} to ${DIMENSION_MAX}, but is ${value}`;
    case "choice":
      return typeof value === "string" && (question.options as readonly string[]).includes(value)
        ? null
        : `must be one of ${question.options.join(", ")}`;
    case "multi": {
      if (!Array.isArray(value))
        return `must be a list of at most ${question.optionsMax} of ${question.options.join(", ")}`;
      if (value.length > question.optionsMax)
        return `at most ${question.optionsMax} may be chosen, but ${value.length} were`;
      if (new Set(value).size !== value.length) return "each option may be chosen once";
      const stranger = value.find((option) => !(question.options as readonly string[]).includes(option));
      return stranger === undefined ? null : `${JSON.stringify(stranger)} is not one of ${question.options.join(", ")}`;
    }
    case "text":
      if (typeof value !== "string") return `must be a text of at most ${FREE_TEXT_LENGTH_MAX} characters, or empty`;
      return value.length <= FREE_TEXT_LENGTH_MAX
        ? null
        : `may have at most ${FREE_TEXT_LENGTH_MAX} characters, but has ${value.length}`;
  }
}

/** Only called with values that passed findFault, so each has its question's type. */
function toProfile(values: ReadonlyMap<string, QuizAnswer["value"]>): QuizProfile {
  const ratings = QUESTIONS.filter((question) => question.kind === "rating").map(({ id }) => Number(values.get(id)));
  return {
    ratings,
    values: values.get("values") as QuizProfile["values"],
    schooling: values.get("schooling") as QuizProfile["schooling"],
    balance: values.get("balance") as QuizProfile["balance"],
    freeText: String(values.get("loves")).trim(),
  };
}
