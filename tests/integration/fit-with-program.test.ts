import { chmodSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fitInWorker } from "@/lib/adapters/training/fit-in-worker";
import { fitWithProgram } from "@/lib/adapters/training/fit-with-program";
import { ndcgAt } from "@/lib/engine/evaluation/retrieval";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { rankAll } from "@/lib/engine/math/top-k";
import { DEFAULT_LAMBDAMART_PARAMS, type RankingData } from "@/lib/engine/models/lambdamart";
import { parseRankerModel, scoreRanker } from "@/lib/engine/models/ranker-model";
import type { FitData, FitJob } from "@/lib/engine/ranking/fit-ranker";

const QUERY_ROWS = 12;
const NAMES = ["taste", "noise", "gap", "kind"];

/** Queries whose grades follow a number, a category and a start score, with noise and holes. */
function makeData(seed: number, queries: number): FitData {
  const rng = createRng(seed);
  const count = queries * QUERY_ROWS;
  const data = new Float64Array(count * NAMES.length);
  const startScores = new Float64Array(count);
  const labels = Array.from({ length: count }, (_, row) => {
    const [taste, noise, kind, start] = [rng.normal(), rng.normal(), rng.integer(6), rng.normal()];
    const gap = rng.uniform() < 0.3 ? Number.NaN : rng.uniform();
    data.set([taste, noise, gap, kind], row * NAMES.length);
    startScores[row] = start;
    const value = taste + (kind % 3 === 0 ? 1.5 : 0) + start + (Number.isNaN(gap) ? 0.8 : 0) + 0.5 * rng.normal();
    return Math.max(0, Math.min(4, Math.round(value)));
  });
  return {
    rows: { data, rows: count, cols: NAMES.length },
    ...{
      outcomes: Float64Array.from(labels),
      owners: Float64Array.from({ length: count }, (_, row) => Math.floor(row / QUERY_ROWS)),
    },
    ...{ labels, startScores, weights: labels.map((label) => 1 + label / 8) },
    groups: Array.from({ length: queries }, () => QUERY_ROWS),
  };
}

const job: FitJob = {
  ...{ train: makeData(1, 300), validation: makeData(2, 100), featureNames: NAMES, seed: 7 },
  columns: { count: NAMES.length, category: 3, person: [], item: [], sameForAll: [] },
  params: {
    ...DEFAULT_LAMBDAMART_PARAMS,
    ...{ iterations: 60, numLeaves: 8, earlyStoppingRounds: 20, categoricalFeatures: [3] },
  },
};
const never = new AbortController().signal;

function judge(artefact: string, { rows, labels, startScores = [], groups }: RankingData): number {
  const raw = scoreRanker(parseRankerModel(artefact, job.columns), { ...rows, data: Float64Array.from(rows.data) });
  return mean(
    Array.from(groups, (count, query) => {
      const scores = Array.from({ length: count }, (_, i) => {
        const row = query * count + i;
        return (startScores[row] ?? 0) + (raw[row] ?? 0);
      });
      return ndcgAt(
        rankAll(scores).map((at) => 2 ** (labels[query * count + at] ?? 0) - 1),
        10,
      );
    }),
  );
}

function findProgram(): string | null {
  const places = (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, "lightgbm"));
  return [process.env.LIGHTGBM_BIN ?? "", ...places].find((file) => file !== "" && existsSync(file)) ?? null;
}

const program = findProgram();
if (program === null) console.warn("SKIPPED: LightGBM's program is neither at LIGHTGBM_BIN nor on the path.");

describe("LightGBM's program", () => {
  test.skipIf(program === null)("learns from the same files as the built-in trainer, as well as that", async () => {
    const before = readdirSync(os.tmpdir()).filter((name) => name.startsWith("waymark-lightgbm-"));
    const seen: number[] = [];
    const theirs = await fitWithProgram(program ?? "", job, ({ iteration }) => seen.push(iteration), never);
    const ours = await fitInWorker(job, () => {}, never);
    const [a, b] = [theirs, ours].map((fit) => judge(fit?.artefact ?? "", job.validation));
    expect(Math.abs((a ?? 0) - (b ?? 1))).toBeLessThan(0.01);
    // By the start scores alone it would be far worse.
    expect(a).toBeGreaterThan(0.85);
    expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
    expect(theirs?.trees).toBeLessThanOrEqual(seen.length);
    expect(parseRankerModel(theirs?.artefact ?? "", job.columns).trees.featureNames).toEqual(NAMES);
    expect(readdirSync(os.tmpdir()).filter((name) => name.startsWith("waymark-lightgbm-"))).toEqual(before);
  });

  test.skipIf(program === null)("is stopped in the middle", async () => {
    const stop = new AbortController();
    const long = { ...job, params: { ...job.params, iterations: 5000, earlyStoppingRounds: 0 } };
    expect(await fitWithProgram(program ?? "", long, () => stop.abort(), stop.signal)).toBeNull();
  });
});

describe.skipIf(process.platform === "win32")("a program that", () => {
  const make = (script: string): string => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), "waymark-program-")), "program");
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const train = (file: string) => fitWithProgram(file, job, () => {}, never);

  test("is not there says which setting to mend", async () => {
    await expect(train("/nowhere/lightgbm")).rejects.toThrow(/LIGHTGBM_BIN \/nowhere\/lightgbm cannot be started/);
  });

  test("fails, or writes nothing, or something else, is told with what it said last", async () => {
    await expect(train(make("echo '[Fatal] no memory' >&2; exit 3"))).rejects.toThrow(/code 3.*\[Fatal\] no memory/);
    await expect(train(make("echo done"))).rejects.toThrow(/wrote no model. It said: done/);
    await expect(train(make("echo tree > model.txt"))).rejects.toThrow(/of the model: expected/);
  });

  test("gets each list, weight and start score in files of its own", async () => {
    const check =
      "head -1 train.tsv; sed -n 2p train.tsv; wc -l < train.tsv.query; wc -l < train.tsv.weight; wc -l < valid.tsv.init; exit 1";
    const row = [...job.train.rows.data.subarray(0, NAMES.length)].map((x) => (Number.isNaN(x) ? "nan" : x));
    await expect(train(make(check))).rejects.toThrow(
      [`label\t${NAMES.join("\t")}`, [job.train.labels[0], ...row].join("\t"), "300", "3600", "1200"].join(" | "),
    );
  });
});
