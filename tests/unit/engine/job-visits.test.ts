import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { correlation, mean, quantile, standardDeviation } from "@/lib/engine/math/statistics";
import { DEFAULT_JOB_SEEKER_PARAMS, simulateJobSeekers, toLikeProbabilities } from "@/lib/engine/simulate/job-seekers";
import { DEFAULT_JOB_VISIT_PARAMS, drawCardCount, findMisfits, lookAtCard } from "@/lib/engine/simulate/job-visits";
import { buildJobWorld, judgeJobs, type WorldJob } from "@/lib/engine/simulate/job-world";
import { drawVisitDays } from "@/lib/engine/simulate/people";
import { at, makeJobFacts, makeUnitVector } from "../../factories";

const WIDTH = 16;
const JOBS = 400;
const PLACES = ["Austin, TX", "Boise, ID"];
const rng = createRng(4);
const embeddings = Array.from({ length: JOBS }, () => makeUnitVector(rng, WIDTH));
const jobs: WorldJob[] = embeddings.map((_, i) => ({
  ...makeJobFacts({ seniority: rng.integer(6), ageHours: 500 * rng.uniform(), location: at(PLACES, rng.integer(2)) }),
  logPay: i % 4 === 0 ? Number.NaN : 11 + 0.4 * rng.normal(),
}));
const makeWorld = (appealWeight: number, seed = 1) =>
  buildJobWorld(embeddings, jobs, seed, { ...DEFAULT_JOB_SEEKER_PARAMS, appealWeight });
const people = simulateJobSeekers(makeWorld(0).embeddings, makeWorld(0).kinds, PLACES, 2).slice(0, 40);

describe("a world of jobs", () => {
  test("the same seed makes the same world, another seed another one", () => {
    expect(makeWorld(1)).toEqual(makeWorld(1));
    expect(makeWorld(1, 2).appeal).not.toEqual(makeWorld(1).appeal);
    expect(makeWorld(1, 2).kinds).not.toEqual(makeWorld(1).kinds);
  });

  test("appeal is half pay and half what no posting shows; pay that is not known counts as ordinary", () => {
    const { pay, appeal } = makeWorld(1);
    expect(mean(appeal)).toBeCloseTo(0, 10);
    expect(standardDeviation(appeal)).toBeCloseTo(1, 10);
    expect(pay.filter((_, i) => i % 4 === 0).every((value) => value === 0)).toBe(true);
    const known = pay.filter((_, i) => i % 4 !== 0);
    expect([mean(known), standardDeviation(known)].map((value) => Math.round(1e6 * value) / 1e6)).toEqual([0, 1]);
    expect(correlation(pay, appeal) ** 2).toBeGreaterThan(0.3);
    expect(correlation(pay, appeal) ** 2).toBeLessThan(0.6);
  });

  test("what everybody is drawn to alike moves everybody, and without a weight nobody", () => {
    const gap = (appealWeight: number): number => {
      const world = makeWorld(appealWeight);
      const cut = quantile(world.appeal.slice().sort(), 0.8);
      const rates = people.map((person) => judgeJobs(world, person).probabilities);
      const rateOf = (isAbove: boolean) =>
        mean(rates.map((rate) => mean(rate.filter((_, i) => at(world.appeal, i) >= cut === isAbove))));
      return rateOf(true) / rateOf(false);
    };
    expect(gap(0)).toBeGreaterThan(0.7);
    expect(gap(0)).toBeLessThan(1.4);
    expect(gap(1)).toBeGreaterThan(3);
  });

  test("a world with few jobs has kinds all the same", () => {
    const small = buildJobWorld(embeddings.slice(0, 2), jobs.slice(0, 2), 1);
    expect(small.kinds.rows).toBe(makeWorld(0).kinds.rows);
    expect(small.kinds.data.every(Number.isFinite)).toBe(true);
    const [likeness] = [judgeJobs(small, at(people, 0)).likeness];
    expect([...likeness].every(Number.isFinite)).toBe(true);
  });

  test("broken preconditions are refused", () => {
    expect(() => buildJobWorld([], [], 1)).toThrow(EngineError);
    expect(() => buildJobWorld(embeddings, jobs.slice(1), 1)).toThrow(EngineError);
    expect(() =>
      toLikeProbabilities(at(people, 0), new Float64Array(1), jobs.slice(0, 1), undefined, new Float64Array(2)),
    ).toThrow(EngineError);
  });
});

