import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ApplicationDetailReply, ApplicationListReply } from "@/lib/contracts/applications";
import { fetchJson } from "@/lib/web/client/fetch-json";
import { type ApplicationsState, toApplicationsQuery } from "./applications-url";

const API = "/api/v1/applications";
const REFETCH_MS = 30_000;

/** Employers move applications while the page is open. Offline is an answer too. */
const LIVE = {
  networkMode: "always",
  retry: false,
  staleTime: 0,
  refetchInterval: REFETCH_MS,
  refetchOnWindowFocus: true,
} as const;

export const applicationsOptions = (state: ApplicationsState) => {
  const filters = toApplicationsQuery(state);
  return infiniteQueryOptions({
    ...LIVE,
    queryKey: ["applications", "list", filters.toString()],
    placeholderData: keepPreviousData,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(filters);
      if (pageParam !== "") query.set("cursor", pageParam);
      return fetchJson<ApplicationListReply>(`${API}?${query}`, { signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
};

export const applicationOptions = (id: string) =>
  queryOptions({
    ...LIVE,
    queryKey: ["applications", id],
    queryFn: ({ signal }) => fetchJson<ApplicationDetailReply>(`${API}/${id}`, { signal }),
  });

export const withdrawOptions = (id: string) =>
  mutationOptions({
    networkMode: "always",
    mutationFn: () => fetchJson<ApplicationDetailReply>(`${API}/${id}/withdraw`, { method: "POST" }),
  });

export const sendMessage = (id: string, message: string) =>
  fetchJson<ApplicationDetailReply>(`${API}/${id}/messages`, { method: "POST", body: { message } });

/** @param isLeaving  the page goes away: the browser finishes the call all the same */
export const sendApplicationNote = (id: string, note: string, isLeaving: boolean) =>
  fetchJson<ApplicationDetailReply>(`${API}/${id}`, { method: "PATCH", body: { note }, keepalive: isLeaving });
