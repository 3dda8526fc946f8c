import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EngineError } from "@/lib/engine/engine-error";
import { createQueryNdcg } from "@/lib/engine/evaluation/query-ndcg";
import { createScoreExplainer } from "@/lib/engine/explain/tree-shap";
import { createRng, type Rng } from "@/lib/engine/math/random";
import { mean } from "@/lib/engine/math/statistics";
import {
  DEFAULT_LAMBDAMART_PARAMS,
  fitLambdaMart,
  type LambdaMartParams,
  type RankingData,
} from "@/lib/engine/models/lambdamart";
import { parseLightGbm } from "@/lib/engine/models/parse-lightgbm";
import { countTrees, scoreTrees } from "@/lib/engine/models/tree-model";
import { writeLightGbm } from "@/lib/engine/models/write-lightgbm";
import { at } from "../../../factories";
import { GOLDEN_FOLDER, hasGoldenFolder, toMatrix } from "./golden";

const PARAMS: LambdaMartParams = {
  ...DEFAULT_LAMBDAMART_PARAMS,
  ...{ iterations: 30, numLeaves: 8, minDataInLeaf: 10 },
};
const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `f${i}`);

type World = { train: RankingData; valid: RankingData; cols: number };

/** Relevance is a sum, a product and a kind, with noise; feature 5 is popularity, which says a little. NaN and kinds are as in life. */
function makeWorld(seed: number, queries = 120, perQuery = 15): World {
  const rng = createRng(seed);
  const cols = 7;
  const make = (count: number): RankingData => {
    const rows = count * perQuery;
    const data = new Float64Array(rows * cols);
    const labels = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const x = Float64Array.from({ length: cols }, () => rng.normal());
      x[6] = rng.integer(12);
      const kind = [2, 5, 7, 11].includes(at(x, 6)) ? 1.5 : 0;
      const relevance = at(x, 0) + 1.2 * at(x, 1) * at(x, 2) + kind + 0.3 * rng.normal();
      x[5] = 0.3 * relevance + rng.normal();
      if (rng.uniform() < 0.1) x[3] = Number.NaN;
      if (rng.uniform() < 0.1) x[0] = Number.NaN;
      data.set(x, row * cols);
      labels[row] = Math.max(0, Math.min(4, Math.floor(relevance + 1)));
    }
    return { rows: { data, rows, cols }, labels, groups: new Int32Array(count).fill(perQuery) };
  };
  return { train: make(queries), valid: make(60), cols };
}

const startsOf = ({ groups }: RankingData): Int32Array => {
  let start = 0;
  return Int32Array.from([0, ...Array.from(groups)], (count) => (start += count));
};
function ndcgOf(data: RankingData, scores: Float64Array, k = 10): number {
  const gains = Float64Array.from(data.labels, (label) => 2 ** label - 1);
  return mean(createQueryNdcg(gains, startsOf(data))(scores, k));
}
const scoresOf = (data: RankingData, model: Parameters<typeof scoreTrees>[0]): Float64Array =>
  scoreTrees(model, { ...data.rows, data: Float64Array.from(data.rows.data) });
const withCategory: LambdaMartParams = { ...PARAMS, categoricalFeatures: [6], minDataPerGroup: 20 };

