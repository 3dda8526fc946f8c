/**
 * Fits a linear layer (linear-layer.ts): the mean of the posterior of its weights.
 */
import { EngineError } from "../engine-error";
import { mean, normalQuantile, standardDeviation } from "../math/statistics";
import type { FeatureRows } from "./binning";
import { fitKinds } from "./fit-kinds";
import {
  createLinearScorer,
  type LinearColumns,
  type LinearLayer,
  NO_KINDS,
  type Outcomes,
  POINT_SPREAD,
  standardiseRow,
  toPersonColumns,
} from "./linear-layer";

export type LinearData = {
  /** (n, features) NaN is not known */
  readonly rows: FeatureRows;
  /** (n,) what came of each; only their order counts */
  readonly labels: ArrayLike<number>;
  /** (n,) raw scores that F is added to */
  readonly startScores: ArrayLike<number>;
  /** (n,) whose row it is, as whole numbers from 0 */
  readonly owners: ArrayLike<number>;
};

/** Standard deviations of the weights beforehand, in those of what comes of a row (chosen in `npm run evaluate:ranking`'s world, lib/engine/README.md). */
const MAIN_SD = 0.05;
const PRODUCT_SD = 0.02;
const FOLDS = 4;
const ROWS_MAX = 200_000;
const CATEGORIES_MAX = 1000;
const STEPS_MAX = 100;
/** Of the squared length of the first residual. */
const TOLERANCE = 1e-5;
/** Labels whose normal scores are kept. */
const KNOTS = 33;

/**
 * @param isStopped  asked now and then: true gives up
 * @returns the layer, and for each row F of a layer that was fitted without the rows of its owner; null when it gave up
 * @throws EngineError on no rows, lengths that disagree, infinite values, or a category or an owner that is not a whole number from 0
 */
export function fitLinearLayer(
  data: LinearData,
  columns: LinearColumns,
  isStopped: () => boolean = () => false,
): { layer: LinearLayer; heldOut: Float64Array } | null {
  check(data, columns);
  const { rows, startScores, owners, labels } = data;
  const from = Math.max(0, rows.rows - ROWS_MAX);
  const used = Int32Array.from({ length: rows.rows - from }, (_, at) => from + at);
  const design = toDesign(rows, used, owners, columns);
  const starts = Float64Array.from(used, (row) => startScores[row] as number);
  const center = mean(starts);
  const normal = toNormalScores(Float64Array.from(used, (row) => labels[row] as number));
  const targets = normal.scores.map((score, at) => score - POINT_SPREAD * ((starts[at] as number) - center));
  const outcomes = { ...normal.knots, start: center };
  const solveFor = (isUsed: (row: number) => boolean): LinearLayer | null => {
    const solved = solve(
      design,
      targets,
      Int32Array.from(used.keys()).filter((at) => isUsed(used[at] as number)),
      isStopped,
    );
    return solved === null ? null : toLayer(design, outcomes, solved);
  };
  const layer = solveFor(() => true);
  const heldOut = new Float64Array(rows.rows);
  const foldOf = (row: number): number => (owners[row] as number) % FOLDS;
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = layer === null ? null : solveFor((row) => foldOf(row) !== fold);
    if (others === null) return null;
    const score = createLinearScorer(others);
    for (let row = 0; row < rows.rows; row++) if (foldOf(row) === fold) heldOut[row] = score(rows, row);
  }
  return layer === null ? null : { layer, heldOut };
}

function check({ rows, labels, startScores, owners }: LinearData, { count, category }: LinearColumns): void {
  if (rows.rows === 0) throw new EngineError("there are no rows");
  if (rows.cols !== count) throw new EngineError(`rows of ${rows.cols} features, not ${count}`);
  for (const list of [labels, startScores, owners])
    if (list.length !== rows.rows)
      throw new EngineError(`${list.length} labels, starts or owners for ${rows.rows} rows`);
  const isNumber = (value: number, limit: number): boolean => Number.isInteger(value) && value >= 0 && value < limit;
  for (let row = 0; row < rows.rows; row++) {
    if (!isNumber(owners[row] as number, 2 ** 32)) throw new EngineError(`the owner of row ${row} is ${owners[row]}`);
    for (let k = 0; k < count; k++) {
      const value = rows.data[row * count + k] as number;
      if (Number.isNaN(value)) continue;
      if (!Number.isFinite(value)) throw new EngineError(`feature ${k} of row ${row} is ${value}`);
      if (k === category && !isNumber(value, CATEGORIES_MAX))
        throw new EngineError(`the category of row ${row} is ${value}`);
    }
  }
}

