"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiError } from "@/lib/web/client/api-error";

const RETRIES_MAX = 2;

const newClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        // Asking again does not help when the request itself was refused.
        retry: (failures, error) => failures < RETRIES_MAX && !(error instanceof ApiError && error.kind === "refused"),
      },
    },
  });

/** One cache a browser tab. It is state, so that the server never shares one between two people. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(newClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
