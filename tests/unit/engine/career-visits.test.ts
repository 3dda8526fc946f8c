import { describe, expect, test } from "vitest";
import { createRng } from "@/lib/engine/math/random";
import { mean, wilsonInterval } from "@/lib/engine/math/statistics";
import type { InteractionKind } from "@/lib/engine/ranking/interaction-label";
import {
  DEFAULT_CLICK_PARAMS,
  type SimulatedEvent,
  simulateVisit,
  toExamination,
} from "@/lib/engine/simulate/career-visits";
import { at } from "../../factories";

const NOTHING: ReadonlySet<InteractionKind> = new Set();
const toSlate = (utilities: readonly number[], done = NOTHING) => utilities.map((utility) => ({ utility, done }));

/** Visits to lists of one worth, as the events of each. */
function watch(utility: number, visits: number, done = NOTHING, seed = 1): SimulatedEvent[][] {
  const rng = createRng(seed);
  return Array.from({ length: visits }, () => simulateVisit(toSlate(Array(10).fill(utility), done), rng));
}
const count = (visits: SimulatedEvent[][], kind: InteractionKind): number =>
  visits.flat().filter((event) => event.kind === kind).length;
const clickRate = (visits: SimulatedEvent[][]): number => count(visits, "click") / count(visits, "view");

describe("simulated visits", () => {
  test("the same seed gives the same events, another seed others", () => {
    expect(watch(1, 50)).toEqual(watch(1, 50));
    expect(watch(1, 50, NOTHING, 2)).not.toEqual(watch(1, 50));
  });

  test("examination by hand: 1, 1 / 1.35, 1 / 1.7, and 1 / 4.15 at the tenth position", () => {
    expect([1, 2, 3, 10].map((position) => toExamination(position))).toEqual([
      1,
      1 / 1.35,
      1 / 1.7,
      1 / (1 + 0.35 * 9),
    ]);
  });

  test("positions are looked at as often as the model says, whatever the rows are worth", () => {
    for (const utility of [-1, 2.5]) {
      const visits = watch(utility, 8000);
      const views = visits.flat().filter(({ kind }) => kind === "view");
      for (let position = 1; position <= 10; position++) {
        const viewed = views.filter((event) => event.position === position).length;
        const { low, high } = wilsonInterval(viewed, visits.length, 3.5);
        expect(toExamination(position)).toBeGreaterThanOrEqual(low);
        expect(toExamination(position)).toBeLessThanOrEqual(high);
      }
    }
  });

  test("of examined rows those worth more are clicked more often, in any position, and half at the threshold", () => {
    const rates = [-1, 0, 1, 1.8, 2.5, 3.5].map((utility) => clickRate(watch(utility, 2000)));
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    // At the threshold the noise is as often for as against: junk + (1 - junk) / 2.
    expect(at(rates, 3)).toBeCloseTo(0.515, 1);
    const visits = watch(1.8, 8000);
    const rateAt = (isFirst: boolean) =>
      clickRate(visits.map((events) => events.filter(({ position }) => (position === 1) === isFirst)));
    expect(Math.abs(rateAt(true) - rateAt(false))).toBeLessThan(0.03);
  });

  test("what is worth nothing is clicked by junk alone, which nothing follows", () => {
    const visits = watch(-3, 4000);
    expect(clickRate(visits)).toBeGreaterThan(0.02);
    expect(clickRate(visits)).toBeLessThan(0.04);
    expect(["save", "share", "rate", "implement"].map((kind) => count(visits, kind as InteractionKind))).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test("what is worth more is viewed longer, rated higher, and set aside less", () => {
    const [low, high] = [watch(0, 3000), watch(2.5, 3000)];
    const valuesOf = (visits: SimulatedEvent[][], kind: InteractionKind) =>
      visits.flat().flatMap((event) => (event.kind === kind && event.value !== null ? [event.value] : []));
    expect(mean(valuesOf(high, "view"))).toBeGreaterThan(2 * mean(valuesOf(low, "view")));
    expect(mean(valuesOf(high, "rate"))).toBeGreaterThan(4);
    expect(mean(valuesOf(low, "rate"))).toBeLessThan(4);
    expect(count(high, "dismiss")).toBeLessThan(0.1 * count(low, "dismiss"));
    const stars = valuesOf(high, "rate");
    expect(stars.every((value) => value >= 1 && value <= 5 && Number.isInteger(2 * value))).toBe(true);
    expect(valuesOf(high, "view").every((seconds) => seconds >= 1 && seconds <= 180)).toBe(true);
  });

  test("deeds come in order: viewed, clicked, saved, taken up; each at a time of its own, top row first", () => {
    const visits = watch(3, 500);
    expect(count(visits, "implement")).toBeGreaterThan(0);
    for (const events of visits) {
      const times = events.map(({ afterMs }) => afterMs);
      expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
      const positions = events.map(({ position }) => position);
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      for (let position = 1; position <= 10; position++) {
        const kinds = events.filter((event) => event.position === position).map(({ kind }) => kind);
        if (kinds.length === 0) continue;
        expect(kinds[0]).toBe("view");
        if (kinds.length > 1) expect(["click", "dismiss"]).toContain(kinds[1]);
        if (kinds.includes("implement")) {
          expect(kinds).toContain("save");
          expect(kinds.indexOf("implement")).toBeGreaterThan(kinds.indexOf("save"));
        }
        expect(new Set(kinds).size).toBe(kinds.length);
      }
    }
  });

  test("what was saved, rated, shared or taken up is not so again, and what was saved may still be taken up", () => {
    const all: InteractionKind[] = ["save", "rate", "share", "implement"];
    const again = watch(3.5, 500, new Set(all));
    expect(all.map((kind) => count(again, kind))).toEqual([0, 0, 0, 0]);
    expect(count(again, "click")).toBeGreaterThan(0);
    expect(count(watch(3.5, 500, new Set<InteractionKind>(["save"])), "implement")).toBeGreaterThan(0);
  });

  test("nobody does anything with an empty list", () => {
    expect(simulateVisit([], createRng(1), DEFAULT_CLICK_PARAMS)).toEqual([]);
  });
});
