import path from "node:path";
import { isDraining, watchHttpServer } from "@/lib/adapters/http-server";
import { logger } from "@/lib/adapters/logger";
import { collectProcessMetrics } from "@/lib/adapters/metrics";
import { printProgress } from "@/lib/adapters/print-progress";
import { watchEventLoop } from "@/lib/adapters/process-facts";
import { readRoutePatterns } from "@/lib/adapters/route-patterns";
import { startTracing } from "@/lib/adapters/tracing";
import { getEnv } from "@/lib/env";
import { getCareerSnapshot } from "./career-snapshot";
import { createFirstAdmin, type FirstAdmin } from "./create-first-admin";
import { keepDeletingExpiredGuests } from "./delete-expired-guests";
import { getDeps } from "./deps";
import { keepDeactivatingExpiredJobs } from "./jobs/deactivate-expired-jobs";
import { embedStaleJobs } from "./jobs/embed-stale-jobs";
import { keepDemoJobs, keepMindingDemoJobs } from "./jobs/keep-demo-jobs";
import { prepareCatalogue } from "./prepare-catalogue";
import { keepTrainingWhenDue } from "./ranking/train-when-due";
import { stopOnSignals } from "./stop-server";

/** Makes everything ready that a request needs. A server that cannot serve says why in plain words and stops. */
export async function bootServer(): Promise<void> {
  try {
    const env = getEnv();
    const server = watchHttpServer({
      trustedProxies: env.TRUST_PROXY,
      toRoute: readRoutePatterns(path.join(process.cwd(), ".next")),
    });
    collectProcessMetrics();
    watchEventLoop();
    const stopTracing = await startTracing({
      endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
      serviceName: env.OTEL_SERVICE_NAME,
    });
    // While developing, Next's own way to stop also ends its compiler.
    if (env.NODE_ENV === "production") stopOnSignals(server, [async () => (await getDeps()).close(), stopTracing]);
    const deps = await getDeps();
    await prepareCatalogue(deps, printProgress);
    await getCareerSnapshot(deps);
    const admin = await createFirstAdmin(deps, { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD });
    if (admin !== null) console.log(toNotice(admin));
    keepDeletingExpiredGuests(deps);
    keepDeactivatingExpiredJobs(deps);
    keepTrainingWhenDue(deps, env.RANKER_TRAIN_DAYS);
    const demo = { isOn: env.DEMO_JOBS === "on" };
    keepMindingDemoJobs(deps, demo);
    // The first page does not wait for it.
    deps.background.run("preparing jobs", async () => {
      await keepDemoJobs(deps, demo);
      const embedded = await embedStaleJobs(deps);
      if (embedded > 0) logger.info({ count: embedded }, "embedded jobs with the model");
    });
    if (deps.embedder === null) logger.warn({ reason: deps.embedderError }, "matching by ability alone");
  } catch (error) {
    // Told to stop in the middle, everything fails that still wanted to start.
    if (isDraining()) return;
    console.error(`\nWaymark cannot start. ${(error as Error).message}\n`);
    process.exit(1);
  }
}

/** For the eyes of whoever starts the server: a password never goes through the logger. */
function toNotice({ email, madePassword }: FirstAdmin): string {
  const lines =
    madePassword === null
      ? [`The first admin is ${email}, with the password that ADMIN_PASSWORD gives.`]
      : [
          `The first admin is ${email}`,
          `with the password    ${madePassword}`,
          "It is shown this once: log in and change it.",
        ];
  const width = Math.max(...lines.map((line) => line.length));
  const rule = "-".repeat(width + 4);
  return ["", rule, ...lines.map((line) => `| ${line.padEnd(width)} |`), rule, ""].join("\n");
}
