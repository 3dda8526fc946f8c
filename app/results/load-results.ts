import { cache } from "react";
import { SessionIdSchema } from "@/lib/contracts/quiz";
import type { StoredResultsReply } from "@/lib/contracts/results";
import { AppError } from "@/lib/errors";
import { getDeps } from "@/lib/use-cases/deps";
import { getResults } from "@/lib/use-cases/get-results";
import { readPageActor } from "@/lib/web/page-actor";

/** The stored results of a session, once a request however many parts of the page ask; null when there is no such session. */
export const loadResults = cache(async (sessionId: string): Promise<StoredResultsReply | null> => {
  if (!SessionIdSchema.safeParse(sessionId).success) return null;
  try {
    return await getResults(await getDeps(), await readPageActor(), sessionId);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
});
