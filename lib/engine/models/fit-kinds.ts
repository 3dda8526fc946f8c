import { fitKMeans } from "../math/k-means";
import { createRng } from "../math/random";
import { mean, standardDeviation } from "../math/statistics";
import type { FeatureRows } from "./binning";
import { type Kinds, NO_KINDS, standardiseRow } from "./linear-layer";

const KINDS = 10;
/** So many people at least for kinds of them. */
const PEOPLE_MIN = 300;
const SEED = 1;

/** Kinds of people, by k-means over everybody's last row. */
export function fitKinds(
  rows: FeatureRows,
  used: Int32Array,
  owners: ArrayLike<number>,
  standard: Parameters<typeof standardiseRow>[0],
): Kinds {
  const { count, person } = standard.columns;
  const lastRows = new Map(Array.from(used, (row) => [owners[row] as number, row]));
  if (lastRows.size < PEOPLE_MIN || person.length === 0) return NO_KINDS;
  const z = new Float64Array(count);
  const points = new Float64Array(lastRows.size * person.length);
  [...lastRows.values()].forEach((row, at) => {
    standardiseRow(standard, rows, row, z);
    points.set(
      person.map((column) => z[column] as number),
      at * person.length,
    );
  });
  const matrix = { data: points, rows: lastRows.size, cols: person.length };
  const { centers, spread } = fitKMeans(matrix, KINDS, createRng(SEED));
  if (!(spread > 0)) return NO_KINDS;
  const raw: Kinds = {
    ...{ count: KINDS, centers: Array.from(centers.data), spread },
    ...{ means: new Array<number>(KINDS).fill(0), scales: new Array<number>(KINDS).fill(1) },
  };
  const wide = new Float64Array(count + KINDS);
  const shares = Array.from({ length: KINDS }, () => new Float64Array(used.length));
  used.forEach((row, at) => {
    standardiseRow({ ...standard, kinds: raw }, rows, row, wide);
    for (let kind = 0; kind < KINDS; kind++) (shares[kind] as Float64Array)[at] = wide[count + kind] as number;
  });
  const sds = shares.map((share) => standardDeviation(share));
  return { ...raw, means: shares.map((share) => mean(share)), scales: sds.map((sd) => (sd > 1e-9 ? 1 / sd : 0)) };
}
