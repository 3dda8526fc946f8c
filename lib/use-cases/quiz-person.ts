import type { QuizAnswer, QuizWarning } from "@/lib/contracts/quiz";
import { parseQuizAnswers } from "@/lib/contracts/quiz-answers";
import { detectAnswerStyle } from "@/lib/engine/profile/ability";
import type { QuizProfile } from "@/lib/engine/profile/questions";
import type { Person } from "@/lib/engine/scoring/hybrid";
import { AppError } from "@/lib/errors";
import texts from "@/lib/messages/en/quiz.json";
import type { Deps } from "./deps";

/**
 * The answers as a profile.
 * @throws AppError INVALID_INPUT that names every faulty answer
 */
export function parseProfile(answers: readonly QuizAnswer[]): QuizProfile {
  const { profile, errors } = parseQuizAnswers(answers);
  if (profile === null) {
    throw new AppError("INVALID_INPUT", {
      publicMessage: errors[0]?.message ?? "The answers are not usable.",
      fields: errors,
    });
  }
  return profile;
}

/** The profile with its free text read by the model. */
export async function toPerson(profile: QuizProfile, deps: Pick<Deps, "embedder">): Promise<Person> {
  const { embedder } = deps;
  const words = embedder === null || profile.freeText === "" ? 0 : embedder.countKnownWords(profile.freeText);
  if (embedder === null || words === 0) return { profile, textEmbedding: null, textWordCount: 0 };
  const [textEmbedding] = await embedder.embed([profile.freeText]);
  return { profile, textEmbedding: textEmbedding ?? null, textWordCount: words };
}

/** Gentle notes on answers that say little. */
export function toWarnings(profile: QuizProfile, deps: Pick<Deps, "embedder">): QuizWarning[] {
  const warnings: QuizWarning[] = [];
  const style = detectAnswerStyle(profile.ratings);
  if (style === "flat") warnings.push({ code: "flat_answers", message: texts.warnings.flat_answers });
  if (style === "extreme") warnings.push({ code: "extreme_answers", message: texts.warnings.extreme_answers });
  if (profile.freeText !== "" && deps.embedder !== null && deps.embedder.countKnownWords(profile.freeText) === 0) {
    warnings.push({ code: "text_not_understood", message: texts.warnings.text_not_understood });
  }
  return warnings;
}
