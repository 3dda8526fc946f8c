import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ReactionKind, ReactionListReply } from "@/lib/contracts/interactions";
import type { SaveCareerRequestSchema } from "@/lib/contracts/results";
import { fetchJson } from "@/lib/web/client/fetch-json";

type SaveCareerRequest = (typeof SaveCareerRequestSchema)["_zod"]["input"];

/** Whether a career is saved: kept in the cache only, so that the list and the career's own page agree within a visit. */
export const savedOptions = (careerCode: string, isSaved: boolean) =>
  queryOptions({
    queryKey: ["me", "saved", careerCode],
    queryFn: () => isSaved,
    initialData: isSaved,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** With the quiz session that the career was recommended for, or without any. */
export const saveCareerOptions = () =>
  mutationOptions({
    mutationKey: ["results", "save"],
    networkMode: "always",
    mutationFn: ({ sessionId, careerCode, saved }: Partial<SaveCareerRequest> & { careerCode: string }) => {
      if (sessionId !== undefined) {
        const body = { sessionId, careerCode, saved };
        return fetchJson("/api/v1/results/save-career", { method: "POST", body });
      }
      const path = `/api/v1/me/saved-careers/${careerCode}`;
      return saved ? fetchJson(path, { method: "PUT", body: {} }) : fetchJson(path, { method: "DELETE" });
    },
  });

/** How somebody stands to one career: stars of a rating in value. */
export type Reactions = { readonly [Kind in ReactionKind]?: { value: number | null; eventId?: string } };
export type ReactionsByCareer = { readonly [careerCode: string]: Reactions };

export const REACTIONS_KEY = ["me", "reactions"] as const;

/** How the person stands to careers now. Another page may have changed it, so it is asked for again on the way back. */
export const reactionsOptions = () =>
  queryOptions({
    queryKey: REACTIONS_KEY,
    networkMode: "always",
    retry: false,
    staleTime: 10_000,
    queryFn: async ({ signal }) =>
      toReactions((await fetchJson<ReactionListReply>("/api/v1/me/reactions", { signal })).items),
  });

export function toReactions(items: ReactionListReply["items"]): ReactionsByCareer {
  const reactions: Record<string, Reactions> = {};
  for (const { careerCode, kind, value } of items) {
    reactions[careerCode] = { ...reactions[careerCode], [kind]: { value } };
  }
  return reactions;
}

export type ReactInput = {
  careerCode: string;
  kind: ReactionKind;
  /** undefined takes the reaction back */
  value: number | null | undefined;
  /** Ties the state to the event that records the same: neither sets it twice, nor again after it was taken back. */
  eventId: string | undefined;
};

export const reactOptions = () =>
  mutationOptions({
    mutationKey: ["results", "react"],
    networkMode: "always",
    mutationFn: ({ careerCode, kind, value, eventId }: ReactInput) => {
      const path = `/api/v1/me/reactions/${careerCode}/${kind}`;
      if (value !== undefined) {
        return fetchJson(path, { method: "PUT", body: value === null ? { eventId } : { value, eventId } });
      }
      return fetchJson(eventId === undefined ? path : `${path}?eventId=${eventId}`, { method: "DELETE" });
    },
  });
