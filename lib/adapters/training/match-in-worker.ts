import path from "node:path";
import { Worker } from "node:worker_threads";
import type { MatchTrial, MatchTrialResult } from "@/lib/engine/evaluation/match-trial";

/** The path, rather than the module: a bundler must leave it alone. A thread reads TypeScript once it is told how. */
const WORKER_FILE = path.join(process.cwd(), "lib", "adapters", "training", "match-worker.ts");
const START = `require("tsx/cjs/api").register(); require(${JSON.stringify(WORKER_FILE)});`;

/**
 * Trains a match model in a thread of its own: the server goes on answering.
 * @throws Error when the pairs cannot teach, the thread ends unexpectedly, or it is told to stop
 */
export async function trainMatchInWorker(trial: MatchTrial, stop: AbortSignal): Promise<MatchTrialResult> {
  const worker = new Worker(START, { eval: true, workerData: trial });
  let onAbort = () => {};
  try {
    return await new Promise<MatchTrialResult>((resolve, reject) => {
      onAbort = () => reject(new Error("The training was stopped."));
      if (stop.aborted) onAbort();
      stop.addEventListener("abort", onAbort);
      worker.on("message", resolve);
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`The training thread ended with code ${code}.`)));
    });
  } finally {
    stop.removeEventListener("abort", onAbort);
    await worker.terminate();
  }
}
