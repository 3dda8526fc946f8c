import type { QuizQuestion } from "@/lib/contracts/quiz";

/**
 * A question with what its screen needs besides. The page adds it on the server, because the contract's own module
 * brings the schema library with it, which no visitor should have to load.
 */
export type ShownQuestion = QuizQuestion & {
  /** The longest text that may be sent, in characters. */
  textLengthMax?: number;
  /** An example of a text, to show how concrete it may be. */
  textExample?: string;
};
