import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createQueryNdcg } from "@/lib/engine/evaluation/query-ndcg";
import { ndcgAt } from "@/lib/engine/evaluation/retrieval";
import { orderByScore } from "@/lib/engine/math/order";
import { createRng } from "@/lib/engine/math/random";
import { createLambdarank, type LambdarankParams, type RankingGroups } from "@/lib/engine/models/lambdarank";
import { at } from "../../../factories";

const PARAMS: LambdarankParams = {
  ...{ sigmoid: 1, truncationLevel: 30, isNormalised: false, positionRegularization: 0 },
  labelGain: [0, 1, 3, 7, 15],
};
const gainOf = (label: number): number => at(PARAMS.labelGain, label);

function gradientsOf(groups: RankingGroups, scores: number[], params: LambdarankParams = PARAMS) {
  const lambdarank = createLambdarank(groups, params, 0.1);
  const [gradients, hessians] = [new Float32Array(scores.length), new Float32Array(scores.length)];
  lambdarank.computeGradients(Float64Array.from(scores), gradients, hessians);
  return { gradients, hessians, positionBiases: lambdarank.positionBiases };
}

const oneQuery = (labels: number[]): RankingGroups => ({
  ...{ labels: Int32Array.from(labels), starts: Int32Array.of(0, labels.length) },
});

/** As the equations have it: ranks, deltas and all pairs anew, nothing tabulated. */
function deltasSlowly(labels: number[], scores: number[], { truncationLevel }: LambdarankParams): number[][] {
  const order = [...labels.keys()].sort((a, b) => at(scores, b) - at(scores, a) || a - b);
  const rankOf = labels.map((_, row) => order.indexOf(row));
  const best = labels
    .map(gainOf)
    .sort((a, b) => b - a)
    .slice(0, truncationLevel)
    .reduce((sum, gain, rank) => sum + gain / Math.log2(2 + rank), 0);
  return labels.map((high, i) =>
    labels.map((low, j) => {
      const [a, b] = [at(rankOf, i), at(rankOf, j)];
      if (high <= low || Math.min(a, b) >= truncationLevel) return 0;
      return ((gainOf(high) - gainOf(low)) * Math.abs(1 / Math.log2(2 + a) - 1 / Math.log2(2 + b))) / best;
    }),
  );
}

/** What the gradients are the slope of, while the deltas stand still. */
const costOf = (deltas: number[][], scores: number[], sigma: number): number =>
  deltas.reduce(
    (sum, row, i) =>
      row.reduce((s, delta, j) => s + delta * Math.log1p(Math.exp(-sigma * (at(scores, i) - at(scores, j)))), sum),
    0,
  );

const query = fc.array(
  fc.record({ label: fc.integer({ min: 0, max: 4 }), score: fc.double({ min: -3, max: 3, noNaN: true }) }),
  { minLength: 2, maxLength: 14 },
);

