import { queryOptions } from "@tanstack/react-query";
import type { ConsentReply } from "@/lib/contracts/me";
import { fetchJson } from "@/lib/web/client/fetch-json";
import type { KnownChoice } from "@/lib/web/client/tracking/consent-choice";

/** What the server knows of the person's choice: asked for where the page did not come with it. */
export const consentOptions = () =>
  queryOptions({
    queryKey: ["me", "consent"],
    networkMode: "always",
    retry: 1,
    staleTime: 0,
    queryFn: async ({ signal }): Promise<KnownChoice> => {
      const { tracking } = await fetchJson<ConsentReply>("/api/v1/me/consent", { signal });
      if (tracking === null) return "unasked";
      return tracking ? "granted" : "refused";
    },
  });
