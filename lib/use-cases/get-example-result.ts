import type { Recommendation } from "@/lib/contracts/results";
import type { QuizProfile } from "@/lib/engine/profile/questions";
import texts from "@/lib/messages/en/quiz.json";
import { type CareerSnapshot, getCareerSnapshot } from "./career-snapshot";
import type { Deps } from "./deps";
import { toPerson } from "./quiz-person";
import { rankCareers } from "./rank-careers";
import { toCareerFacts, toGaps } from "./to-career-facts";

export type ExampleResult = Required<
  Pick<Recommendation, "rank" | "career" | "cluster" | "score" | "explanation" | "facts" | "gaps">
>;

/** An invented person who likes tools and building, with no other wishes. */
const EXAMPLE: QuizProfile = {
  ratings: [7, 6, 4, 6, 5, 8, 4, 5, 6, 4, 3, 5, 9, 8, 7],
  values: [],
  schooling: "any",
  balance: "equal",
  freeText: texts.exampleText,
};

const computed = new WeakMap<CareerSnapshot, ExampleResult>();

/** The first recommendation of an invented person, computed like everybody's, once for every state of the catalogue. */
export async function getExampleResult(deps: Deps): Promise<ExampleResult> {
  const snapshot = await getCareerSnapshot(deps);
  const known = computed.get(snapshot);
  if (known !== undefined) return known;
  const person = await toPerson(EXAMPLE, deps);
  const options = { topN: 5, alpha: deps.defaultAlpha, isDiverse: true, weights: undefined };
  const first = rankCareers(snapshot, person, options).careers[0];
  const career = first === undefined ? undefined : snapshot.careers[first.item];
  if (first === undefined || career === undefined) throw new Error("the example person has no recommendation");
  const result: ExampleResult = {
    rank: 1,
    career: career.title,
    cluster: career.cluster,
    score: first.score,
    explanation: first.explanation,
    facts: toCareerFacts(career.record),
    gaps: toGaps(EXAMPLE.ratings, career.record),
  };
  computed.set(snapshot, result);
  return result;
}