/** Mid-ranks of the values as quantiles of a standard normal, (n,), and some of the values with theirs. */
function toNormalScores(values: Float64Array): { scores: Float64Array; knots: Pick<Outcomes, "labels" | "scores"> } {
  const order = Int32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
  const scores = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    const score = normalQuantile((from + to) / 2 / order.length);
    for (; from < to; from++) scores[order[from] as number] = score;
  }
  const knots = new Map<number, number>();
  for (let knot = 0; knot < KNOTS; knot++) {
    const row = order[Math.round((knot / (KNOTS - 1)) * (order.length - 1))] as number;
    knots.set(values[row] as number, scores[row] as number);
  }
  return { scores, knots: { labels: [...knots.keys()], scores: [...knots.values()] } };
}

/** Standardised rows, and where the weights lie in one vector: of features and kinds, categories, products, products with categories. */
type Design = Pick<LinearLayer, "columns" | "means" | "scales" | "kinds"> & {
  /** (n, width) */
  z: Float32Array;
  width: number;
  /** (n,) -1 for none */
  levels: Int32Array;
  /** (categories,) */
  levelShares: Float64Array;
  person: Int32Array;
  item: Int32Array;
  at: { categories: number; products: number; categoryProducts: number; end: number };
};

function toDesign(rows: FeatureRows, used: Int32Array, owners: ArrayLike<number>, columns: LinearColumns): Design {
  const { means, scales } = toScales(rows, used, columns);
  const kinds = fitKinds(rows, used, owners, { columns, means, scales, kinds: NO_KINDS });
  const standard = { columns, means, scales, kinds };
  const width = columns.count + kinds.count;
  const buffer = new Float64Array(width);
  const z = new Float32Array(used.length * width);
  const levels = Int32Array.from(used, (row, at) => {
    const level = standardiseRow(standard, rows, row, buffer);
    z.set(buffer, at * width);
    return level;
  });
  const levelShares = new Float64Array(levels.reduce((most, level) => Math.max(most, level + 1), 0));
  for (const level of levels) if (level >= 0) levelShares[level] = (levelShares[level] as number) + 1 / used.length;
  const person = toPersonColumns(standard);
  const item = Int32Array.from(columns.item);
  const products = width + levelShares.length;
  const categoryProducts = products + person.length * item.length;
  const end = categoryProducts + person.length * levelShares.length;
  return {
    ...standard,
    z,
    width,
    levels,
    levelShares,
    person,
    item,
    at: { categories: width, products, categoryProducts, end },
  };
}

function toScales(rows: FeatureRows, used: Int32Array, { count, category }: LinearColumns) {
  const means = new Array<number>(count).fill(0);
  const scales = new Array<number>(count).fill(0);
  for (let k = 0; k < count; k++) {
    if (k === category) continue;
    const values = Float64Array.from(used, (row) => rows.data[row * count + k] as number).filter(
      (x) => !Number.isNaN(x),
    );
    if (values.length === 0) continue;
    const center = mean(values);
    const sd = standardDeviation(values);
    means[k] = center;
    // A spread of rounding errors counts as none.
    scales[k] = sd > 1e-9 * Math.max(1, Math.abs(center)) ? 1 / sd : 0;
  }
  return { means, scales };
}

