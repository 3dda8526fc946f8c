import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { correlation, mean, normalQuantile, standardDeviation } from "@/lib/engine/math/statistics";
import { fitLinearLayer, type LinearData } from "@/lib/engine/models/fit-linear-layer";
import {
  explainLinearLayer,
  type LinearColumns,
  type LinearLayer,
  parseLinearLayer,
  scoreLinearLayer,
} from "@/lib/engine/models/linear-layer";
import { toMatrix } from "../../../factories";

const COLUMNS: LinearColumns = { count: 4, category: 3, person: [0], item: [1], sameForAll: [] };

/** Rows of four features: a person's lean, an item's, noise and a field, of whom the lean and the item's or the field decide. */
function plant(seed: number, people: number, toLabel: (row: number[], noise: number) => number): LinearData {
  const rng = createRng(seed);
  const rows: number[][] = [];
  const owners: number[] = [];
  for (let owner = 0; owner < people; owner++) {
    const lean = rng.normal();
    for (let k = 0; k < 6; k++) {
      rows.push([lean, rng.normal(), rng.normal(), rng.integer(3)]);
      owners.push(owner);
    }
  }
  const labels = rows.map((row) => toLabel(row, rng.normal()));
  return { rows: toMatrix(rows), labels, owners, startScores: rows.map(() => 0) };
}

function fitLayer(data: LinearData, columns = COLUMNS): { layer: LinearLayer; heldOut: Float64Array } {
  const fitted = fitLinearLayer(data, columns);
  if (fitted === null) throw new Error("nobody stopped it");
  return fitted;
}

const toRows = ({ rows }: LinearData) =>
  toMatrix(
    Array.from({ length: rows.rows }, (_, row) => [...rows.data.subarray(row * rows.cols, (row + 1) * rows.cols)]),
  );

