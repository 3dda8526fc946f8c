"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { EXAMPLE_SESSION_ID } from "./examples";

type SessionMemory = { sessionId: string; remember: (sessionId: string) => void };

const SessionContext = createContext<SessionMemory>({ sessionId: EXAMPLE_SESSION_ID, remember: () => undefined });

/** Carries the session of the reader's last call to the other forms of the page. */
export function SessionMemoryProvider({ children }: { children: ReactNode }) {
  const [sessionId, remember] = useState(EXAMPLE_SESSION_ID);
  return <SessionContext value={{ sessionId, remember }}>{children}</SessionContext>;
}

export const useSessionMemory = (): SessionMemory => useContext(SessionContext);
