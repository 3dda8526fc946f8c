/**
 * How long the ranker takes to score, to explain and to learn, on one core. `--large` adds what learning from a million rows takes in memory: some
 * minutes, 3 GB.
 */
import os from "node:os";
import { fitInWorker } from "@/lib/adapters/training/fit-in-worker";
import { createRng, type Rng } from "@/lib/engine/math/random";
import { quantile } from "@/lib/engine/math/statistics";
import { DEFAULT_LAMBDAMART_PARAMS } from "@/lib/engine/models/lambdamart";
import type { LinearColumns } from "@/lib/engine/models/linear-layer";
import {
  addLinearLayer,
  createRankerExplainer,
  parseRankerModel,
  type RankerModel,
  scoreRanker,
} from "@/lib/engine/models/ranker-model";
import { scoreTrees } from "@/lib/engine/models/tree-model";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import type { FitData, FitJob } from "@/lib/engine/ranking/fit-ranker";
import { rerankByLikeness, rerankByMmr } from "@/lib/engine/ranking/rerank-by-mmr";
import type { Table } from "../report";
import { measure } from "./measure";

const FEATURES = 55;
const CATEGORICAL = [20, 21];
const TREES = 200;
const ROWS = 20_000;
const ROWS_PER_QUERY = 20;
const CANDIDATES = 300;
const PAGE = 20;
const WIDTH = 384;
const RUNS = 1000;
const TRAININGS = 3;
const LARGE_ROWS = 1_000_000;
const LARGE_TREES = 20;

/** As wide as that of careers: 23 columns of people, 13 of items. */
const COLUMNS: LinearColumns = {
  ...{ count: FEATURES, category: CATEGORICAL[0] ?? null, sameForAll: [] },
  person: Array.from({ length: 23 }, (_, i) => 22 + i),
  item: Array.from({ length: 13 }, (_, i) => i),
};
const NAMES = Array.from({ length: FEATURES }, (_, i) => `f${i}`);

export async function benchRanker(isLarge: boolean): Promise<Table[]> {
  const data = plantRanking(createRng(1), ROWS);
  const { artefact, rows } = await timeTraining(data);
  const tables = [
    await timeServing(parseRankerModel(artefact, COLUMNS), data),
    {
      name: "Training",
      note: `${ROWS.toLocaleString("en-US")} rows of ${FEATURES} features, ${ROWS_PER_QUERY} a query, ${TREES} trees of 31 leaves, in a thread of its own as the product does it; medians of ${TRAININGS}. ${load()}`,
      rows,
    },
  ];
  if (isLarge) tables.push(await measureLarge());
  return tables;
}

/** Ten features and a pair of them make the label; the others are noise. A tenth of three is missing, ten are whole numbers, two are categories. */
function plantRanking(rng: Rng, rows: number): FitData {
  const data = new Float64Array(rows * FEATURES);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = row * FEATURES;
    for (let i = 0; i < FEATURES; i++) {
      const isWhole = i >= 22 && i < 32;
      data[at + i] = CATEGORICAL.includes(i) ? rng.integer(30) : isWhole ? rng.integer(12) : rng.normal();
    }
    const x = (i: number): number => data[at + i] as number;
    let relevance = x(0) * x(1) + (x(20) % 3 === 0 ? 1 : 0) + rng.normal();
    for (let i = 0; i < 10; i++) relevance += x(i) / (1 + i);
    for (const i of [2, 12, 13]) if (rng.uniform() < 0.1) data[at + i] = Number.NaN;
    labels[row] = Math.max(0, Math.min(4, Math.floor(relevance + 0.5)));
  }
  return {
    rows: { data, rows, cols: FEATURES },
    ...{ labels, groups: new Uint8Array(rows / ROWS_PER_QUERY).fill(ROWS_PER_QUERY) },
    ...{ startScores: new Float64Array(rows), outcomes: Float64Array.from(labels) },
    owners: Float64Array.from({ length: rows }, (_, row) => Math.floor(row / ROWS_PER_QUERY)),
  };
}

/** Rows of a query are one person's. Trees are not stopped early, so that all of them are grown. */
function toJob(data: FitData, columns: LinearColumns | null, iterations: number): FitJob {
  const params = { ...DEFAULT_LAMBDAMART_PARAMS, iterations, categoricalFeatures: CATEGORICAL };
  return {
    train: data,
    validation: plantRanking(createRng(4), ROWS_PER_QUERY),
    featureNames: NAMES,
    columns,
    params,
    seed: 1,
  };
}

