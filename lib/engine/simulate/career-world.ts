/**
 * A world of careers with a planted truth, for learning from what simulated people do.
 *
 *   u_pj(day) = z( fit_pj + c_k kind_kj(day) + c_o own_pj(day) + c_w popular_j )
 *
 * z standardises over the careers. `fit` is what the quiz asks for: the cosine of true abilities and a career, and what the last questions
 * ask for (scoring/objectives.ts). The rest is hidden. `kind` is the taste of one of a few kinds of people, who give themselves away by
 * their answers, so that it can be learned for strangers; `own` a person's alone (career-visitors.ts), so that only their history shows
 * it; `popular` draws everybody. Tastes turn slowly (tastes.ts). After the simulators of Ie et al. 2019 (RecSim, arXiv:1909.04847)
 * in what is planted, not in form.
 */
import { EngineError } from "../engine-error";
import { createRng, drawSome, mixSeed, type Rng } from "../math/random";
import { DIMENSION_COUNT } from "../profile/dimensions";
import { PAY_BALANCE_CHOICES, WORK_VALUES, type WorkValue } from "../profile/questions";
import type { CareerIndex } from "../scoring/career-index";
import { standardise } from "../scoring/rating-scores";
import { type DriftingTaste, drawDriftingTaste, type TasteSize, type TasteSpace } from "./tastes";

export type CareerWorldParams = {
  /** 1 to 6: each has two of the six work values */
  kinds: number;
  kindTaste: TasteSize;
  ownTaste: TasteSize;
  /** What is asked for against the cosine of abilities, inside of fit. */
  statedWeight: number;
  /** c_k, c_o, c_w: standard deviations against one of fit */
  kindWeight: number;
  ownWeight: number;
  popularityWeight: number;
  popularShare: number;
  driftDegreesPerDay: number;
  /** How far true abilities lie from the occupation's, and answers from the true ones, in points. */
  abilitySd: number;
  answerSd: number;
  /** Who has a kind's abilities is of it the more surely the lower this is, in points. */
  kindTemperature: number;
  onceShare: number;
  /** The most often returning come back on a day with this probability. */
  returnMax: number;
  writerShare: number;
  /** Of the visits after the first, those that begin with answering again. */
  retakeShare: number;
};

export const DEFAULT_CAREER_WORLD_PARAMS: CareerWorldParams = {
  kinds: 5,
  kindTaste: { traits: 4, clustersEach: 3 },
  ownTaste: { traits: 2, clustersEach: 2 },
  statedWeight: 0.4,
  kindWeight: 0.5,
  ownWeight: 0.3,
  popularityWeight: 0.6,
  popularShare: 0.05,
  driftDegreesPerDay: 0.5,
  abilitySd: 0.8,
  answerSd: 1.5,
  kindTemperature: 2,
  onceShare: 0.4,
  returnMax: 0.35,
  writerShare: 0.3,
  retakeShare: 0.1,
};

/** What tastes see of a career besides the facts that scoring knows. */
export type CareerTraits = {
  /** 1 to 5 */
  jobZone: number;
  /** (6,) realistic, investigative, artistic, social, enterprising, conventional, 1 to 7 */
  riasec: readonly number[];
};

export type CareerKind = {
  /** Dimensions in which its people are strong. */
  dimensions: readonly number[];
  /** Work values that they mostly name. */
  values: readonly WorkValue[];
  /** Position in PAY_BALANCE_CHOICES around which they answer. */
  balance: number;
  taste: DriftingTaste;
};

type WorldIndex = Pick<CareerIndex, "abilities" | "abilityVectors" | "clusters" | "facts" | "objectives">;

export type CareerWorld = {
  seed: number;
  params: CareerWorldParams;
  index: WorldIndex;
  space: TasteSpace;
  kinds: readonly CareerKind[];
  /** (n,) 0, or 0.5 to 1 of what draws everybody */
  popularity: Float64Array;
};

const DIMENSIONS_OF_A_KIND = 2;

/**
 * @param traits  (n,) in the order of the index
 * @throws EngineError when lengths disagree, or on fewer than 1 or more than 6 kinds
 */
export function buildCareerWorld(
  index: WorldIndex,
  traits: readonly CareerTraits[],
  seed: number,
  params: CareerWorldParams = DEFAULT_CAREER_WORLD_PARAMS,
): CareerWorld {
  const n = index.clusters.length;
  if (traits.length !== n) throw new EngineError(`traits of ${traits.length} careers for ${n}`);
  if (!(params.kinds >= 1 && params.kinds <= WORK_VALUES.length))
    throw new EngineError(`there may be 1 to ${WORK_VALUES.length} kinds, not ${params.kinds}`);
  const rng = createRng(mixSeed(seed, 0));
  const space = toTasteSpace(index, traits);
  return {
    seed,
    params,
    index,
    space,
    kinds: drawKinds(space, params, rng),
    popularity: drawPopularity(n, params, rng),
  };
}

function toTasteSpace({ objectives, clusters }: WorldIndex, traits: readonly CareerTraits[]): TasteSpace {
  const { salary, growth, ai, schoolingLevel } = objectives;
  const riasec = Array.from({ length: 6 }, (_, type) => traits.map((career) => career.riasec[type] ?? 0));
  const columns = [salary, growth, ai, schoolingLevel, traits.map(({ jobZone }) => jobZone), ...riasec];
  return {
    traits: columns.map((column) => standardise(Float64Array.from(column))),
    clusters,
    clusterCount: clusters.reduce((most, cluster) => Math.max(most, cluster + 1), 0),
  };
}

function drawKinds(space: TasteSpace, params: CareerWorldParams, rng: Rng): CareerKind[] {
  const dimensions = drawSome(DIMENSION_COUNT, DIMENSION_COUNT, rng);
  const values = drawSome(WORK_VALUES.length, WORK_VALUES.length, rng).map((at) => WORK_VALUES[at] as WorkValue);
  return Array.from({ length: params.kinds }, (_, kind) => ({
    dimensions: dimensions.slice(DIMENSIONS_OF_A_KIND * kind, DIMENSIONS_OF_A_KIND * (kind + 1)),
    values: [values[kind] as WorkValue, values[(kind + 1) % values.length] as WorkValue],
    balance: rng.integer(PAY_BALANCE_CHOICES.length),
    taste: drawDriftingTaste(space, params.kindTaste, rng),
  }));
}

function drawPopularity(n: number, { popularShare }: CareerWorldParams, rng: Rng): Float64Array {
  const popularity = new Float64Array(n);
  for (const career of drawSome(n, Math.round(popularShare * n), rng)) popularity[career] = 0.5 + 0.5 * rng.uniform();
  return popularity;
}
