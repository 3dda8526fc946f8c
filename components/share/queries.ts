import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ShareLinksReply, ShareReply } from "@/lib/contracts/share";
import { fetchJson } from "@/lib/web/client/fetch-json";

export const shareLinksOptions = () =>
  queryOptions({
    queryKey: ["shares"],
    networkMode: "always",
    retry: 1,
    staleTime: 0,
    queryFn: ({ signal }) => fetchJson<ShareLinksReply>("/api/v1/me/shares", { signal }),
  });

export const shareResultsOptions = (sessionId: string) =>
  mutationOptions({
    mutationKey: ["shares", "make"],
    networkMode: "always",
    mutationFn: (recommendationId: string | undefined) =>
      fetchJson<ShareReply>(`/api/v1/results/${sessionId}/share`, { method: "POST", body: { recommendationId } }),
  });

export const revokeShareOptions = () =>
  mutationOptions({
    mutationKey: ["shares", "revoke"],
    networkMode: "always",
    mutationFn: (id: string) => fetchJson(`/api/v1/me/shares/${id}`, { method: "DELETE" }),
  });
