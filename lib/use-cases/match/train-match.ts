import { finishModel, startModel } from "@/lib/db/model-versions";
import { type ClassificationFigures, evaluateClassification, groupRows } from "@/lib/engine/evaluation/classification";
import { evaluateMatch, findLeaks, type MatchEvaluation } from "@/lib/engine/evaluation/match-report";
import { splitPeople } from "@/lib/engine/evaluation/person-split";
import { MATCH_FEATURE_NAMES, MATCH_FEATURES } from "@/lib/engine/features/match-features";
import { createRng } from "@/lib/engine/math/random";
import { bootstrapMean, type Interval, mean } from "@/lib/engine/math/statistics";
import {
  fitMatch,
  joinPairs,
  type MatchFit,
  type MatchModel,
  type MatchSet,
  mixPairs,
  predictMatch,
  takePairs,
  toRealShare,
} from "@/lib/engine/models/match-model";
import {
  MATCH_PEOPLE,
  MATCH_SPLIT,
  type MatchMode,
  type MatchSide,
  simulateMatches,
} from "@/lib/engine/simulate/match-sets";
import { type CareerSnapshot, getCareerSnapshot } from "../career-snapshot";
import type { Deps } from "../deps";
import { toFacts } from "../ranking/feature-context";
import { getMatchModel } from "./get-match-model";
import { loadRealPairs } from "./load-real-pairs";
import { writeMatchArtefact } from "./match-artefact";

/** A training that has said nothing for so long has ended without a word. */
const STALE_MINUTES = 10;
/** Pairs of real people held out that are needed for figures that mean anything. */
const REAL_TEST_MIN = 50;
const BOOTSTRAP_SEED = 11;

export type MatchReport = {
  data: { people: number; pairs: number; realPeople: number; realPairs: number; realShare: number };
  evaluation: MatchEvaluation;
  /** Of the classifier that serves, on real people held out; null while there are too few. */
  real: { pairs: number; figures: ClassificationFigures } | null;
  chosen: MatchFit["chosen"];
  /** Brier score on people held out beyond that of what serves now; modelId null for the shipped one. null when nothing serves. */
  beyondCurrent: (Interval & { modelId: string | null; number: number | null }) | null;
  seconds: number;
};

type MatchOptions = { mode: MatchMode; seed: number; people?: number };
type TrainDeps = Pick<Deps, "db" | "embedder" | "nowMs" | "snapshot" | "match">;

/**
 * Trains a match model on simulated people and on what real ones did, without keeping it.
 * @throws Error when a production figure is too good to be true
 */
export async function fitMatchModel(
  deps: TrainDeps,
  { mode, seed, people = MATCH_PEOPLE }: MatchOptions,
): Promise<{ artefact: string; report: MatchReport }> {
  const startedAtMs = performance.now();
  const snapshot = await getCareerSnapshot(deps);
  const sets = simulateMatches(snapshot.index, toFacts(snapshot), { people, seed, mode });
  const real = mode === "demo" ? null : await loadRealSides(deps, snapshot, seed);
  const realPairs = real?.pairs ?? 0;
  const share = toRealShare(realPairs);
  const mix = (side: "train" | "stopping" | "calibration" | "served") => {
    const own = real?.sides[side === "served" ? "calibration" : side];
    return own === undefined ? sets[side] : mixPairs(sets[side], own, share);
  };
  const mixed = {
    train: mix("train"),
    stopping: mix("stopping"),
    calibration: mix("calibration"),
    served: mix("served"),
  };
  const fit = fitMatch(mixed, MATCH_FEATURE_NAMES, createRng(seed));
  const evaluation = evaluateMatch(fit, sets, seed);
  const leaks = mode === "demo" ? [] : findLeaks(evaluation);
  if (leaks.length > 0) throw new Error(`Too good to be true: ${leaks.join("; ")}.`);
  const chosen = fit[fit.chosen];
  const model: MatchModel = { ...chosen, calibration: chosen.asServed };
  const current = await getMatchModel(deps);
  const held = real === null ? sets.servedTest : joinPairs(sets.servedTest, real.sides.test);
  const report: MatchReport = {
    data: {
      ...{ people, pairs: sets.train.labels.length, realPeople: real?.people ?? 0, realPairs },
      realShare: share,
    },
    evaluation,
    real: real === null ? null : judgeReal(model, real.sides.test),
    chosen: fit.chosen,
    beyondCurrent:
      current === null
        ? null
        : { ...compareBrier(model, current.model, held), modelId: current.id, number: current.number },
    seconds: (performance.now() - startedAtMs) / 1000,
  };
  const origin =
    mode === "demo"
      ? `A demonstration on ${people} simulated people without noise, seed ${seed}.`
      : `${people} simulated people, seed ${seed}, and ${realPairs} pairs of real people.`;
  return { artefact: writeMatchArtefact(fit, { realShare: share, realPairs, origin }), report };
}

export type MatchOutcome =
  /** Another training is under way. */
  { kind: "busy" } | { kind: "trained"; modelId: string; number: number; report: MatchReport };

/**
 * Trains a match model and keeps it as a version, which serves nothing before it is promoted.
 * @throws Error when training fails, which the version then says
 */
export async function trainMatch(
  deps: TrainDeps & Pick<Deps, "newId">,
  options: Omit<MatchOptions, "mode">,
): Promise<MatchOutcome> {
  const modelId = deps.newId();
  const version = { id: modelId, surface: "match", trainer: "built-in", options } as const;
  const number = await startModel(deps.db, { ...version, featureVersion: MATCH_FEATURES.version }, STALE_MINUTES);
  if (number === null) return { kind: "busy" };
  try {
    const { artefact, report } = await fitMatchModel(deps, { ...options, mode: "production" });
    await finishModel(deps.db, modelId, { status: "ready", report, artefact });
    return { kind: "trained", modelId, number, report };
  } catch (error) {
    await finishModel(deps.db, modelId, { status: "failed", error: (error as Error).message });
    throw error;
  }
}

async function loadRealSides(deps: TrainDeps, snapshot: CareerSnapshot, seed: number) {
  const all = await loadRealPairs(deps, snapshot);
  const sideOf = splitPeople(all.people, MATCH_SPLIT, seed);
  const take = (side: MatchSide): MatchSet => takePairs(all, (row) => sideOf[row] === side);
  return {
    pairs: all.labels.length,
    people: new Set(all.people).size,
    sides: { train: take("train"), stopping: take("stopping"), calibration: take("calibration"), test: take("test") },
  };
}

function judgeReal(model: MatchModel, test: MatchSet): MatchReport["real"] {
  const yes = test.labels.reduce((sum, label) => sum + label, 0);
  if (test.labels.length < REAL_TEST_MIN || yes === 0 || yes === test.labels.length) return null;
  const judged = { probabilities: predictMatch(model, test.rows), labels: test.labels };
  return { pairs: test.labels.length, figures: evaluateClassification(judged, test.people, BOOTSTRAP_SEED) };
}

/** Squared error of one beyond that of the other, the mean a person, with the interval of 95 % over people. */
function compareBrier(one: MatchModel, other: MatchModel, set: MatchSet): Interval {
  const [own, theirs] = [predictMatch(one, set.rows), predictMatch(other, set.rows)];
  const error = (said: Float64Array, row: number) => ((said[row] as number) - (set.labels[row] as number)) ** 2;
  const differences = groupRows(set.people).map((ofPerson) =>
    mean(ofPerson.map((row) => error(own, row) - error(theirs, row))),
  );
  return bootstrapMean(differences, createRng(BOOTSTRAP_SEED));
}
