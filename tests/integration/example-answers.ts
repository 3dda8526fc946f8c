import type { QuizAnswer } from "@/lib/contracts/quiz";
import { QUESTIONS, type Question } from "@/lib/engine/profile/questions";

/** One usable answer to each question: 15 different ratings, two values, and a text. */
export function exampleAnswers(changes: { freeText?: string; ratings?: (at: number) => number } = {}): QuizAnswer[] {
  const { freeText = "I love fixing engines and old motorbikes", ratings = (at) => (at * 7) % 11 } = changes;
  return QUESTIONS.map((question, at) => ({
    questionId: question.id,
    value: toValue(question, ratings(at), freeText),
  }));
}

function toValue(question: Question, rating: number, freeText: string): QuizAnswer["value"] {
  if (question.kind === "rating") return rating;
  if (question.kind === "multi") return question.options.slice(0, 2);
  return question.kind === "text" ? freeText : (question.options[0] ?? "");
}

/** The example answers with one of them changed. */
export function withAnswer(questionId: string, value: unknown): { questionId: string; value: unknown }[] {
  return exampleAnswers().map((answer) => (answer.questionId === questionId ? { questionId, value } : answer));
}
