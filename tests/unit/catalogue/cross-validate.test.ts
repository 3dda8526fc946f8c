import { describe, expect, test } from "vitest";
import { crossValidateRidge, FOLD_COUNT, LAMBDAS, toFolds } from "@/scripts/build-catalogue/derive/cross-validate";

/** Rows with two predictors that repeat no pattern. */
const predictors = Array.from({ length: 60 }, (_, i) => [(i * 0.618) % 1, (i * 0.414) % 1]);
const groups = predictors.map((_, i) => `group ${i}`);

describe("cross-validation", () => {
  test("keeps a group in one fold and deals groups in the order they appear", () => {
    const folds = toFolds(["a", "a", "b", "c", "a", "b"]);
    expect(folds).toEqual([0, 0, 1, 2, 0, 1]);
    expect(Math.max(...toFolds(groups))).toBe(FOLD_COUNT - 1);
  });

  test("predicts a linear truth it has not seen, with the smallest penalty", () => {
    const targets = predictors.map(([x = 0, y = 0]) => [3 * x - 2 * y + 1]);
    const { lambdas, heldOut } = crossValidateRidge(predictors, targets, groups);
    expect(lambdas).toEqual([LAMBDAS[0]]);
    for (const [i, row] of heldOut.entries())
      expect(Math.abs((row[0] ?? 99) - (targets[i]?.[0] ?? 0))).toBeLessThan(0.05);
  });

  test("chooses the largest penalty when the target has nothing to do with the predictors", () => {
    const targets = predictors.map((_, i) => [i % 2 === 0 ? 1 : -1]);
    expect(crossValidateRidge(predictors, targets, groups).lambdas).toEqual([LAMBDAS.at(-1)]);
  });

  test("never lets a row's own target into its prediction", () => {
    const targets = predictors.map(([x = 0]) => [x]);
    // A small change, so that the same penalty is chosen and the predictions can be compared exactly.
    const changed = targets.map(([y = 0], i) => [i === 7 ? y + 0.001 : y]);
    const before = crossValidateRidge(predictors, targets, groups);
    const after = crossValidateRidge(predictors, changed, groups);
    expect(after.lambdas).toEqual(before.lambdas);
    expect(after.heldOut[7]).toEqual(before.heldOut[7]);
    expect(after.heldOut[8]).not.toEqual(before.heldOut[8]);
  });
});
