import { setTimeout as delay } from "node:timers/promises";
import { isDraining } from "@/lib/adapters/http-server";
import { logger } from "@/lib/adapters/logger";
import { pingDatabase } from "@/lib/db/ping";
import { getCareerSnapshot } from "./career-snapshot";
import { type Deps, getDeps } from "./deps";

/** A database that takes longer than this to say hello serves nobody. */
const PING_MS_MAX = 2000;

export type Readiness = {
  isReady: boolean;
  parts: {
    server: "ok" | "stopping";
    database: "ok" | "failed";
    catalogue: "ok" | "failed";
    /** Without a model people still get careers, by their ratings alone. */
    model: "ok" | "ability_only" | "failed";
  };
};

/** Which parts can serve now; what ails the others is in the log. */
export async function checkReadiness(): Promise<Readiness> {
  const server = isDraining() ? "stopping" : "ok";
  const deps = await getDeps().catch(report("database"));
  if (deps === null) {
    return { isReady: false, parts: { server, database: "failed", catalogue: "failed", model: "failed" } };
  }
  const isAnswering = await answersInTime(deps);
  const snapshot = isAnswering ? await getCareerSnapshot(deps).catch(report("catalogue")) : deps.snapshot.current;
  const parts = {
    server,
    database: isAnswering ? "ok" : "failed",
    catalogue: snapshot === null ? "failed" : "ok",
    model: deps.embedder === null ? "ability_only" : "ok",
  } as const;
  return { isReady: server === "ok" && isAnswering && snapshot !== null, parts };
}

async function answersInTime({ db }: Pick<Deps, "db">): Promise<boolean> {
  const answer = pingDatabase(db).then(() => true);
  const late = delay(PING_MS_MAX, false, { ref: false });
  return (await Promise.race([answer, late]).catch(report("database"))) ?? false;
}

const report = (part: string) => (error: unknown) => {
  logger.warn({ err: error, part }, "not ready");
  return null;
};