/** (X'X + I) w = X'y over some rows, w in units of standard deviations beforehand; null when it gave up. */
function solve(design: Design, targets: Float64Array, rows: Int32Array, isStopped: () => boolean): Float64Array | null {
  const weights = new Float64Array(design.at.end);
  const residual = new Float64Array(design.at.end);
  for (const row of rows) addRow(design, row, targets[row] as number, residual);
  const direction = residual.slice();
  let squared = dot(residual, residual);
  const enough = TOLERANCE * squared;
  for (let step = 0; step < STEPS_MAX && squared > enough; step++) {
    if (isStopped()) return null;
    const moved = direction.slice();
    for (const row of rows) addRow(design, row, multiplyRow(design, row, direction), moved);
    const pace = squared / dot(direction, moved);
    addTo(weights, pace, direction);
    addTo(residual, -pace, moved);
    const next = dot(residual, residual);
    for (let k = 0; k < direction.length; k++)
      direction[k] = (residual[k] as number) + (next / squared) * (direction[k] as number);
    squared = next;
  }
  return weights;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function addTo(out: Float64Array, factor: number, values: Float64Array): void {
  for (let k = 0; k < out.length; k++) out[k] = (out[k] as number) + factor * (values[k] as number);
}

function multiplyRow(
  { z, width, levels, levelShares, person, item, at }: Design,
  row: number,
  weights: Float64Array,
): number {
  const start = row * width;
  const level = levels[row] as number;
  let main = level < 0 ? 0 : (weights[at.categories + level] as number);
  for (let k = 0; k < width; k++) main += (weights[k] as number) * (z[start + k] as number);
  let product = 0;
  for (let p = 0; p < person.length; p++) {
    const who = z[start + (person[p] as number)] as number;
    if (who === 0) continue;
    let what = level < 0 ? 0 : (weights[at.categoryProducts + p * levelShares.length + level] as number);
    const from = at.products + p * item.length;
    for (let i = 0; i < item.length; i++)
      what += (weights[from + i] as number) * (z[start + (item[i] as number)] as number);
    product += who * what;
  }
  return MAIN_SD * main + PRODUCT_SD * product;
}

/** out += value x */
function addRow(
  { z, width, levels, levelShares, person, item, at }: Design,
  row: number,
  value: number,
  out: Float64Array,
): void {
  const start = row * width;
  const level = levels[row] as number;
  const add = (to: number, amount: number) => {
    out[to] = (out[to] as number) + amount;
  };
  const main = MAIN_SD * value;
  for (let k = 0; k < width; k++) add(k, main * (z[start + k] as number));
  if (level >= 0) add(at.categories + level, main);
  for (let p = 0; p < person.length; p++) {
    const who = PRODUCT_SD * value * (z[start + (person[p] as number)] as number);
    if (who === 0) continue;
    const from = at.products + p * item.length;
    for (let i = 0; i < item.length; i++) add(from + i, who * (z[start + (item[i] as number)] as number));
    if (level >= 0) add(at.categoryProducts + p * levelShares.length + level, who);
  }
}

/** In units of the raw score, with categories around their means: so every summand has mean 0 over the items, and what it adds is what it tells. */
function toLayer(
  { columns, means, scales, kinds, levelShares, person, item, at }: Design,
  outcomes: Outcomes,
  solved: Float64Array,
): LinearLayer {
  const toRaw = (sd: number, from: number, length: number): number[] =>
    Array.from(solved.subarray(from, from + length), (value) => (sd * value) / POINT_SPREAD);
  const weights = toRaw(MAIN_SD, 0, columns.count);
  for (const column of [...columns.person, ...columns.sameForAll]) weights[column] = 0;
  const center = (values: readonly number[]): number[] => {
    const middle = values.reduce((sum, value, level) => sum + value * (levelShares[level] as number), 0);
    return values.map((value) => value - middle);
  };
  const categoryProducts = Array.from(person, (_, p) =>
    center(toRaw(PRODUCT_SD, at.categoryProducts + p * levelShares.length, levelShares.length)),
  );
  return {
    ...{ columns, means, scales, kinds, weights, outcomes },
    categories: center(toRaw(MAIN_SD, at.categories, levelShares.length)),
    products: toRaw(PRODUCT_SD, at.products, person.length * item.length),
    categoryProducts: categoryProducts.flat(),
  };
}
