import { describe, expect, test } from "vitest";
import { openCatalogueFiles } from "@/lib/adapters/catalogue-files";
import { createRng } from "@/lib/engine/math/random";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import { toDefaultWeights } from "@/lib/engine/scoring/objectives";
import type { CareerSnapshot } from "@/lib/use-cases/career-snapshot";
import { rankCareers } from "@/lib/use-cases/rank-careers";
import { at, makeCareerItems, makePerson, makeRatings, makeWeights } from "../factories";

const COUNT = 60;
const records = (await openCatalogueFiles()).read().careers.slice(0, COUNT);
const makeSnapshot = (width: number): CareerSnapshot => ({
  revision: "1",
  versions: new Map(),
  positions: new Map(),
  index: buildCareerIndex(makeCareerItems({ count: COUNT, clusterCount: 9, width })),
  careers: records.map((record) => ({
    code: record.code,
    title: record.title,
    cluster: "Some cluster",
    clusterId: record.cluster,
    score: null,
    record,
    abilityVector: record.abilityVector,
    embedding: null,
  })),
});
const [hybrid, abilityOnly] = [makeSnapshot(24), makeSnapshot(0)];
const USUAL = { topN: 5, alpha: 0.7, isDiverse: true, weights: undefined };
const PEOPLE = Array.from({ length: 20 }, (_, seed) =>
  makePerson(makeRatings(createRng(seed)), { profile: { balance: "pay" } }),
);

describe("a ranked slate", () => {
  test("shows scores to the cent that are exactly the sum of the parts shown, from 0 to 100", () => {
    for (const person of PEOPLE) {
      for (const { score, parts } of rankCareers(hybrid, person, USUAL).careers) {
        expect(Object.values(parts).reduce((sum, x) => sum + x, 0)).toBeCloseTo(score, 9);
        expect(score >= 0 && score <= 100).toBe(true);
        for (const shown of [score, ...Object.values(parts)])
          expect(shown).toBeCloseTo(Math.round(100 * shown) / 100, 12);
      }
    }
  });

  test("is in the order of the score, up to the rounding of eight parts", () => {
    for (const person of PEOPLE) {
      const { careers } = rankCareers(hybrid, person, { ...USUAL, topN: 50, isDiverse: false });
      for (let i = 1; i < careers.length; i++)
        expect(at(careers, i).score).toBeLessThanOrEqual(at(careers, i - 1).score + 0.08);
    }
  });

  test("has as many careers as asked for, or one of each cluster when there are fewer", () => {
    const sizeOf = (topN: number, isDiverse: boolean) =>
      rankCareers(hybrid, at(PEOPLE, 0), { ...USUAL, topN, isDiverse }).careers.length;
    expect([sizeOf(5, true), sizeOf(50, true), sizeOf(50, false)]).toEqual([5, 9, 50]);
  });

  test("never has two careers of one cluster when it is diverse", () => {
    for (const person of PEOPLE) {
      const clusters = rankCareers(hybrid, person, USUAL).careers.map(({ item }) => hybrid.index.clusters[item]);
      expect(new Set(clusters).size).toBe(clusters.length);
    }
  });

  test("takes the weights from the quiz unless they are given, and 0 for those left out", () => {
    const person = at(PEOPLE, 0);
    expect(rankCareers(hybrid, person, USUAL).weights).toEqual(toDefaultWeights(person.profile));
    const given = rankCareers(hybrid, person, { ...USUAL, weights: { growth: 0.5 } });
    expect(given.weights).toEqual(makeWeights({ growth: 0.5 }));
  });

  test("without embeddings says so: no similarity of embeddings and no points from them", () => {
    const { mode, careers } = rankCareers(abilityOnly, at(PEOPLE, 0), USUAL);
    expect(mode).toBe("ability_only");
    for (const { embeddingSimilarity, parts } of careers)
      expect([embeddingSimilarity, parts.embedding]).toEqual([null, 0]);
  });

  test("reports cosines within -1 and 1 and a diversity within 0 and 1", () => {
    for (const person of PEOPLE) {
      const { careers, diversityScore } = rankCareers(hybrid, person, USUAL);
      expect(diversityScore >= 0 && diversityScore <= 1).toBe(true);
      for (const { abilitySimilarity, embeddingSimilarity } of careers) {
        for (const cosine of [abilitySimilarity, embeddingSimilarity ?? 0])
          expect(Math.abs(cosine)).toBeLessThanOrEqual(1);
      }
    }
  });

  test("explains every career: reasons in whole sentences and one on what would change it", () => {
    for (const person of PEOPLE) {
      for (const { explanation } of rankCareers(hybrid, person, USUAL).careers) {
        expect(explanation.change).toHaveLength(1);
        for (const text of Object.values(explanation).flat()) expect(text).toMatch(/^[A-Z][^{}]+\.$/);
      }
    }
  });

  test("is the same for the same answers", () => {
    const person = at(PEOPLE, 7);
    expect(rankCareers(hybrid, person, USUAL)).toEqual(rankCareers(hybrid, person, USUAL));
  });
});
