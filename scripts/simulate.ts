/**
 * `npm run simulate -- [--people 2000] [--days 30] [--seed 42] [--top-n 10] [--no-diversity] [--temporary] [--truth FILE] [--yes]`: lets
 * simulated people use the careers, to learn from and to test with. `npm run simulate -- --remove` deletes all of them again.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { makeProgressBar, printProgress } from "@/lib/adapters/print-progress";
import { TOP_N_MAX } from "@/lib/contracts/results";
import { getEnv } from "@/lib/env";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import { openCareerWorld, type SimulationOptions, simulateCareers } from "@/lib/use-cases/simulate/simulate-careers";
import { removeSimulatedPeople, requireNobodyReal } from "@/lib/use-cases/simulate/simulated-people";
import { createSimulationTally, type SimulationSummary } from "@/lib/use-cases/simulate/tally-simulation";
import { toTruthHeader, toTruthLine } from "@/lib/use-cases/simulate/write-truth";
import { report } from "./report";
import { withTemporaryDeps } from "./with-deps";

const PEOPLE_MAX = 1_000_000;
/** Guests who were not seen for longer may be deleted by a server. */
const DAYS_MAX = 180;

type Flags = { isTemporary: boolean; isRemoving: boolean; isSure: boolean; truth: string | undefined };

function readOptions(): { flags: Flags; options: SimulationOptions } {
  const { values } = parseArgs({
    options: {
      people: { type: "string", default: "2000" },
      days: { type: "string", default: "30" },
      seed: { type: "string", default: "42" },
      "top-n": { type: "string", default: "10" },
      "no-diversity": { type: "boolean", default: false },
      temporary: { type: "boolean", default: false },
      truth: { type: "string" },
      remove: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
    },
  });
  const whole = (name: "people" | "days" | "seed" | "top-n", min: number, max: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < min || value > max)
      throw new Error(`--${name} ${values[name]}: must be a whole number from ${min} to ${max}.`);
    return value;
  };
  return {
    flags: { isTemporary: values.temporary, isRemoving: values.remove, isSure: values.yes, truth: values.truth },
    options: {
      people: whole("people", 1, PEOPLE_MAX),
      days: whole("days", 1, DAYS_MAX),
      seed: whole("seed", 0, 2 ** 31 - 1),
      topN: whole("top-n", 1, TOP_N_MAX),
      isDiverse: !values["no-diversity"],
      endMs: Date.now(),
    },
  };
}

const format = (count: number): string => count.toLocaleString("en-US");

async function simulate(deps: Deps, options: SimulationOptions, truth: string | undefined): Promise<void> {
  const { world, snapshot } = await openCareerWorld(deps, options.seed);
  const tally = createSimulationTally(world, options);
  const file = truth === undefined ? null : openSync(truth, "w");
  const write = (line: string): void => {
    if (file !== null) writeSync(file, `${line}\n`);
  };
  try {
    write(toTruthHeader(world, snapshot, options));
    const startMs = performance.now();
    let draw: ReturnType<typeof makeProgressBar> | undefined;
    await simulateCareers(deps, options, {
      onCall: (call) => {
        tally.add(call);
        write(toTruthLine(call));
      },
      onVisit: (done, total) => {
        draw ??= makeProgressBar("Simulating visits", total);
        const perSecond = (1000 * done) / (performance.now() - startMs);
        draw(done, `${format(done)} of ${format(total)}, ${perSecond.toFixed(0)} a second`);
      },
    });
    if (process.stdout.isTTY) console.log();
    printSummary(tally.summarize(), options, (performance.now() - startMs) / 1000);
    if (truth !== undefined) console.log(`The truth about every list is in ${truth}`);
  } finally {
    if (file !== null) closeSync(file);
  }
}

function printSummary(summary: SimulationSummary, { seed, days }: SimulationOptions, seconds: number): void {
  const { people, quizzes, lists, impressions, interactions, positions, ndcg } = summary;
  const events = Object.values(interactions).reduce((sum, count) => sum + count, 0);
  console.log(
    `\n${format(people)} people, ${format(quizzes)} quizzes, ${format(lists)} lists, ${format(impressions)} impressions and ${format(events)} interactions in ${seconds.toFixed(1)} s: ${format(Math.round(lists / seconds))} visits and ${format(Math.round(events / seconds))} interactions a second.`,
  );
  report("simulate", [
    {
      name: "What people did",
      note: `Seed ${seed}, ${days} days.`,
      rows: Object.entries(interactions).map(([interaction, count]) => ({
        interaction,
        count,
        "per 100 impressions": (100 * count) / impressions,
      })),
    },
    {
      name: "By position",
      note: "Examination is the true probability that a row is looked at. 95 % Wilson intervals.",
      rows: positions.map(({ examination, viewed, clicked, ...row }) => ({
        ...row,
        "true examination": examination,
        viewed,
        "click-through": clicked,
      })),
    },
    {
      name: "How good the order is by the truth",
      note: "NDCG@10, grades 0 to 4, gains 2^grade - 1, of all careers: the mean over people. 95 % bootstrap intervals.",
      rows: Object.entries(ndcg).map(([order, interval]) => ({ order, "NDCG@10": interval })),
    },
  ]);
}

async function prepare(deps: Deps): Promise<void> {
  if (deps.embedder === null) console.log(`Without embeddings: ${deps.embedderError}`);
  await prepareCatalogue(deps, printProgress);
}

async function runOnDatabase({ isRemoving, isSure, truth }: Flags, options: SimulationOptions): Promise<void> {
  const env = getEnv();
  const deps = await openDeps(env);
  try {
    const place =
      env.DATABASE_URL === undefined ? `the embedded database in ${env.dataDir}` : "the database of DATABASE_URL";
    if (isRemoving) {
      const draw = (done: number, total: number) => printProgress("Deleting simulated people", done, total);
      console.log(`${format(await removeSimulatedPeople(deps, draw))} simulated people deleted from ${place}.`);
      return;
    }
    const there = isSure ? 0 : await requireNobodyReal(deps);
    console.log(
      `${format(options.people)} simulated people will use the careers in ${place} for ${options.days} days that end now.${there > 0 ? ` ${format(there)} are there already.` : ""}\nTheir ids begin with 5eed0000, and \`npm run simulate -- --remove\` deletes them.`,
    );
    await prepare(deps);
    await simulate(deps, options, truth);
  } finally {
    await deps.close();
  }
}

try {
  const { flags, options } = readOptions();
  if (flags.isTemporary) await withTemporaryDeps((deps) => simulate(deps, options, flags.truth));
  else await runOnDatabase(flags, options);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