describe("fitLinearLayer", () => {
  test("is the mean of the posterior: the solution of its equations, written out", () => {
    const data = {
      ...plant(1, 20, ([lean = 0, item = 0], noise) => lean * item + noise),
      startScores: Array.from({ length: 120 }, (_, row) => (row % 7) / 5),
    };
    const columns = { ...COLUMNS, category: null, sameForAll: [3] };
    const { layer } = fitLayer(data, columns);
    const rows = toRows(data);
    const z = [0, 1, 2, 3].map((k) => {
      const column = Array.from({ length: 120 }, (_, row) => rows.data[4 * row + k] as number);
      return column.map((x) => (x - mean(column)) / standardDeviation(column));
    });
    const order = Array.from(data.labels, (_, at) => at).sort((a, b) => (data.labels[a] ?? 0) - (data.labels[b] ?? 0));
    const start = mean(data.startScores);
    const y = Array.from(
      data.labels,
      (_, row) => normalQuantile((order.indexOf(row) + 0.5) / 120) - 0.5 * ((data.startScores[row] ?? 0) - start),
    );
    const x = y.map((_, row) => [
      ...z.map((column) => 0.05 * (column[row] ?? 0)),
      0.02 * (z[0]?.[row] ?? 0) * (z[1]?.[row] ?? 0),
    ]);
    const solved = solve(
      Array.from({ length: 5 }, (_, i) =>
        Array.from(
          { length: 5 },
          (_, j) => Number(i === j) + x.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0),
        ),
      ),
      Array.from({ length: 5 }, (_, i) => x.reduce((sum, row, at) => sum + (row[i] ?? 0) * (y[at] ?? 0), 0)),
    );
    const written = [...layer.weights, ...layer.products];
    // What is the same for all items of a person is fitted, and then left out.
    const expected = solved.map((value, k) => (k === 0 || k === 3 ? 0 : ((k < 4 ? 0.05 : 0.02) * value) / 0.5));
    written.forEach((weight, k) => {
      expect(weight).toBeCloseTo(expected[k] ?? Number.NaN, 4);
    });
  });

  test("learns that one kind of person likes one kind of item, for people it has not seen", () => {
    const taste = ([lean = 0, item = 0]: number[], noise: number) => lean * item + 0.5 * noise;
    const { layer, heldOut } = fitLayer(plant(2, 1000, taste));
    const others = plant(3, 200, taste);
    const truth = Array.from({ length: others.rows.rows }, (_, row) =>
      taste([...toRows(others).data.subarray(4 * row, 4 * row + 2)], 0),
    );
    expect(correlation(scoreLinearLayer(layer, toRows(others)), truth)).toBeGreaterThan(0.95);
    expect(standardDeviation(heldOut)).toBeGreaterThan(0.3);
  });

  test("learns fields, and which people like which", () => {
    const taste = ([lean = 0, , , field = 0]: number[], noise: number) =>
      (field === 2 ? lean : 0) + Number(field === 1) + 0.5 * noise;
    const { layer } = fitLayer(plant(4, 1500, taste));
    const score = (lean: number, field: number) =>
      scoreLinearLayer(layer, toMatrix([[lean, 0, 0, field]]))[0] as number;
    expect(score(0, 1) - score(0, 0)).toBeGreaterThan(0.5);
    expect(score(1.5, 2) - score(-1.5, 2)).toBeGreaterThan(score(1.5, 0) - score(-1.5, 0) + 0.5);
  });

  test("finds kinds of people whom no single answer tells apart", () => {
    const columns: LinearColumns = { count: 3, category: null, person: [0, 1], item: [2], sameForAll: [] };
    const make = (seed: number, people: number) => {
      const rng = createRng(seed);
      const rows = Array.from({ length: people }, (_, person) => {
        const [a, b] = [person % 2, (person >> 1) % 2].map((side) => 3 * (2 * side - 1) + 0.3 * rng.normal()) as [
          number,
          number,
        ];
        return Array.from({ length: 5 }, () => [a, b, rng.normal()]);
      }).flat();
      const truth = rows.map(([a = 0, b = 0, item = 0]) => Math.sign(a * b) * item);
      const owners = rows.map((_, row) => Math.floor(row / 5));
      return {
        truth,
        rows: toMatrix(rows),
        labels: truth.map((value) => value + 0.5 * rng.normal()),
        owners,
        startScores: truth.map(() => 0),
      };
    };
    const others = make(6, 100);
    const { layer } = fitLayer(make(5, 800), columns);
    expect(layer.kinds.count).toBeGreaterThan(0);
    expect(correlation(scoreLinearLayer(layer, others.rows), others.truth)).toBeGreaterThan(0.8);
    // Too few people for kinds.
    const few = fitLayer(make(5, 100), columns).layer;
    expect(few.kinds.count).toBe(0);
    expect(Math.abs(correlation(scoreLinearLayer(few, others.rows), others.truth))).toBeLessThan(0.3);
  });

  test("adds next to nothing where there is little to learn from, and what base scores say already is not said again", () => {
    const little = fitLayer(plant(7, 5, (_, noise) => noise));
    expect(standardDeviation(little.heldOut)).toBeLessThan(0.1);
    const data = plant(8, 500, ([, item = 0], noise) => item + noise);
    const told = {
      ...data,
      startScores: Array.from({ length: 3000 }, (_, row) => Math.SQRT2 * (data.rows.data[4 * row + 1] as number)),
    };
    expect(standardDeviation(fitLayer(data).heldOut)).toBeGreaterThan(1);
    expect(standardDeviation(fitLayer(told).heldOut)).toBeLessThan(0.2);
  });

  test("what trees start from does not know what came of the owner's rows", () => {
    const data = plant(9, 60, ([lean = 0, item = 0], noise) => lean * item + noise);
    const others = { ...data, labels: Array.from(data.labels) };
    // The same outcomes among the rows of one person, the other way round.
    others.labels.splice(0, 6, ...others.labels.slice(0, 6).reverse());
    const [one, other] = [fitLayer(data), fitLayer(others)];
    expect([...one.heldOut.subarray(0, 6)]).toEqual([...other.heldOut.subarray(0, 6)]);
    expect(one.layer.weights).not.toEqual(other.layer.weights);
  });

  test("is the same again, and stops when told to", () => {
    const data = plant(10, 30, (_, noise) => noise);
    expect(fitLayer(data)).toEqual(fitLayer(data));
    expect(fitLinearLayer(data, COLUMNS, () => true)).toBeNull();
    let asked = 0;
    expect(fitLinearLayer(data, COLUMNS, () => ++asked > 12)).toBeNull();
  });

  test("takes columns that are always the same, never known or without a category", () => {
    const rows = toMatrix(Array.from({ length: 50 }, (_, row) => [3, Number.NaN, row % 9, Number.NaN]));
    const labels = Array.from({ length: 50 }, (_, row) => row % 9);
    const { layer } = fitLayer({ rows, labels, owners: labels.map((_, at) => at), startScores: labels.map(() => 0) });
    expect(scoreLinearLayer(layer, toMatrix([[3, Number.NaN, 8, Number.NaN]]))[0]).toBeGreaterThan(0);
    expect(layer.categories).toEqual([]);
  });

  const good = plant(11, 5, (_, noise) => noise);
  const withValue = (at: number, value: number) => {
    const data = Float64Array.from(good.rows.data);
    data[at] = value;
    return { ...good, rows: { ...good.rows, data } };
  };
  test.each<[string, LinearData, RegExp]>([
    ["no rows", { ...good, rows: toMatrix([]), labels: [], owners: [], startScores: [] }, /no rows/],
    ["another width", { ...good, rows: toMatrix([[1]]) }, /rows of 1 features, not 4/],
    ["labels that are missing", { ...good, labels: [1] }, /1 labels, starts or owners for 30 rows/],
    ["an infinite value", withValue(5, Number.POSITIVE_INFINITY), /feature 1 of row 1 is Infinity/],
    ["half a category", withValue(7, 0.5), /category of row 1 is 0.5/],
    ["a huge category", withValue(7, 1e6), /category of row 1 is 1000000/],
    ["an owner that is no number", { ...good, owners: good.labels }, /the owner of row 0/],
  ])("refuses %s", (_, data, message) => {
    expect(() => fitLinearLayer(data, COLUMNS)).toThrow(EngineError);
    expect(() => fitLinearLayer(data, COLUMNS)).toThrow(message);
  });
});

