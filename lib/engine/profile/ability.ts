/**
 * From 15 ratings to an ability vector, how sure each rating is, and whether the answers carry a signal at all.
 *
 * A rating is taken as the person's true standing plus answering noise of standard deviation sd = 1.5 points (the middle of the
 * range that our simulations use). The confidence that they lean to the side of the middle that they marked is then
 * 2 Phi(|x - 5| / sd) - 1: 0 at the middle, 0.82 two points away, 0.999 at either end.
 * Straight-line and end-point answering are the two content-free response styles that a short quiz can see
 * (Paulhus 1991, "Measurement and control of response bias", chapter 2).
 */
import { normalCdf, standardDeviation } from "../math/statistics";
import { DIMENSION_CENTER, DIMENSION_MAX, DIMENSION_MIN } from "./dimensions";

const RATING_NOISE_SD = 1.5;
const FLAT_SD_MAX = 0.75;
const EXTREME_SHARE_MIN = 13 / 15;

export type AnswerStyle = "plain" | "flat" | "extreme";

/** Whether the ratings are nearly all alike (`flat`), nearly all at an end (`extreme`), or neither. */
export function detectAnswerStyle(ratings: readonly number[]): AnswerStyle {
  if (standardDeviation(ratings) < FLAT_SD_MAX) return "flat";
  const extremes = ratings.filter((x) => x === DIMENSION_MIN || x === DIMENSION_MAX).length;
  return extremes / ratings.length >= EXTREME_SHARE_MIN ? "extreme" : "plain";
}

/**
 * How sure each rating is about the side of the middle that it lies on; halved when all answers look alike.
 * @param ratings  (15,) 0 to 10
 * @returns        (15,) 0 to 1
 */
export function ratingConfidence(ratings: readonly number[]): number[] {
  const trust = detectAnswerStyle(ratings) === "plain" ? 1 : 0.5;
  // The approximation of the distribution is off by 1e-8 at its middle.
  return ratings.map((x) => Math.max(0, trust * (2 * normalCdf(Math.abs(x - DIMENSION_CENTER) / RATING_NOISE_SD) - 1)));
}
