import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { RecommendReply, RecommendRequest, StoredResultsReply } from "@/lib/contracts/results";
import { fetchJson } from "@/lib/web/client/fetch-json";
import type { Controls } from "./controls-url";

/** How many careers a fresh list has. */
export const COUNT_DEFAULT = 5;

/**
 * The ranked list for some settings. It is a query although it is a POST: the same settings give the same list, and going back
 * to earlier ones shows theirs at once.
 * @param controls    null leaves everything to the server's defaults
 * @param version     counts how often the person's history was applied anew
 * @param resetCount  tells the defaults asked for by "Reset" from the list that the page came with
 */
export const recommendOptions = (sessionId: string, controls: Controls | null, resetCount: number, version = 0) =>
  queryOptions({
    queryKey: ["results", sessionId, "recommend", controls ?? resetCount, version],
    // Offline, a paused query would look like a hanging page; failing at once lets the page say so.
    networkMode: "always",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => {
      const body: RecommendRequest = {
        sessionId,
        details: true,
        top_n: controls?.count ?? COUNT_DEFAULT,
        diversity: controls?.isDiverse ?? true,
        ...(controls === null ? {} : { alpha: controls.alpha, weights: controls.weights }),
      };
      return fetchJson<RecommendReply>("/api/v1/results/recommend", { method: "POST", body, signal });
    },
  });

export const storedResultsOptions = (sessionId: string) =>
  queryOptions({
    queryKey: ["results", sessionId, "stored"],
    networkMode: "always",
    retry: 1,
    queryFn: ({ signal }) => fetchJson<StoredResultsReply>(`/api/v1/results/${sessionId}`, { signal }),
  });

/** Takes careers out of what lists learn from. */
export const forgetCareersOptions = () =>
  mutationOptions({
    mutationKey: ["history", "forget"],
    networkMode: "always",
    mutationFn: (codes: readonly string[]) =>
      Promise.all(codes.map((code) => fetchJson(`/api/v1/me/reactions/${code}/ignore`, { method: "PUT", body: {} }))),
  });

/** Has what was done with lists so far teach nothing about the person any more. */
export const forgetChoicesOptions = () =>
  mutationOptions({
    mutationKey: ["history", "choices"],
    networkMode: "always",
    mutationFn: () => fetchJson("/api/v1/me/career-learning", { method: "DELETE" }),
  });

/** Switches learning from history on or off for this person. */
export const usesHistoryOptions = () =>
  mutationOptions({
    mutationKey: ["history", "switch"],
    networkMode: "always",
    mutationFn: (usesHistory: boolean) => fetchJson("/api/v1/me", { method: "PATCH", body: { usesHistory } }),
  });
