import type { ShownQuestion } from "./shown-question";

/** The parts of the quiz as a person sees them, in order. Names are messages of `quizUi`. */
export const QUIZ_PARTS = ["partAbilities", "partWork", "partWords"] as const;

export type QuizPart = (typeof QUIZ_PARTS)[number];

export function getPart(question: ShownQuestion): QuizPart {
  if (question.kind === "rating") return "partAbilities";
  return question.kind === "text" ? "partWords" : "partWork";
}
