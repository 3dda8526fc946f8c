import { describe, expect, test } from "vitest";
import { measureRatingEffects } from "@/lib/engine/explain/rating-effects";
import { compareDimensions, type Explanation, explainCareer, type Reason } from "@/lib/engine/explain/reasons";
import { createRng } from "@/lib/engine/math/random";
import { DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { buildCareerIndex } from "@/lib/engine/scoring/career-index";
import { createCareerScorer, type Person } from "@/lib/engine/scoring/hybrid";
import { OBJECTIVES, type ObjectiveWeights } from "@/lib/engine/scoring/objectives";
import { toAbilityCosine } from "@/lib/engine/scoring/rating-scores";
import {
  at,
  makeCareerItems,
  makeFlatRatings,
  makePerson,
  makeRatings,
  makeUnitVector,
  makeWeights,
} from "../../factories";

const COUNT = 60;
const items = makeCareerItems({ count: COUNT, seed: 12 });
const index = buildCareerIndex(items);

function explainAll(person: Person, weights: ObjectiveWeights = makeWeights()): Explanation[] {
  const scorer = createCareerScorer(index, person, { alpha: 0.7, weights });
  const scores = scorer.score(person.profile.ratings);
  const all = items.map((_, item) => item);
  const effects = measureRatingEffects(scorer, person.profile.ratings, scores, all);
  return all.map((item) => explainCareer(index, person, scorer, scores, item, at(effects, item)));
}
const isTerm = (reason: Reason): reason is Extract<Reason, { share: number }> => "share" in reason;
const kindsOf = (reasons: readonly Reason[]) => reasons.map(({ kind }) => kind);
const PEOPLE = Array.from({ length: 20 }, (_, seed) => makePerson(makeRatings(createRng(seed))));

describe("reasons made from ratings", () => {
  test("carry exactly their share of the ability cosine, so that all 15 shares would sum to it", () => {
    for (const person of PEOPLE) {
      const { ratings } = person.profile;
      const scores = createCareerScorer(index, person, { alpha: 0.7, weights: makeWeights() }).score(ratings);
      const length = Math.hypot(...ratings.map((x) => x - 5));
      explainAll(person).forEach((explanation, item) => {
        const row = at(items, item).abilityVector;
        const own = Math.hypot(...row.map((x) => x - 5));
        const shares = ratings.map((x, d) => ((x - 5) * (at(row, d) - 5)) / (length * own));
        expect(shares.reduce((sum, x) => sum + x, 0)).toBeCloseTo(toAbilityCosine(scores.ratings, item), 10);
        for (const term of [...explanation.for, ...explanation.against].filter(isTerm)) {
          expect(term.share).toBeCloseTo(at(shares, DIMENSIONS.indexOf(term.dimension)), 12);
        }
      });
    }
  });

  test("name for a career the ratings whose removal costs it most points, and against it the most opposed ones", () => {
    for (const person of PEOPLE) {
      const { ratings } = person.profile;
      const scorer = createCareerScorer(index, person, { alpha: 0.7, weights: makeWeights() });
      const before = scorer.score(ratings).scores;
      explainAll(person).forEach((explanation, item) => {
        const points = explanation.for.filter(isTerm).map((term) => term.points);
        expect(points).toEqual(points.slice().sort((a, b) => b - a));
        for (const term of explanation.for.filter(isTerm)) {
          const without = ratings.map((x, d) => (DIMENSIONS[d] === term.dimension ? 5 : x));
          expect(at(before, item) - at(scorer.score(without).scores, item)).toBeCloseTo(term.points, 8);
          expect(term.points).toBeGreaterThan(0);
        }
        const shares = explanation.against.filter(isTerm).map((term) => term.share);
        expect(shares).toEqual(shares.slice().sort((a, b) => a - b));
        for (const share of shares) expect(share).toBeLessThan(0);
      });
    }
  });

  test("say that both are high, both low, or which side asks for more, as the numbers do", () => {
    for (const person of PEOPLE) {
      for (const { for: pro, against } of explainAll(person)) {
        for (const { kind, you, career } of pro.filter(isTerm)) {
          expect(kind).toBe(
            you > 5 && career > 5 ? "both_high" : you < 5 && career < 5 ? "both_low" : "a middling rating",
          );
        }
        for (const { kind, you, career } of against.filter(isTerm)) {
          expect(kind).toBe(
            you < 5 && career > 5 ? "asks_more" : you > 5 && career < 5 ? "asks_less" : "a middling rating",
          );
        }
      }
    }
  });

  test("are never made from ratings that are all 5", () => {
    for (const { for: pro, against } of explainAll(makePerson(makeFlatRatings()))) {
      expect([...pro, ...against].some((reason) => isTerm(reason) || reason.kind === "neighbours")).toBe(false);
    }
  });
});

describe("an explanation", () => {
  test("has at most four reasons on either side, none of them twice", () => {
    const weights = makeWeights(Object.fromEntries(OBJECTIVES.map((name) => [name, 0.5])));
    for (const person of PEOPLE) {
      for (const { for: pro, against } of explainAll(person, weights)) {
        for (const side of [pro, against]) {
          expect(side.length).toBeLessThanOrEqual(4);
          expect(new Set(side.map((reason) => JSON.stringify(reason))).size).toBe(side.length);
        }
      }
    }
  });

  test("speaks of the text only when there is one, for careers near it and against careers far from it", () => {
    const text = makeUnitVector(createRng(2), 24);
    const silent = makePerson(makeRatings(createRng(1)));
    const cosines = items.map(({ embedding }) => text.reduce((sum, x, d) => sum + x * at(embedding ?? [], d), 0));
    const explanations = explainAll({ ...silent, textEmbedding: text, textWordCount: 10 });
    const best = cosines.indexOf(Math.max(...cosines));
    expect(kindsOf(at(explanations, best).for)).toContain("text_close");
    explanations.forEach(({ for: pro, against }, item) => {
      const rank = cosines.filter((x) => x < at(cosines, item)).length / COUNT;
      expect(kindsOf(pro).includes("text_close")).toBe(rank >= 0.9);
      if (kindsOf(against).includes("text_far")) expect(rank).toBeLessThan(0.3);
    });
    for (const { for: pro, against } of explainAll(silent)) {
      expect(kindsOf([...pro, ...against]).some((kind) => kind.startsWith("text"))).toBe(false);
    }
  });

  test("names as neighbours only careers that stand for the person's ratings, never the career itself", () => {
    let named = 0;
    for (const person of PEOPLE) {
      const scores = createCareerScorer(index, person, { alpha: 0.7, weights: makeWeights() }).score(
        person.profile.ratings,
      );
      explainAll(person).forEach(({ for: pro }, item) => {
        for (const reason of pro) {
          if (reason.kind !== "neighbours") continue;
          named++;
          expect(reason.items).not.toContain(item);
          for (const neighbour of reason.items) expect(scores.ratings.neighbours).toContain(neighbour);
        }
      });
    }
    expect(named).toBeGreaterThan(0);
  });

  test("speaks of an objective only when it is weighed, for where it is met and against where it is missed", () => {
    const person = at(PEOPLE, 3);
    explainAll(person, makeWeights({ salary: 0.5 })).forEach(({ for: pro, against }, item) => {
      const value = at(index.objectives.salary, item);
      const about = [...pro, ...against].filter((reason) => reason.kind.startsWith("objective"));
      for (const reason of about) expect(reason).toMatchObject({ objective: "salary" });
      if (kindsOf(pro).includes("objective_met")) expect(value).toBeGreaterThanOrEqual(0.7);
      if (kindsOf(against).includes("objective_missed")) expect(value).toBeLessThanOrEqual(0.35);
      expect(kindsOf(pro)).not.toContain("well_paid");
    });
  });

  test("states a fact only where the facts say so", () => {
    for (const person of PEOPLE.slice(0, 5)) {
      const limited = { ...person, profile: { ...person.profile, schooling: "bachelor" as const } };
      explainAll(limited).forEach(({ for: pro, against }, item) => {
        const { growthPercent, aiPercentile, stressPercentile, schoolingLevel } = at(index.facts, item);
        const said = new Set(kindsOf([...pro, ...against]));
        if (said.has("growing")) expect(growthPercent).toBeGreaterThanOrEqual(8);
        if (said.has("shrinking")) expect(growthPercent).toBeLessThanOrEqual(-3);
        if (said.has("ai_exposed")) expect(aiPercentile).toBeGreaterThanOrEqual(85);
        if (said.has("stressful")) expect(stressPercentile).toBeGreaterThanOrEqual(90);
        if (said.has("well_paid")) expect(at(index.objectives.salary, item)).toBeGreaterThanOrEqual(0.8);
        if (said.has("schooling_over")) expect(schoolingLevel).toBeGreaterThan(3);
      });
    }
  });
});

describe("compareDimensions", () => {
  test("lists all 15 with both numbers, largest difference first, ties in the order of the dimensions", () => {
    const gaps = compareDimensions(
      makeFlatRatings(4),
      makeFlatRatings(4).map((x, d) => (d === 7 ? 9 : d === 2 ? 0 : x)),
    );
    expect(gaps).toHaveLength(15);
    expect(gaps.slice(0, 3)).toEqual([
      { dimension: "helping", you: 4, career: 9 },
      { dimension: "verbal", you: 4, career: 0 },
      { dimension: "analytical", you: 4, career: 4 },
    ]);
  });
});
