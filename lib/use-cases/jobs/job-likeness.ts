import type { CareerSnapshot } from "../career-snapshot";

/**
 * How alike two jobs of a list are, by their occupations: 1 for the same one, the cosine of their embeddings for two, 0 where either has none or
 * without embeddings. All of it is at hand: the jobs' own embeddings would have to be read.
 * @returns of two positions of the list
 */
export function makeLikeness(
  { positions, index }: CareerSnapshot,
  jobs: readonly { careerCode: string | null }[],
): (i: number, j: number) => number {
  const careers = Int32Array.from(jobs, ({ careerCode }) =>
    careerCode === null ? -1 : (positions.get(careerCode) ?? -1),
  );
  const { similarities } = index;
  return (i, j) => {
    const [one, other] = [careers[i] as number, careers[j] as number];
    if (one < 0 || other < 0) return 0;
    if (one === other) return 1;
    return similarities === null ? 0 : (similarities.data[one * similarities.size + other] as number);
  };
}
