import type { ColumnMapping } from "./csv-columns";
import { detectFormat } from "./detect-format";
import { BrokenFeedError, FEED_FORMATS, type FeedFormat, type FeedItem } from "./feed-item";
import { openFeed } from "./open-feed";
import { readCsv } from "./read-csv";
import { readJsonLd } from "./read-json-ld";
import { readRss } from "./read-rss";
import { readUsajobs } from "./read-usajobs";

export type Feed = {
  format: FeedFormat;
  items: AsyncGenerator<FeedItem>;
  bytesTotal: number;
  bytesRead: () => number;
};

/**
 * Opens a feed of postings, in whichever of the formats it is, gzipped or not.
 * @throws BrokenFeedError when the file cannot be read, or is no feed that is known
 */
export async function readFeed(
  file: string,
  options: { format: FeedFormat | null; mapping: ColumnMapping | null },
): Promise<Feed> {
  const { head, text, ...size } = await openFeed(file);
  const format = options.format ?? detectFormat(head);
  if (format === null) {
    throw new BrokenFeedError(
      `it is no feed of postings that is known. Known are ${FEED_FORMATS.join(", ")}: say which with --format`,
    );
  }
  const items = {
    usajobs: () => readUsajobs(text, head),
    "json-ld": () => readJsonLd(text, head),
    rss: () => readRss(text),
    csv: () => readCsv(text, head, options.mapping),
  }[format]();
  return { format, items, ...size };
}
