import { describe, expect, test } from "vitest";
import { createRng, drawSome, mixSeed } from "@/lib/engine/math/random";
import { mean, standardDeviation } from "@/lib/engine/math/statistics";

const COUNT = 50_000;
const draw = (seed: number, count: number, kind: "uniform" | "normal" = "uniform"): number[] => {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => rng[kind]());
};

describe("a seeded generator", () => {
  test("repeats itself byte for byte for the same seed", () => {
    const both = [1, 2].map(() => {
      const rng = createRng(7);
      return Array.from({ length: 600 }, (_, i) =>
        i % 3 === 0 ? rng.uniform() : i % 3 === 1 ? rng.normal() : rng.integer(10),
      );
    });
    expect(both[0]).toEqual(both[1]);
  });

  test("differs between neighbouring seeds from the first number on", () => {
    const firsts = Array.from({ length: 1000 }, (_, seed) => draw(seed, 1)[0]);
    expect(new Set(firsts).size).toBe(1000);
    expect(Math.abs(mean(firsts.map((x) => x ?? 0)) - 0.5)).toBeLessThan(0.03);
  });

  test("does not share state with another generator", () => {
    const alone = draw(3, 20);
    const [a, b] = [createRng(3), createRng(4)];
    const mixed = Array.from({ length: 20 }, () => {
      b.uniform();
      return a.uniform();
    });
    expect(mixed).toEqual(alone);
  });

  test("draws uniforms in [0, 1), evenly over ten bins", () => {
    const values = draw(11, COUNT);
    expect(values.every((x) => x >= 0 && x < 1)).toBe(true);
    const bins = Array<number>(10).fill(0);
    for (const value of values) {
      bins[Math.floor(10 * value)] = (bins[Math.floor(10 * value)] ?? 0) + 1;
    }
    // The chi-squared statistic of 9 degrees of freedom passes 27.9 once in a thousand.
    expect(bins.reduce((sum, n) => sum + (n - COUNT / 10) ** 2 / (COUNT / 10), 0)).toBeLessThan(27.9);
  });

  test("draws normals of mean 0 and deviation 1, with 95 % within 1.96 and no memory of the one before", () => {
    const values = draw(13, COUNT, "normal");
    expect(Math.abs(mean(values))).toBeLessThan(0.02);
    expect(Math.abs(standardDeviation(values) - 1)).toBeLessThan(0.02);
    expect(values.filter((z) => Math.abs(z) < 1.959964).length / COUNT).toBeCloseTo(0.95, 2);
    expect(Math.abs(mean(values.slice(1).map((z, i) => z * (values[i] ?? 0))))).toBeLessThan(0.02);
  });

  test("draws every integer below the bound and no other", () => {
    const rng = createRng(17);
    const seen = new Set(Array.from({ length: 2000 }, () => rng.integer(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(rng.integer(1)).toBe(0);
  });
});

describe("a seed of several numbers", () => {
  test("is the same for the same numbers, and another for others, for another order, and for more of them", () => {
    expect(mixSeed(1, 2, 3)).toBe(mixSeed(1, 2, 3));
    const seeds = [mixSeed(), mixSeed(0), mixSeed(0, 0), mixSeed(1, 2), mixSeed(2, 1), mixSeed(1, 2, 0)];
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  test("spreads neighbours evenly: of 10,000 none collide in number beyond chance, and each bit is set in half of them", () => {
    const seeds = Array.from({ length: 10_000 }, (_, i) => mixSeed(42, i % 100, Math.floor(i / 100)));
    expect(new Set(seeds).size).toBeGreaterThan(9990);
    for (let bit = 0; bit < 32; bit++) {
      const share = seeds.filter((seed) => (seed >>> bit) & 1).length / seeds.length;
      expect(Math.abs(share - 0.5)).toBeLessThan(0.02);
    }
  });
});

describe("drawing some of many", () => {
  test("gives different numbers, all of them when asked for more, and each equally often", () => {
    const rng = createRng(3);
    expect(drawSome(4, 9, rng).toSorted()).toEqual([0, 1, 2, 3]);
    expect(drawSome(0, 2, rng)).toEqual([]);
    const counts = Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const drawn = drawSome(10, 3, rng);
      expect(new Set(drawn).size).toBe(3);
      for (const number of drawn) counts[number] = (counts[number] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count / 10_000 - 0.3)).toBeLessThan(0.02);
  });
});
