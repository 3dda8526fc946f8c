/**
 * Rounds so that the rounded values add up to the rounded sum (largest remainder), because people add up what they read.
 * @param digits  decimals to keep
 */
export function roundToSum(values: readonly number[], digits: number): number[] {
  const scale = 10 ** digits;
  const scaled = values.map((value) => value * scale);
  const floors = scaled.map(Math.floor);
  const rests = scaled.map((value, i) => value - (floors[i] as number));
  let missing = Math.round(sum(scaled)) - sum(floors);
  // One search for each unit that is missing: there are fewer than values, and lists of parts are short.
  for (; missing > 0; missing--) {
    let largest = 0;
    for (let i = 1; i < rests.length; i++) if ((rests[i] as number) > (rests[largest] as number)) largest = i;
    floors[largest] = (floors[largest] as number) + 1;
    rests[largest] = -1;
  }
  return floors.map((value) => value / scale);
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
