/**
 * How much each feature of a boosted model is used: the gain of all its splits, and their number, as LightGBM's importance types "gain" and
 * "split". Gain flatters features of many values; it says what a model used, not what it would lose.
 */
import type { TreeModel } from "./tree-model";

/** @returns (features,) each */
export function measureImportance(model: TreeModel): { gains: Float64Array; splits: Int32Array } {
  const gains = new Float64Array(model.featureNames.length);
  const splits = new Int32Array(model.featureNames.length);
  model.splitFeature.forEach((feature, node) => {
    gains[feature] = (gains[feature] as number) + (model.splitGain[node] as number);
    splits[feature] = (splits[feature] as number) + 1;
  });
  return { gains, splits };
}
