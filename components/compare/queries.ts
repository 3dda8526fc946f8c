import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CareerSearchReply } from "@/lib/contracts/careers";
import { fetchJson } from "@/lib/web/client/fetch-json";

const FOUND_MAX = 12;

export const careerSearchOptions = (q: string) =>
  queryOptions({
    queryKey: ["careers", "search", q],
    enabled: q !== "",
    networkMode: "always",
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      fetchJson<CareerSearchReply>(`/api/v1/careers/search?q=${encodeURIComponent(q)}&limit=${FOUND_MAX}`, { signal }),
  });
