/**
 * Simulated people with a known truth: a person is somebody who belongs in one career and answers its ability vector with
 * independent normal noise, rounded and clipped to the quiz's scale. People come on a first day and perhaps on later ones.
 */
import { EngineError } from "../engine-error";
import { createRng, type Rng } from "../math/random";
import { DIMENSION_MAX, DIMENSION_MIN } from "../profile/dimensions";

export type SimulatedPerson = {
  /** Position of the career they belong in. */
  career: number;
  /** (15,) whole numbers from 0 to 10 */
  ratings: number[];
};

const DEFAULT_NOISE_SD = 1.5;

/** Answers of somebody with true standing `vector`, as whole numbers from 0 to 10. */
export function answerWithNoise(vector: readonly number[], noiseSd: number, normal: () => number): number[] {
  return vector.map((x) => Math.min(DIMENSION_MAX, Math.max(DIMENSION_MIN, Math.round(x + noiseSd * normal()))));
}

/**
 * @param vectors  (n, 15) ability vectors of the careers
 * @param count    people; careers are drawn evenly, in shuffled rounds, so that each comes up equally often
 * @throws EngineError when there is no career to belong in
 */
export function simulateRatings(
  vectors: readonly (readonly number[])[],
  count: number,
  seed: number,
  noiseSd = DEFAULT_NOISE_SD,
): SimulatedPerson[] {
  if (vectors.length === 0) throw new EngineError("people need a career to belong in");
  const rng = createRng(seed);
  const order = vectors.map((_, i) => i);
  const people: SimulatedPerson[] = [];
  while (people.length < count) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = rng.integer(i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const career of order.slice(0, count - people.length)) {
      people.push({ career, ratings: answerWithNoise(vectors[career] as number[], noiseSd, rng.normal) });
    }
  }
  return people;
}

export type ReturnParams = {
  /** How many come on one day only. */
  onceShare: number;
  /** How probably the most faithful come on a later day; others less, by the square of an even draw. */
  returnMax: number;
};

/**
 * @param dayCount  days that the world is watched for, at least 1
 * @returns         days on which somebody comes, from 0, ascending; never empty
 */
export function drawVisitDays(dayCount: number, { onceShare, returnMax }: ReturnParams, rng: Rng): number[] {
  const first = rng.integer(dayCount);
  const isOnce = rng.uniform() < onceShare;
  const chance = returnMax * rng.uniform() ** 2;
  const days = [first];
  for (let day = first + 1; !isOnce && day < dayCount; day++) if (rng.uniform() < chance) days.push(day);
  return days;
}
