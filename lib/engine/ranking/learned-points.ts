/**
 * What a trained ranker adds to base scores, in points.
 *
 *   score_j = base_j + LEARNED_POINTS * F(x_j)
 *
 * F is the ranker's linear layer and its trees, which were fitted on top of base / LEARNED_POINTS (fit-linear-layer.ts, lambdamart.ts), and what the person's own
 * weights add (own-weights.ts): it holds what the base score does not say. So the score stays a sum of named parts, and F, by Shapley values, a sum of what each feature adds. A base score is never thrown
 * away: where a model is unsure, it adds little. Scores stay within 0 and 100.
 */
import { EngineError } from "../engine-error";
import type { Matrix } from "../math/vectors";
import { fitOwnWeights, type OwnWeights, scoreOwnWeights } from "../models/own-weights";
import { type RankerModel, scoreRanker } from "../models/ranker-model";

/** Points of the base score that count as much as 1 of the ranker's raw score. */
export const LEARNED_POINTS = 10;

/** Somebody's rows of earlier lists. */
export type OwnPast = {
  /** (n, features) as they were shown */
  rows: Matrix;
  /** (n,) what came of each, 0 to 1 */
  labels: readonly number[];
};

/**
 * What a person's own past adds to a ranker; null where there is none, or the ranker has no linear layer.
 * @param baseColumn  of the features: points of the base score
 * @throws EngineError when lengths or widths disagree
 */
export function toOwnWeights({ linear, ...model }: RankerModel, past: OwnPast, baseColumn: number): OwnWeights | null {
  if (linear === null) return null;
  const { data, cols } = past.rows;
  const scores = scoreRanker({ linear, ...model }, past.rows).map(
    (raw, row) => raw + (data[row * cols + baseColumn] as number) / LEARNED_POINTS,
  );
  return fitOwnWeights(linear, { ...past, scores });
}

/** Rows between two looks at the clock. */
const CHUNK_ROWS = 64;

/**
 * @param base    (n,) points, 0 to 100
 * @param rows    (n, features)
 * @param own     the person's own weights; null without
 * @param isLate  asked now and then: true gives up
 * @returns       (n,) points; null when it gave up
 * @throws EngineError when lengths or widths disagree
 */
export function toLearnedPoints(
  model: RankerModel,
  base: ArrayLike<number>,
  rows: Matrix,
  own: OwnWeights | null = null,
  isLate: () => boolean = () => false,
): Float64Array | null {
  if (base.length !== rows.rows) throw new EngineError(`${base.length} base scores for ${rows.rows} rows`);
  const points = new Float64Array(rows.rows);
  for (let from = 0; from < rows.rows; from += CHUNK_ROWS) {
    if (isLate()) return null;
    const count = Math.min(CHUNK_ROWS, rows.rows - from);
    const data = rows.data.subarray(from * rows.cols, (from + count) * rows.cols);
    const chunk = { data, rows: count, cols: rows.cols };
    const raw = scoreRanker(model, chunk);
    const extra = own === null || model.linear === null ? null : scoreOwnWeights(model.linear, own, chunk);
    for (let i = 0; i < count; i++) {
      const start = base[from + i] as number;
      const learned = LEARNED_POINTS * ((raw[i] as number) + (extra?.[i] ?? 0));
      points[from + i] = Math.max(-start, Math.min(100 - start, learned));
    }
  }
  return isLate() ? null : points;
}
