import type { QuizAnswer } from "@/lib/contracts/quiz";
import { QUESTIONS } from "@/lib/engine/profile/questions";
import { simulateRatings } from "@/lib/engine/simulate/people";
import type { CareerSnapshot } from "@/lib/use-cases/career-snapshot";

/** Free texts of the length that people write. */
export const TEXTS = [
  "I spend weekends restoring old motorcycles and helping neighbors fix their cars.",
  "Drawing comics, making posters for my friend's band, and anything with color.",
  "I like explaining math to my little brother until he gets it, and I love puzzles.",
  "Being outside with animals, hiking, keeping bees, growing vegetables.",
  "",
];

/** Finished quizzes of seeded people. */
export function simulateQuizzes(snapshot: CareerSnapshot, count: number): QuizAnswer[][] {
  const people = simulateRatings(
    snapshot.careers.map((career) => career.abilityVector),
    count,
    77,
  );
  return people.map(({ ratings }, at) =>
    QUESTIONS.map((question, i): QuizAnswer => {
      if (question.kind === "rating") return { questionId: question.id, value: ratings[i] ?? 5 };
      if (question.kind === "multi") return { questionId: question.id, value: at % 2 === 0 ? [] : ["independence"] };
      if (question.kind === "text") return { questionId: question.id, value: TEXTS[at % TEXTS.length] ?? "" };
      return { questionId: question.id, value: question.id === "schooling" ? "bachelor" : "equal" };
    }),
  );
}
