import { findLatestSessionId } from "@/lib/db/quiz-sessions";
import type { Actor } from "./actor";
import type { Deps } from "./deps";

/** The quiz that somebody finished last, on whichever device; null when there is none. */
export async function findLatestSession(deps: Pick<Deps, "db">, actor: Actor): Promise<string | null> {
  return actor.userId === null ? null : findLatestSessionId(deps.db, actor.userId);
}
