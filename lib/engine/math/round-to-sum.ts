/**
 * Rounds so that the rounded values add up to the rounded sum (largest remainder), because people add up what they read.
 * @param digits  decimals to keep
 */
export function roundToSum(values: readonly number[], digits: number): number[] {
  const scale = 10 ** digits;
  const scaled = values.map((value) => value * scale);
  const floors = scaled.map(Math.floor);
  const target = Math.round(scaled.reduce((sum, value) => sum + value, 0));
  const missing = target - floors.reduce((sum, value) => sum + value, 0);
  const order = scaled
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, missing)) floors[i] = (floors[i] ?? 0) + 1;
  return floors.map((value) => value / scale);
}
