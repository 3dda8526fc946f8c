import type { QuizAnswer } from "@/lib/contracts/quiz";
import { DIMENSION_MAX, DIMENSION_MIN } from "@/lib/engine/profile/dimensions";
import type { ShownQuestion } from "./shown-question";

export type AnswerValue = QuizAnswer["value"];

/** Answers by question id. A question that was passed without choosing has an empty list or text, never a missing key. */
export type Answers = Readonly<Record<string, AnswerValue>>;

const hasOption = (question: ShownQuestion, id: unknown): boolean =>
  question.options?.some((option) => option.id === id) ?? false;

/** Whether a stored value still belongs to the question; a text that is too long does, so that nothing typed is lost. */
export function isOwnValue(question: ShownQuestion, value: unknown): value is AnswerValue {
  switch (question.kind) {
    case "rating":
      return Number.isInteger(value) && Number(value) >= DIMENSION_MIN && Number(value) <= DIMENSION_MAX;
    case "choice":
      return hasOption(question, value);
    case "multi":
      return Array.isArray(value) && value.every((id) => hasOption(question, id));
    case "text":
      return typeof value === "string";
  }
}

/** Whether the quiz may go on from this question with this value. */
export function isComplete(question: ShownQuestion, value: AnswerValue | undefined): boolean {
  if (!isOwnValue(question, value)) return false;
  if (question.kind === "text")
    return typeof value === "string" && value.length <= (question.textLengthMax ?? Infinity);
  if (question.kind === "multi") return Array.isArray(value) && value.length <= (question.optionsMax ?? value.length);
  return true;
}

/** The value that stands for "nothing chosen"; null where something must be chosen. */
export function emptyValue(question: ShownQuestion): AnswerValue | null {
  if (question.kind === "multi") return [];
  return question.kind === "text" ? "" : null;
}

/** Index of the first question without a complete answer, or the number of questions: as far as a person may go. */
export function getReach(questions: readonly ShownQuestion[], answers: Answers): number {
  const index = questions.findIndex((question) => !isComplete(question, answers[question.id]));
  return index === -1 ? questions.length : index;
}

/** Keeps what still fits the questions of today. */
export function toOwnAnswers(questions: readonly ShownQuestion[], answers: Readonly<Record<string, unknown>>): Answers {
  const kept: Record<string, AnswerValue> = {};
  for (const question of questions) {
    const value = answers[question.id];
    if (isOwnValue(question, value)) kept[question.id] = value;
  }
  return kept;
}

/** The body of the submit call, in the order of the questions. */
export function toAnswerList(questions: readonly ShownQuestion[], answers: Answers): QuizAnswer[] {
  return questions.flatMap((question) => {
    const value = answers[question.id];
    return value === undefined ? [] : [{ questionId: question.id, value }];
  });
}

export function getRatings(questions: readonly ShownQuestion[], answers: Answers): number[] {
  return questions.flatMap((question) => {
    const value = answers[question.id];
    return question.kind === "rating" && typeof value === "number" ? [value] : [];
  });
}
