import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { SavedCareer, SavedCareerRequest, SavedCareersReply } from "@/lib/contracts/saved";
import { fetchJson } from "@/lib/web/client/fetch-json";

const toPath = (careerCode: string): string => `/api/v1/me/saved-careers/${careerCode}`;

/** What the person saved. Other pages change it too, so it is asked for again on the way back here. */
export const savedCareersOptions = () =>
  queryOptions({
    queryKey: ["me", "saved-careers"],
    networkMode: "always",
    retry: false,
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => fetchJson<SavedCareersReply>("/api/v1/me/saved-careers", { signal }),
  });

/** Saves, or changes the list or the note; null takes the save back. */
export const putSavedCareerOptions = () =>
  mutationOptions({
    mutationKey: ["me", "saved-careers", "put"],
    networkMode: "always",
    mutationFn: ({ careerCode, change }: { careerCode: string; change: SavedCareerRequest | null }) =>
      change === null
        ? fetchJson(toPath(careerCode), { method: "DELETE" })
        : fetchJson(toPath(careerCode), { method: "PUT", body: change }),
  });

export const renameListOptions = () =>
  mutationOptions({
    mutationKey: ["me", "saved-careers", "rename"],
    networkMode: "always",
    mutationFn: (body: { from: string; to: string }) =>
      fetchJson("/api/v1/me/saved-careers/lists/rename", { method: "POST", body }),
  });

/** @param isLeaving  the page goes away: the browser finishes the call all the same */
export const sendNote = (careerCode: string, note: string, isLeaving: boolean) =>
  fetchJson<SavedCareer>(toPath(careerCode), { method: "PUT", body: { note }, keepalive: isLeaving });
