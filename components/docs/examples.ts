import type { QuizAnswer, QuizQuestion } from "@/lib/contracts/quiz";

/** Stands in the examples until a call of the reader's own has made a session. */
export const EXAMPLE_SESSION_ID = "00000000-0000-4000-8000-000000000000";

const EXAMPLE_CODE = "47-2111.00";
const EXAMPLE_TEXT = "I rewire old lamps and help my neighbors fix things around the house.";

function toExampleAnswer(question: QuizQuestion, index: number): QuizAnswer {
  const first = question.options?.[0]?.id ?? "";
  const values = { rating: (index * 7 + 3) % 11, choice: first, multi: [first], text: EXAMPLE_TEXT } as const;
  const value = values[question.kind];
  return { questionId: question.id, value: typeof value === "object" ? [...value] : value };
}

export type EndpointExample = { body?: unknown; params?: Readonly<Record<string, string>> };

/** Requests that work as they stand, by operation id, so that a reader can press "Send" at once. */
export function getEndpointExamples(questions: readonly QuizQuestion[]): Readonly<Record<string, EndpointExample>> {
  const answers = questions.map(toExampleAnswer);
  const session = { sessionId: EXAMPLE_SESSION_ID };
  return {
    submitQuiz: { body: { answers } },
    recommend: { body: { answers, top_n: 3 } },
    getResults: { params: session },
    saveCareer: { body: { ...session, careerCode: EXAMPLE_CODE } },
    viewCareer: { body: { ...session, careerCode: EXAMPLE_CODE, durationSeconds: 30 } },
    searchCareers: { params: { q: "fix motorcycles" } },
    getCareer: { params: { code: EXAMPLE_CODE } },
    listSimilarCareers: { params: { code: EXAMPLE_CODE } },
  };
}
