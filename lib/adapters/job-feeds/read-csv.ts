import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { type ColumnMapping, matchColumns } from "./csv-columns";
import { BrokenFeedError, type FeedItem, type FeedText, type RawPosting } from "./feed-item";

const DELIMITERS = [",", ";", "\t", "|"];
const RECORD_LENGTH_MAX = 4_000_000;

type Row = { record: string[]; info: { lines: number } };

/**
 * Postings of a table whose first line names its columns.
 * @param mapping  which column is what; names that are usual are known without
 * @throws BrokenFeedError when the columns do not fit, or a quote is never closed
 */
export async function* readCsv(text: FeedText, head: string, mapping: ColumnMapping | null): AsyncGenerator<FeedItem> {
  const skipped: FeedItem[] = [];
  const parser = parse({
    delimiter: detectDelimiter(head),
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: RECORD_LENGTH_MAX,
  });
  parser.on("skip", (error: CsvError) => skipped.push(toSkipped(error)));
  const source = Readable.from(text);
  source.once("error", (error) => parser.destroy(error));
  let take: ((record: readonly string[]) => RawPosting) | null = null;
  let width = 0;
  try {
    // The library counts the lines that it has read, which is where a record ends; it begins after the one before.
    let before = 0;
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Row>) {
      const at = { unit: "line", number: before + 1 } as const;
      before = info.lines;
      yield* skipped.splice(0);
      if (take === null) {
        take = matchColumns(record, mapping);
        width = record.length;
      } else if (record.length !== width) yield { at, problem: toWrongWidth(record, width) };
      else yield { at, posting: take(record) };
    }
  } catch (error) {
    if (!(error as CsvError).code?.startsWith("CSV_")) throw error;
    throw new BrokenFeedError(`it cannot be read as CSV: ${(error as Error).message}`, { cause: error });
  }
  yield* skipped.splice(0);
}

/** Of a header line, what divides it into the most columns. */
function detectDelimiter(head: string): string {
  const [header = ""] = head.trimStart().split(/\r?\n/, 1);
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

const toWrongWidth = (record: readonly string[], width: number) => ({
  field: "line",
  value: record.join(","),
  fix: `must have ${width} columns as the first line, and has ${record.length}: put quotes around what holds a delimiter`,
});

function toSkipped(error: CsvError): FeedItem {
  const lines = Number((error as CsvError & { lines?: unknown }).lines ?? 0);
  return { at: { unit: "line", number: lines }, problem: { field: "line", value: "", fix: error.message } };
}
