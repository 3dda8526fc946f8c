import type { Recommendation } from "@/lib/contracts/results";
import type { CareerRow } from "@/lib/db/careers";
import type { ImpressionRow } from "@/lib/db/slates";
import { NEUTRAL_WEIGHTS } from "@/lib/engine/scoring/objectives";
import { toSalaryRange } from "./salary-range";
import { toCareerFacts, toGaps } from "./to-career-facts";

const NO_PARTS = { embedding: 0, ability: 0, history: 0, learned: 0, ...NEUTRAL_WEIGHTS };

/**
 * One row of a list as it travels.
 * @param details  the person's ratings, to add the career's facts and how the two compare; null leaves them out
 * @param suits    how likely it suits; null when not known
 */
export function toRecommendation(
  career: Pick<CareerRow, "code" | "title" | "cluster" | "clusterId" | "record">,
  impression: ImpressionRow,
  savedCodes: readonly string[],
  details: { ratings: readonly number[] } | null,
  suits: number | null,
): Recommendation {
  return {
    recommendationId: impression.id,
    rank: impression.position,
    code: career.code,
    career: career.title,
    cluster: career.cluster,
    clusterId: career.clusterId,
    score: impression.score,
    embedding_similarity: impression.embeddingSimilarity,
    ability_similarity: impression.abilitySimilarity ?? 0,
    parts: { ...NO_PARTS, ...impression.parts },
    suits,
    salary_range: toSalaryRange(career.record.wages),
    explanation: impression.explanation,
    saved: savedCodes.includes(career.code),
    ...(details ? { facts: toCareerFacts(career.record), gaps: toGaps(details.ratings, career.record) } : {}),
  };
}
