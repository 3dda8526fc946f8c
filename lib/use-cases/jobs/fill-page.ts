import type { JobFilters } from "@/lib/contracts/jobs";
import { listShownJobIds, listWantedJobs } from "@/lib/db/job-feeds";
import type { Wanted } from "@/lib/db/job-filters";
import type { JobRow } from "@/lib/db/job-rows";
import type { Deps } from "../deps";
import type { FeedPlace } from "./feed-cursor";
import type { JobMatch } from "./job-facts";
import type { PendingLearning } from "./job-learning";
import type { JobSeeker } from "./job-seeker";
import { type Feed, type RankDeps, rankFeed, toFeedMatch } from "./rank-feed";

/** A job of a page with its place in what the person has been shown since they began, from 1. */
export type PageItem = {
  row: JobRow;
  match: JobMatch;
  feedId: string;
  position: number;
  /** The ranker that had a part in the order; null for none. */
  rankerVersion: string | null;
};
export type FilledPage = {
  items: PageItem[];
  /** Ranked for this page. */
  newFeeds: Feed[];
  /** Where the next page begins; null at the end. */
  next: FeedPlace | null;
};

/** Rows read beyond what a page needs, for those that were closed or swiped meanwhile. */
const SPARE = 5;

/**
 * Takes the next jobs of a feed that may be shown still. Where it ends the remaining jobs are ranked anew, without those that were shown: whoever
 * goes on to the end has seen each job once, also ones that came, or were open again, meanwhile.
 */
export async function fillPage(
  deps: RankDeps,
  seeker: JobSeeker,
  wanted: Wanted,
  learning: PendingLearning,
  start: FeedPlace | { filters: JobFilters },
  limit: number,
): Promise<FilledPage> {
  const items: PageItem[] = [];
  const newFeeds: Feed[] = [];
  const rank = async (filters: JobFilters, shownIds: readonly string[]): Promise<Feed> => {
    const feed = await rankFeed(deps, seeker, wanted, learning, { filters, shownIds });
    if (feed.jobIds.length > 0) newFeeds.push(feed);
    return feed;
  };
  const place = "feed" in start ? { ...start } : { feed: await rank(start.filters, []), at: 0, shown: 0 };
  for (;;) {
    await takeItems(deps, wanted, place, limit, items);
    const { feed } = place;
    if (place.at < feed.jobIds.length) return { items, newFeeds, next: place };
    if (feed.isWhole) return { items, newFeeds, next: null };
    place.feed = await rank(feed.filters, await listShown(deps, wanted.userId, feed, items));
    place.at = 0;
  }
}

/** What was shown of a feed and of those before it; what was closed when its turn came was not. */
async function listShown(
  { db }: Pick<Deps, "db">,
  userId: string | null,
  feed: Feed,
  items: readonly PageItem[],
): Promise<string[]> {
  const before = userId === null ? [] : await listShownJobIds(db, { userId, id: feed.id });
  const now = items.map(({ row }) => row.id);
  return [...new Set([...feed.shownIds, ...before, ...now])];
}

/** Fills the page as far as the feed goes, and moves the place on. */
async function takeItems(
  deps: Pick<Deps, "db">,
  wanted: Wanted,
  place: FeedPlace,
  limit: number,
  items: PageItem[],
): Promise<void> {
  const { jobIds } = place.feed;
  while (items.length < limit && place.at < jobIds.length) {
    const ids = jobIds.slice(place.at, place.at + limit - items.length + SPARE);
    const rows = await listWantedJobs(deps.db, ids, wanted);
    for (const id of ids) {
      if (items.length === limit) break;
      const row = rows.get(id);
      if (row !== undefined) items.push(toItem(place.feed, place.at, ++place.shown, row));
      place.at++;
    }
  }
}

function toItem(feed: Feed, at: number, position: number, row: JobRow): PageItem {
  return { row, match: toFeedMatch(feed, at), feedId: feed.id, position, rankerVersion: feed.modelVersion };
}
