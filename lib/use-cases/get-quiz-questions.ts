import type { QuizQuestion, QuizQuestionsReply } from "@/lib/contracts/quiz";
import { QUESTIONS, QUIZ_VERSION, type Question } from "@/lib/engine/profile/questions";
import texts from "@/lib/messages/en/quiz.json";

/** The quiz as a person reads it: its fixed structure with the wording of the messages. */
export function getQuizQuestions(): QuizQuestionsReply {
  return { version: QUIZ_VERSION, questions: QUESTIONS.map(toQuizQuestion) };
}

function toQuizQuestion(question: Question): QuizQuestion {
  switch (question.kind) {
    case "rating": {
      const { prompt, low, high } = texts[question.dimension];
      return {
        id: question.id,
        kind: "rating",
        dimension: question.dimension,
        prompt,
        low,
        high,
        help: texts.ratingHelp,
      };
    }
    case "multi": {
      const { prompt, help, options } = texts.values;
      return {
        id: question.id,
        kind: "multi",
        prompt,
        help,
        optionsMax: question.optionsMax,
        options: question.options.map((id) => ({ id, label: options[id] })),
      };
    }
    case "choice": {
      const labels: Record<string, string> = texts[question.id].options;
      return {
        id: question.id,
        kind: "choice",
        prompt: texts[question.id].prompt,
        options: question.options.map((id) => ({ id, label: labels[id] ?? id })),
      };
    }
    case "text":
      return { id: question.id, kind: "text", prompt: texts.loves.prompt, help: texts.loves.help };
  }
}
