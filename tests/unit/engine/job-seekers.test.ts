import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { multiply, toUnitRows } from "@/lib/engine/math/vectors";
import type { JobFacts } from "@/lib/engine/scoring/job-score";
import { simulateJobSeekers, toLikeProbabilities } from "@/lib/engine/simulate/job-seekers";
import { at, makeJobFacts, makeUnitVector } from "../../factories";

const WIDTH = 32;
const PLACES = ["Austin, TX", "Boise, ID"];
const rng = createRng(3);
const rowsOf = (count: number) =>
  toUnitRows(
    Array.from({ length: count }, () => makeUnitVector(rng, WIDTH)),
    WIDTH,
  );
const statements = rowsOf(50);
const kinds = rowsOf(20);
const embeddings = rowsOf(2000);
const jobs: JobFacts[] = Array.from({ length: embeddings.rows }, () =>
  makeJobFacts({ seniority: rng.integer(6), ageHours: 700 * rng.uniform(), location: at(PLACES, rng.integer(2)) }),
);
const people = simulateJobSeekers(statements, kinds, PLACES, 1);
const likesOf = (person: (typeof people)[number]) =>
  toLikeProbabilities(person, multiply(embeddings, person.taste), jobs);

describe("simulated job seekers", () => {
  test("the same seed gives the same people, another seed others", () => {
    expect(simulateJobSeekers(statements, kinds, PLACES, 1)).toEqual(people);
    expect(simulateJobSeekers(statements, kinds, PLACES, 2)).not.toEqual(people);
  });

  test("a taste has length 1 and lies between what is said and what is kept back", () => {
    people.forEach(({ unsaid, unsaidShare, taste }, i) => {
      expect(Math.hypot(...taste)).toBeCloseTo(1, 10);
      const said = at(multiply(statements, taste), i);
      const kinship = multiply(kinds, taste);
      expect(Math.min(said, at(kinship, unsaid))).toBeGreaterThan(mean(kinship.filter((_, kind) => kind !== unsaid)));
      if (unsaidShare > 0.55) expect(at(kinship, unsaid)).toBeGreaterThan(said);
      if (unsaidShare < 0.45) expect(said).toBeGreaterThan(at(kinship, unsaid));
    });
  });

  test("everybody likes some jobs and passes over most", () => {
    for (const person of people) {
      const rate = mean(likesOf(person));
      expect(rate).toBeGreaterThan(0.02);
      expect(rate).toBeLessThan(0.2);
    }
  });

  test("likes follow the taste: the tenth of jobs nearest to it is liked far more often than the rest", () => {
    for (const person of people.slice(0, 10)) {
      const cosines = multiply(embeddings, person.taste);
      const likes = likesOf(person);
      const cut = at(cosines.slice().sort(), 1800);
      expect(mean(likes.filter((_, i) => at(cosines, i) >= cut))).toBeGreaterThan(
        4 * mean(likes.filter((_, i) => at(cosines, i) < cut)),
      );
    }
  });

  test("a fitting level and place raise the probability, and nothing but the job and the person decides it", () => {
    const person = at(people, 0);
    const cosines = Float64Array.from([0.1, 0.2]);
    const here = makeJobFacts({ seniority: person.seniority, location: person.place });
    const away = { ...here, seniority: (person.seniority + 3) % 6, location: "Nome, AK" };
    const [fits] = toLikeProbabilities(person, cosines, [here, here]);
    const [differs] = toLikeProbabilities(person, cosines, [away, here]);
    expect(fits).toBeGreaterThan(differs ?? 1);
    expect(toLikeProbabilities(person, cosines, [here, here])[0]).toBe(fits);
  });

  test("broken preconditions are refused", () => {
    expect(() => simulateJobSeekers(statements, rowsOf(0), PLACES, 1)).toThrow(EngineError);
    expect(() => simulateJobSeekers(statements, toUnitRows([[1, 0]], 2), PLACES, 1)).toThrow(EngineError);
    expect(() => simulateJobSeekers(statements, kinds, [], 1)).toThrow(EngineError);
    expect(() => toLikeProbabilities(at(people, 0), new Float64Array(1), [])).toThrow(EngineError);
    expect(() => toLikeProbabilities(at(people, 0), Float64Array.of(Number.NaN), [makeJobFacts()])).toThrow(
      EngineError,
    );
  });
});
