import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  RecommendReply,
  RecommendRequest,
  SaveCareerRequestSchema,
  StoredResultsReply,
  ViewCareerRequestSchema,
} from "@/lib/contracts/results";
import { fetchJson } from "@/lib/web/client/fetch-json";
import type { Controls } from "./controls-url";

type SaveCareerRequest = (typeof SaveCareerRequestSchema)["_zod"]["input"];
type ViewCareerRequest = (typeof ViewCareerRequestSchema)["_zod"]["input"];

/** How many careers a fresh list has. */
export const COUNT_DEFAULT = 5;

/**
 * The ranked list for some settings. It is a query although it is a POST: the same settings give the same list, and going back
 * to earlier ones shows theirs at once.
 * @param controls    null leaves everything to the server's defaults
 * @param resetCount  tells the defaults asked for by "Reset" from the list that the page came with
 */
export const recommendOptions = (sessionId: string, controls: Controls | null, resetCount: number) =>
  queryOptions({
    queryKey: ["results", sessionId, "recommend", controls ?? resetCount],
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

/** Whether a career is saved: kept in the cache only, so that the list and the career's own page agree within a visit. */
export const savedOptions = (sessionId: string, careerCode: string, isSaved: boolean) =>
  queryOptions({
    queryKey: ["results", sessionId, "saved", careerCode],
    queryFn: () => isSaved,
    initialData: isSaved,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

export const saveCareerOptions = () =>
  mutationOptions({
    mutationKey: ["results", "save"],
    networkMode: "always",
    mutationFn: (body: SaveCareerRequest) => fetchJson("/api/v1/results/save-career", { method: "POST", body }),
  });

const recorded = new Set<string>();

/** Tells the server that a career was looked at, once a visit. Nobody waits for it and nothing depends on it, so it fails silently. */
export function recordView(body: ViewCareerRequest): void {
  const key = `${body.sessionId}/${body.careerCode}`;
  if (recorded.has(key)) return;
  recorded.add(key);
  fetchJson("/api/v1/results/view-career", { method: "POST", body, keepalive: true }).catch(() => recorded.delete(key));
}
