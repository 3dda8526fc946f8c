/** Where in the quiz an address points: `q` is 1-based for people, indexes are 0-based. */
export type QuizPlace = {
  /** Index of the question, the number of questions for the review, null when the address says nothing. */
  index: number | null;
  /** Came from the review to change one answer. */
  isEditing: boolean;
  isRetake: boolean;
};

type ReadableParams = { get(name: string): string | null };

export function parseQuizPlace(params: ReadableParams, questionCount: number): QuizPlace {
  const q = params.get("q");
  const number = q === null || !/^\d{1,3}$/.test(q) ? null : Math.max(1, Number(q)) - 1;
  return {
    index: q === "review" ? questionCount : number,
    isEditing: params.get("edit") === "1",
    isRetake: params.get("retake") === "1",
  };
}

export function toQuizUrl(index: number, questionCount: number, isEditing = false): string {
  return `/quiz?q=${index >= questionCount ? "review" : index + 1}${isEditing ? "&edit=1" : ""}`;
}
