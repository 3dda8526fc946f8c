import { fitInWorker } from "@/lib/adapters/training/fit-in-worker";
import { fitWithProgram } from "@/lib/adapters/training/fit-with-program";
import type { RankerReport, RankerSurface, TrainOptions } from "@/lib/contracts/rankers";
import { finishModel, noteProgress, startModel } from "@/lib/db/model-versions";
import { estimateExamination } from "@/lib/engine/evaluation/examination";
import { type AnyFeatureTable, toLinearColumns } from "@/lib/engine/features/feature-table";
import { DEFAULT_LAMBDAMART_PARAMS, type LambdaMartParams } from "@/lib/engine/models/lambdamart";
import { createRankerExplainer, measureImportance, type RankerModel } from "@/lib/engine/models/ranker-model";
import type { FitData, FitJob } from "@/lib/engine/ranking/fit-ranker";
import { type RankingSet, type ShownList, splitByTime, toRankingSet } from "@/lib/engine/ranking/ranking-set";
import type { Deps } from "../deps";
import { getRanker, parseRanker } from "./get-ranker";
import { compareJudgements, findDrift, judgeRanker, toFigures, toReliability, toStartScores } from "./judge-ranker";
import { SURFACES, toFeatureNames, toScoreColumn } from "./surfaces";

const DAY_MS = 86_400_000;
const SEED = 42;
/** Lists that are needed on each side of the split for figures that mean anything. */
const LISTS_MIN = 20;
/** The last share of the lists learned from tells when to stop. Those that judge must not: the best of many trees on them would look too good. */
const STOPPING_SHARE = 0.2;
const EARLY_STOPPING_ROUNDS = 50;
/** Rows that tell how much each feature moves scores. */
const IMPORTANCE_ROWS = 1000;
/** A training that has said nothing for so long has ended without a word. */
const STALE_MINUTES = 5;

/** Few rows at first, and labels that are mostly chance: small trees, small steps (chosen in `npm run evaluate:ranking`'s world, lib/engine/README.md). */
const RANKER_PARAMS: LambdaMartParams = {
  ...DEFAULT_LAMBDAMART_PARAMS,
  ...{ learningRate: 0.05, numLeaves: 4, minDataInLeaf: 50, lambdaL2: 5, featureFraction: 0.7 },
  ...{ baggingFraction: 0.8, baggingFreq: 1, isBaggingByQuery: true, earlyStoppingRounds: EARLY_STOPPING_ROUNDS },
};

export const toRankerParams = ({ features }: AnyFeatureTable): LambdaMartParams => ({
  ...RANKER_PARAMS,
  categoricalFeatures: features.flatMap(({ isCategorical }, at) => (isCategorical ? [at] : [])),
});

/** @param stopping  tells when there are trees enough */
export function toFitJob(
  table: AnyFeatureTable,
  { train, stopping }: Record<"train" | "stopping", RankingSet>,
  iterations: number,
  seed: number,
): FitJob {
  const toData = (set: RankingSet): FitData => ({
    ...{ rows: set.rows, labels: set.grades, groups: set.groups, weights: set.weights },
    ...{ outcomes: set.labels, owners: set.owners, startScores: toStartScores(set, toScoreColumn(table)) },
  });
  return {
    ...{ train: toData(train), validation: toData(stopping), seed },
    ...{ featureNames: toFeatureNames(table), columns: toLinearColumns(table) },
    params: { ...toRankerParams(table), iterations },
  };
}

export type TrainProgress =
  | { kind: "loading" }
  /** There is enough to learn from, and the version has its number. */
  | { kind: "begun"; number: number }
  /** NDCG@10 of the lists that teach and of those that tell when to stop. */
  | { kind: "tree"; iteration: number; rounds: number; train: number; validation: number };

