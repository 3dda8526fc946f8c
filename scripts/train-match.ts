/**
 * `npm run train:match -- [--mode production|demo] [--seed 2] [--out FILE] [--promote N] [--roll-back]`: trains what says how likely a career suits, on
 * simulated people and what real ones did; prints how good it is on people held out, and keeps it as a version, which serves nothing before
 * `--promote` with its number. With --out the model goes to a file instead: that is how the shipped one is made. The demo is kept nowhere.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { MATCH_MODES } from "@/lib/engine/simulate/match-sets";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type Deps, openDeps } from "@/lib/use-cases/deps";
import { promoteMatch, rollBackMatch } from "@/lib/use-cases/match/promote-match";
import { fitMatchModel, type MatchReport, trainMatch } from "@/lib/use-cases/match/train-match";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import { toMatchTables } from "./match-tables";
import { printTables } from "./report";

const OPTIONS = {
  mode: { type: "string", default: "production" },
  seed: { type: "string", default: "2" },
  out: { type: "string" },
  promote: { type: "string" },
  "roll-back": { type: "boolean", default: false },
} as const;

function toWhole(name: string, value: string): number {
  const number = Number(value);
  if (value === "" || !Number.isInteger(number) || number < 0)
    throw new Error(`--${name} ${value}: must be a whole number from 0.`);
  return number;
}

function readOptions() {
  const { values } = parseArgs({ options: OPTIONS });
  const mode = MATCH_MODES.find((name) => name === values.mode);
  if (mode === undefined) throw new Error(`--mode ${values.mode}: must be one of ${MATCH_MODES.join(", ")}.`);
  const promote = values.promote === undefined ? null : toWhole("promote", values.promote);
  return { mode, seed: toWhole("seed", values.seed), out: values.out, promote, isBack: values["roll-back"] };
}

function print({ data, evaluation, real, chosen, beyondCurrent, seconds }: MatchReport, mode: string): void {
  printTables(toMatchTables(evaluation, mode));
  const percent = (100 * data.realShare).toFixed(1);
  console.log(
    `\nLearned from ${data.pairs} pairs of simulated people, and ${data.realPairs} of ${data.realPeople} real ones, which weigh ${percent} %. Served is: ${chosen}. ${seconds.toFixed(1)} s.`,
  );
  if (real !== null) {
    const { auc, calibrationError } = real.figures;
    console.log(
      `Of ${real.pairs} pairs of real people held out: AUC ${auc.estimate.toFixed(3)} (${auc.low.toFixed(3)} to ${auc.high.toFixed(3)}), calibration error ${calibrationError.estimate.toFixed(3)}.`,
    );
  }
  if (beyondCurrent !== null) {
    const { estimate, low, high, number } = beyondCurrent;
    const now = number === null ? "the shipped model" : `version ${number}`;
    console.log(
      `Brier score beyond that of ${now}, which serves now: ${estimate.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)}); below 0 is better.`,
    );
  }
}

async function run(deps: Deps, stop: AbortSignal): Promise<void> {
  const { mode, seed, out, promote, isBack } = readOptions();
  if (promote !== null) {
    await promoteMatch(deps, null, { number: promote });
    console.log(`Version ${promote} says how likely careers suit from now on.`);
    return;
  }
  if (isBack) {
    const number = await rollBackMatch(deps, null);
    console.log(`${number === null ? "The shipped model" : `Version ${number}`} says how likely careers suit again.`);
    return;
  }
  await prepareCatalogue(deps, () => {});
  if (out !== undefined || mode === "demo") {
    const { artefact, report } = await fitMatchModel(deps, { mode, seed }, stop);
    print(report, mode);
    if (out === undefined) return;
    await writeFile(out, artefact);
    console.log(`Written to ${out}.`);
    return;
  }
  const outcome = await trainMatch(deps, { seed }, stop);
  if (outcome.kind === "busy") {
    console.log("Another training is under way.");
    return;
  }
  print(outcome.report, mode);
  console.log(`Kept as version ${outcome.number}; npm run train:match -- --promote ${outcome.number} lets it serve.`);
}

async function main(): Promise<void> {
  // Wrong options are told before a database is opened.
  readOptions();
  // Nothing here needs the embeddings.
  const deps = await openDeps({ ...getEnv(), EMBEDDING_MODEL: "none" });
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  try {
    await run(deps, stop.signal);
  } finally {
    await deps.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof AppError ? error.publicMessage : (error as Error).message);
  process.exitCode = 1;
}
