import { logger } from "@/lib/adapters/logger";
import { printProgress } from "@/lib/adapters/print-progress";
import { getCareerSnapshot } from "./career-snapshot";
import { getDeps } from "./deps";
import { prepareCatalogue } from "./prepare-catalogue";

/** Makes everything ready that a request needs. A server that cannot serve says why in plain words and stops. */
export async function bootServer(): Promise<void> {
  try {
    const deps = await getDeps();
    await prepareCatalogue(deps, printProgress);
    await getCareerSnapshot(deps);
    if (deps.embedder === null) logger.warn({ reason: deps.embedderError }, "matching by ability alone");
  } catch (error) {
    console.error(`\nWaymark cannot start. ${(error as Error).message}\n`);
    process.exit(1);
  }
}
