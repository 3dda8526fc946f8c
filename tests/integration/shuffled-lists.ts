import type { AnyFeatureTable } from "@/lib/engine/features/feature-table";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { fitLambdaMart } from "@/lib/engine/models/lambdamart";
import { type ShownList, splitByTime, toRankingSet } from "@/lib/engine/ranking/ranking-set";
import { judgeRanker } from "@/lib/use-cases/ranking/judge-ranker";
import { toFeatureNames } from "@/lib/use-cases/ranking/surfaces";
import { toRankerParams } from "@/lib/use-cases/ranking/train-ranker";

const VALIDATION_SHARE = 0.4;
const RANDOM_ORDERS = 30;

/** NDCG@10 on the later lists of a ranker without base scores, and of chance: as the lists are, and with the labels of each shuffled. */
export function judgeShuffled(lists: readonly ShownList[], table: AnyFeatureTable) {
  const shuffle = createRng(3);
  const shuffled = lists.map((list) => {
    const order = list.labels
      .filter((_, i) => list.isTouched[i])
      .map((label) => ({ label, key: shuffle.uniform() }))
      .sort((a, b) => a.key - b.key);
    const labels = list.labels.map((label, i) => (list.isTouched[i] ? (order.pop()?.label ?? 0) : label));
    return { ...list, labels };
  });
  return { real: judge(lists, table), shuffled: judge(shuffled, table) };
}

function judge(lists: readonly ShownList[], table: AnyFeatureTable): { learned: number; chance: number } {
  const { train, validation } = splitByTime(lists, VALIDATION_SHARE);
  const [taught, held] = [train, validation].map((side) => toRankingSet(side, table.features.length, null));
  if (taught === undefined || held === undefined) throw new Error("no sides");
  const { rows, grades: labels, groups, weights } = taught;
  const params = { ...toRankerParams(table), iterations: 60, earlyStoppingRounds: 0 };
  const { model } = fitLambdaMart({ rows, labels, groups, weights }, toFeatureNames(table), params, createRng(1));
  const nothing = new Float64Array(held.rows.rows);
  const random = createRng(2);
  const chance = Array.from({ length: RANDOM_ORDERS }, () => {
    const scores = nothing.map(() => random.uniform());
    return mean(judgeRanker(held, scores, null).at10);
  });
  return { learned: mean(judgeRanker(held, nothing, model).at10), chance: mean(chance) };
}
