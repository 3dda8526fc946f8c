import { parentPort, workerData } from "node:worker_threads";
import { addLinearLayer } from "@/lib/engine/models/ranker-model";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import { type FitJob, fitLinear, fitRanker } from "@/lib/engine/ranking/fit-ranker";
import type { FitMessage, FitResult } from "./fit-job";

// The thread that fit-in-worker.ts starts.
const { job, flag, isLinearOnly } = workerData as { job: FitJob; flag: Int32Array; isLinearOnly: boolean };
const send = (message: FitMessage): void => parentPort?.postMessage(message);
const isStopped = (): boolean => Atomics.load(flag, 0) === 1;

function fitAll(): FitResult | null {
  const fitted = fitRanker(job, isStopped, (progress) => send({ kind: "progress", ...progress }));
  if (fitted === null) return null;
  const { model, trees, stopReason } = fitted;
  return { artefact: addLinearLayer(writeLightGbm(model.trees), model.linear), trees, stopReason };
}

try {
  if (isLinearOnly) send({ kind: "linear", result: fitLinear(job, isStopped) });
  else send({ kind: "done", result: fitAll() });
} catch (error) {
  send({ kind: "failed", error: (error as Error).message });
}
