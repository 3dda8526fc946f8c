/** Floors, with a margin, under what the shipped catalogue and model reach; the measured values are the evaluation's to report. */
import { beforeAll, describe, expect, test } from "vitest";
import { hitAt, rankBiasedOverlap } from "@/lib/engine/evaluation/retrieval";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { topK } from "@/lib/engine/math/top-k";
import { selectOnePerCluster } from "@/lib/engine/ranking/diversity";
import { createCareerScorer } from "@/lib/engine/scoring/hybrid";
import { answerWithNoise, simulateRatings } from "@/lib/engine/simulate/people";
import { at, makeFlatRatings, makePerson, makeWeights } from "../../factories";
import { loadRealCatalogue, type RealCatalogue } from "./real-catalogue";

let real: RealCatalogue;
beforeAll(async () => {
  real = await loadRealCatalogue();
}, 60_000);

const scoresOf = (ratings: readonly number[], alpha: number): Float64Array =>
  createCareerScorer(real.index, makePerson(ratings), { alpha, weights: makeWeights() }).score(ratings).scores;

const hitRate = (alpha: number): number =>
  mean(
    simulateRatings(real.vectors, 300, 12, 1.5).map(({ career, ratings }) =>
      hitAt(topK(scoresOf(ratings, alpha), 5), new Set([career]), 5),
    ),
  );

describe("on the real catalogue", () => {
  test("people who answer with a noise of 1.5 points find their career in the top 5 three times in four", () => {
    expect(hitRate(0.7)).toBeGreaterThanOrEqual(0.75);
  });

  test("the hybrid does not fall far below its better half", () => {
    expect(hitRate(0.7)).toBeGreaterThanOrEqual(Math.max(hitRate(0), hitRate(1)) - 0.06);
  });

  test("a person who answers twice with a noise of 1 point gets much the same list", () => {
    const rng = createRng(4);
    const overlaps = Array.from({ length: 150 }, () => {
      const vector = at(real.vectors, rng.integer(real.vectors.length));
      const [first, second] = [0, 1].map(() => topK(scoresOf(answerWithNoise(vector, 1, rng.normal), 0.7), 20));
      return rankBiasedOverlap(first ?? [], second ?? []);
    });
    expect(mean(overlaps)).toBeGreaterThanOrEqual(0.75);
  });

  test("no career is in more than 5 % of top fives, and most careers are in some", () => {
    const shown = new Map<number, number>();
    for (const { ratings } of simulateRatings(real.vectors, 2000, 9)) {
      for (const item of selectOnePerCluster(scoresOf(ratings, 0.7), real.index.clusters, 5)) {
        shown.set(item, (shown.get(item) ?? 0) + 1);
      }
    }
    expect(Math.max(...shown.values()) / 2000).toBeLessThanOrEqual(0.05);
    expect(shown.size / real.careers.length).toBeGreaterThan(0.9);
  });

  test("whoever answers a career's vector exactly has it first in 98 of 100 cases and always in the top 5", () => {
    for (const alpha of [0, 0.7]) {
      const places = real.vectors.map((vector, i) => topK(scoresOf(vector, alpha), 5).indexOf(i));
      expect(places).not.toContain(-1);
      expect(places.filter((place) => place === 0).length / places.length).toBeGreaterThan(0.98);
    }
  });

  test("an ordinary person's best match scores well above 50 and their average match near it", () => {
    const people = simulateRatings(real.vectors, 200, 14).map(({ ratings }) => scoresOf(ratings, 0.7));
    expect(mean(people.map((scores) => Math.max(...scores)))).toBeGreaterThan(70);
    expect(Math.abs(mean(people.map((scores) => mean(scores))) - 50)).toBeLessThan(3);
  });

  test("ratings that are all 5 rank nothing and score near 50", () => {
    for (const alpha of [0, 0.7, 1]) {
      const scores = scoresOf(makeFlatRatings(), alpha);
      expect(new Set(scores).size).toBe(1);
      expect(Math.abs(at(scores, 0) - 50)).toBeLessThan(1);
    }
  });
});
