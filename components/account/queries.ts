import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type {
  ChangeEmailRequest,
  ChangePasswordRequest,
  MeReply,
  ProfileChanges,
  SkillsReply,
} from "@/lib/contracts/me";
import { fetchJson } from "@/lib/web/client/fetch-json";

const SUGGESTIONS_MAX = 8;

/** Skills and technologies of the catalogue that complete what was typed. */
export const skillsOptions = (q: string) =>
  queryOptions({
    queryKey: ["skills", q],
    enabled: q !== "",
    networkMode: "always",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      fetchJson<SkillsReply>(`/api/v1/skills?q=${encodeURIComponent(q)}&limit=${SUGGESTIONS_MAX}`, { signal }),
  });

export const updateMeOptions = () =>
  mutationOptions({
    mutationKey: ["me", "update"],
    // Offline, a paused call would look like one that hangs.
    networkMode: "always",
    // Finished also when the page is left meanwhile.
    mutationFn: (body: ProfileChanges) => fetchJson<MeReply>("/api/v1/me", { method: "PATCH", body, keepalive: true }),
  });

export const changeEmail = (body: ChangeEmailRequest) =>
  fetchJson<MeReply>("/api/v1/me/email", { method: "POST", body });

export const changePassword = (body: ChangePasswordRequest) =>
  fetchJson("/api/v1/me/password", { method: "POST", body });

export const signOutEverywhere = () => fetchJson("/api/v1/me/sign-out-everywhere", { method: "POST" });