describe.skipIf(!hasGoldenFolder())("against LightGBM on its training data", () => {
  test.each(["numeric", "missing-categorical", "zero-as-missing"])(
    "%s: the trees are LightGBM's, and so is the NDCG on the validation set",
    (name) => {
      const read = (file: string) => JSON.parse(readFileSync(path.join(GOLDEN_FOLDER, file), "utf8"));
      const { features, categorical, params, bestIteration, validNdcg } = read(`${name}.json`);
      const { train, valid } = read(`${name}.train.json`);
      const toData = (set: { X: (number | null)[]; y: number[]; group: number[] }): RankingData => ({
        ...{ rows: toMatrix(set.X, features), labels: set.y, groups: set.group },
      });
      const figures: number[] = [];
      const fit = fitLambdaMart(
        toData(train),
        names(features),
        {
          ...DEFAULT_LAMBDAMART_PARAMS,
          ...{ numLeaves: params.num_leaves, iterations: 100, earlyStoppingRounds: 100 },
          ...{ categoricalFeatures: categorical, isZeroMissing: params.zero_as_missing === true },
        },
        createRng(7),
        {
          validation: toData(valid),
          onIteration: ({ validation }) => {
            figures.push(validation?.at10 ?? 0);
            return undefined;
          },
        },
      );
      expect(at(figures, bestIteration - 1)).toBeCloseTo(validNdcg.at10, name === "zero-as-missing" ? 2 : 9);
      expect(fit.validation?.at10).toBeGreaterThan(validNdcg.at10 - 0.005);
      const theirs = parseLightGbm(readFileSync(path.join(GOLDEN_FOLDER, `${name}.model.txt`), "utf8"));
      // With zeros missing, ties between both default ways go the other way from the fourth tree on.
      const trees = name === "zero-as-missing" ? 4 : bestIteration;
      expect(fit.model.splitFeature.slice(0, 14 * trees)).toEqual(theirs.splitFeature.slice(0, 14 * trees));
      // Where the bin between two thresholds has no rows, either will do.
      const isOther = theirs.threshold
        .slice(0, 14 * trees)
        .map((value, i) => (value === at(fit.model.threshold, i) ? 0 : 1));
      expect(isOther.reduce((sum, other) => sum + other)).toBeLessThanOrEqual(2);
      const leaves = theirs.leafValue.slice(0, 15 * trees);
      expect(Math.max(...leaves.map((value, i) => Math.abs(value - at(fit.model.leafValue, i))))).toBeLessThan(1e-6);
      expect(fit.model.featureInfos).toEqual(theirs.featureInfos);
    },
  );
});

