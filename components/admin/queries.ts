import {
  infiniteQueryOptions,
  keepPreviousData,
  mutationOptions,
  type QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import type {
  AuditReply,
  ChangePersonRequest,
  OverviewReply,
  PeopleReply,
  Person,
  SystemReply,
} from "@/lib/contracts/admin";
import type { AdminCareerListReply, AdminCareerReply, CheckCareerReply } from "@/lib/contracts/admin-careers";
import type { JobAnalyticsReply } from "@/lib/contracts/admin-jobs";
import type { MatchModelListReply, TrainMatchReply } from "@/lib/contracts/match";
import type { RankerListReply, RankerSurface, TrainOptions, TrainReply } from "@/lib/contracts/rankers";
import { fetchJson } from "@/lib/web/client/fetch-json";

const API = "/api/v1/admin";

/** What they have in common: offline is an answer too, and what was shown stays in view meanwhile. */
const COMMON = { networkMode: "always", retry: false, placeholderData: keepPreviousData } as const;

const get = <Reply>(path: string, query: URLSearchParams) =>
  queryOptions({
    ...COMMON,
    queryKey: ["admin", path, query.toString()],
    queryFn: ({ signal }) => fetchJson<Reply>(`${API}/${path}${query.size === 0 ? "" : `?${query}`}`, { signal }),
  });

export const overviewOptions = (query: URLSearchParams) => get<OverviewReply>("overview", query);
export const jobAnalyticsOptions = (query: URLSearchParams) => get<JobAnalyticsReply>("jobs/analytics", query);
export const careerListOptions = (query: URLSearchParams) => get<AdminCareerListReply>("careers", query);
export const peopleOptions = (query: URLSearchParams) => get<PeopleReply>("people", query);
export const systemOptions = () => get<SystemReply>("system", new URLSearchParams());

const TRAINING_POLL_MS = 1000;

/** Read again and again while something is being trained, and only then. */
export const rankersOptions = (surface: RankerSurface) =>
  queryOptions({
    ...get<RankerListReply>("rankers", new URLSearchParams({ surface })),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === "training") ? TRAINING_POLL_MS : false,
  });

export const trainRankerOptions = (client: QueryClient, surface: RankerSurface) =>
  mutationOptions({
    networkMode: "always",
    mutationFn: (body: { [Option in keyof TrainOptions]: number | null }) =>
      fetchJson<TrainReply>(`${API}/rankers`, { method: "POST", body: { surface, ...body } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["admin"] }),
  });

/** @param client  gets the reply, which is the whole list */
export const changeRankersOptions = (client: QueryClient, surface: RankerSurface) =>
  mutationOptions({
    networkMode: "always",
    mutationFn: ({ id, change }: { id: string; change: "promote" | "cancel" } | { id?: never; change: "roll-back" }) =>
      id === undefined
        ? fetchJson<RankerListReply>(`${API}/rankers/${change}`, { method: "POST", body: { surface } })
        : fetchJson<RankerListReply>(`${API}/rankers/${id}/${change}`, { method: "POST" }),
    onSuccess: (reply) => {
      client.setQueryData(rankersOptions(surface).queryKey, reply);
      forget(client, "admin");
    },
    // What was refused may have been decided on an old list.
    onError: () => forget(client, "admin"),
  });

export const matchModelsOptions = () =>
  queryOptions({
    ...get<MatchModelListReply>("match-models", new URLSearchParams()),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === "training") ? TRAINING_POLL_MS : false,
  });

export const changeMatchModelsOptions = (client: QueryClient) =>
  mutationOptions({
    networkMode: "always",
    mutationFn: (change: { id: string } | "roll-back" | "train"): Promise<MatchModelListReply | TrainMatchReply> => {
      if (change === "train") return fetchJson<TrainMatchReply>(`${API}/match-models`, { method: "POST", body: {} });
      const path = change === "roll-back" ? change : `${change.id}/promote`;
      return fetchJson<MatchModelListReply>(`${API}/match-models/${path}`, { method: "POST" });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["admin"] }),
  });

/** Pages one below the other, since the log grows at its head. */
export const auditOptions = (query: URLSearchParams) =>
  infiniteQueryOptions({
    ...COMMON,
    queryKey: ["admin", "audit", query.toString()],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(query);
      if (pageParam !== null) page.set("cursor", pageParam);
      return fetchJson<AuditReply>(`${API}/audit?${page}`, { signal });
    },
    getNextPageParam: (last) => last.nextCursor,
  });

/** What a form as it is now would be told. */
export const checkOptions = (editing: string | null, career: object) =>
  queryOptions({
    ...COMMON,
    queryKey: ["admin", "check", editing, JSON.stringify(career)],
    queryFn: ({ signal }) =>
      fetchJson<CheckCareerReply>(`${API}/careers/check`, { method: "POST", body: { editing, career }, signal }),
  });

export const saveCareerOptions = (client: QueryClient) =>
  mutationOptions({
    networkMode: "always",
    mutationFn: ({ code, body }: { code: string | null; body: object }) =>
      code === null
        ? fetchJson<AdminCareerReply>(`${API}/careers`, { method: "POST", body })
        : fetchJson<AdminCareerReply>(`${API}/careers/${code}`, { method: "PATCH", body }),
    // Visitors' lists show the change too.
    onSuccess: () => {
      forget(client, "admin");
      forget(client, "careers");
    },
  });

export const changePersonOptions = (client: QueryClient) =>
  mutationOptions({
    networkMode: "always",
    mutationFn: ({ id, ...body }: ChangePersonRequest & { id: string }) =>
      fetchJson<Person>(`${API}/people/${id}`, { method: "PATCH", body }),
    onSuccess: () => forget(client, "admin"),
  });

export const temporaryPasswordOptions = (client: QueryClient) =>
  mutationOptions({
    networkMode: "always",
    mutationFn: (id: string) =>
      fetchJson<{ temporaryPassword: string }>(`${API}/people/${id}/temporary-password`, { method: "POST" }),
    onSuccess: () => forget(client, "admin"),
  });

/** What is in view is read again in the background; nobody waits for it. */
function forget(client: QueryClient, key: string): void {
  void client.invalidateQueries({ queryKey: [key] });
}