describe("a fitted layer", () => {
  const data = plant(
    12,
    400,
    ([lean = 0, item = 0, , field = 0], noise) => lean * item + (field === 1 ? lean : 0) + noise,
  );
  const { layer } = fitLayer(data);
  const rows = toRows(data);

  test("explains its scores to their sum, a product half and half", () => {
    expect(layer.kinds.count).toBeGreaterThan(0);
    const scores = scoreLinearLayer(layer, rows);
    const { data: shares, cols } = explainLinearLayer(layer, rows);
    expect(cols).toBe(5);
    scores.forEach((score, row) => {
      const sum = shares.subarray(row * 5, (row + 1) * 5).reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(score, 9);
    });
    const plain: LinearLayer = {
      columns: { count: 2, category: null, person: [0], item: [1], sameForAll: [] },
      ...{ means: [1, 0], scales: [1, 0.5], weights: [0.25, 0], categories: [], products: [0.5], categoryProducts: [] },
      kinds: { count: 0, centers: [], spread: 1, means: [], scales: [] },
      outcomes: { labels: [0, 1], scores: [-1, 1], start: 0 },
    };
    // z = (2, 3): 0.25 * 2 + 0.5 * 2 * 3
    expect([...explainLinearLayer(plain, toMatrix([[3, 6]])).data]).toEqual([2, 1.5, 0]);
  });

  test("reads what is not known, unheard of or far outside as it should", () => {
    const score = (row: number[]) => scoreLinearLayer(layer, toMatrix([row]))[0];
    expect(score([Number.NaN, 0, 0, 1])).toBe(score([layer.means[0] as number, 0, 0, 1]));
    expect(score([1, 1, 1, 99])).toBe(score([1, 1, 1, Number.NaN]));
    expect(score([1, 1e9, 0, 0])).toBe(score([1, 1e12, 0, 0]));
    expect(() => score([1, 1])).toThrow(EngineError);
  });

  test("comes back from its text, and nothing else does", () => {
    const text = JSON.stringify(layer);
    expect(parseLinearLayer(text, COLUMNS)).toEqual(layer);
    const change = (changes: object) => JSON.stringify({ ...layer, ...changes });
    for (const [bad, message] of [
      [text.slice(0, 100), /not JSON/],
      ["null", /no object/],
      [change({ columns: { ...COLUMNS, person: [2] } }), /its columns are others/],
      [change({ weights: layer.weights.slice(1) }), /weights must be \d+ numbers/],
      [change({ products: layer.products.map(() => null) }), /products\[0\] is null/],
      [change({ weights: [0, 1e300, 0, 0] }), /weights\[1\] is 1e\+300/],
      [change({ means: ["0", 0, 0, 0] }), /means\[0\] is "0"/],
      [change({ categories: 3 }), /no categories/],
      [change({ categories: [...layer.categories, 1] }), /categoryProducts must be/],
      [change({ kinds: undefined }), /no kinds/],
      [change({ kinds: { ...layer.kinds, spread: 0 } }), /spread must be above 0/],
      [change({ kinds: { ...layer.kinds, count: 1e9 } }), /kinds.count/],
      [change({ outcomes: undefined }), /no outcomes/],
      [change({ outcomes: { ...layer.outcomes, labels: [1, 0], scores: [0, 1] } }), /as many rising numbers/],
      [change({ outcomes: { ...layer.outcomes, scores: [] } }), /as many rising numbers/],
      [change({ outcomes: { ...layer.outcomes, start: null } }), /outcomes.start/],
    ] as const) {
      expect(() => parseLinearLayer(bad, COLUMNS)).toThrow(EngineError);
      expect(() => parseLinearLayer(bad, COLUMNS)).toThrow(message);
    }
  });
});

/** Gaussian elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const factor = (rows[j]?.[i] ?? 0) / (rows[i]?.[i] ?? 1);
      for (let k = 0; k <= n; k++) (rows[j] as number[])[k] = (rows[j]?.[k] ?? 0) - factor * (rows[i]?.[k] ?? 0);
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}
