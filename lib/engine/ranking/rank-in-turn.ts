/**
 * An order for somebody of whom nothing is known yet: the groups take turns, each with the best that it has left.
 *
 * Round r holds the r-th best of every group that has so many, best first. So the first items are all of different groups, no group is
 * ever two ahead of another that still has something, and within a group nothing changes. Cost O(n log n). Round-robin by group is
 * the plainest of the diversification rules compared by Ziegler et al. 2005 (doi:10.1145/1060745.1060754); it needs no embedding.
 */
import { EngineError } from "../engine-error";
import { rankAll } from "../math/top-k";

/**
 * @param scores  (n,) finite; higher is better: for jobs, when they were posted
 * @param groups  (n,) the group of each; null for what has none, which is a group of its own
 * @returns       (n,) positions, all of them; ties to the lower position
 * @throws EngineError when lengths disagree or a score is not finite
 */
export function rankInTurn(scores: ArrayLike<number>, groups: readonly (string | number | null)[]): number[] {
  if (scores.length !== groups.length) throw new EngineError(`${scores.length} scores for ${groups.length} groups`);
  for (let i = 0; i < scores.length; i++) {
    if (!Number.isFinite(scores[i])) throw new EngineError(`the score at ${i} is ${scores[i]}`);
  }
  const taken = new Map<string | number | null, number>();
  const rounds: number[][] = [];
  for (const item of rankAll(scores)) {
    const group = groups[item] ?? null;
    const round = taken.get(group) ?? 0;
    taken.set(group, round + 1);
    const members = rounds[round];
    if (members === undefined) rounds.push([item]);
    else members.push(item);
  }
  return rounds.flat();
}