describe("LambdaRank's gradients", () => {
  test("of two rows by hand", () => {
    // The swap is worth (3 - 0)(1 - 1 / log2 3) of the best DCG 3, and at equal scores p is one half.
    const { gradients, hessians } = gradientsOf(oneQuery([0, 2]), [1, 1]);
    const delta = 1 - 1 / Math.log2(3);
    expect(gradients[0]).toBeCloseTo(delta / 2, 4);
    expect(gradients[1]).toBeCloseTo(-delta / 2, 4);
    expect(hessians[0]).toBeCloseTo(delta / 4, 4);
    expect(hessians[1]).toBeCloseTo(delta / 4, 4);
  });

  test("are the slope and the curve of the pairwise cost, by finite differences", () => {
    const params = fc.record({ sigmoid: fc.constantFrom(0.5, 1, 2), truncationLevel: fc.integer({ min: 1, max: 15 }) });
    fc.assert(
      fc.property(query, params, (rows, changed) => {
        const [labels, scores] = [rows.map(({ label }) => label), rows.map(({ score }) => score)];
        fc.pre(new Set(labels).size > 1);
        const full = { ...PARAMS, ...changed };
        const { gradients, hessians } = gradientsOf(oneQuery(labels), scores, full);
        const deltas = deltasSlowly(labels, scores, full);
        const step = 1e-4;
        for (const [i, score] of scores.entries()) {
          const cost = (by: number): number => costOf(deltas, scores.with(i, score + by), full.sigmoid);
          expect(Math.abs(at(gradients, i) - (cost(step) - cost(-step)) / (2 * step))).toBeLessThan(2e-3);
          expect(Math.abs(at(hessians, i) - (cost(step) - 2 * cost(0) + cost(-step)) / step ** 2)).toBeLessThan(5e-3);
        }
      }),
    );
  });

  test("of a query sum to nothing, the best is never pushed down and the worst never up", () => {
    fc.assert(
      fc.property(query, fc.boolean(), (rows, isNormalised) => {
        const [labels, scores] = [rows.map(({ label }) => label), rows.map(({ score }) => score)];
        const { gradients, hessians } = gradientsOf(oneQuery(labels), scores, { ...PARAMS, isNormalised });
        expect(Math.abs(gradients.reduce((a, b) => a + b))).toBeLessThan(1e-4);
        for (const [i, label] of labels.entries()) {
          if (label === Math.max(...labels)) expect(at(gradients, i)).toBeLessThanOrEqual(0);
          if (label === Math.min(...labels)) expect(at(gradients, i)).toBeGreaterThanOrEqual(0);
          expect(at(hessians, i)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("normalised they are divided by the distance of scores and shrunk by the logarithm of their sum", () => {
    const [plain, normal] = [false, true].map((isNormalised) =>
      gradientsOf(oneQuery([0, 1]), [2, 0], { ...PARAMS, isNormalised }),
    );
    const raw = at(plain?.gradients ?? [], 0) / (0.01 + 2);
    expect(at(normal?.gradients ?? [], 0)).toBeCloseTo((raw * Math.log2(1 + 2 * raw)) / (2 * raw), 5);
  });

  test("a query in which all are alike, or of one row, has none; queries do not see each other", () => {
    const groups = { labels: Int32Array.of(2, 2, 3, 0, 1), starts: Int32Array.of(0, 2, 3, 5) };
    const { gradients } = gradientsOf(groups, [1, 0, 5, 0, 0]);
    expect(Array.from(gradients.slice(0, 3))).toEqual([0, 0, 0]);
    expect(gradients.slice(3)).toEqual(gradientsOf(oneQuery([0, 1]), [0, 0]).gradients);
  });

  test("weights multiply, scores far apart stay finite", () => {
    const weights = Float64Array.of(2, 0);
    const [weighted, plain] = [{ ...oneQuery([0, 2]), weights }, oneQuery([0, 2])].map((g) => gradientsOf(g, [0.5, 0]));
    expect(at(weighted?.gradients ?? [], 0)).toBeCloseTo(2 * at(plain?.gradients ?? [], 0), 6);
    expect(at(weighted?.gradients ?? [], 1)).toBeCloseTo(0, 12);
    const far = gradientsOf(oneQuery([0, 1, 2]), [1e12, 0, -1e300], { ...PARAMS, isNormalised: true });
    expect([...far.gradients, ...far.hessians].every(Number.isFinite)).toBe(true);
  });

  test("a position that is clicked more gets a higher bias, one Newton step at a time", () => {
    const groups = { ...oneQuery([1, 0]), positions: [0, 1] };
    const { gradients, hessians, positionBiases } = gradientsOf(groups, [0, 0]);
    expect(positionBiases[0]).toBeCloseTo((-0.1 * at(gradients, 0)) / (at(hessians, 0) + 0.001), 6);
    expect(positionBiases[1]).toBeCloseTo(-at(positionBiases, 0), 6);
  });
});

describe("createQueryNdcg", () => {
  test("is ndcgAt of each query's rows in the order of their scores", () => {
    const gains = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(gains, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        (queries, seed, k) => {
          const rng = createRng(seed);
          const all = Float64Array.from(queries.flat());
          const scores = all.map(() => rng.integer(9));
          let start = 0;
          const starts = Int32Array.from([0, ...queries.map((query) => (start += query.length))]);
          const evaluate = createQueryNdcg(all, starts);
          const slow = queries.map((query, q) => {
            const own = scores.slice(starts[q], starts[q + 1]);
            const order = [...query.keys()].sort((a, b) => at(own, b) - at(own, a) || a - b);
            return ndcgAt(
              order.map((row) => at(query, row)),
              k,
            );
          });
          for (const round of [1, 2])
            for (const [q, value] of evaluate(scores, k).entries())
              expect(value, `${round}`).toBeCloseTo(at(slow, q), 12);
        },
      ),
    );
  });

  test("refuses gains below 0 or not finite", () => {
    for (const gain of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => createQueryNdcg(Float64Array.of(1, gain), Int32Array.of(0, 2))).toThrow("a gain must be");
  });
});

describe("orderByScore", () => {
  test("sorts a part, best first, ties to the lower position", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), fc.nat(5), (values, start) => {
        const scores = Float64Array.from([...Array<number>(start).fill(99), ...values]);
        const order = new Int32Array(values.length);
        orderByScore(scores, start, values.length, order, new Int32Array(values.length));
        expect(Array.from(order)).toEqual([...values.keys()].sort((a, b) => at(values, b) - at(values, a) || a - b));
      }),
    );
  });
});
