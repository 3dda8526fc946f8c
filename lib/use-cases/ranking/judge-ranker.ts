import type { RankerReport } from "@/lib/contracts/rankers";
import { stabilityIndex, toDriftLimit } from "@/lib/engine/evaluation/drift";
import { ndcgAt } from "@/lib/engine/evaluation/retrieval";
import type { AnyFeatureTable } from "@/lib/engine/features/feature-table";
import { createRng } from "@/lib/engine/math/random";
import { bootstrapMean, type Interval, mean } from "@/lib/engine/math/statistics";
import { rankAll } from "@/lib/engine/math/top-k";
import { type RankerModel, scoreRanker } from "@/lib/engine/models/ranker-model";
import { LEARNED_POINTS } from "@/lib/engine/ranking/learned-points";
import type { RankingSet } from "@/lib/engine/ranking/ranking-set";
import { toFeatureNames, toScoreColumn } from "./surfaces";

/** NDCG of every list of a set. */
export type Judgement = { at5: number[]; at10: number[] };

/** Base scores as raw scores, which is what a ranker is fitted on top of. */
export function toStartScores({ rows }: RankingSet, scoreColumn: number): Float64Array {
  const scores = new Float64Array(rows.rows);
  for (let row = 0; row < rows.rows; row++)
    scores[row] = (rows.data[row * rows.cols + scoreColumn] as number) / LEARNED_POINTS;
  return scores;
}

/** (n,) raw scores. @param model  null for base scores alone */
function toScores(set: RankingSet, startScores: Float64Array, model: RankerModel | null): Float64Array {
  if (model === null) return startScores;
  return scoreRanker(model, set.rows).map((learned, row) => (startScores[row] as number) + learned);
}

/** @param model  null for base scores alone */
export function judgeRanker(set: RankingSet, startScores: Float64Array, model: RankerModel | null): Judgement {
  const all = toScores(set, startScores, model);
  const judgement: Judgement = { at5: [], at10: [] };
  let start = 0;
  for (const count of set.groups) {
    const gains = rankAll(all.subarray(start, start + count)).map((at) => 2 ** (set.grades[start + at] as number) - 1);
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

/** What of the lists held out is not as in those that were learned from: indices above what chance does, largest first. */
export function findDrift(
  table: AnyFeatureTable,
  { train, validation, model }: { train: RankingSet; validation: RankingSet; model: RankerModel },
): RankerReport["drift"] {
  const scoreColumn = toScoreColumn(table);
  const column = ({ rows: { data, rows, cols } }: RankingSet, at: number) =>
    Float64Array.from({ length: rows }, (_, row) => data[row * cols + at] as number);
  const scores = (set: RankingSet) => toScores(set, toStartScores(set, scoreColumn), model);
  // The rows of a list are of one person and depend on each other: lists are what is independent.
  const limit = toDriftLimit(train.groups.length, validation.groups.length);
  const moved = toFeatureNames(table)
    .map((name, at) => ({ name, index: stabilityIndex(column(train, at), column(validation, at)) }))
    .concat({ name: RANKER_SCORE, index: stabilityIndex(scores(train), scores(validation)) })
    .filter(({ index }) => index > limit)
    .sort((a, b) => b.index - a.index);
  return { limit, moved };
}

const RANKER_SCORE = "ranker_score";
const RELIABILITY_PARTS = 5;
const GRADE_MAX = 4;

/** @returns fifths of the rows by the ranker's score, lowest first */
export function toReliability(
  set: RankingSet,
  startScores: Float64Array,
  model: RankerModel,
): RankerReport["reliability"] {
  const order = rankAll(toScores(set, startScores, model)).toReversed();
  return Array.from({ length: RELIABILITY_PARTS }, (_, part) => {
    const [from, to] = [part, part + 1].map((edge) => Math.round((edge * order.length) / RELIABILITY_PARTS));
    const rows = order.slice(from, to);
    return { rows: rows.length, label: mean(rows.map((row) => (set.grades[row] as number) / GRADE_MAX)) };
  }).filter(({ rows }) => rows > 0);
}
