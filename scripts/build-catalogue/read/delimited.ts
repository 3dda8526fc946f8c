import { parse } from "csv-parse/sync";
import { SourceError } from "./source-error";
import { requireColumns, type Table, type TextRow } from "./table";

/**
 * Parses tab-separated text as O*NET publishes it: a header line, CRLF or LF, and quotes that mean nothing.
 * @param columns  the columns the caller reads; others are dropped
 * @throws SourceError when a column is absent, the table is empty or a line has another number of cells than the header
 */
export function parseTabSeparated<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): Table<Column> {
  return toTable(file, parseCells(file, text, { delimiter: "\t", quote: false }), columns);
}

/** Parses comma-separated text with quoted cells; otherwise as {@link parseTabSeparated}. */
export function parseCommaSeparated<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): Table<Column> {
  return toTable(file, parseCells(file, text, { delimiter: ",", quote: '"' }), columns);
}

/** The header line of comma-separated text, for tables whose columns are themselves data. */
export function parseCommaSeparatedHeader(file: string, text: string): string[] {
  const end = text.indexOf("\n");
  const header = parseCells(file, end < 0 ? text : text.slice(0, end), { delimiter: ",", quote: '"' })[0];
  if (!header) throw new SourceError(file, "is empty; expected a header line");
  return header;
}

function parseCells(file: string, text: string, format: { delimiter: string; quote: '"' | false }): string[][] {
  try {
    return parse(text, { ...format, bom: true, trim: true, skip_empty_lines: true, record_delimiter: ["\r\n", "\n"] });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError(file, `is not a well-formed table: ${reason}`, { cause });
  }
}

function toTable<Column extends string>(file: string, cells: string[][], columns: readonly Column[]): Table<Column> {
  const [header, ...lines] = cells;
  if (!header) throw new SourceError(file, "is empty; expected a header line");
  requireColumns(file, header, columns);
  if (lines.length === 0) throw new SourceError(file, "has a header but no rows");
  const positions = columns.map((column) => [column, header.indexOf(column)] as const);
  const rows = lines.map(
    (line) => Object.fromEntries(positions.map(([column, at]) => [column, line[at] ?? ""])) as TextRow<Column>,
  );
  return { file, rows };
}