describe("fitLambdaMart", () => {
  test("learns what was planted: far better than popularity, near the best that noise allows", () => {
    const gains = [1, 2, 3].map((seed) => {
      const { train, valid, cols } = makeWorld(seed);
      const { model } = fitLambdaMart(train, names(cols), withCategory, createRng(1));
      const popularity = Float64Array.from({ length: valid.rows.rows }, (_, row) =>
        at(valid.rows.data, row * cols + 5),
      );
      return [ndcgOf(valid, scoresOf(valid, model)), ndcgOf(valid, popularity)] as const;
    });
    for (const [learned, popular] of gains) {
      expect(learned).toBeGreaterThan(popular + 0.2);
      expect(learned).toBeGreaterThan(0.85);
    }
  });

  test("shuffled labels teach nothing: chance again", () => {
    const { train, valid, cols } = makeWorld(4);
    const rng = createRng(9);
    const labels = Int32Array.from(train.labels);
    for (let i = labels.length - 1; i > 0; i--) {
      const j = rng.integer(i + 1);
      [labels[i], labels[j]] = [at(labels, j), at(labels, i)];
    }
    const { model } = fitLambdaMart({ ...train, labels }, names(cols), withCategory, createRng(1));
    const chance = mean(
      [1, 2, 3, 4, 5].map((seed) => {
        const draw = createRng(seed);
        return ndcgOf(
          valid,
          Float64Array.from({ length: valid.rows.rows }, () => draw.uniform()),
        );
      }),
    );
    expect(Math.abs(ndcgOf(valid, scoresOf(valid, model)) - chance)).toBeLessThan(0.06);
  });

  test("the same seed gives the same bytes, whatever is drawn; another seed others", () => {
    const { train, valid, cols } = makeWorld(5, 60);
    const params = { ...withCategory, baggingFraction: 0.6, baggingFreq: 2, featureFraction: 0.7, iterations: 12 };
    const write = (rng: Rng, isBaggingByQuery: boolean): string =>
      writeLightGbm(
        fitLambdaMart(train, names(cols), { ...params, isBaggingByQuery }, rng, { validation: valid }).model,
      );
    for (const isByQuery of [false, true]) {
      expect(write(createRng(3), isByQuery)).toBe(write(createRng(3), isByQuery));
      expect(write(createRng(3), isByQuery)).not.toBe(write(createRng(4), isByQuery));
    }
  });

  test("data are left as they were, and single precision gives the same model as the same values in double", () => {
    const { train, cols } = makeWorld(6, 40);
    const single = { ...train, rows: { ...train.rows, data: Float32Array.from(train.rows.data) } };
    const double = { ...train, rows: { ...train.rows, data: Float64Array.from(single.rows.data) } };
    const before = structuredClone(double);
    const learn = (data: RankingData) => writeLightGbm(fitLambdaMart(data, names(cols), PARAMS, createRng(1)).model);
    expect(learn(single)).toBe(learn(double));
    expect(double).toEqual(before);
  });

  test("the model scores rows as training did, is read back the same, and explains itself", () => {
    const { train, valid, cols } = makeWorld(7, 60);
    const fit = fitLambdaMart(train, names(cols), withCategory, createRng(1), { validation: valid });
    expect(ndcgOf(valid, scoresOf(valid, fit.model))).toBeCloseTo(fit.validation?.at10 ?? 0, 12);
    expect(ndcgOf(valid, scoresOf(valid, fit.model), 5)).toBeCloseTo(fit.validation?.at5 ?? 0, 12);
    const again = parseLightGbm(writeLightGbm(fit.model));
    const scores = scoresOf(valid, fit.model);
    expect(scoresOf(valid, again)).toEqual(scores);
    const { data, cols: width } = createScoreExplainer(again)({
      ...valid.rows,
      data: Float64Array.from(valid.rows.data),
    });
    for (let row = 0; row < 20; row++)
      expect(data.slice(row * width, (row + 1) * width).reduce((a, b) => a + b)).toBeCloseTo(at(scores, row), 9);
  });

  test("every leaf has its rows, its hessian and at most the depth that is allowed", () => {
    const { train, cols } = makeWorld(8, 60);
    const params = { ...PARAMS, maxDepth: 3, numLeaves: 31, minDataInLeaf: 40, iterations: 10 };
    const { model } = fitLambdaMart(train, names(cols), params, createRng(1));
    for (let tree = 0; tree < countTrees(model); tree++) {
      const [from, to] = [at(model.leafStart, tree), at(model.leafStart, tree + 1)];
      expect(to - from).toBeLessThanOrEqual(8);
      expect(model.leafCount.slice(from, to).reduce((a, b) => a + b)).toBe(train.rows.rows);
    }
    // Counts are estimated from hessians while splitting, so a leaf may be a little smaller.
    expect(Math.min(...model.leafCount)).toBeGreaterThan(10);
  });

  test("early stopping keeps the best tree, and nothing after it", () => {
    const { train, valid, cols } = makeWorld(9, 25);
    const figures: number[] = [];
    const fit = fitLambdaMart(
      train,
      names(cols),
      { ...PARAMS, iterations: 200, earlyStoppingRounds: 5 },
      createRng(1),
      {
        validation: valid,
        onIteration: ({ validation }) => {
          figures.push(validation?.at10 ?? 0);
          return undefined;
        },
      },
    );
    expect(fit.stopReason).toBe("early stopping");
    expect(countTrees(fit.model)).toBe(fit.bestIteration);
    expect(fit.bestIteration).toBe(figures.indexOf(Math.max(...figures)) + 1);
    expect(figures.length).toBe(fit.bestIteration + 5);
    expect(fit.validation?.at10).toBe(Math.max(...figures));
  });

  test("saying stop ends it with the trees so far", () => {
    const { train, cols } = makeWorld(10, 30);
    const fit = fitLambdaMart(train, names(cols), PARAMS, createRng(1), {
      onIteration: ({ iteration, train: { at5, at10 }, validation }) => {
        expect(at5 > 0 && at5 <= 1 && at10 > 0 && at10 <= 1 && validation === null).toBe(true);
        return iteration === 3 ? "stop" : undefined;
      },
    });
    expect([fit.stopReason, countTrees(fit.model)]).toEqual(["callback", 3]);
  });

  test("weights count: rows of no weight are as if they were not looked at", () => {
    const { train, valid, cols } = makeWorld(11, 80);
    // In half of the queries the labels are upside down.
    const labels = Int32Array.from(train.labels, (label, row) => (Math.floor(row / 15) % 2 ? 4 - label : label));
    const weights = Float64Array.from(labels, (_, row) => (Math.floor(row / 15) % 2 ? 0 : 1));
    const learn = (data: RankingData) => fitLambdaMart(data, names(cols), PARAMS, createRng(1)).model;
    const weighted = ndcgOf(valid, scoresOf(valid, learn({ ...train, labels, weights })));
    const unweighted = ndcgOf(valid, scoresOf(valid, learn({ ...train, labels })));
    expect(weighted).toBeGreaterThan(unweighted + 0.1);
  });

  test("what being shown higher does to clicks is learned apart from what the row is worth", () => {
    const rng = createRng(12);
    const [queries, perQuery, cols] = [400, 10, 3];
    const rows = queries * perQuery;
    const data = Float64Array.from({ length: rows * cols }, () => rng.normal());
    const worth = (row: number): number => at(data, row * cols) - 0.5 * at(data, row * cols + 1);
    // Shown by feature 0 alone, and clicked less the lower it was.
    const positions = new Int32Array(rows);
    for (let query = 0; query < queries; query++) {
      const own = Array.from({ length: perQuery }, (_, i) => query * perQuery + i);
      own.sort((a, b) => at(data, b * cols) - at(data, a * cols));
      for (const [rank, row] of own.entries()) positions[row] = rank;
    }
    const labels = Int32Array.from({ length: rows }, (_, row) => {
      const chance = 1 / (1 + Math.exp(-worth(row))) / (1 + at(positions, row));
      return rng.uniform() < chance ? 1 : 0;
    });
    const base = { rows: { data, rows, cols }, labels, groups: new Int32Array(queries).fill(perQuery) };
    const params = { ...PARAMS, positionRegularization: 0.01, iterations: 60 };
    const learn = (set: RankingData) => fitLambdaMart(set, names(cols), params, createRng(1));
    const [apart, mixed] = [learn({ ...base, positions }), learn(base)];
    expect(at(apart.positionBiases, 0)).toBeGreaterThan(at(apart.positionBiases, 4) + 0.2);
    expect(at(apart.positionBiases, 0)).toBeGreaterThan(at(apart.positionBiases, 9) + 0.3);
    expect(mixed.positionBiases.length).toBe(0);
    // Without positions, feature 0 gets what the positions did, and feature 1 counts too little beside it.
    const pull = (model: typeof apart.model): number => {
      const [low, high, other] = [
        [-1, 0, 0],
        [1, 0, 0],
        [0, -2, 0],
      ].map((x) => at(scoreTrees(model, { data: Float64Array.from(x), rows: 1, cols }), 0)) as [number, number, number];
      const middle = at(scoreTrees(model, { data: new Float64Array(cols), rows: 1, cols }), 0);
      return (high - low) / (other - middle);
    };
    expect(Math.abs(pull(apart.model) - 2)).toBeLessThan(Math.abs(pull(mixed.model) - 2));
  });

  test("features that never vary are never split by, and ten rows make one leaf", () => {
    const { train, cols } = makeWorld(13, 30);
    const data = Float64Array.from(train.rows.data, (value, i) =>
      i % cols === 2 ? 5 : i % cols === 4 ? Number.NaN : value,
    );
    const { model } = fitLambdaMart({ ...train, rows: { ...train.rows, data } }, names(cols), PARAMS, createRng(1));
    expect(model.featureInfos[2]).toBe("none");
    expect(model.featureInfos[4]).toBe("none");
    expect(new Set(model.splitFeature).has(2) || new Set(model.splitFeature).has(4)).toBe(false);
    const few = {
      rows: { data: data.slice(0, 10 * cols), rows: 10, cols },
      labels: [0, 1, 2, 0, 1, 0, 0, 3, 1, 0],
      groups: [10],
    };
    const small = fitLambdaMart(few, names(cols), DEFAULT_LAMBDAMART_PARAMS, createRng(1));
    expect([small.stopReason, countTrees(small.model), at(small.model.leafValue, 0)]).toEqual(["no split", 1, 0]);
    expect(countTrees(parseLightGbm(writeLightGbm(small.model)))).toBe(1);
    const learned = fitLambdaMart(few, names(cols), { ...PARAMS, minDataInLeaf: 1, minDataInBin: 1 }, createRng(1));
    expect(ndcgOf(few, scoresOf(few, learned.model))).toBeGreaterThan(0.99);
  });

  const small = makeWorld(14, 4).train;
  const n = small.rows.rows;
  const change = (what: Partial<RankingData>): RankingData => ({ ...small, ...what });
  const labelsWith = (label: number): number[] => Array.from(small.labels).with(3, label);
  const valuesWith = (value: number): RankingData =>
    change({ rows: { ...small.rows, data: Float64Array.from(small.rows.data).with(5, value) } });
  test.each<[string, RankingData, Partial<LambdaMartParams>, string]>([
    ["labels that are all the same", change({ labels: new Int32Array(n) }), {}, "no order to learn"],
    ["no rows", { rows: { data: new Float64Array(0), rows: 0, cols: 7 }, labels: [], groups: [] }, {}, "no rows"],
    ["a query without rows", change({ groups: [15, 0, 15, 15, 15] }), {}, "query 1 has 0 rows"],
    ["queries with too few rows", change({ groups: [15, 15] }), {}, "30 rows, not 60"],
    ["queries with too many rows", change({ groups: [15, 15, 15, 16] }), {}, "more rows, not 60"],
    ["a label that is no number", change({ labels: labelsWith(Number.NaN) }), {}, "the label of row 3"],
    ["half a label", change({ labels: labelsWith(0.5) }), {}, "the label of row 3"],
    ["a label beyond all gains", change({ labels: labelsWith(31) }), {}, "from 0 to 30, got 31"],
    ["a negative label", change({ labels: labelsWith(-1) }), {}, "the label of row 3"],
    ["labels too few", change({ labels: [0, 1] }), {}, "2 labels for 60 rows"],
    ["a negative weight", change({ weights: new Float64Array(n).fill(-1) }), {}, "the weight of row 0"],
    [
      "a position that is no integer",
      change({ positions: new Float64Array(n).fill(0.5) }),
      {},
      "the position of row 0",
    ],
    ["an infinite feature", valuesWith(Number.POSITIVE_INFINITY), {}, "feature 5 of row 0 is Infinity"],
    ["a category of half", small, { categoricalFeatures: [0] }, "a category is an integer"],
    ["a categorical feature that is not there", small, { categoricalFeatures: [7] }, "no feature 7"],
    ["too many bins for a byte", small, { maxBin: 256 }, "maxBin"],
    ["no bagging share", small, { baggingFraction: 0 }, "baggingFraction"],
    ["a learning rate that is no number", small, { learningRate: Number.NaN }, "learningRate"],
    ["early stopping without a validation set", small, { earlyStoppingRounds: 5 }, "validation set"],
    ["gains that fall", small, { labelGain: [0, 3, 1] }, "labelGain"],
  ])("%s: refused, saying so", (_what, data, params, message) => {
    const learn = () => fitLambdaMart(data, names(7), { ...PARAMS, ...params }, createRng(1));
    expect(learn).toThrow(EngineError);
    expect(learn).toThrow(message);
  });

  test("a single query is learned, a query of one row does no harm", () => {
    const { train, cols } = makeWorld(15, 1, 80);
    const one = fitLambdaMart(train, names(cols), { ...PARAMS, iterations: 50 }, createRng(1));
    expect(ndcgOf(train, scoresOf(train, one.model))).toBeGreaterThan(0.95);
    const alone = fitLambdaMart({ ...train, groups: [1, 79] }, names(cols), PARAMS, createRng(1));
    expect(ndcgOf({ ...train, groups: [1, 79] }, scoresOf(train, alone.model))).toBeGreaterThan(0.9);
  });
});
