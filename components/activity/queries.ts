import { infiniteQueryOptions } from "@tanstack/react-query";
import type { HistoryReply } from "@/lib/contracts/interactions";
import { fetchJson } from "@/lib/web/client/fetch-json";

const PAGE_SIZE = 20;

/** What happened, page by page. The first page comes with the document. */
export const historyOptions = () =>
  infiniteQueryOptions({
    queryKey: ["me", "history"],
    networkMode: "always",
    retry: false,
    gcTime: 0,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({
        limit: String(PAGE_SIZE),
        ...(pageParam === "" ? {} : { cursor: pageParam }),
      });
      return fetchJson<HistoryReply>(`/api/v1/recommendations/user/history?${query}`, { signal });
    },
    getNextPageParam: (last) => last.nextCursor,
  });
