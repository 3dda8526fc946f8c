/**
 * A ranker: a linear layer (linear-layer.ts) and the trees that were grown on top of it. One text holds both: the trees in LightGBM's format, which its
 * readers read to their end, and the layer behind them in a line of its own.
 */
import { createScoreExplainer, type ScoreExplainer } from "../explain/tree-shap";
import type { Matrix } from "../math/vectors";
import {
  explainLinearLayer,
  type LinearColumns,
  type LinearLayer,
  parseLinearLayer,
  scoreLinearLayer,
} from "./linear-layer";
import { parseLightGbm } from "./parse-lightgbm";
import { scoreTrees, type TreeModel } from "./tree-model";

export type RankerModel = { trees: TreeModel; linear: LinearLayer | null };

const LINEAR_LINE = "\nlinear_layer=";

/** @param text  of the trees */
export const addLinearLayer = (text: string, linear: LinearLayer | null): string =>
  linear === null ? text : `${text}${LINEAR_LINE}${JSON.stringify(linear)}\n`;

/**
 * @param columns  what a linear layer must be of; null when there may be none
 * @throws ModelFormatError on the trees, EngineError on the layer
 */
export function parseRankerModel(text: string, columns: LinearColumns | null): RankerModel {
  const at = text.indexOf(LINEAR_LINE);
  if (at < 0) return { trees: parseLightGbm(text), linear: null };
  return {
    trees: parseLightGbm(text.slice(0, at)),
    linear: parseLinearLayer(text.slice(at + LINEAR_LINE.length), columns),
  };
}

/**
 * @param rows  (n, features) NaN is missing
 * @returns     (n,) raw scores, what is added to the base score over LEARNED_POINTS
 * @throws EngineError when the width is not the model's
 */
export function scoreRanker({ trees, linear }: RankerModel, rows: Matrix): Float64Array {
  const scores = scoreTrees(trees, rows);
  if (linear !== null)
    scoreLinearLayer(linear, rows).forEach((value, row) => {
      scores[row] = (scores[row] as number) + value;
    });
  return scores;
}

/** What each feature adds, by layer and trees together. */
export function createRankerExplainer({ trees, linear }: RankerModel): ScoreExplainer {
  const explainTrees = createScoreExplainer(trees);
  return (rows) => {
    const shares = explainTrees(rows);
    if (linear !== null)
      explainLinearLayer(linear, rows).data.forEach((value, at) => {
        shares.data[at] = (shares.data[at] as number) + value;
      });
    return shares;
  };
}

/**
 * How much each feature moves scores: the mean of its shares without their sign, of all (Lundberg et al. 2020, doi:10.1038/s42256-019-0138-9).
 * @returns (features,) that sum to 1, or 0 where nothing moves
 */
export function measureImportance(explain: ScoreExplainer, rows: Matrix): Float64Array {
  const { data, cols } = explain(rows);
  const sums = new Float64Array(cols - 1);
  for (let at = 0; at < data.length; at++) {
    const column = at % cols;
    if (column < sums.length) sums[column] = (sums[column] as number) + Math.abs(data[at] as number);
  }
  const total = sums.reduce((sum, value) => sum + value, 0) || 1;
  return sums.map((value) => value / total);
}
