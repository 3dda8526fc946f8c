import type { Ndcg } from "@/lib/engine/models/lambdamart";
import type { LinearResult } from "@/lib/engine/ranking/fit-ranker";

export type FitResult = { artefact: string; trees: number; stopReason: string };

/** What a thread says; a result is null when it was stopped. */
export type FitMessage =
  | { kind: "progress"; iteration: number; train: Ndcg; validation: Ndcg | null }
  | { kind: "done"; result: FitResult | null }
  | { kind: "linear"; result: LinearResult | null }
  | { kind: "failed"; error: string };
