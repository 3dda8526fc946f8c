import { parentPort, workerData } from "node:worker_threads";
import { createRng } from "@/lib/engine/math/random";
import { fitLambdaMart } from "@/lib/engine/models/lambdamart";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import type { FitJob, FitMessage } from "./fit-job";

// The thread that fit-in-worker.ts starts.
const { job, flag } = workerData as { job: FitJob; flag: Int32Array };
const send = (message: FitMessage): void => parentPort?.postMessage(message);

try {
  const { model, bestIteration, stopReason } = fitLambdaMart(
    job.train,
    job.featureNames,
    job.params,
    createRng(job.seed),
    {
      validation: job.validation,
      onIteration: (progress) => {
        send({ kind: "progress", ...progress });
        return Atomics.load(flag, 0) === 1 ? "stop" : undefined;
      },
    },
  );
  const isStopped = Atomics.load(flag, 0) === 1;
  send({
    kind: "done",
    result: isStopped ? null : { artefact: writeLightGbm(model), trees: bestIteration, stopReason },
  });
} catch (error) {
  send({ kind: "failed", error: (error as Error).message });
}