describe("simulated visits to jobs", () => {
  const look = (probability: number, count: number, params = DEFAULT_JOB_VISIT_PARAMS, seed = 1) => {
    const own = createRng(seed);
    return Array.from({ length: count }, () => lookAtCard(probability, ["pay", "field"], own, params));
  };
  const shareOf = <T>(list: readonly T[], isSo: (one: T) => boolean) => list.filter(isSo).length / list.length;

  test("the same seed does the same, another seed something else", () => {
    expect(look(0.3, 50)).toEqual(look(0.3, 50));
    expect(look(0.3, 50, DEFAULT_JOB_VISIT_PARAMS, 2)).not.toEqual(look(0.3, 50));
  });

  test("cards are swiped to the right as probably as they are liked, and more of those are opened", () => {
    for (const probability of [0, 0.1, 0.5, 1]) {
      const deeds = look(probability, 4000);
      expect(shareOf(deeds, ({ direction }) => direction === "RIGHT")).toBeCloseTo(probability, 1);
      const { openShare, openRise } = DEFAULT_JOB_VISIT_PARAMS;
      expect(shareOf(deeds, ({ isOpened }) => isOpened)).toBeCloseTo(openShare + openRise * probability, 1);
    }
  });

  test("reasons come with left swipes alone, one of what does not fit", () => {
    const deeds = look(0.5, 2000, { ...DEFAULT_JOB_VISIT_PARAMS, reasonShare: 0.5 });
    for (const { direction, reasons } of deeds) if (direction === "RIGHT") expect(reasons).toEqual([]);
    const reasons = deeds.flatMap((deed) => deed.reasons);
    expect(new Set(reasons)).toEqual(new Set(["pay", "field"]));
    const lefts = deeds.filter(({ direction }) => direction === "LEFT");
    expect(reasons.length / lefts.length).toBeCloseTo(0.5, 1);
  });

  test("a visit of the most cards is over within an hour, and every card takes its time", () => {
    const deeds = look(1, 5000, { ...DEFAULT_JOB_VISIT_PARAMS, openShare: 1, slipShare: 1 });
    const longest = Math.max(...deeds.map(({ lastsSeconds }) => lastsSeconds));
    expect(longest * DEFAULT_JOB_VISIT_PARAMS.cardsMax).toBeLessThan(3600);
    // Two swipes and what takes the first one back, after the look.
    expect(deeds.every(({ seconds, lastsSeconds }) => seconds >= 0.5 && lastsSeconds > seconds + 2)).toBe(true);
  });

  test("half of the visits have the median of cards or fewer, and none has none or too many", () => {
    const own = createRng(1);
    const counts = Array.from({ length: 3000 }, () => drawCardCount(own, DEFAULT_JOB_VISIT_PARAMS));
    expect(quantile(Float64Array.from(counts).sort(), 0.5)).toBe(DEFAULT_JOB_VISIT_PARAMS.cardsMedian);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...counts)).toBe(DEFAULT_JOB_VISIT_PARAMS.cardsMax);
  });

  test.each([
    ["everything fits", {}, {}, ["other"]],
    ["it is remote", { location: "Nome, AK", isRemote: true }, {}, ["other"]],
    ["it is elsewhere", { location: "Nome, AK" }, {}, ["location"]],
    ["it pays little", {}, { pay: -1 }, ["pay"]],
    ["its pay is not known", {}, { pay: 0 }, ["other"]],
    ["it is another line of work", {}, { likeness: -0.1 }, ["field"]],
    ["it is a level off", { seniority: 3 }, {}, ["other"]],
    ["it is two levels off", { seniority: 0 }, {}, ["seniority"]],
    ["its level is not known", { seniority: null }, {}, ["other"]],
    [
      "nothing fits",
      { location: "Nome, AK", seniority: 5 },
      { likeness: -1, pay: -1 },
      ["pay", "location", "field", "seniority"],
    ],
  ] as const)("what does not fit when %s", (_, job, worth, misfits) => {
    const facts = makeJobFacts({ location: "Boise, ID", seniority: 2, isRemote: false, ...job });
    const seeker = { seniority: 2, place: "Boise, ID" };
    expect(findMisfits(seeker, facts, { likeness: 1, pay: 0, ...worth })).toEqual(misfits);
  });

  test("everybody comes on a first day, some once, and none after the end", () => {
    const own = createRng(2);
    const all = Array.from({ length: 1000 }, () => drawVisitDays(10, { onceShare: 0.4, returnMax: 0.5 }, own));
    for (const days of all) {
      expect(days.length).toBeGreaterThan(0);
      expect(days).toEqual([...new Set(days)].toSorted((a, b) => a - b));
      expect(days.every((day) => day >= 0 && day < 10)).toBe(true);
    }
    expect(shareOf(all, (days) => days.length === 1)).toBeGreaterThan(0.4);
    expect(shareOf(all, (days) => days.length > 1)).toBeGreaterThan(0.2);
    expect(
      all.every((days) => drawVisitDays(1, { onceShare: 0, returnMax: 1 }, own).length === 1 && days.length <= 10),
    ).toBe(true);
  });
});
