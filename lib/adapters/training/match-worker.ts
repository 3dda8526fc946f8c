import { parentPort, workerData } from "node:worker_threads";
import { type MatchTrial, runMatchTrial } from "@/lib/engine/evaluation/match-trial";

// The thread that match-in-worker.ts starts.
parentPort?.postMessage(runMatchTrial(workerData as MatchTrial));
