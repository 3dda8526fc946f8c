import { readSheet, SheetNotFoundError } from "read-excel-file/node";
import { SourceError } from "./source-error";
import type { Table, TextRow } from "./table";

/** BLS puts up to four title lines above a table's header; a header further down than this is another layout. */
const HEADER_ROW_MAX = 10;

type Cell = string | number | boolean | Date | null;

/**
 * Reads one sheet of an .xlsx file.
 * @throws SourceError when the file, the sheet or a column is absent
 */
export async function readSpreadsheetTable<Column extends string>(
  path: string,
  file: string,
  sheet: string,
  columns: readonly Column[],
): Promise<Table<Column>> {
  let cells: Cell[][];
  try {
    cells = (await readSheet(path, sheet)) as Cell[][];
  } catch (cause) {
    const problem = cause instanceof SheetNotFoundError ? `no sheet "${sheet}"` : "cannot be read as an .xlsx workbook";
    throw new SourceError(file, problem, { cause });
  }
  return parseSheet(`${file} [${sheet}]`, cells, columns);
}

/**
 * Finds the header row of a sheet and turns the rows below it into text cells. Numbers become their shortest text, and
 * blank rows are dropped; footnotes stay, so callers keep only rows whose code looks like a code.
 */
export function parseSheet<Column extends string>(
  file: string,
  cells: readonly (readonly Cell[])[],
  columns: readonly Column[],
): Table<Column> {
  const top = cells.slice(0, HEADER_ROW_MAX).map((row) => row.map(toText));
  const at = top.findIndex((row) => columns.every((column) => row.includes(column)));
  const header = top[at];
  if (!header) {
    const absent = columns.filter((column) => !top.some((row) => row.includes(column)));
    const quoted = (absent.length > 0 ? absent : columns).map((column) => `"${column}"`).join(", ");
    throw new SourceError(file, `no header row with the column ${quoted} in the first ${HEADER_ROW_MAX} rows`);
  }
  const positions = columns.map((column) => [column, header.indexOf(column)] as const);
  const rows = cells
    .slice(at + 1)
    .filter((row) => row.some((cell) => cell !== null))
    .map((row) => Object.fromEntries(positions.map(([c, i]) => [c, toText(row[i] ?? null)])) as TextRow<Column>);
  if (rows.length === 0) throw new SourceError(file, "has a header but no rows");
  return { file, rows };
}

function toText(cell: Cell): string {
  return cell === null ? "" : String(cell).trim();
}
