/**
 * Simulated pairs (match-pairs.ts) as sets to train, calibrate and judge a match classifier with, split by person.
 */
import { splitPeople } from "../evaluation/person-split";
import type { CareerFeatureFacts } from "../features/career-features";
import { MATCH_FEATURE_NAMES, toMatchFeatures } from "../features/match-features";
import { createRng, drawSome, mixSeed } from "../math/random";
import { topK } from "../math/top-k";
import type { MatchSet, MatchSides } from "../models/match-model";
import type { CareerIndex } from "../scoring/career-index";
import { scoreRatings } from "../scoring/rating-scores";
import {
  drawDemoPairs,
  drawMatchPairs,
  labelMatchPairs,
  type MatchPair,
  type MatchType,
  type MatchWorld,
  simulateMatchPerson,
} from "./match-pairs";

export const MATCH_MODES = ["production", "demo"] as const;
export type MatchMode = (typeof MATCH_MODES)[number];

/** Shares of the people; nobody is on two sides. */
export const MATCH_SPLIT = { train: 0.6, stopping: 0.1, calibration: 0.15, test: 0.15 } as const;
export type MatchSide = keyof typeof MATCH_SPLIT;

/** People that production models and their evaluation simulate. */
export const MATCH_PEOPLE = 3000;

export type SimulatedMatchSet = MatchSet & {
  /** (n,) */
  types: MatchType[];
  /** (n,) true probabilities of label 1 */
  suits: Float64Array;
};

export type SimulatedMatches = MatchSides & {
  test: SimulatedMatchSet;
  /** Of the test's people: careers picked by the answers alone. */
  servedTest: SimulatedMatchSet;
};

const PAIRS_EACH = 8;
/** Careers of a person that are picked by the answers alone: half of them among the best, half anywhere. */
const SERVED_EACH = 10;
const BEST = 10;

export function simulateMatches(
  index: CareerIndex,
  facts: CareerFeatureFacts,
  options: { people: number; seed: number; mode: MatchMode; middle?: number },
): SimulatedMatches {
  const { seed, mode, people, ...taste } = options;
  const world: MatchWorld = { index, riasec: facts.riasec, seed, ...taste };
  const names = Array.from({ length: people }, (_, person) => String(person));
  const sideOf = splitPeople(names, MATCH_SPLIT, mixSeed(seed, 7));
  const drawn = { train: startSet(), stopping: startSet(), calibration: startSet(), test: startSet() };
  const served = { calibration: startSet(), test: startSet() };
  names.forEach((_, person) => {
    const who = simulateMatchPerson(world, person, mode === "production");
    const side = sideOf[person] as MatchSide;
    const add = (set: Draft, pairs: readonly MatchPair[]) => {
      set.pairs.push(...pairs);
      const items = pairs.map(({ item }) => item);
      set.rows.push(toMatchFeatures(index, facts, who.profile, items).data);
    };
    add(drawn[side], mode === "demo" ? drawDemoPairs(world, who, PAIRS_EACH) : drawMatchPairs(world, who, PAIRS_EACH));
    if (side !== "calibration" && side !== "test") return;
    add(
      served[side],
      mode === "demo"
        ? drawDemoPairs(world, who, SERVED_EACH)
        : labelMatchPairs(world, who, pickServed(index, who.profile.ratings, mixSeed(seed, 8, person))),
    );
  });
  return {
    ...{ train: toSet(drawn.train), stopping: toSet(drawn.stopping), calibration: toSet(drawn.calibration) },
    ...{ test: toSet(drawn.test), served: toSet(served.calibration), servedTest: toSet(served.test) },
  };
}

type Draft = { pairs: MatchPair[]; rows: Float64Array[] };
const startSet = (): Draft => ({ pairs: [], rows: [] });

function toSet({ pairs, rows }: Draft): SimulatedMatchSet {
  const cols = MATCH_FEATURE_NAMES.length;
  const data = new Float64Array(pairs.length * cols);
  let at = 0;
  for (const block of rows) {
    data.set(block, at);
    at += block.length;
  }
  return {
    rows: { data, rows: pairs.length, cols },
    labels: Uint8Array.from(pairs, ({ label }) => label),
    weights: new Float64Array(pairs.length).fill(1),
    people: pairs.map(({ person }) => `simulated ${person}`),
    types: pairs.map(({ type }) => type),
    suits: Float64Array.from(pairs, ({ suits }) => suits),
  };
}

function pickServed(index: CareerIndex, ratings: readonly number[], seed: number): number[] {
  const rng = createRng(seed);
  const best = topK(scoreRatings(index, ratings).ability, BEST);
  const some = drawSome(best.length, SERVED_EACH / 2, rng).map((at) => best[at] as number);
  const others = drawSome(index.clusters.length, SERVED_EACH, rng).filter((item) => !some.includes(item));
  return [...some, ...others.slice(0, SERVED_EACH - some.length)];
}