async function timeTraining(data: FitData) {
  const few = plantRanking(createRng(5), 10 * ROWS_PER_QUERY);
  const jobs = {
    "start of the thread, and a tree of 200 rows": toJob(few, null, 1),
    "20k x 55, 200 trees": toJob(data, null, TREES),
    "the same on top of a linear layer and its four fits on others' rows": toJob(data, COLUMNS, TREES),
  };
  let artefact = "";
  const rows: Table["rows"] = [];
  for (const [what, job] of Object.entries(jobs)) {
    const walls = new Float64Array(TRAININGS);
    for (let run = 0; run < TRAININGS; run++) {
      const startedMs = performance.now();
      artefact = (await fitInWorker(job, () => {}, new AbortController().signal))?.artefact ?? "";
      walls[run] = (performance.now() - startedMs) / 1000;
    }
    rows.push({ what, "wall s": quantile(walls.sort(), 0.5) });
  }
  return { artefact, rows };
}

async function timeServing(model: RankerModel, { rows }: FitData): Promise<Table> {
  const rng = createRng(2);
  const first = (count: number) => ({
    data: Float64Array.from(rows.data.subarray(0, count * FEATURES)),
    ...{ rows: count, cols: FEATURES },
  });
  const [candidates, explained] = [first(CANDIDATES), first(10)];
  // Of one person.
  for (let row = 1; row < CANDIDATES; row++)
    for (const column of model.linear?.columns.person ?? [])
      candidates.data[row * FEATURES + column] = candidates.data[column] as number;
  const vectors = Array.from({ length: CANDIDATES }, () => {
    const raw = Float32Array.from({ length: WIDTH }, () => rng.normal());
    const length = Math.hypot(...raw);
    return raw.map((value) => value / length);
  });
  const likeness = Float32Array.from({ length: CANDIDATES ** 2 }, () => rng.uniform());
  const byTable = (i: number, j: number) => likeness[i * CANDIDATES + j] as number;
  const explain = createRankerExplainer(model);
  const { trees, linear } = model;
  const text = addLinearLayer(writeLightGbm(trees), linear);
  const columns = linear?.columns ?? null;
  const times = {
    "score 300 rows by trees": await measure(() => scoreTrees(trees, candidates), RUNS),
    "the same and a linear layer": await measure(() => scoreRanker(model, candidates), RUNS),
    "trees, and all 300 in order by MMR with a table of likeness, as jobs are": await measure(
      () => rerankByLikeness(scoreTrees(trees, candidates), byTable, CANDIDATES),
      RUNS,
    ),
    "trees, and 20 of 300 by MMR with vectors": await measure(
      () => rerankByMmr(scoreTrees(trees, candidates), vectors, PAGE),
      RUNS,
    ),
    "Shapley values of 10 rows, trees and layer": await measure(() => explain(explained), RUNS),
    "prepare for them": await measure(() => createRankerExplainer(model), RUNS / 10),
    "read the model": await measure(() => parseRankerModel(text, columns), RUNS / 10),
  };
  return {
    name: "Re-ranking and explaining",
    note: `${FEATURES} features, ${TREES} trees of 31 leaves, vectors of ${WIDTH}. ${load()}`,
    rows: Object.entries(times).map(([what, timing]) => ({ what, ...timing })),
  };
}

async function measureLarge(): Promise<Table> {
  const job = toJob(plantRanking(createRng(3), LARGE_ROWS), COLUMNS, LARGE_TREES);
  const startedMs = performance.now();
  await fitInWorker(job, () => {}, new AbortController().signal);
  return {
    name: "Training on a million rows",
    note: `${LARGE_ROWS.toLocaleString("en-US")} rows of ${FEATURES} features, the linear layer and ${LARGE_TREES} trees; the peak is of the whole process, in which the rows are twice (in double precision, 440 MB each). ${load()}`,
    rows: [
      {
        "wall s": (performance.now() - startedMs) / 1000,
        "peak resident MB": process.resourceUsage().maxRSS / 1000,
      },
    ],
  };
}

const load = (): string => `Load average ${os.loadavg()[0]?.toFixed(1) ?? ""} on ${os.cpus().length} cores.`;
