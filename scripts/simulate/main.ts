/**
 * `npm run simulate -- [--surface careers|jobs] [--people N] [--days 30] [--seed 42] [--temporary] [--yes]`: lets simulated people use the
 * careers or swipe the jobs, to learn from and to test with. With careers [--top-n 10] [--no-diversity] [--truth FILE], with jobs
 * [--appeal 0.6]. `npm run simulate -- --remove` deletes all simulated people again.
 */
import { parseArgs } from "node:util";
import { printProgress } from "@/lib/adapters/print-progress";
import { RANKER_SURFACES, type RankerSurface } from "@/lib/contracts/rankers";
import { TOP_N_MAX } from "@/lib/contracts/results";
import { getEnv } from "@/lib/env";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { embedStaleJobs } from "@/lib/use-cases/jobs/embed-stale-jobs";
import { keepDemoJobs } from "@/lib/use-cases/jobs/keep-demo-jobs";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import { removeSimulatedPeople, requireNobodyReal } from "@/lib/use-cases/simulate/simulated-people";
import { withTemporaryDeps } from "../with-deps";
import { simulateWithCareers } from "./careers";
import { simulateWithJobs } from "./jobs";
import { formatCount } from "./watch-visits";

const PEOPLE = { careers: { usual: "2000", max: 1_000_000 }, jobs: { usual: "500", max: 100_000 } } as const;
/** Guests who were not seen for longer may be deleted by a server. */
const DAYS_MAX = 180;
const APPEAL_MAX = 10;
/** What says nothing of the other surface. */
const OF_SURFACE = { careers: ["top-n", "no-diversity", "truth"], jobs: ["appeal"] } as const;

type Simulation = {
  surface: RankerSurface;
  people: number;
  days: number;
  simulate: (deps: Deps) => Promise<void>;
};
type Flags = { isTemporary: boolean; isRemoving: boolean; isSure: boolean };

function readOptions(): { flags: Flags; simulation: Simulation } {
  const { values } = parseArgs({
    options: {
      surface: { type: "string", default: "careers" },
      people: { type: "string" },
      days: { type: "string", default: "30" },
      seed: { type: "string", default: "42" },
      "top-n": { type: "string" },
      "no-diversity": { type: "boolean" },
      truth: { type: "string" },
      appeal: { type: "string" },
      temporary: { type: "boolean", default: false },
      remove: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
    },
  });
  const surface = RANKER_SURFACES.find((name) => name === values.surface);
  if (surface === undefined)
    throw new Error(`--surface ${values.surface}: must be one of ${RANKER_SURFACES.join(", ")}.`);
  const other = surface === "careers" ? "jobs" : "careers";
  const stray = OF_SURFACE[other].find((name) => values[name] !== undefined);
  if (stray !== undefined) throw new Error(`--${stray} is for --surface ${other}.`);
  const whole = (name: string, text: string, min: number, max: number): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max)
      throw new Error(`--${name} ${text}: must be a whole number from ${min} to ${max}.`);
    return value;
  };
  const common = {
    people: whole("people", values.people ?? PEOPLE[surface].usual, 1, PEOPLE[surface].max),
    days: whole("days", values.days, 1, DAYS_MAX),
    seed: whole("seed", values.seed, 0, 2 ** 31 - 1),
    endMs: Date.now(),
  };
  const topN = whole("top-n", values["top-n"] ?? "10", 1, TOP_N_MAX);
  const appealWeight = readAppeal(values.appeal ?? "0.6");
  return {
    flags: { isTemporary: values.temporary, isRemoving: values.remove, isSure: values.yes },
    simulation: {
      ...{ surface, people: common.people, days: common.days },
      simulate: (deps) =>
        surface === "careers"
          ? simulateWithCareers(deps, { ...common, topN, isDiverse: values["no-diversity"] !== true }, values.truth)
          : simulateWithJobs(deps, { ...common, appealWeight }),
    },
  };
}

function readAppeal(text: string): number {
  const value = text === "" ? Number.NaN : Number(text);
  if (!(value >= 0 && value <= APPEAL_MAX))
    throw new Error(`--appeal ${text}: must be a number from 0 to ${APPEAL_MAX}.`);
  return value;
}

/** What a server makes ready when it starts, as far as people meet it. */
async function prepare(deps: Deps, surface: RankerSurface): Promise<void> {
  if (deps.embedder === null) console.log(`Without embeddings: ${deps.embedderError}`);
  await prepareCatalogue(deps, printProgress);
  if (surface === "careers") return;
  await keepDemoJobs(deps, { isOn: getEnv().DEMO_JOBS === "on" });
  await embedStaleJobs(deps);
}

async function runOnDatabase({ isRemoving, isSure }: Flags, simulation: Simulation): Promise<void> {
  const { surface, people, days, simulate } = simulation;
  const env = getEnv();
  const deps = await openDeps(env);
  try {
    const place =
      env.DATABASE_URL === undefined ? `the embedded database in ${env.dataDir}` : "the database of DATABASE_URL";
    if (isRemoving) {
      const draw = (done: number, total: number) => printProgress("Deleting simulated people", done, total);
      console.log(`${formatCount(await removeSimulatedPeople(deps, draw))} simulated people deleted from ${place}.`);
      return;
    }
    const there = isSure ? 0 : await requireNobodyReal(deps);
    console.log(
      `${formatCount(people)} simulated people will use the ${surface} in ${place} for ${days} days that end now.${there > 0 ? ` ${formatCount(there)} are there already.` : ""}\nTheir ids begin with 5eed0000, and \`npm run simulate -- --remove\` deletes them.`,
    );
    await prepare(deps, surface);
    await simulate(deps);
  } finally {
    await deps.close();
  }
}

try {
  const { flags, simulation } = readOptions();
  if (flags.isTemporary) {
    await withTemporaryDeps(async (deps) => {
      await prepare(deps, simulation.surface);
      await simulation.simulate(deps);
    });
  } else await runOnDatabase(flags, simulation);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