export type TrainOutcome =
  /** There is too little to learn from; `missing` says of what, and how much. */
  | { kind: "too_little"; interactions: number; missing: { what: "interactions" | "lists"; count: number } }
  /** Another training is under way. */
  | { kind: "busy" }
  | { kind: "cancelled"; modelId: string; number: number }
  | { kind: "trained"; modelId: string; number: number; report: RankerReport }
  /** Nothing was trained: what ranks now was judged on the lists held out. */
  | { kind: "evaluated"; report: Pick<RankerReport, "data" | "base" | "ranker" | "beyondBase"> };

type TrainDeps = Pick<Deps, "db" | "nowMs" | "newId" | "rankers" | "lightGbm">;

/**
 * Trains a ranker for a surface on what people did with its lists, and keeps it as a version that ranks nothing before it is promoted.
 * @throws Error when training fails, which the version then says
 */
export async function trainRanker(
  deps: TrainDeps,
  surface: RankerSurface,
  options: TrainOptions & { evaluateOnly?: boolean },
  onProgress: (progress: TrainProgress) => void,
  stop: AbortSignal,
): Promise<TrainOutcome> {
  const { table, countInteractions, loadShownLists } = SURFACES[surface];
  onProgress({ kind: "loading" });
  const untilMs = deps.nowMs();
  const since = new Date(untilMs - options.lookback_days * DAY_MS);
  const interactions = await countInteractions(deps.db, since);
  if (interactions < options.min_interactions) {
    const missing = { what: "interactions" as const, count: options.min_interactions - interactions };
    return { kind: "too_little", interactions, missing };
  }
  const sets = toSets(
    await loadShownLists(deps.db, since, new Date(untilMs)),
    table.features.length,
    options.validation_split,
  );
  if ("short" in sets) return { kind: "too_little", interactions, missing: { what: "lists", count: sets.short } };
  const window = { interactions, sinceMs: since.getTime(), untilMs };
  if (options.evaluateOnly) return { kind: "evaluated", report: await judge(deps, surface, sets, window, null) };
  const { evaluateOnly: _, ...kept } = options;
  const modelId = deps.newId();
  const version = {
    id: modelId,
    surface,
    trainer: deps.lightGbm === null ? "built-in" : "lightgbm",
    featureVersion: table.version,
  } as const;
  const number = await startModel(deps.db, { ...version, options: { ...kept, seed: SEED } }, STALE_MINUTES);
  if (number === null) return { kind: "busy" };
  onProgress({ kind: "begun", number });
  try {
    const startedAtMs = performance.now();
    const fitted = await fitRanker(deps, table, modelId, sets, options, onProgress, stop);
    if (fitted === null) {
      await finishModel(deps.db, modelId, { status: "cancelled" });
      return { kind: "cancelled", modelId, number };
    }
    const model = parseRanker(fitted.artefact, table);
    const report: RankerReport = {
      ...(await judge(deps, surface, sets, window, model)),
      ...{ trees: fitted.trees, stopReason: fitted.stopReason, examination: [...sets.examination] },
      importances: toImportances(table, model, sets.validation),
      drift: findDrift(table, { ...sets, model }),
      reliability: toReliability(sets.validation, toStartScores(sets.validation, toScoreColumn(table)), model),
      seconds: (performance.now() - startedAtMs) / 1000,
    };
    // Cancelled after the last tree: whoever did so was told that it was.
    if (!(await finishModel(deps.db, modelId, { status: "ready", report, artefact: fitted.artefact })))
      return { kind: "cancelled", modelId, number };
    return { kind: "trained", modelId, number, report };
  } catch (error) {
    await finishModel(deps.db, modelId, { status: "failed", error: (error as Error).message });
    throw error;
  }
}

type Sets = {
  train: RankingSet;
  /** Tells when to stop. */
  stopping: RankingSet;
  validation: RankingSet;
  splitAtMs: number;
  examination: Float64Array;
};

