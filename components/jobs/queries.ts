import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type {
  DiscoverReply,
  JobDetailReply,
  JobPreferencesReply,
  SwipeListReply,
  SwipeReply,
  UpdateJobPreferencesRequestSchema,
} from "@/lib/contracts/jobs";
import type { MeReply } from "@/lib/contracts/me";
import { fetchJson } from "@/lib/web/client/fetch-json";
import { type FeedFilters, toFeedQuery } from "./jobs-url";
import type { Direction, Swipe, SwipeAnswer } from "./swipe-box";

const PAGE_SIZE = 20;
export const FEED_KEY = ["jobs", "discover"] as const;

/** The feed, page after page. Where a page starts is a cursor; empty asks for the feed as it is now, from its first job. */
export const feedOptions = (filters: FeedFilters) =>
  infiniteQueryOptions({
    queryKey: [...FEED_KEY, toFeedQuery(filters).toString()],
    networkMode: "always",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => {
      const query = toFeedQuery(filters);
      query.set("limit", String(PAGE_SIZE));
      if (pageParam !== "") query.set("cursor", pageParam);
      return fetchJson<DiscoverReply>(`/api/v1/jobs/discover?${query}`, { signal });
    },
    getNextPageParam: (last: DiscoverReply) => last.nextCursor,
  });

/** Everything about a job and how the person matches it, as it is now. */
export const jobOptions = (jobId: string) =>
  queryOptions({
    queryKey: ["jobs", "one", jobId],
    networkMode: "always",
    retry: false,
    queryFn: ({ signal }) => fetchJson<JobDetailReply>(`/api/v1/jobs/${jobId}`, { signal }),
  });

/** What the person swiped, latest first. */
export const swipesOptions = (direction: Direction | "ALL") =>
  infiniteQueryOptions({
    queryKey: ["jobs", "swipes", direction],
    networkMode: "always",
    retry: false,
    staleTime: 0,
    gcTime: 0,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: "20" });
      if (direction !== "ALL") query.set("direction", direction);
      if (pageParam !== "") query.set("cursor", pageParam);
      return fetchJson<SwipeListReply>(`/api/v1/swipes?${query}`, { signal });
    },
    getNextPageParam: (last: SwipeListReply) => last.nextCursor,
  });

export const PREFERENCES_KEY = ["me", "job-preferences"] as const;
const PREFERENCES_PATH = "/api/v1/me/job-preferences";

export const preferencesOptions = () =>
  queryOptions({
    queryKey: PREFERENCES_KEY,
    networkMode: "always",
    retry: false,
    queryFn: ({ signal }) => fetchJson<JobPreferencesReply>(PREFERENCES_PATH, { signal }),
  });

export type PreferencesChange = (typeof UpdateJobPreferencesRequestSchema)["_zod"]["input"];

export const patchPreferences = (body: PreferencesChange) =>
  fetchJson<JobPreferencesReply>(PREFERENCES_PATH, { method: "PATCH", body });

export const resetLearning = () => fetchJson<JobPreferencesReply>("/api/v1/me/job-learning", { method: "DELETE" });

export const fetchMe = () => fetchJson<MeReply>("/api/v1/me");
export const patchSkills = (skills: readonly string[]) =>
  fetchJson<MeReply>("/api/v1/me", { method: "PATCH", body: { skills } });

/** Tells the server what is wanted of one job. The browser finishes the call after the page was left. */
export async function sendSwipe({ jobId, direction, reasons, needsUndo }: Swipe): Promise<SwipeAnswer> {
  const undo = () => fetchJson<SwipeAnswer>(`/api/v1/swipes/${jobId}`, { method: "DELETE", keepalive: true });
  if (direction === null) return undo();
  if (needsUndo) await undo();
  const body = direction === "LEFT" ? { jobId, direction, reasons } : { jobId, direction };
  return fetchJson<SwipeReply>("/api/v1/swipes", { method: "POST", body, keepalive: true });
}
