import { z } from "zod";
import { DIMENSION_COUNT, DIMENSION_MAX, DIMENSION_MIN, DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { QUESTION_COUNT } from "@/lib/engine/profile/questions";
import { StorableText } from "./operation";

/** The longest free text a person may write, in characters. */
export const FREE_TEXT_LENGTH_MAX = 2000;

export const QuizQuestionSchema = z.object({
  id: z.string(),
  kind: z.enum(["rating", "choice", "multi", "text"]),
  dimension: z.enum(DIMENSIONS).optional(),
  prompt: z.string(),
  /** A concrete example of the low end of a rating. */
  low: z.string().optional(),
  high: z.string().optional(),
  help: z.string().optional(),
  options: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  /** How many options of a multi question may be chosen. */
  optionsMax: z.number().int().optional(),
});

export const QuizQuestionsReplySchema = z.object({
  version: z.string(),
  questions: z.array(QuizQuestionSchema).length(QUESTION_COUNT),
});

/** One answer as it travels. Which kind of value a question takes is checked against the question itself. */
export const QuizAnswerSchema = z.strictObject({
  questionId: z.string().max(64),
  value: z.union([z.number(), StorableText, z.array(z.string().max(64)).max(20)], {
    error: "must be a number (rating), a text (choice, free text) or a list of texts (multiple choice)",
  }),
});

/** Exactly one answer to each question, in any order. */
export const QuizAnswersSchema = z.array(QuizAnswerSchema);

export const QuizSubmitRequestSchema = z.strictObject({ answers: QuizAnswersSchema });

export const QuizWarningSchema = z.object({
  code: z.enum(["flat_answers", "extreme_answers", "text_not_understood"]),
  message: z.string(),
});

export const SessionIdSchema = z.uuid();

const AbilityVectorSchema = z.array(z.number().min(DIMENSION_MIN).max(DIMENSION_MAX)).length(DIMENSION_COUNT);

export const QuizSubmitReplySchema = z.object({
  sessionId: SessionIdSchema,
  abilityVector: AbilityVectorSchema,
  /** How sure the answer is about the side of the middle a person leans to, 0 to 1, in the order of the ability vector. */
  confidence: z.array(z.number().min(0).max(1)).length(DIMENSION_COUNT),
  warnings: z.array(QuizWarningSchema),
});

export type QuizQuestion = z.infer<typeof QuizQuestionSchema>;
export type QuizAnswer = z.infer<typeof QuizAnswerSchema>;
export type QuizWarning = z.infer<typeof QuizWarningSchema>;
export type QuizQuestionsReply = z.infer<typeof QuizQuestionsReplySchema>;
export type QuizSubmitRequest = z.infer<typeof QuizSubmitRequestSchema>;
export type QuizSubmitReply = z.infer<typeof QuizSubmitReplySchema>;