/** @returns short, how many lists are missing, where there are too few that teach an order on either side of the split */
function toSets(lists: readonly ShownList[], width: number, validationShare: number): Sets | { short: number } {
  const toSet = (some: readonly ShownList[]): RankingSet => toRankingSet(some, width, null);
  const usable = lists.filter((list) => toSet([list]).groups.length > 0);
  const moments = new Set(usable.map(({ shownAtMs }) => shownAtMs)).size;
  if (moments < 2 * LISTS_MIN) return { short: 2 * LISTS_MIN - moments };
  const { train, validation, splitAtMs } = splitByTime(usable, validationShare);
  const short = [train, validation].reduce((sum, { length }) => sum + Math.max(0, LISTS_MIN - length), 0);
  if (short > 0) return { short };
  const sides = splitByTime(train, STOPPING_SHARE);
  return {
    ...{ train: toSet(sides.train), stopping: toSet(sides.validation), validation: toSet(validation), splitAtMs },
    // Of the earlier lists alone, those in which nothing was picked among them.
    examination: estimateExamination(
      lists.filter(({ shownAtMs }) => shownAtMs < splitAtMs).map(({ isTouched }) => isTouched),
    ),
  };
}

async function fitRanker(
  { db, lightGbm }: TrainDeps,
  table: AnyFeatureTable,
  modelId: string,
  sets: Sets,
  options: TrainOptions,
  onProgress: (progress: TrainProgress) => void,
  stop: AbortSignal,
) {
  const own = new AbortController();
  let noted = Promise.resolve();
  const job = toFitJob(table, sets, options.num_boost_round, SEED);
  let notedAtMs = 0;
  const grow = lightGbm === null ? fitInWorker : fitWithProgram.bind(null, lightGbm);
  const fitted = await grow(
    job,
    ({ iteration, train: t, validation: v }) => {
      const progress = { iteration, rounds: options.num_boost_round, train: t.at10, validation: v?.at10 ?? 0 };
      onProgress({ kind: "tree", ...progress });
      if (performance.now() - notedAtMs < PROGRESS_EVERY_MS) return;
      notedAtMs = performance.now();
      noted = noted.then(async () => {
        if (!(await noteProgress(db, modelId, progress))) own.abort();
      });
    },
    AbortSignal.any([stop, own.signal]),
  );
  await noted;
  return own.signal.aborted ? null : fitted;
}

const PROGRESS_EVERY_MS = 500;

/** @param model  what was trained; null judges what ranks now */
async function judge(
  deps: TrainDeps,
  surface: RankerSurface,
  { train, validation, splitAtMs }: Sets,
  window: { interactions: number; sinceMs: number; untilMs: number },
  model: RankerModel | null,
) {
  const current = await getRanker(deps, surface);
  const judged = model ?? current?.model ?? null;
  const scoreColumn = toScoreColumn(SURFACES[surface].table);
  const starts = [toStartScores(train, scoreColumn), toStartScores(validation, scoreColumn)] as const;
  const sides = (of: RankerModel | null) =>
    [judgeRanker(train, starts[0], of), judgeRanker(validation, starts[1], of)] as const;
  const [base, ranker] = [sides(null), sides(judged)];
  const before = judgeRanker(validation, starts[1], current?.model ?? null);
  return {
    data: {
      ...window,
      splitAtMs,
      ...{ trainLists: train.groups.length, trainRows: train.rows.rows },
      ...{ validationLists: validation.groups.length, validationRows: validation.rows.rows },
    },
    base: { train: toFigures(base[0]), validation: toFigures(base[1]) },
    ranker: { train: toFigures(ranker[0]), validation: toFigures(ranker[1]) },
    beyondBase: compareJudgements(ranker[1], base[1]),
    beyondCurrent: {
      ...compareJudgements(ranker[1], before),
      ...{ modelId: current?.id ?? null, number: current?.number ?? null },
    },
  };
}

/** By the first rows held out, largest first. */
function toImportances(
  table: AnyFeatureTable,
  model: RankerModel,
  { rows: { data, rows, cols } }: RankingSet,
): RankerReport["importances"] {
  const count = Math.min(rows, IMPORTANCE_ROWS);
  const shares = measureImportance(createRankerExplainer(model), {
    data: data.subarray(0, count * cols),
    rows: count,
    cols,
  });
  return toFeatureNames(table)
    .map((name, at) => ({ name, share: shares[at] as number }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}
