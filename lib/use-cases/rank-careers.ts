import type { Weights } from "@/lib/contracts/results";
import { findAnswerChanges } from "@/lib/engine/explain/answer-changes";
import { measureRatingEffects } from "@/lib/engine/explain/rating-effects";
import { explainCareer } from "@/lib/engine/explain/reasons";
import { roundToSum } from "@/lib/engine/math/round-to-sum";
import { selectSlate, slateDiversity } from "@/lib/engine/ranking/diversity";
import { createCareerScorer, type Parts, type Person } from "@/lib/engine/scoring/hybrid";
import { NEUTRAL_WEIGHTS, type ObjectiveWeights, toDefaultWeights } from "@/lib/engine/scoring/objectives";
import { toAbilityCosine } from "@/lib/engine/scoring/rating-scores";
import type { CareerSnapshot } from "./career-snapshot";
import { wordChange, wordReason } from "./word-reasons";

export type RankedCareer = {
  item: number;
  score: number;
  parts: Parts;
  embeddingSimilarity: number | null;
  abilitySimilarity: number;
  explanation: { for: string[]; against: string[]; change: string[] };
};

export type RankedSlate = {
  mode: "hybrid" | "ability_only";
  weights: ObjectiveWeights;
  diversityScore: number;
  careers: RankedCareer[];
};

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
const toCosine = (value: number | undefined): number => round(Math.min(1, Math.max(-1, value ?? 0)), 4);

/** Ranks all careers for a person and explains the ones shown. Pure but for the wording. */
export function rankCareers(
  snapshot: CareerSnapshot,
  person: Person,
  options: { topN: number; alpha: number; isDiverse: boolean; weights: Weights | undefined },
): RankedSlate {
  const { index } = snapshot;
  const weights =
    options.weights === undefined ? toDefaultWeights(person.profile) : { ...NEUTRAL_WEIGHTS, ...options.weights };
  const scorer = createCareerScorer(index, person, { alpha: options.alpha, weights });
  const scores = scorer.score(person.profile.ratings);
  const slate = selectSlate(scores.scores, index.clusters, options.topN, options.isDiverse);
  const changes = findAnswerChanges(index, scorer, person.profile.ratings, scores, slate, options.isDiverse);
  const effects = measureRatingEffects(scorer, person.profile.ratings, scores, slate);
  const careers = slate.map((item, at): RankedCareer => {
    // Parts are rounded so that they add up to the rounded score: people add up what they read.
    const exact = scorer.parts(scores, item);
    const rounded = roundToSum(Object.values(exact), 2);
    const parts = Object.fromEntries(Object.keys(exact).map((name, i) => [name, rounded[i]])) as Parts;
    const reasons = explainCareer(index, person, scorer, scores, item, effects[at] as Float64Array);
    return {
      item,
      score: round(
        rounded.reduce((sum, points) => sum + points, 0),
        2,
      ),
      parts,
      embeddingSimilarity: scorer.mode === "ability_only" ? null : toCosine(scorer.embeddingCosine(scores, item)),
      abilitySimilarity: toCosine(toAbilityCosine(scores.ratings, item)),
      explanation: {
        for: reasons.for.map((reason) => wordReason(reason, snapshot, item)),
        against: reasons.against.map((reason) => wordReason(reason, snapshot, item)),
        change: [wordChange(changes[at] ?? null, snapshot)],
      },
    };
  });
  return { mode: scorer.mode, weights, diversityScore: round(slateDiversity(index.abilities, slate), 4), careers };
}
