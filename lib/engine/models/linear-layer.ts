/**
 * A linear layer under the trees of a ranker: what comes of showing an item, of its features and of products of who somebody is and what an item is.
 *
 *   F(x) = sum_k w_k z_k + u_c + sum_p a_p (sum_i M_pi t_i + v_pc)
 *
 * z are the features as distances from their mean in standard deviations (0 where not known, within CLIP), c the item's category, a the z of the columns that
 * say who somebody is, t those that say what the item is. Among a are memberships of KINDS kinds of people, found by k-means over those columns: what
 * people like does not grow evenly with their answers. With few choices to learn from, trees of a few leaves do not find that one kind of person
 * likes one kind of item; here it is one number each. What is the same for all items of a list takes part in fitting, since some people like more than others, and is
 * then left out: it orders nothing and is no reason. Trees then learn what is left. (Products beside another model: Cheng et al. 2016,
 * doi:10.1145/2988450.2988454.)
 *
 * It is fitted by fit-linear-layer.ts: what came of each row, as normal scores (van der Waerden 1952), is taken to be m + POINT_SPREAD (start + F) with noise of variance 1, every weight to be
 * normal around 0: without choices F is 0 and base scores rank. The mean of the posterior is one system of linear equations, solved by conjugate gradients
 * (Hestenes & Stiefel 1952). Rows of one owner are not independent, so what trees start from is fitted on others' rows (stacking, Wolpert 1992,
 * doi:10.1016/S0893-6080(05)80023-1). Cost: O(n (features + people columns x item columns)) a step.
 */
import { EngineError } from "../engine-error";
import type { Matrix } from "../math/vectors";
import type { FeatureRows } from "./binning";

/** Columns of the rows. */
export type LinearColumns = {
  /** features */
  count: number;
  /** Holds categories from 0; null without one. */
  category: number | null;
  person: readonly number[];
  item: readonly number[];
  /** Beside those of the person, the same for all items of a list. */
  sameForAll: readonly number[];
};

/** Kinds of people; their memberships follow the features in z, and the person's columns in a. */
export type Kinds = {
  /** kinds, 0 where there are too few people */
  count: number;
  /** (kinds x person,) by rows, in z */
  centers: readonly number[];
  /** mean square of a value around its center */
  spread: number;
  /** (kinds,) of the memberships */
  means: readonly number[];
  scales: readonly number[];
};

export type LinearLayer = {
  columns: LinearColumns;
  /** (features,) */
  means: readonly number[];
  /** (features,) 1 over the standard deviation; 0 for what is always the same, and for the category */
  scales: readonly number[];
  kinds: Kinds;
  /** (features,) w; 0 for what is the same for all items of a list */
  weights: readonly number[];
  /** (categories,) u, around its mean */
  categories: readonly number[];
  /** (person + kinds x item,) M by rows */
  products: readonly number[];
  /** (person + kinds x categories,) v by rows, each around its mean */
  categoryProducts: readonly number[];
  outcomes: Outcomes;
};

/** What the labels of the rows that were learned from are as normal scores, at some of them. */
export type Outcomes = {
  /** (knots,) rising */
  labels: readonly number[];
  /** (knots,) rising */
  scores: readonly number[];
  /** mean of the raw scores that the layer was added to */
  start: number;
};

/** Standard deviations of what comes of a row, for 1 of the raw score. */
export const POINT_SPREAD = 0.5;

const CLIP = 4;
const KINDS_MAX = 1000;
/** Below this no sum of them is infinite. */
const NUMBER_MAX = 1e12;

export const NO_KINDS: Kinds = { count: 0, centers: [], spread: 1, means: [], scales: [] };

/** Where a lies in z: the person's columns and the memberships. */
export const toPersonColumns = ({ columns, kinds }: Pick<LinearLayer, "columns" | "kinds">): Int32Array =>
  Int32Array.from([...columns.person, ...Array.from({ length: kinds.count }, (_, kind) => columns.count + kind)]);

const clip = (value: number): number => (value > CLIP ? CLIP : value < -CLIP ? -CLIP : value);

type Standard = Pick<LinearLayer, "columns" | "kinds"> & Record<"means" | "scales", ArrayLike<number>>;

