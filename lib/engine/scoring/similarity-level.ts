/**
 * What a raw cosine of a profile and a job says in words. The words are shares of all jobs rather than of a scale: somebody's profile reads
 * very much like one job in a hundred, much like one in twenty and somewhat like one in four.
 *
 * The cuts are the 99 %, 95 % and 75 % quantiles over 200 simulated people times 4,000 federal postings of 2024 and 2025, as
 * `npm run evaluate:jobs -- --jobs FILE` prints them under "How like profiles and postings are". A profile that likes have moved is made of
 * jobs and so lies nearer to all of them: it has cuts of its own, those after five right swipes.
 */
export const SIMILARITY_LEVELS = ["weak", "some", "good", "strong"] as const;
export type SimilarityLevel = (typeof SIMILARITY_LEVELS)[number];

/** From the cosine on at which each level after the first begins. */
export const SIMILARITY_CUTS = { said: [0.17, 0.28, 0.35], learned: [0.33, 0.48, 0.61] } as const;

/**
 * @param cosine     of the profile and the job
 * @param isLearned  whether likes have moved the profile
 */
export function toSimilarityLevel(cosine: number, isLearned: boolean): SimilarityLevel {
  const cuts = isLearned ? SIMILARITY_CUTS.learned : SIMILARITY_CUTS.said;
  return SIMILARITY_LEVELS[cuts.filter((cut) => cosine >= cut).length] ?? "weak";
}
