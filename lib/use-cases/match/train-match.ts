import { trainMatchInWorker } from "@/lib/adapters/training/match-in-worker";
import { finishModel, startModel } from "@/lib/db/model-versions";
import { findLeaks } from "@/lib/engine/evaluation/match-report";
import type { MatchTrialResult } from "@/lib/engine/evaluation/match-trial";
import { MATCH_FEATURES } from "@/lib/engine/features/match-features";
import { type MatchFit, type MatchSet, takePairs } from "@/lib/engine/models/match-model";
import { MATCH_PEOPLE, type MatchMode } from "@/lib/engine/simulate/match-sets";
import { getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { toFacts } from "../ranking/feature-context";
import { getMatchModel } from "./get-match-model";
import { loadRealPairs } from "./load-real-pairs";
import { writeMatchArtefact } from "./match-artefact";

/** A training that has said nothing for so long has ended without a word. */
const STALE_MINUTES = 10;

export type MatchReport = Omit<MatchTrialResult, "fit" | "beyondCurrent"> & {
  chosen: MatchFit["chosen"];
  /** Brier score on people held out beyond that of what serves now; modelId null for the shipped one. null when nothing serves. */
  beyondCurrent:
    | (NonNullable<MatchTrialResult["beyondCurrent"]> & { modelId: string | null; number: number | null })
    | null;
  seconds: number;
};

type MatchOptions = { mode: MatchMode; seed: number; people?: number };
type TrainDeps = Pick<Deps, "db" | "embedder" | "nowMs" | "snapshot" | "match">;

/**
 * Trains a match model on simulated people and on what real ones did, without keeping it.
 * @throws Error when a production figure is too good to be true, or it was stopped
 */
export async function fitMatchModel(
  deps: TrainDeps,
  { mode, seed, people = MATCH_PEOPLE }: MatchOptions,
  stop: AbortSignal,
): Promise<{ artefact: string; report: MatchReport }> {
  const startedAtMs = performance.now();
  const snapshot = await getCareerSnapshot(deps);
  const { index } = snapshot;
  const [all, current] = await Promise.all([loadRealPairs(deps, snapshot), getMatchModel(deps)]);
  const real: MatchSet = mode === "demo" ? takePairs(all, () => false) : all;
  const trial = { index, facts: toFacts(snapshot), real, current: current?.model ?? null, people, seed, mode };
  const { fit, beyondCurrent, ...rest } = await trainMatchInWorker(trial, stop);
  const leaks = mode === "demo" ? [] : findLeaks(rest.evaluation);
  if (leaks.length > 0) throw new Error(`Too good to be true: ${leaks.join("; ")}.`);
  const { realPairs, realShare } = rest.data;
  const report: MatchReport = {
    ...rest,
    chosen: fit.chosen,
    beyondCurrent:
      beyondCurrent === null
        ? null
        : { ...beyondCurrent, modelId: current?.id ?? null, number: current?.number ?? null },
    seconds: (performance.now() - startedAtMs) / 1000,
  };
  const origin =
    mode === "demo"
      ? `A demonstration on ${people} simulated people without noise, seed ${seed}.`
      : `${people} simulated people, seed ${seed}, and ${realPairs} pairs of real people.`;
  return { artefact: writeMatchArtefact(fit, { realShare, realPairs, origin }), report };
}

export type MatchOutcome =
  /** Another training is under way. */
  { kind: "busy" } | { kind: "trained"; modelId: string; number: number; report: MatchReport };

/**
 * Trains a match model and keeps it as a version, which serves nothing before it is promoted.
 * @param onBegun  called with its number once it has one
 * @throws Error when training fails, which the version then says
 */
export async function trainMatch(
  deps: TrainDeps & Pick<Deps, "newId">,
  options: Omit<MatchOptions, "mode">,
  stop: AbortSignal,
  onBegun: (number: number) => void = () => {},
): Promise<MatchOutcome> {
  const modelId = deps.newId();
  const version = { id: modelId, surface: "match", trainer: "built-in", options } as const;
  const number = await startModel(deps.db, { ...version, featureVersion: MATCH_FEATURES.version }, STALE_MINUTES);
  if (number === null) return { kind: "busy" };
  onBegun(number);
  try {
    const { artefact, report } = await fitMatchModel(deps, { ...options, mode: "production" }, stop);
    await finishModel(deps.db, modelId, { status: "ready", report, artefact });
    return { kind: "trained", modelId, number, report };
  } catch (error) {
    await finishModel(deps.db, modelId, { status: "failed", error: (error as Error).message });
    throw error;
  }
}
