import { closeSync, openSync, writeSync } from "node:fs";
import { stringify } from "csv-stringify/sync";

export type ProblemRow = readonly [
  file: string,
  place: string,
  outcome: string,
  field: string,
  value: string,
  fix: string,
];

const COLUMNS = ["file", "where", "outcome", "field", "value", "fix"];
const VALUE_LENGTH_MAX = 200;

/** What an import could not use, as CSV; the file is made when there is something to say. */
export function makeProblemFile(file: string) {
  let handle: number | null = null;
  let count = 0;
  const add = (row: ProblemRow): void => {
    if (handle === null) {
      handle = openSync(file, "w");
      writeSync(handle, stringify([COLUMNS]));
    }
    const cells = row.map((cell) => (cell.length > VALUE_LENGTH_MAX ? `${cell.slice(0, VALUE_LENGTH_MAX)}…` : cell));
    writeSync(handle, stringify([cells], { escape_formulas: true }));
    count++;
  };
  const close = (): number => {
    if (handle !== null) closeSync(handle);
    handle = null;
    return count;
  };
  return { add, close };
}
