import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createRng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import { DEFAULT_BOOST_PARAMS } from "@/lib/engine/models/boost-trees";
import { type BinaryData, fitLogisticTrees, toProbability } from "@/lib/engine/models/logistic-trees";
import { parseLightGbm } from "@/lib/engine/models/parse-lightgbm";
import { countTrees, scoreTrees } from "@/lib/engine/models/tree-model";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import { at } from "../../../factories";

const NAMES = ["a", "b", "c"];
const PARAMS = { ...DEFAULT_BOOST_PARAMS, iterations: 60, numLeaves: 8 };

/** The chance of yes is known: it hangs on whether two features have the same sign. */
function makeWorld(seed: number, rows = 2000): BinaryData & { chances: Float64Array } {
  const rng = createRng(seed);
  const data = Float64Array.from({ length: rows * 3 }, () => rng.normal());
  const chances = Float64Array.from({ length: rows }, (_, row) =>
    at(data, 3 * row) * at(data, 3 * row + 1) > 0 ? 0.85 : 0.1,
  );
  return {
    rows: { data, rows, cols: 3 },
    labels: Array.from(chances, (chance) => (rng.uniform() < chance ? 1 : 0)),
    chances,
  };
}
const matrixOf = ({ rows }: BinaryData) => ({ ...rows, data: Float64Array.from(rows.data) });

describe("fitLogisticTrees", () => {
  test("says the planted chances of rows that it has not seen", () => {
    const [train, valid] = [makeWorld(1), makeWorld(2)];
    const { model } = fitLogisticTrees(train, NAMES, PARAMS, createRng(1));
    const said = Array.from(scoreTrees(model, matrixOf(valid)), toProbability);
    const errors = said.map((p, row) => Math.abs(p - at(valid.chances, row)));
    // Saying the share of yes of everybody would be 0.375 off.
    expect(mean(errors)).toBeLessThan(0.1);
    expect(model.objective).toBe("binary sigmoid:1");
    expect(scoreTrees(parseLightGbm(writeLightGbm(model)), matrixOf(valid))).toEqual(
      scoreTrees(model, matrixOf(valid)),
    );
  });

  test("the mean of what it says of its own rows is their share of yes", () => {
    const train = makeWorld(3);
    const { model } = fitLogisticTrees(train, NAMES, PARAMS, createRng(1));
    const share = mean(Array.from(train.labels));
    expect(mean(Array.from(scoreTrees(model, matrixOf(train)), toProbability))).toBeCloseTo(share, 2);
  });

  test("without a split worth making it says the share of yes", () => {
    const { labels } = makeWorld(4, 50);
    const same = { rows: { data: new Float64Array(150).fill(1), rows: 50, cols: 3 }, labels };
    const { model, stopReason } = fitLogisticTrees(same, NAMES, PARAMS, createRng(1));
    expect([countTrees(model), stopReason]).toEqual([1, "no split"]);
    expect(toProbability(at(scoreTrees(model, matrixOf(same)), 0))).toBeCloseTo(mean(Array.from(labels)), 12);
  });

  test("shuffled labels end early, and saying stop ends it at once", () => {
    const [train, valid] = [makeWorld(5), makeWorld(6)];
    const rng = createRng(7);
    const labels = Array.from(train.labels, () => rng.integer(2));
    const noise = Array.from(valid.labels, () => rng.integer(2));
    const early = fitLogisticTrees(
      { ...train, labels },
      NAMES,
      { ...PARAMS, iterations: 300, earlyStoppingRounds: 10 },
      createRng(1),
      {
        validation: { ...valid, labels: noise },
      },
    );
    expect([early.stopReason, early.bestIteration < 20]).toEqual(["early stopping", true]);
    const losses: number[] = [];
    const stopped = fitLogisticTrees(train, NAMES, PARAMS, createRng(1), {
      onIteration: ({ iteration, train: loss }) => {
        losses.push(loss);
        return iteration === 4 ? "stop" : undefined;
      },
    });
    expect([stopped.stopReason, countTrees(stopped.model)]).toEqual(["callback", 4]);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  });

  test("a weight of two is the row twice", () => {
    const { rows, labels } = makeWorld(8, 200);
    const twice = {
      rows: { data: Float64Array.from([...rows.data, ...rows.data]), rows: 400, cols: 3 },
      labels: [...Array.from(labels), ...Array.from(labels)],
    };
    const params = { ...PARAMS, minDataInLeaf: 0, minSumHessianInLeaf: 5, minDataInBin: 1, iterations: 10 };
    const weighted = fitLogisticTrees(
      { rows, labels, weights: new Float64Array(200).fill(2) },
      NAMES,
      params,
      createRng(1),
    );
    const doubled = fitLogisticTrees(twice, NAMES, params, createRng(1));
    const [a, b] = [weighted, doubled].map(({ model }) =>
      scoreTrees(model, { data: Float64Array.from(rows.data), rows: 200, cols: 3 }),
    );
    for (const [row, score] of (a ?? []).entries()) expect(score).toBeCloseTo(at(b ?? [], row), 4);
  });

  const world = makeWorld(9, 60);
  test.each<[string, Partial<BinaryData>, string]>([
    ["one class", { labels: Array<number>(60).fill(1) }, "nothing to tell apart"],
    ["a label of half", { labels: Array<number>(60).fill(0.5) }, "the label of row 0"],
    ["labels too few", { labels: [0, 1] }, "2 labels"],
    ["weights that are no numbers", { weights: Array<number>(60).fill(Number.NaN) }, "the weight of row 0"],
    ["no rows", { rows: { data: new Float64Array(0), rows: 0, cols: 3 }, labels: [] }, "no rows"],
  ])("%s: refused, saying so", (_what, change, message) => {
    const learn = () => fitLogisticTrees({ ...world, ...change }, NAMES, PARAMS, createRng(1));
    expect(learn).toThrow(EngineError);
    expect(learn).toThrow(message);
  });
});