/** Fills z, (features + kinds,), and @returns the category, -1 for none. */
export function standardiseRow(standard: Standard, rows: FeatureRows, row: number, z: Float64Array): number {
  const { columns, kinds } = standard;
  const level = standardiseFeatures(standard, rows, row, z);
  addMemberships(columns.person, kinds, z, columns.count);
  return level;
}

/** Fills the features of z, (features,), and @returns the category, -1 for none. */
export function standardiseFeatures(
  { columns, means, scales }: Standard,
  rows: FeatureRows,
  row: number,
  z: Float64Array,
): number {
  const { count, category } = columns;
  for (let k = 0; k < count; k++) {
    const value = ((rows.data[row * count + k] as number) - (means[k] as number)) * (scales[k] as number);
    z[k] = Number.isNaN(value) ? 0 : clip(value);
  }
  const level = category === null ? Number.NaN : (rows.data[row * count + category] as number);
  return Number.isNaN(level) ? -1 : level;
}

/** Shares of a normal mixture of equal kinds, standardised like features. */
function addMemberships(
  person: readonly number[],
  { count, centers, spread, means, scales }: Kinds,
  z: Float64Array,
  from: number,
): void {
  let nearest = Number.POSITIVE_INFINITY;
  for (let kind = 0; kind < count; kind++) {
    let distance = 0;
    for (let p = 0; p < person.length; p++)
      distance += ((z[person[p] as number] as number) - (centers[kind * person.length + p] as number)) ** 2;
    z[from + kind] = distance;
    nearest = Math.min(nearest, distance);
  }
  let total = 0;
  for (let kind = 0; kind < count; kind++) {
    const likelihood = Math.exp((nearest - (z[from + kind] as number)) / (2 * spread));
    z[from + kind] = likelihood;
    total += likelihood;
  }
  for (let kind = 0; kind < count; kind++) {
    const share = (z[from + kind] as number) / total;
    z[from + kind] = clip((share - (means[kind] as number)) * (scales[kind] as number));
  }
}

/**
 * @param rows  (n, features)
 * @returns     (n,) F
 * @throws EngineError when the width is not the layer's
 */
export function scoreLinearLayer(layer: LinearLayer, rows: Matrix): Float64Array {
  checkWidth(layer, rows);
  const score = createLinearScorer(layer);
  return Float64Array.from({ length: rows.rows }, (_, row) => score(rows, row));
}

/** Scores one row at a time. What depends on the person alone is worked out once for rows of the same one that follow each other. */
export function createLinearScorer(layer: LinearLayer): (rows: FeatureRows, row: number) => number {
  const { columns, kinds, weights, categories, products, categoryProducts } = layer;
  const { count, item } = columns;
  const person = toPersonColumns(layer);
  const z = new Float64Array(count + kinds.count);
  const last = new Float64Array(columns.person.length).fill(Number.NaN);
  // Of the features, what each item's column and category weigh for this person.
  const own = Float64Array.from(weights);
  const levels = new Float64Array(categories.length);
  const meet = (): void => {
    addMemberships(columns.person, kinds, z, count);
    own.set(weights);
    levels.set(categories);
    person.forEach((column, p) => {
      const a = z[column] as number;
      item.forEach((what, i) => {
        own[what] = (own[what] as number) + a * (products[p * item.length + i] as number);
      });
      for (let c = 0; c < levels.length; c++)
        levels[c] = (levels[c] as number) + a * (categoryProducts[p * levels.length + c] as number);
    });
    columns.person.forEach((column, p) => {
      last[p] = z[column] as number;
    });
  };
  return (rows, row) => {
    const level = standardiseFeatures(layer, rows, row, z);
    if (columns.person.some((column, p) => z[column] !== last[p]) || columns.person.length === 0) meet();
    let sum = levels[level] ?? 0;
    for (let k = 0; k < count; k++) sum += (own[k] as number) * (z[k] as number);
    return sum;
  };
}

/**
 * What each feature adds to F: Shapley values where features are independent. They are exact, since each summand is of one feature or a product of two
 * whose means are 0, of which each has half. Kinds are taken as given: of their products the item's feature has the whole.
 * @returns  (n, features + 1); the last column is 0, and each row sums to F
 */
