/**
 * How long the ranker takes to score, to explain and to learn, in one process on one core. `--large` adds what learning from a million rows takes
 * in memory: about a minute, 1.5 GB.
 */
import os from "node:os";
import { createRng, type Rng } from "@/lib/engine/math/random";
import { quantile } from "@/lib/engine/math/statistics";
import { fitLinearLayer } from "@/lib/engine/models/fit-linear-layer";
import {
  DEFAULT_LAMBDAMART_PARAMS,
  fitLambdaMart,
  type LambdaMartParams,
  type RankingData,
} from "@/lib/engine/models/lambdamart";
import type { LinearColumns, LinearLayer } from "@/lib/engine/models/linear-layer";
import {
  addLinearLayer,
  createRankerExplainer,
  parseRankerModel,
  type RankerModel,
  scoreRanker,
} from "@/lib/engine/models/ranker-model";
import { scoreTrees, type TreeModel } from "@/lib/engine/models/tree-model";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
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

const PARAMS: LambdaMartParams = {
  ...DEFAULT_LAMBDAMART_PARAMS,
  ...{ iterations: TREES, categoricalFeatures: CATEGORICAL },
};
const NAMES = Array.from({ length: FEATURES }, (_, i) => `f${i}`);

export async function benchRanker(isLarge: boolean): Promise<Table[]> {
  const data = plantRanking(createRng(1), ROWS);
  const training = timeTraining(data);
  const layer = timeLayer(data);
  const model = { trees: training.model, linear: layer.linear };
  const tables = [await timeServing(model, data), { ...training.table, rows: [...training.table.rows, layer.row] }];
  if (isLarge) tables.push(measureLarge());
  return tables;
}

/** Ten features and a pair of them make the label; the others are noise. A tenth of three is missing, ten are whole numbers, two are categories. */
function plantRanking(rng: Rng, rows: number): RankingData {
  const data = new Float32Array(rows * FEATURES);
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
  };
}

function timeTraining(data: RankingData): { model: TreeModel; table: Table } {
  const [walls, cpus] = [new Float64Array(TRAININGS), new Float64Array(TRAININGS)];
  let model: TreeModel | null = null;
  for (let run = 0; run < TRAININGS; run++) {
    const [startedMs, cpu] = [performance.now(), process.cpuUsage()];
    ({ model } = fitLambdaMart(data, NAMES, PARAMS, createRng(1)));
    walls[run] = (performance.now() - startedMs) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    cpus[run] = (user + system) / 1e6;
  }
  if (model === null) throw new Error("nothing was trained");
  const median = (values: Float64Array): number => quantile(values.sort(), 0.5);
  return {
    model,
    table: {
      name: "Training LambdaMART",
      note: `${ROWS.toLocaleString("en-US")} rows of ${FEATURES} features, ${ROWS_PER_QUERY} a query, ${TREES} trees of 31 leaves; medians of ${TRAININGS}. ${load()}`,
      rows: [{ what: "20k x 55, 200 trees", "wall s": median(walls), "process CPU s": median(cpus) }],
    },
  };
}

/** As wide as that of careers: 23 columns of people, 13 of items. */
function timeLayer({ rows, labels }: RankingData): { linear: LinearLayer; row: Table["rows"][number] } {
  const some = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
  const columns: LinearColumns = {
    count: FEATURES,
    category: CATEGORICAL[0] ?? null,
    person: some(22, 23),
    item: some(0, 13),
    sameForAll: [],
  };
  const owners = Int32Array.from({ length: rows.rows }, (_, row) => Math.floor(row / ROWS_PER_QUERY));
  const [startedMs, cpu] = [performance.now(), process.cpuUsage()];
  const fitted = fitLinearLayer({ rows, labels, owners, startScores: new Float64Array(rows.rows) }, columns);
  const { user, system } = process.cpuUsage(cpu);
  if (fitted === null) throw new Error("nobody stopped it");
  return {
    linear: fitted.layer,
    row: {
      what: "a linear layer on the same rows, five times, so that each row has one without its owner",
      ...{ "wall s": (performance.now() - startedMs) / 1000, "process CPU s": (user + system) / 1e6 },
    },
  };
}

async function timeServing(model: RankerModel, { rows }: RankingData): Promise<Table> {
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

function measureLarge(): Table {
  const data = plantRanking(createRng(3), LARGE_ROWS);
  const startedMs = performance.now();
  fitLambdaMart(data, NAMES, { ...PARAMS, iterations: LARGE_TREES }, createRng(1));
  return {
    name: "Training on a million rows",
    note: `${LARGE_ROWS.toLocaleString("en-US")} rows of ${FEATURES} features in single precision, which the peak includes (220 MB), ${LARGE_TREES} trees. ${load()}`,
    rows: [
      {
        "wall s": (performance.now() - startedMs) / 1000,
        "peak resident MB": process.resourceUsage().maxRSS / 1000,
      },
    ],
  };
}

const load = (): string => `Load average ${os.loadavg()[0]?.toFixed(1) ?? ""} on ${os.cpus().length} cores.`;
