import { spawn } from "node:child_process";
import { type FileHandle, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { LambdaMartParams, RankingData } from "@/lib/engine/models/lambdamart";
import { parseLightGbm } from "@/lib/engine/models/parse-lightgbm";
import { addLinearLayer } from "@/lib/engine/models/ranker-model";
import { type FitJob, startFrom } from "@/lib/engine/ranking/fit-ranker";
import { fitLinearInWorker } from "./fit-in-worker";
import type { FitMessage, FitResult } from "./fit-job";

const CHUNK_ROWS = 2000;
/** "[LightGBM] [Info] Iteration:12, valid_1 ndcg@10 : 0.61" */
const FIGURE = /Iteration:(\d+), (training|valid_1) ndcg@(5|10) : ([\d.e+-]+)/;
const LINES_KEPT = 5;

/**
 * Grows a ranker's trees with LightGBM's own command-line program (4.1 or later), which gets the data in its own files: for more than one thread can
 * take. The linear layer below them is fitted here.
 * Two parameters are not LightGBM 4.1's and are left to it: drawing whole lists, and what a position's effect costs.
 * @param program     path of the program
 * @param onProgress  after each tree
 * @returns           null when it was stopped
 * @throws Error when it cannot be started, fails, or writes no model
 */
export async function fitWithProgram(
  program: string,
  job: FitJob,
  onProgress: (progress: Extract<FitMessage, { kind: "progress" }>) => void,
  stop: AbortSignal,
): Promise<FitResult | null> {
  const linear = await fitLinearInWorker(job, stop);
  if (linear === null) return null;
  const { train, validation } = startFrom(job, linear);
  const folder = await mkdtemp(path.join(os.tmpdir(), "waymark-lightgbm-"));
  try {
    await writeData(path.join(folder, "train.tsv"), train, job.featureNames);
    await writeData(path.join(folder, "valid.tsv"), validation, job.featureNames);
    await writeFile(path.join(folder, "train.conf"), toConfig(job.params, job.seed));
    const last = await run(program, folder, onProgress, stop);
    if (stop.aborted) return null;
    const artefact = await readFile(path.join(folder, "model.txt"), "utf8").catch(() => {
      throw new Error(`${program} wrote no model. It said: ${last}`);
    });
    const trees = parseLightGbm(artefact).nodeStart.length - 1;
    return {
      artefact: addLinearLayer(artefact, linear.linear),
      trees,
      stopReason: trees < job.params.iterations ? "early stopping" : "iterations",
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One row a line, the label first; lists, weights and start scores beside it, in files that LightGBM finds by their names. */
async function writeData(file: string, data: RankingData, featureNames: readonly string[]): Promise<void> {
  const { rows, labels, groups, weights, startScores } = data;
  const lines = async (name: string, count: number, line: (at: number) => string) => {
    const handle: FileHandle = await open(name, "w");
    try {
      if (name === file) await handle.write(`label\t${featureNames.join("\t")}\n`);
      for (let from = 0; from < count; from += CHUNK_ROWS) {
        const length = Math.min(CHUNK_ROWS, count - from);
        await handle.write(Array.from({ length }, (_, i) => `${line(from + i)}\n`).join(""));
      }
    } finally {
      await handle.close();
    }
  };
  const { cols } = rows;
  await lines(file, rows.rows, (row) => {
    const values = Array.from(rows.data.subarray(row * cols, (row + 1) * cols), (x) => (Number.isNaN(x) ? "nan" : x));
    return `${labels[row]}\t${values.join("\t")}`;
  });
  await lines(`${file}.query`, groups.length, (at) => String(groups[at]));
  if (weights !== undefined) await lines(`${file}.weight`, rows.rows, (row) => String(weights[row]));
  if (startScores !== undefined) await lines(`${file}.init`, rows.rows, (row) => String(startScores[row]));
}

function toConfig(params: LambdaMartParams, seed: number): string {
  const settings = {
    ...{ task: "train", objective: "lambdarank", boosting: "gbdt", metric: "ndcg", eval_at: "5,10" },
    ...{ data: "train.tsv", valid: "valid.tsv", output_model: "model.txt", header: true, verbosity: 1 },
    ...{ is_provide_training_metric: true, deterministic: true, force_row_wise: true, seed },
    num_iterations: params.iterations,
    learning_rate: params.learningRate,
    num_leaves: params.numLeaves,
    max_depth: params.maxDepth,
    max_bin: params.maxBin,
    min_data_in_bin: params.minDataInBin,
    zero_as_missing: params.isZeroMissing,
    categorical_feature: params.categoricalFeatures.join(","),
    min_data_in_leaf: params.minDataInLeaf,
    min_sum_hessian_in_leaf: params.minSumHessianInLeaf,
    min_gain_to_split: params.minGainToSplit,
    lambda_l1: params.lambdaL1,
    lambda_l2: params.lambdaL2,
    cat_smooth: params.catSmooth,
    cat_l2: params.catL2,
    max_cat_threshold: params.maxCatThreshold,
    max_cat_to_onehot: params.maxCatToOnehot,
    min_data_per_group: params.minDataPerGroup,
    feature_fraction: params.featureFraction,
    bagging_fraction: params.baggingFraction,
    bagging_freq: params.baggingFreq,
    early_stopping_round: params.earlyStoppingRounds,
    sigmoid: params.sigmoid,
    lambdarank_truncation_level: params.truncationLevel,
    lambdarank_norm: params.isNormalised,
    label_gain: params.labelGain.join(","),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join("");
}

/** @returns what it said last */
function run(
  program: string,
  folder: string,
  onProgress: Parameters<typeof fitWithProgram>[2],
  stop: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ["config=train.conf"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const kill = () => child.kill();
    stop.addEventListener("abort", kill);
    if (stop.aborted) kill();
    const said: string[] = [];
    const figures = { training: { at5: 0, at10: 0 }, valid_1: { at5: 0, at10: 0 } };
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        if (said.length > LINES_KEPT) said.shift();
        const [, iteration, set, at, value] = FIGURE.exec(line) ?? [];
        if (set !== "training" && set !== "valid_1") return;
        figures[set][at === "5" ? "at5" : "at10"] = Number(value);
        // The last figure of a tree.
        if (set === "valid_1" && at === "10")
          onProgress({
            ...{ kind: "progress", iteration: Number(iteration) },
            ...{ train: { ...figures.training }, validation: { ...figures.valid_1 } },
          });
      });
    }
    child.on("error", (error) => {
      stop.removeEventListener("abort", kill);
      reject(new Error(`LIGHTGBM_BIN ${program} cannot be started: ${error.message}`));
    });
    child.on("close", (code) => {
      stop.removeEventListener("abort", kill);
      if (code === 0 || stop.aborted) resolve(said.join(" | "));
      else reject(new Error(`${program} ended with code ${code}. It said: ${said.join(" | ")}`));
    });
  });
}
