export const FEED_FORMATS = ["usajobs", "json-ld", "rss", "csv"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** Where in a feed something stands, counted from 1: by lines where a posting is a line, else by postings. */
export type FeedPlace = { unit: "line" | "record"; number: number };

/** What is wrong with a value, and what would be right. */
export type FeedProblem = { field: string; value: string; fix: string };

/** A posting as its feed gives it: nothing of it is checked yet. */
export type RawPosting = {
  sourceId?: unknown;
  title?: unknown;
  company?: unknown;
  location?: unknown;
  remote?: unknown;
  tags?: unknown;
  seniority?: unknown;
  description?: unknown;
  /** Both ends in one text. */
  salary?: unknown;
  salaryMin?: unknown;
  salaryMax?: unknown;
  /** What of time the salary is for: hour, day, week, month, year. */
  salaryPeriod?: unknown;
  currency?: unknown;
  postedAt?: unknown;
  expiresAt?: unknown;
  url?: unknown;
  hint?: unknown;
};

/** One posting of a feed, or why it cannot be read, while those after it can. */
export type FeedItem = { at: FeedPlace } & ({ posting: RawPosting } | { problem: FeedProblem });

/** Nothing after this place can be read; what came before counts. */
export class BrokenFeedError extends Error {}

/** Text of a feed, piece by piece. */
export type FeedText = AsyncIterable<string>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const toList = (value: unknown): unknown[] => (value == null ? [] : Array.isArray(value) ? value : [value]);

/** A value of a feed as text. Of an object no more is said than that it is one: its own toString need not be a function. */
export function toFeedText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toFeedText).join(",");
  if (value == null) return "";
  return typeof value === "object" || typeof value === "function" ? "[object]" : String(value);
}
