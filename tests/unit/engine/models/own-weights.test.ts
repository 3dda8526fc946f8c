import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { createRng } from "@/lib/engine/math/random";
import { correlation, mean } from "@/lib/engine/math/statistics";
import type { LinearLayer } from "@/lib/engine/models/linear-layer";
import { explainOwnWeights, fitOwnWeights, type OwnRows, scoreOwnWeights } from "@/lib/engine/models/own-weights";
import texts from "@/lib/messages/en/explain.json";
import { toMatrix } from "../../../factories";

/** Who, pay, growth and a field. */
const layer: LinearLayer = {
  columns: { count: 4, category: 3, person: [0], item: [1, 2], sameForAll: [] },
  ...{ means: [0, 2, 0, 0], scales: [1, 0.5, 1, 0], weights: [0, 0, 0, 0], categories: [0, 0], products: [0, 0] },
  categoryProducts: [0, 0],
  kinds: { count: 0, centers: [], spread: 1, means: [], scales: [] },
  outcomes: { labels: [0, 0.4, 1], scores: [-1, 0, 2], start: 5 },
};

function plant(seed: number, count: number, toLabel: (row: number[]) => number): OwnRows {
  const rng = createRng(seed);
  const rows = Array.from({ length: count }, () => [1, 2 + 2 * rng.normal(), rng.normal(), rng.integer(2)]);
  return { rows: toMatrix(rows), labels: rows.map(toLabel), scores: rows.map(() => 5) };
}

const fitOwn = (data: OwnRows) => {
  const own = fitOwnWeights(layer, data);
  if (own === null) throw new Error("there are rows");
  return own;
};

describe("own weights", () => {
  test("are the mean of the posterior, written out for one row", () => {
    // z = 1.5 and -1, field 1; label 0.7 is 1 as a normal score, of which 0.5 * (6 - 5) was expected.
    const own = fitOwn({ rows: toMatrix([[1, 5, -1, 1]]), labels: [0.7], scores: [6] });
    const variance = 0.3 ** 2 + 0.1 ** 2 * (1.5 ** 2 + 1 + 1) + 0.7;
    const expected = (z: number): number => (0.1 ** 2 * z * 0.5) / variance / 0.5;
    expect(own.columns[0]).toBeCloseTo(expected(1.5), 9);
    expect(own.columns[1]).toBeCloseTo(expected(-1), 9);
    expect([...own.categories]).toEqual([0, expect.closeTo(expected(1), 9)]);
  });

  test("find what somebody wants more of than others, the more surely the more they did", () => {
    const truth = ([, pay = 0, , field = 0]: number[]) => (pay > 2 ? 0.5 : 0) + 0.4 * field;
    const others = plant(9, 300, truth);
    const likeness = [5, 30, 200].map((count) => {
      const scores = [1, 2, 3, 4].map((seed) =>
        correlation(
          [...scoreOwnWeights(layer, fitOwn(plant(seed, count, truth)), others.rows)],
          Array.from(others.labels),
        ),
      );
      return mean(scores);
    });
    expect(likeness[0]).toBeGreaterThan(0.2);
    expect(likeness[1]).toBeGreaterThan(likeness[0] as number);
    expect(likeness[2]).toBeGreaterThan(0.85);
  });

  test("say nothing of who does much of everything, or of what the ranker knows already", () => {
    const size = (data: OwnRows): number => {
      const { columns, categories } = fitOwn(data);
      return Math.hypot(...columns, ...categories);
    };
    const asLiked = size(plant(1, 100, ([, pay = 0]) => (pay > 2 ? 1 : 0)));
    expect(size(plant(1, 100, () => 1))).toBeLessThan(asLiked / 3);
    // A raw score of 2 more is a normal score of 1 more.
    const known = plant(1, 100, ([, pay = 0]) => (pay > 2 ? 1 : 0));
    const scores = Array.from(known.labels, (label) => 5 + (label === 1 ? 4 : -2));
    expect(size({ ...known, scores })).toBeLessThan(asLiked / 5);
  });

  test("explain what they add, feature by feature, and read what is unknown as the mean", () => {
    const own = fitOwn(plant(3, 50, ([, pay = 0]) => (pay > 2 ? 1 : 0)));
    const rows = toMatrix([
      [1, 4, 0.5, 1],
      [1, Number.NaN, 1, Number.NaN],
      [1, 2, 0, 99],
    ]);
    const { data, cols } = explainOwnWeights(layer, own, rows);
    expect(cols).toBe(5);
    expect([...data.subarray(0, 5)]).toEqual([0, own.columns[0], 0.5 * (own.columns[1] ?? 0), own.categories[1], 0]);
    expect([...data.subarray(5)]).toEqual([0, 0, own.columns[1], 0, 0, 0, 0, 0, 0, 0]);
    scoreOwnWeights(layer, own, rows).forEach((score, row) => {
      expect(score).toBeCloseTo(
        data.subarray(row * 5, row * 5 + 5).reduce((sum, share) => sum + share, 0),
        12,
      );
    });
  });

  test("are nothing without rows, and refuse what is not of the layer", () => {
    expect(fitOwnWeights(layer, { rows: toMatrix([]), labels: [], scores: [] })).toBeNull();
    const row = [1, 2, 3, 0];
    for (const bad of [
      { rows: toMatrix([[1, 2]]), labels: [1], scores: [1] },
      { rows: toMatrix([row]), labels: [], scores: [1] },
      { rows: toMatrix([row]), labels: [1], scores: [Number.NaN] },
    ])
      expect(() => fitOwnWeights(layer, bad)).toThrow(EngineError);
  });

  test("have words for all that they can be about", () => {
    const topics = CAREER_FEATURES.features.flatMap(({ side, topic }) => (side === "item" && topic ? [topic] : []));
    for (const words of [texts.own_more, texts.own_less])
      expect(Object.keys(words).sort()).toEqual([...new Set(topics)].sort());
  });
});