export function explainLinearLayer(layer: LinearLayer, rows: Matrix): Matrix {
  checkWidth(layer, rows);
  const { columns, weights, categories, products, categoryProducts, kinds } = layer;
  const { count, category, item } = columns;
  const person = toPersonColumns(layer);
  const width = count + 1;
  const data = new Float64Array(rows.rows * width);
  const z = new Float64Array(count + kinds.count);
  for (let row = 0; row < rows.rows; row++) {
    const level = standardiseRow(layer, rows, row, z);
    const add = (column: number, value: number) => {
      const at = row * width + column;
      data[at] = (data[at] as number) + value;
    };
    const addProduct = (who: number, what: number, value: number) => {
      const isKind = who >= count;
      if (!isKind) add(who, value / 2);
      add(what, isKind ? value : value / 2);
    };
    for (let k = 0; k < count; k++) add(k, (weights[k] as number) * (z[k] as number));
    const isKnown = category !== null && level >= 0 && level < categories.length;
    if (isKnown) add(category, categories[level] as number);
    person.forEach((who, p) => {
      const a = z[who] as number;
      item.forEach((what, i) => {
        addProduct(who, what, a * (products[p * item.length + i] as number) * (z[what] as number));
      });
      if (isKnown) addProduct(who, category, a * (categoryProducts[p * categories.length + level] as number));
    });
  }
  return { data, rows: rows.rows, cols: width };
}

function checkWidth({ columns }: LinearLayer, { cols }: Matrix): void {
  if (cols !== columns.count) throw new EngineError(`rows of ${cols} features for a layer of ${columns.count}`);
}

/** The lengths of a layer's lists. */
const toLengths = ({ columns: { count, person, item }, kinds, categories }: LinearLayer) => ({
  ...{ means: count, scales: count, weights: count, categories: categories.length },
  products: (person.length + kinds.count) * item.length,
  categoryProducts: (person.length + kinds.count) * categories.length,
});

/**
 * @param text     JSON of a layer
 * @param columns  those that it must be of; null when there may be none
 * @throws EngineError on anything that is not such a layer
 */
export function parseLinearLayer(text: string, columns: LinearColumns | null): LinearLayer {
  const layer = readJson(text) as LinearLayer;
  const fail = (what: string): never => {
    throw new EngineError(`the linear layer is not one: ${what}`);
  };
  const checkNumbers = (what: string, list: unknown, length: number): void => {
    if (!Array.isArray(list) || list.length !== length) fail(`${what} must be ${length} numbers`);
    const at = (list as unknown[]).findIndex((value) => !(typeof value === "number" && Math.abs(value) < NUMBER_MAX));
    if (at >= 0) fail(`${what}[${at}] is ${JSON.stringify((list as unknown[])[at])}`);
  };
  if (typeof layer !== "object" || layer === null) fail("it is no object");
  if (columns === null || JSON.stringify(layer.columns) !== JSON.stringify(columns))
    return fail("its columns are others");
  const kinds = layer.kinds ?? fail("it has no kinds");
  if (!(Number.isInteger(kinds.count) && kinds.count >= 0 && kinds.count <= KINDS_MAX)) fail("kinds.count");
  if (!(Number.isFinite(kinds.spread) && kinds.spread > 0)) fail("kinds.spread must be above 0");
  checkNumbers("kinds.centers", kinds.centers, kinds.count * columns.person.length);
  checkNumbers("kinds.means", kinds.means, kinds.count);
  checkNumbers("kinds.scales", kinds.scales, kinds.count);
  checkOutcomes(layer.outcomes ?? fail("it has no outcomes"), fail);
  if (!Array.isArray(layer.categories)) fail("it has no categories");
  for (const [name, length] of Object.entries(toLengths(layer)))
    checkNumbers(name, layer[name as keyof LinearLayer], length);
  return layer;
}

function checkOutcomes({ labels, scores, start }: Outcomes, fail: (what: string) => never): void {
  const isRising = (list: unknown): list is number[] =>
    Array.isArray(list) &&
    list.length > 0 &&
    list.every((value, at) => Number.isFinite(value) && !(value <= list[at - 1]));
  if (!isRising(labels) || !isRising(scores) || labels.length !== scores.length)
    fail("outcomes.labels and outcomes.scores must be as many rising numbers");
  if (!(typeof start === "number" && Math.abs(start) < NUMBER_MAX)) fail("outcomes.start");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EngineError(`the linear layer is not JSON: ${(error as Error).message}`);
  }
}
