/**
 * What a ranker learned about a career or a job, as reasons: the features' shares of its points (TreeSHAP, tree-shap.ts), summed by what they are about. A
 * share says in which direction people's choices moved it, not why they chose so; the words say no more than that. What
 * has no plain name (the base score itself, how strong the ratings are) is never named.
 */
import { EngineError } from "../engine-error";
import type { FeatureTable, LearnedTopic } from "../features/feature-table";
import type { Matrix } from "../math/vectors";

export type LearnedReason<Topic extends string = LearnedTopic> = {
  kind: "learned_more" | "learned_less";
  topic: Topic;
  /** What the topic adds to the score. */
  points: number;
};

/** A topic is named from so many points on. */
export const LEARNED_POINTS_MIN = 0.5;

/**
 * @param shares  (n, features + 1) of the raw score; the last column is what all rows share
 * @param scale   points of a raw score of 1
 * @returns       (n,) reasons of each row, those that move it most first, ties in the order of the table
 * @throws EngineError when the shares are not of this table
 */
export function toLearnedReasons<Topic extends string>(
  table: FeatureTable<string, Topic>,
  shares: Matrix,
  scale: number,
): LearnedReason<Topic>[][] {
  const { features } = table;
  if (shares.cols !== features.length + 1)
    throw new EngineError(`${shares.cols} shares for ${features.length} features and what rows share`);
  return Array.from({ length: shares.rows }, (_, row) => {
    const sums = new Map<Topic, number>();
    features.forEach(({ topic }, at) => {
      if (topic === null) return;
      sums.set(topic, (sums.get(topic) ?? 0) + scale * (shares.data[row * shares.cols + at] as number));
    });
    return [...sums]
      .filter(([, points]) => Math.abs(points) >= LEARNED_POINTS_MIN)
      .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
      .map(([topic, points]) => ({ kind: points > 0 ? "learned_more" : "learned_less", topic, points }));
  });
}
