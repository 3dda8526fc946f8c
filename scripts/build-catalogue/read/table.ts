import { SourceError } from "./source-error";

/** One row of a source table: column name -> text, trimmed. */
export type TextRow<Column extends string> = Readonly<Record<Column, string>>;

/** Rows of a table together with the file name that error messages need. */
export interface Table<Column extends string> {
  readonly file: string;
  readonly rows: readonly TextRow<Column>[];
}

/**
 * Checks that every expected column is in the header.
 * @throws SourceError naming the file, the absent columns and the columns that are there
 */
export function requireColumns(file: string, header: readonly string[], columns: readonly string[]): void {
  const absent = columns.filter((column) => !header.includes(column));
  if (absent.length > 0) {
    const quoted = absent.map((column) => `"${column}"`).join(", ");
    throw new SourceError(file, `no column ${quoted}; its columns are ${header.slice(0, 20).join(" | ")}`);
  }
}

/**
 * Parses a cell that must hold a number.
 * @throws SourceError naming file, column, the text found and the row it is about
 */
export function parseNumber(file: string, column: string, text: string, about: string): number {
  const value = text === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) {
    throw new SourceError(file, `column "${column}" of ${about}: expected a number, found "${text}"`);
  }
  return value;
}

/**
 * Groups rows by one column, keeping the order of the file within a group.
 * @returns column value -> its rows
 */
export function groupRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
