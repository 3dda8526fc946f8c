import path from "node:path";
import { Worker } from "node:worker_threads";
import type { FitJob, LinearResult } from "@/lib/engine/ranking/fit-ranker";
import type { FitMessage, FitResult } from "./fit-job";

/** The path, rather than the module: a bundler must leave it alone. A thread reads TypeScript once it is told how. */
const WORKER_FILE = path.join(process.cwd(), "lib", "adapters", "training", "fit-worker.ts");
const START = `require("tsx/cjs/api").register(); require(${JSON.stringify(WORKER_FILE)});`;

type Progress = Extract<FitMessage, { kind: "progress" }>;

/**
 * Fits a ranker in a thread of its own, which is handed its data: the server goes on answering.
 * @param onProgress  after each tree
 * @returns           null when it was stopped
 * @throws Error when the data cannot teach an order, or the thread ends unexpectedly
 */
export function fitInWorker(
  job: FitJob,
  onProgress: (progress: Progress) => void,
  stop: AbortSignal,
): Promise<FitResult | null> {
  return runThread<FitResult>({ job, isLinearOnly: false }, onProgress, stop);
}

/** Fits the linear layer alone in a thread of its own; null when it was stopped. */
export function fitLinearInWorker(job: FitJob, stop: AbortSignal): Promise<LinearResult | null> {
  return runThread<LinearResult>({ job, isLinearOnly: true }, () => {}, stop);
}

async function runThread<Result extends FitResult | LinearResult>(
  data: { job: FitJob; isLinearOnly: boolean },
  onProgress: (progress: Progress) => void,
  stop: AbortSignal,
): Promise<Result | null> {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(START, { eval: true, workerData: { ...data, flag } });
  const onAbort = () => Atomics.store(flag, 0, 1);
  if (stop.aborted) onAbort();
  stop.addEventListener("abort", onAbort);
  try {
    return await new Promise<Result | null>((resolve, reject) => {
      worker.on("message", (message: FitMessage) => {
        if (message.kind === "progress") onProgress(message);
        else if (message.kind === "failed") reject(new Error(message.error));
        else resolve(message.result as Result | null);
      });
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`The training thread ended with code ${code}.`)));
    });
  } finally {
    stop.removeEventListener("abort", onAbort);
    await worker.terminate();
  }
}
