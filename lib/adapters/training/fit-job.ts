import type { LambdaMartParams, Ndcg, RankingData } from "@/lib/engine/models/lambdamart";

/** What a thread needs to fit a ranker. */
export type FitJob = {
  train: RankingData;
  validation: RankingData;
  featureNames: readonly string[];
  params: LambdaMartParams;
  seed: number;
};

export type FitResult = { artefact: string; trees: number; stopReason: string };

export type FitMessage =
  | { kind: "progress"; iteration: number; train: Ndcg; validation: Ndcg | null }
  | { kind: "done"; result: FitResult | null }
  | { kind: "failed"; error: string };
