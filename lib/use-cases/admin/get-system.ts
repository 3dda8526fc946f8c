import { isDraining } from "@/lib/adapters/http-server";
import { countErrors } from "@/lib/adapters/metrics";
import { getProcessFacts } from "@/lib/adapters/process-facts";
import type { SystemReply } from "@/lib/contracts/admin";
import { countCareers, getDatabaseFacts, listMigrations } from "@/lib/db/admin-system";
import { findSeededHash } from "@/lib/db/catalogue";
import { getEnv, listSettings } from "@/lib/env";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { requireAdmin } from "../permissions";

/** What runs here, in which version, and how it is doing. Of settings that are secret only whether they are set. */
export async function getSystem(deps: Deps, actor: Actor): Promise<SystemReply> {
  requireAdmin(actor);
  const [facts, migrations, careers, seededHash, errors] = await Promise.all([
    getDatabaseFacts(deps.db),
    listMigrations(deps.db),
    countCareers(deps.db, deps.embedder?.model ?? null),
    findSeededHash(deps.db),
    countErrors(),
  ]);
  const { startedAt, ...processFacts } = getProcessFacts();
  const env = getEnv();
  return {
    database: {
      ...{ engine: deps.dbEngine, ...facts },
      migrations: migrations.map(({ name, appliedAt }) => ({ name, appliedAt: appliedAt?.toISOString() ?? null })),
    },
    catalogue: { ...careers, seededHash, isCurrent: seededHash === deps.catalogue.hash },
    model: { name: deps.embedder?.model ?? null, isLoaded: deps.embedder !== null, problem: deps.embedderError },
    process: { ...processFacts, startedAt: startedAt.toISOString() },
    errors,
    work: toWork(deps),
    rateLimitStore: env.RATE_LIMIT_SCALE === 0 ? "off" : env.REDIS_URL === undefined ? "memory" : "redis",
    settings: listSettings(),
  };
}

function toWork({ snapshot }: Deps): SystemReply["work"] {
  const isRefreshing = snapshot.refreshing !== undefined;
  return [
    { name: "requests", state: isDraining() ? "stopping" : "running", count: null },
    { name: "catalogue", state: isRefreshing ? "running" : "idle", count: snapshot.current?.careers.length ?? null },
  ];
}
