/**
 * The people of a world of careers (career-world.ts): who they are, what they answer, when they come, and what each career is worth to them.
 *
 * True abilities are an occupation's with normal deviations. The kind is drawn with probability softmax(s_k / temperature), s_k the
 * points above the middle in the kind's dimensions. They answer with normal noise, honestly: the values of their kind with probability
 * 0.8 and others with 0.08; pay against balance within a step of their kind; the schooling of their occupation or a level more, unless
 * they set no limit. A person is a function of the world and their number alone, so that the first hundred are the same in any crowd.
 */
import { createRng, mixSeed, type Rng } from "../math/random";
import { rankAll } from "../math/top-k";
import { multiply } from "../math/vectors";
import { DIMENSION_CENTER, DIMENSION_COUNT, DIMENSION_MAX, DIMENSION_MIN } from "../profile/dimensions";
import {
  PAY_BALANCE_CHOICES,
  type PayBalance,
  type QuizProfile,
  SCHOOLING_LIMITS,
  type SchoolingLimit,
  VALUES_CHOSEN_MAX,
  WORK_VALUES,
} from "../profile/questions";
import { OBJECTIVES, scoreObjective, toDefaultWeights } from "../scoring/objectives";
import { standardise } from "../scoring/rating-scores";
import type { CareerKind, CareerWorld } from "./career-world";
import { answerWithNoise, drawVisitDays } from "./people";
import { type DriftingTaste, drawDriftingTaste, scoreDriftingTaste } from "./tastes";

const OWN_VALUE_SHARE = 0.8;
const OTHER_VALUE_SHARE = 0.08;
const NO_LIMIT_SHARE = 0.4;

/** Grade g is for the best RELEVANCE_SHARES[g - 1] of all careers: 1 for a quarter of them, 4 for one in a hundred. */
export const RELEVANCE_SHARES = [0.25, 0.1, 0.03, 0.01] as const;

export type CareerVisitor = {
  /** Their number, from 0. */
  person: number;
  /** Position of the career that they belong in. */
  career: number;
  /** Position of their kind. */
  kind: number;
  /** (15,) true standing, 0 to 10 */
  abilities: readonly number[];
  stated: Pick<QuizProfile, "values" | "schooling" | "balance">;
  isWriter: boolean;
  ownTaste: DriftingTaste;
  /** Days on which they come, from 0, ascending; never empty. */
  days: readonly number[];
};

/** @param dayCount  days that the world is watched for, at least 1 */
export function simulateVisitor(world: CareerWorld, person: number, dayCount: number): CareerVisitor {
  const { index, params, space, kinds } = world;
  const rng = createRng(mixSeed(world.seed, 1, person));
  const career = rng.integer(index.clusters.length);
  const vector = index.abilityVectors.data.subarray(career * DIMENSION_COUNT, (career + 1) * DIMENSION_COUNT);
  const abilities = Array.from(vector, (x) =>
    Math.min(DIMENSION_MAX, Math.max(DIMENSION_MIN, x + params.abilitySd * rng.normal())),
  );
  const kind = drawKind(kinds, abilities, params.kindTemperature, rng);
  return {
    ...{ person, career, kind, abilities },
    stated: drawStated(kinds[kind] as CareerKind, index.facts[career]?.schoolingLevel ?? 0, rng),
    isWriter: rng.uniform() < params.writerShare,
    ownTaste: drawDriftingTaste(space, params.ownTaste, rng),
    // Last, since their number depends on how long the world is watched.
    days: drawVisitDays(dayCount, params, rng),
  };
}

function drawKind(kinds: readonly CareerKind[], abilities: readonly number[], temperature: number, rng: Rng): number {
  const weights = kinds.map(({ dimensions }) =>
    Math.exp(dimensions.reduce((sum, d) => sum + ((abilities[d] as number) - DIMENSION_CENTER), 0) / temperature),
  );
  let left = rng.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return drawn < 0 ? kinds.length - 1 : drawn;
}

function drawStated(kind: CareerKind, schoolingLevel: number, rng: Rng): CareerVisitor["stated"] {
  const values = WORK_VALUES.filter((value) => {
    const share = kind.values.includes(value) ? OWN_VALUE_SHARE : OTHER_VALUE_SHARE;
    return rng.uniform() < share;
  }).slice(0, VALUES_CHOSEN_MAX);
  const step = Math.min(PAY_BALANCE_CHOICES.length - 1, Math.max(0, kind.balance + rng.integer(3) - 1));
  const level = schoolingLevel + rng.integer(2);
  const hasLimit = rng.uniform() >= NO_LIMIT_SHARE;
  const schooling = hasLimit ? (SCHOOLING_LIMITS[level] ?? "any") : "any";
  return { values, schooling: schooling as SchoolingLimit, balance: PAY_BALANCE_CHOICES[step] as PayBalance };
}

/** What they answer on a day, without a free text. */
export function answerQuiz({ seed, params }: CareerWorld, visitor: CareerVisitor, day: number): QuizProfile {
  const { normal } = createRng(mixSeed(seed, 2, visitor.person, day));
  return { ...visitor.stated, ratings: answerWithNoise(visitor.abilities, params.answerSd, normal), freeText: "" };
}

/** @returns (n,) what each career is truly worth to them on a day, with mean 0 and standard deviation 1 */
export function toCareerUtility(world: CareerWorld, visitor: CareerVisitor, day: number): Float64Array {
  const { params, space, popularity } = world;
  const radians = (params.driftDegreesPerDay * day * Math.PI) / 180;
  const fit = scoreFit(world, visitor);
  const kind = scoreDriftingTaste(space, (world.kinds[visitor.kind] as CareerKind).taste, radians);
  const own = scoreDriftingTaste(space, visitor.ownTaste, radians);
  return standardise(
    fit.map(
      (value, j) =>
        value +
        params.kindWeight * (kind[j] as number) +
        params.ownWeight * (own[j] as number) +
        params.popularityWeight * (popularity[j] as number),
    ),
  );
}

function scoreFit({ index, params }: CareerWorld, { abilities, stated }: CareerVisitor): Float64Array {
  const profile: QuizProfile = { ...stated, ratings: abilities, freeText: "" };
  const weights = toDefaultWeights(profile);
  const cosines = standardise(
    multiply(
      index.abilities,
      Float64Array.from(abilities, (x) => x - DIMENSION_CENTER),
    ),
  );
  const asked = new Float64Array(cosines.length);
  for (const name of OBJECTIVES) {
    if (weights[name] === 0) continue;
    const column = scoreObjective(name, index.objectives, profile);
    for (let j = 0; j < asked.length; j++) asked[j] = (asked[j] as number) + weights[name] * (column[j] as number);
  }
  standardise(asked);
  return standardise(cosines.map((value, j) => value + params.statedWeight * (asked[j] as number)));
}

/**
 * Grades of true relevance: a career has the highest grade of whose share it is among the best by utility.
 * @returns (n,) 0 to 4; ties to the lower position
 */
export function toCareerRelevance(utility: ArrayLike<number>): Uint8Array {
  const grades = new Uint8Array(utility.length);
  rankAll(utility).forEach((career, rank) => {
    grades[career] = RELEVANCE_SHARES.filter((share) => rank < share * utility.length).length;
  });
  return grades;
}
