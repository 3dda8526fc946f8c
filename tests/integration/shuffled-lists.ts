import type { AnyFeatureTable } from "@/lib/engine/features/feature-table";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { fitRanker } from "@/lib/engine/ranking/fit-ranker";
import { type ShownList, splitByTime, toRankingSet } from "@/lib/engine/ranking/ranking-set";
import { judgeRanker } from "@/lib/use-cases/ranking/judge-ranker";
import { toFitJob } from "@/lib/use-cases/ranking/train-ranker";

const VALIDATION_SHARE = 0.4;
const STOPPING_SHARE = 0.2;
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
  const toSet = (side: readonly ShownList[]) => toRankingSet(side, table.features.length, null);
  const held = toSet(validation);
  const sides = splitByTime(train, STOPPING_SHARE);
  const job = toFitJob(table, { train: toSet(sides.train), stopping: toSet(sides.validation) }, 60, 1);
  for (const side of [job.train, job.validation]) side.startScores.fill(0);
  const model = fitRanker({ ...job, params: { ...job.params, earlyStoppingRounds: 0 } })?.model ?? null;
  const nothing = new Float64Array(held.rows.rows);
  const random = createRng(2);
  const chance = Array.from({ length: RANDOM_ORDERS }, () => {
    const scores = nothing.map(() => random.uniform());
    return mean(judgeRanker(held, scores, null).at10);
  });
  return { learned: mean(judgeRanker(held, nothing, model).at10), chance: mean(chance) };
}
