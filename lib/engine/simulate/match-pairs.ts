/**
 * People, careers and whether they suit each other, with a known truth: what a match classifier learns from until real people have said enough.
 *
 *   skill_j    = (1 + cos(a - 5, v_j - 5)) / 2       a true abilities, v_j the career's
 *   interest_j = (1 + corr(r, h_j)) / 2              r true interests, h_j the career's, on Holland's six scales (RIASEC)
 *   fit_j      = 3/4 min(skill, interest) + 1/4 max(skill, interest) - 0.06 over_j + 0.03 lean (pay_j - calm_j)
 *   P(suits)   = 0.05 + 0.85 sigmoid(14 (fit_j - 0.55))
 *
 * `over` is levels of schooling beyond the person's limit, `lean` -2 to 2 how much they want pay over calm. The weaker half counts three
 * times the stronger, since skill does not make up for work that one does not like. A label is drawn with P(suits), so that nobody, knowing everything, can be right more
 * often than the mean of max(P, 1 - P): that is the Bayes-optimal ceiling. 0.05 and 0.10 are who takes to, or turns down, anything.
 *
 * Pairs come in six types by true similarity, the mean of skill and interest, in the shares of MATCH_SHARES. Interests are those of the
 * person's own occupation or, for INTERESTS_ELSEWHERE of the people, of another one; answers are the mean of abilities and of what the
 * interests ask for (the quiz asks for liking as well as for skill), plus normal noise. Congruence as the correlation of profiles: Tracey & Robbins 2006 (doi:10.1016/j.jvb.2005.11.003).
 */
import { EngineError } from "../engine-error";
import { createRng, mixSeed, type Rng } from "../math/random";
import { correlation } from "../math/statistics";
import type { Matrix } from "../math/vectors";
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
import type { CareerIndex } from "../scoring/career-index";
import { toSchoolingLevelMax } from "../scoring/objectives";
import { answerWithNoise } from "./people";

export const MATCH_TYPES = ["strong", "moderate", "weak", "poor", "partial", "wrong_interests"] as const;
export type MatchType = (typeof MATCH_TYPES)[number];

/** Shares of the six types among training pairs; together 1. */
export const MATCH_SHARES: Readonly<Record<MatchType, number>> = {
  ...{ strong: 0.25, moderate: 0.2, weak: 0.15, poor: 0.25, partial: 0.1, wrong_interests: 0.05 },
};

const ABILITY_SD = 0.8;
const INTEREST_SD = 0.5;
const ANSWER_SD = 1.5;
const INTERESTS_ELSEWHERE = 0.3;
/** How much of an answer is liking rather than skill. */
const LIKING_SHARE = 0.3;
const OWN_VALUE_SHARE = 0.75;
const OTHER_VALUE_SHARE = 0.1;
const OWN_VALUES = 2;
const NO_LIMIT_SHARE = 0.4;

const WEAKER_SHARE = 0.75;
const SCHOOLING_COST = 0.06;
const PAY_GAIN = 0.03;
const STEEPNESS = 14;
/** The fit that suits as often as not, but for whims. */
const MIDDLE = 0.55;
const SUITS_MIN = 0.05;
const SUITS_SPAN = 0.85;

/** What the demo calls similar and dissimilar. */
const DEMO_SIMILAR_MIN = 0.85;
const DEMO_DISSIMILAR_MAX = 0.4;

type WorldIndex = Pick<CareerIndex, "abilityVectors" | "clusters" | "objectives">;

/** Careers as this generator sees them. */
export type MatchWorld = {
  index: WorldIndex;
  /** (n, 6) */
  riasec: Matrix;
  seed: number;
  /** What MIDDLE is for these people: higher for pickier ones. */
  middle?: number;
};

export type MatchPerson = {
  /** Their number, from 0. */
  person: number;
  /** What they answer. */
  profile: QuizProfile;
  /** (n,) true similarities of skill and interest, and the probability that the career suits them */
  skill: Float64Array;
  interest: Float64Array;
  suits: Float64Array;
};

