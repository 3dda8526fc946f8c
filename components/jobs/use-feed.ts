"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { ClusterListReply } from "@/lib/contracts/careers";
import type { DiscoverItem, DiscoverReply } from "@/lib/contracts/jobs";
import { isRuledOut } from "./is-ruled-out";
import type { FeedFilters } from "./jobs-url";
import { FEED_KEY, feedOptions } from "./queries";
import { getSwipeStore, useSwipes } from "./swipe-store";

/** The next cards are asked for when this many are left. */
const CARDS_LEFT_MIN = 5;

export type Feed = {
  /** Best first, with those that were swiped here. */
  jobs: readonly DiscoverItem[];
  /** Those that are not swiped yet. */
  cards: readonly DiscoverItem[];
  /** What was found so far, swiped or not; null before the first answer. */
  last: DiscoverReply | null;
  isLoading: boolean;
  /** More are on their way. */
  isLoadingMore: boolean;
  hasMore: boolean;
  error: unknown;
  more: () => void;
  retry: () => void;
  /** Asks for the feed anew, since what it depends on has changed. */
  restart: () => void;
};

/** The jobs of the feed that are still to be decided on. The next ones are fetched before the last is reached. */
export function useFeed(filters: FeedFilters, owner: string, clusters: ClusterListReply["clusters"]): Feed {
  const client = useQueryClient();
  const { swiped, preferences, isFeedOld, waiting } = useSwipes(owner);
  const options = feedOptions(filters);
  const query = useInfiniteQuery({
    ...options,
    // Once likes have changed the order, what follows is the best of the new order rather than the rest of the old one.
    getNextPageParam: (reply: DiscoverReply) => (getIsOld(owner) ? "" : reply.nextCursor),
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query;
  const pages = data?.pages;
  const jobs = useMemo(() => {
    const names = new Map(clusters.map(({ id, name }) => [id, name]));
    const byId = new Map(pages?.flatMap(({ items }) => items).map((item) => [item.id, item]));
    return [...byId.values()].filter(
      (item) => swiped.has(item.id) || preferences === null || !isRuledOut(item, preferences, names),
    );
  }, [pages, swiped, preferences, clusters]);
  const cards = useMemo(() => jobs.filter(({ id }) => !swiped.has(id)), [jobs, swiped]);
  // What the server does not know of yet it would show again.
  const canAsk = !isFeedOld || waiting.length === 0;
  const isShort = pages !== undefined && cards.length <= CARDS_LEFT_MIN && (hasNextPage || isFeedOld);
  const more = () => {
    void fetchNextPage().then(() => getSwipeStore(owner).renewFeed());
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `more` is new each time and would ask again and again
  useEffect(() => {
    if (isShort && canAsk && !isFetching && !isFetchNextPageError) more();
  }, [isShort, canAsk, isFetching, isFetchNextPageError, cards.length]);
  useEffect(() => {
    const again = () => {
      if (isFetchNextPageError) void fetchNextPage();
      else if (query.isError) void refetch();
    };
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [isFetchNextPageError, query.isError, fetchNextPage, refetch]);
  return {
    jobs,
    cards,
    last: pages?.at(-1) ?? null,
    isLoading: query.isPending,
    isLoadingMore: query.isFetchingNextPage,
    hasMore: hasNextPage || isFeedOld,
    error: query.error,
    more,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
    restart: () => {
      getSwipeStore(owner).renewFeed();
      void client.resetQueries({ queryKey: FEED_KEY });
    },
  };
}

const getIsOld = (owner: string): boolean => typeof window !== "undefined" && getSwipeStore(owner).get().isFeedOld;
