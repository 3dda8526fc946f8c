import { predictRidge, solveRidge, toRidgeSums } from "./ridge";

/** Penalties tried; the grid is written out because 10 ** x need not give the same bits everywhere. */
export const LAMBDAS = [0.3, 1, 3, 10, 30, 100, 300, 1000] as const;
export const FOLD_COUNT = 10;

export interface CrossValidation {
  /** (t,) the penalty with the lowest held-out squared error */
  readonly lambdas: readonly number[];
  /** (n, t) predictions of each row by models that never saw its group, at the chosen penalty of each target */
  readonly heldOut: readonly (readonly number[])[];
}

/**
 * Chooses a penalty per target by k-fold cross-validation. Rows of one group stay together, because occupations that
 * share their predictors would otherwise leak into their own test fold. Folds are dealt in the order in which the
 * groups first appear, without any randomness.
 * @param groups  (n,) for example the 6-digit code
 */
export function crossValidateRidge(
  predictors: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  groups: readonly string[],
): CrossValidation {
  const byLambda = predictHeldOut(predictors, targets, toFolds(groups));
  const targetCount = targets[0]?.length ?? 0;
  const chosen = Array.from({ length: targetCount }, (_, t) => {
    const errors = byLambda.map((predictions) => toSquaredError(predictions, targets, t));
    return errors.indexOf(Math.min(...errors));
  });
  return {
    lambdas: chosen.map((index) => LAMBDAS[index] ?? LAMBDAS[0]),
    heldOut: predictors.map((_, i) => chosen.map((index, t) => byLambda[index]?.[i]?.[t] ?? Number.NaN)),
  };
}

/** @returns (n,) the fold of each row, 0 to FOLD_COUNT - 1 */
export function toFolds(groups: readonly string[]): number[] {
  const order = new Map<string, number>();
  for (const group of groups) if (!order.has(group)) order.set(group, order.size % FOLD_COUNT);
  return groups.map((group) => order.get(group) ?? 0);
}

/** @returns (lambdas, n, t) predictions of every row by a model that never saw its fold */
function predictHeldOut(
  predictors: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  folds: readonly number[],
): number[][][] {
  const predictions: number[][][] = LAMBDAS.map(() => predictors.map(() => []));
  for (const fold of new Set(folds)) {
    const isTraining = (_: unknown, index: number) => folds[index] !== fold;
    const sums = toRidgeSums(predictors.filter(isTraining), targets.filter(isTraining));
    for (const [l, lambda] of LAMBDAS.entries()) {
      const model = solveRidge(sums, lambda);
      for (const [index, row] of predictors.entries()) {
        const held = predictions[l];
        if (held && folds[index] === fold) held[index] = predictRidge(model, row);
      }
    }
  }
  return predictions;
}

function toSquaredError(
  predictions: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  target: number,
): number {
  let total = 0;
  for (const [i, row] of predictions.entries()) {
    const error = (row[target] ?? Number.NaN) - (targets[i]?.[target] ?? Number.NaN);
    total += error * error;
  }
  return total;
}
