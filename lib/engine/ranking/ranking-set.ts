/**
 * Lists that were shown, as a set to learn an order from.
 *
 * - Labels (interaction-label.ts) become grades of 0 to 4: round(4 label). What was dismissed, or not touched, is 0: a negative.
 * - Rows that were not touched are left out: looking at a row is reported, so that nobody saw them, and they say nothing of what is liked. What
 *   remains was seen, and an order among seen rows has no position bias to make up for.
 * - A list without two different grades teaches no order and is left out.
 * - Where looking is not reported, examination can be given instead: then rows above the lowest touched one count as passed over (Joachims et al.
 *   2005, "skip above"), those below it are left out, and rows with a grade weigh 1 / propensity of their position (examination.ts). Doing both would
 *   make up for positions twice.
 * - Lists are split by time: those that are learned from come before those that are judged by.
 */
import { EngineError } from "../engine-error";
import type { Matrix } from "../math/vectors";

export type ShownList = {
  /** Whose it is: the same whole number from 0 for all lists of a person. */
  owner: number;
  shownAtMs: number;
  /** (n,) from 1, rising */
  positions: readonly number[];
  /** (n, features) NaN is not known */
  features: readonly ArrayLike<number>[];
  /** (n,) 0 to 1 */
  labels: readonly number[];
  isTouched: readonly boolean[];
};

export type RankingSet = {
  /** (n, features) */
  rows: Matrix;
  /** (n,) 0 to 4 */
  grades: Int32Array;
  /** (lists,) rows of each */
  groups: Int32Array;
  /** (n,) 0 to 1, what the grades were made from */
  labels: Float64Array;
  /** (n,) */
  owners: Float64Array;
  /** (n,) at least 1 */
  weights: Float64Array;
};

const GRADE_MAX = 4;

/**
 * @param examination  null leaves out what was not seen; else (positions,) as estimateExamination gives it, and all 1 leaves position bias alone
 * @throws EngineError when a list's columns differ in length, or its rows in width
 */
export function toRankingSet(
  lists: readonly ShownList[],
  width: number,
  examination: ArrayLike<number> | null,
): RankingSet {
  const kept = lists
    .map((list) => keepExamined(list, examination === null))
    .filter((list): list is ShownList => list !== null);
  const count = kept.reduce((sum, { labels }) => sum + labels.length, 0);
  const set: RankingSet = {
    rows: { data: new Float64Array(count * width), rows: count, cols: width },
    grades: new Int32Array(count),
    groups: Int32Array.from(kept, ({ labels }) => labels.length),
    labels: new Float64Array(count),
    owners: new Float64Array(count),
    weights: new Float64Array(count).fill(1),
  };
  let row = 0;
  for (const { owner, features, labels, positions } of kept) {
    labels.forEach((label, i) => {
      const values = features[i] as ArrayLike<number>;
      if (values.length !== width) throw new EngineError(`a row of ${values.length} features, not ${width}`);
      set.rows.data.set(values, row * width);
      const grade = toGrade(label);
      set.grades[row] = grade;
      set.labels[row] = label;
      set.owners[row] = owner;
      if (grade > 0) set.weights[row] = 1 / (examination?.[(positions[i] as number) - 1] ?? 1);
      row++;
    });
  }
  return set;
}

export const toGrade = (label: number): number => Math.round(GRADE_MAX * label);

function keepExamined(list: ShownList, isSeenOnly: boolean): ShownList | null {
  const { positions, features, labels, isTouched } = list;
  if (![positions, features, isTouched].every(({ length }) => length === labels.length))
    throw new EngineError("the columns of a list differ in length");
  const last = isTouched.lastIndexOf(true);
  const keep = <Value>(values: readonly Value[]): readonly Value[] =>
    values.filter((_, i) => (isSeenOnly ? isTouched[i] : i <= last));
  const kept = keep(labels);
  if (new Set(kept.map(toGrade)).size < 2) return null;
  return { ...list, positions: keep(positions), features: keep(features), labels: kept, isTouched: keep(isTouched) };
}

/**
 * The last share of the lists, by time, is judged by. Lists of the same moment stay together.
 * @param validationShare  in (0, 1)
 * @throws EngineError on another share, or when either side is empty
 */
export function splitByTime<List extends { shownAtMs: number }>(
  lists: readonly List[],
  validationShare: number,
): { train: List[]; validation: List[]; splitAtMs: number } {
  if (!(validationShare > 0 && validationShare < 1))
    throw new EngineError(`the validation's share must be above 0 and below 1, got ${validationShare}`);
  const sorted = [...lists].sort((a, b) => a.shownAtMs - b.shownAtMs);
  const splitAtMs = sorted[Math.floor((1 - validationShare) * sorted.length)]?.shownAtMs ?? Number.NaN;
  const train = sorted.filter(({ shownAtMs }) => shownAtMs < splitAtMs);
  const validation = sorted.filter(({ shownAtMs }) => shownAtMs >= splitAtMs);
  if (train.length === 0 || validation.length === 0)
    throw new EngineError(`${lists.length} lists cannot be split by time`);
  return { train, validation, splitAtMs };
}
