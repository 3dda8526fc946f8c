import { ndcgAt } from "@/lib/engine/evaluation/retrieval";
import { createRng } from "@/lib/engine/math/random";
import { bootstrapMean, type Interval, mean } from "@/lib/engine/math/statistics";
import { rankAll } from "@/lib/engine/math/top-k";
import { scoreTrees, type TreeModel } from "@/lib/engine/models/tree-model";
import { LEARNED_POINTS } from "@/lib/engine/ranking/learned-points";
import type { RankingSet } from "@/lib/engine/ranking/ranking-set";

/** NDCG of every list of a set. */
export type Judgement = { at5: number[]; at10: number[] };

/** Base scores as raw scores, which is what trees are grown on top of. */
export function toStartScores({ rows }: RankingSet, scoreColumn: number): Float64Array {
  const scores = new Float64Array(rows.rows);
  for (let row = 0; row < rows.rows; row++)
    scores[row] = (rows.data[row * rows.cols + scoreColumn] as number) / LEARNED_POINTS;
  return scores;
}

/** @param model  null for base scores alone */
export function judgeRanker(set: RankingSet, startScores: Float64Array, model: TreeModel | null): Judgement {
  const learned = model === null ? null : scoreTrees(model, set.rows);
  const judgement: Judgement = { at5: [], at10: [] };
  let start = 0;
  for (const count of set.groups) {
    const scores = Array.from(
      { length: count },
      (_, i) => (startScores[start + i] as number) + (learned?.[start + i] ?? 0),
    );
    const gains = rankAll(scores).map((at) => 2 ** (set.grades[start + at] as number) - 1);
    judgement.at5.push(ndcgAt(gains, 5));
    judgement.at10.push(ndcgAt(gains, 10));
    start += count;
  }
  return judgement;
}

export const toFigures = ({ at5, at10 }: Judgement) => ({ at5: mean(at5), at10: mean(at10) });

const BOOTSTRAP_SEED = 11;

/** NDCG@10 of one beyond that of the other over the same lists, with the interval of 95 %. */
export function compareJudgements(one: Judgement, other: Judgement): Interval {
  return bootstrapMean(
    one.at10.map((value, i) => value - (other.at10[i] as number)),
    createRng(BOOTSTRAP_SEED),
  );
}