export type MatchPair = {
  person: number;
  /** Position of the career. */
  item: number;
  type: MatchType;
  /** The true probability of label 1. */
  suits: number;
  label: 0 | 1;
};

/**
 * The type of a pair. Halves far apart go before the mean: "partial" is one that matches and one that does not, "wrong_interests" skill for work that is
 * quite against one's interests.
 * @param skill, interest  true similarities, 0 to 1
 */
export function toMatchType(skill: number, interest: number): MatchType {
  if (skill >= 0.6 && interest < 0.3) return "wrong_interests";
  if (Math.max(skill, interest) >= 0.7 && Math.min(skill, interest) < 0.5) return "partial";
  const similarity = (skill + interest) / 2;
  if (similarity >= 0.7) return "strong";
  if (similarity >= 0.5) return "moderate";
  return similarity >= 0.3 ? "weak" : "poor";
}

/**
 * @param isNoisy  false answers exactly and without whims, for the demo
 * @throws EngineError when interests are not known of every career
 */
export function simulateMatchPerson(world: MatchWorld, person: number, isNoisy = true): MatchPerson {
  const { index, riasec, seed } = world;
  const n = index.clusters.length;
  if (riasec.rows !== n) throw new EngineError(`interests of ${riasec.rows} careers for ${n}`);
  const rng = createRng(mixSeed(seed, 3, person));
  const own = rng.integer(n);
  const liked = rng.uniform() < INTERESTS_ELSEWHERE ? rng.integer(n) : own;
  const vectorOf = (item: number) =>
    index.abilityVectors.data.subarray(item * DIMENSION_COUNT, (item + 1) * DIMENSION_COUNT);
  const interestsOf = (item: number) => riasec.data.subarray(item * riasec.cols, (item + 1) * riasec.cols);
  const abilities = Array.from(vectorOf(own), (x) =>
    Math.min(DIMENSION_MAX, Math.max(DIMENSION_MIN, x + ABILITY_SD * rng.normal())),
  );
  const interests = Array.from(interestsOf(liked), (x) => x + INTEREST_SD * rng.normal());
  const asked = vectorOf(liked);
  const standing = abilities.map((x, d) => (1 - LIKING_SHARE) * x + LIKING_SHARE * (asked[d] as number));
  const profile: QuizProfile = {
    ...drawStated(index, own, liked, rng),
    ratings: answerWithNoise(standing, isNoisy ? ANSWER_SD : 0, rng.normal),
    freeText: "",
  };
  const skill = Float64Array.from({ length: n }, (_, j) => (1 + centeredCosine(abilities, vectorOf(j))) / 2);
  const interest = Float64Array.from({ length: n }, (_, j) => (1 + correlation(interests, interestsOf(j))) / 2);
  const suits = skill.map((value, j) => toSuits(world, profile, value, interest[j] as number, j));
  return { person, profile, skill, interest, suits };
}

function centeredCosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (let d = 0; d < a.length; d++) {
    const [x, y] = [(a[d] as number) - DIMENSION_CENTER, (b[d] as number) - DIMENSION_CENTER];
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? 0 : dot / Math.sqrt(aa * bb);
}

function drawStated({ objectives }: WorldIndex, own: number, liked: number, rng: Rng) {
  const percentile = (value: (typeof WORK_VALUES)[number]) => objectives.values[value][liked] as number;
  const best = [...WORK_VALUES].sort((a, b) => percentile(b) - percentile(a)).slice(0, OWN_VALUES);
  const values = WORK_VALUES.filter(
    (value) => rng.uniform() < (best.includes(value) ? OWN_VALUE_SHARE : OTHER_VALUE_SHARE),
  ).slice(0, VALUES_CHOSEN_MAX);
  const level = (objectives.schoolingLevel[own] as number) + rng.integer(2);
  const hasLimit = rng.uniform() >= NO_LIMIT_SHARE;
  const schooling = ((hasLimit ? SCHOOLING_LIMITS[level] : undefined) ?? "any") as SchoolingLimit;
  return { values, schooling, balance: PAY_BALANCE_CHOICES[rng.integer(PAY_BALANCE_CHOICES.length)] as PayBalance };
}

