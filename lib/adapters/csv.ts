import { stringify } from "csv-stringify/sync";

export type CsvValue = string | number | boolean | Date | null;

/** The library guards what begins like a formula; a line feed before one is passed over by some programs. */
const guardLineFeed = (value: string): string => (value.startsWith("\n") ? `'${value}` : value);

const OPTIONS = {
  escape_formulas: true,
  quoted_string: true,
  record_delimiter: "\r\n",
  cast: {
    boolean: (value: boolean): string => (value ? "yes" : "no"),
    date: (value: Date): string => value.toISOString(),
    string: guardLineFeed,
  },
} as const;

/**
 * Rows as CSV (RFC 4180), piece by piece as they come. Texts are quoted, and what a spreadsheet would run as a formula gets an
 * apostrophe before it; numbers stay numbers.
 * @param columns  names of the first line, in order
 * @param batches  rows that are read at once
 */
export async function* toCsv(
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvValue[])[]>,
): AsyncGenerator<string> {
  yield stringify([[...columns]], OPTIONS);
  for await (const rows of batches) {
    if (rows.length > 0) yield stringify(rows as CsvValue[][], OPTIONS);
  }
}
