import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Env, getEnv } from "@/lib/env";
import { type CareerSnapshot, getCareerSnapshot } from "@/lib/use-cases/career-snapshot";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";

/**
 * Runs a measurement on a fresh embedded database with the shipped catalogue, and takes it away afterwards.
 * @param settings  instead of those of the environment
 */
export async function withTemporaryDeps(
  run: (deps: Deps, snapshot: CareerSnapshot) => Promise<void>,
  settings: Partial<Env> = {},
): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "waymark-"));
  const deps = await openDeps({ ...getEnv(), ...settings, dataDir, DATABASE_URL: undefined });
  try {
    await prepareCatalogue(deps, () => {});
    await run(deps, await getCareerSnapshot(deps));
  } finally {
    await deps.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