function toSuits(world: MatchWorld, profile: QuizProfile, skill: number, interest: number, j: number): number {
  const { objectives } = world.index;
  const limit = toSchoolingLevelMax(profile.schooling);
  const over = limit === null ? 0 : Math.max(0, (objectives.schoolingLevel[j] as number) - limit);
  const lean = 2 - PAY_BALANCE_CHOICES.indexOf(profile.balance);
  const fit =
    WEAKER_SHARE * Math.min(skill, interest) +
    (1 - WEAKER_SHARE) * Math.max(skill, interest) -
    SCHOOLING_COST * over +
    PAY_GAIN * lean * ((objectives.salary[j] as number) - (objectives.balance[j] as number));
  return SUITS_MIN + SUITS_SPAN / (1 + Math.exp(-STEEPNESS * (fit - (world.middle ?? MIDDLE))));
}

/**
 * Pairs of one person in the six types' shares, each career once. A type that the person has no career of is drawn again.
 * @returns at most `count`
 */
export function drawMatchPairs(world: MatchWorld, who: MatchPerson, count: number): MatchPair[] {
  const rng = createRng(mixSeed(world.seed, 4, who.person));
  const left = new Map<MatchType, number[]>(MATCH_TYPES.map((type) => [type, []]));
  who.skill.forEach((skill, item) => {
    left.get(toMatchType(skill, who.interest[item] as number))?.push(item);
  });
  const pairs: MatchPair[] = [];
  while (pairs.length < count) {
    const types = MATCH_TYPES.filter((type) => (left.get(type) as number[]).length > 0);
    if (types.length === 0) break;
    const items = left.get(drawType(types, rng)) as number[];
    const [item] = items.splice(rng.integer(items.length), 1);
    pairs.push(toPair(who, item as number, rng));
  }
  return pairs;
}

/** Pairs of one person with careers that were picked without looking at the truth, such as the ones that the product shows. */
export function labelMatchPairs(world: MatchWorld, who: MatchPerson, items: readonly number[]): MatchPair[] {
  const rng = createRng(mixSeed(world.seed, 5, who.person));
  return items.map((item) => toPair(who, item, rng));
}

/**
 * Similar or not at all, as often as each other, and labelled by just that: anything that looks at similarity tells them apart.
 * @param who  simulated without noise
 */
export function drawDemoPairs(world: MatchWorld, who: MatchPerson, count: number): MatchPair[] {
  const rng = createRng(mixSeed(world.seed, 6, who.person));
  const similarity = who.skill.map((skill, j) => (skill + (who.interest[j] as number)) / 2);
  const pick = (wanted: (value: number) => boolean) => {
    const items = Array.from(similarity.keys()).filter((j) => wanted(similarity[j] as number));
    return items.length === 0 ? null : (items[rng.integer(items.length)] as number);
  };
  return Array.from({ length: count }, (_, i): MatchPair | null => {
    const label = i % 2 === 0 ? 1 : 0;
    const item = pick(label === 1 ? (x) => x >= DEMO_SIMILAR_MIN : (x) => x < DEMO_DISSIMILAR_MAX);
    if (item === null) return null;
    return { person: who.person, item, type: label === 1 ? "strong" : "poor", suits: label, label };
  }).filter((pair) => pair !== null);
}

function toPair({ person, skill, interest, suits }: MatchPerson, item: number, rng: Rng): MatchPair {
  const chance = suits[item] as number;
  const type = toMatchType(skill[item] as number, interest[item] as number);
  return { person, item, type, suits: chance, label: rng.uniform() < chance ? 1 : 0 };
}

function drawType(types: readonly MatchType[], rng: Rng): MatchType {
  let left = rng.uniform() * types.reduce((sum, type) => sum + MATCH_SHARES[type], 0);
  for (const type of types) {
    left -= MATCH_SHARES[type];
    if (left < 0) return type;
  }
  return types.at(-1) as MatchType;
}
