/**
 * `npm run train:ranker -- --surface careers [--min-interactions 100] [--lookback-days 90] [--validation-split 0.2] [--num-boost-round 500]
 * [--evaluate-only]`: trains a ranker on what people did and keeps it as a version, which an admin may promote; prints how good it is on the
 * lists of the last days, which it did not see. With too little to learn from it says how much is missing and ends well.
 */
import { parseArgs } from "node:util";
import { makeProgressBar } from "@/lib/adapters/print-progress";
import { RANKER_SURFACES, type RankerReport, TrainOptionsSchema } from "@/lib/contracts/rankers";
import type { Interval } from "@/lib/engine/math/statistics";
import { getEnv } from "@/lib/env";
import { openDeps } from "@/lib/use-cases/deps";
import { prepareCatalogue } from "@/lib/use-cases/prepare-catalogue";
import { type TrainOutcome, trainRanker } from "@/lib/use-cases/ranking/train-ranker";
import { printTables } from "./report";

const OPTIONS = {
  surface: { type: "string" },
  "min-interactions": { type: "string" },
  "lookback-days": { type: "string" },
  "validation-split": { type: "string" },
  "num-boost-round": { type: "string" },
  "evaluate-only": { type: "boolean", default: false },
} as const;
const FEATURES_SHOWN = 10;

function readOptions() {
  const { values } = parseArgs({ options: OPTIONS });
  const { surface = "careers", "evaluate-only": evaluateOnly } = values;
  const known = RANKER_SURFACES.find((name) => name === surface);
  if (known === undefined) throw new Error(`--surface ${surface}: must be one of ${RANKER_SURFACES.join(", ")}.`);
  const given = ["min-interactions", "lookback-days", "validation-split", "num-boost-round"] as const;
  const numbers = given.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name.replaceAll("-", "_"), value === "" ? Number.NaN : Number(value)]];
  });
  const parsed = TrainOptionsSchema.safeParse(Object.fromEntries(numbers));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]).replaceAll("_", "-") as (typeof given)[number];
    throw new Error(`--${name} ${values[name]}: ${issue?.message}.`);
  }
  return { surface: known, options: { ...parsed.data, evaluateOnly } };
}

const digits = (value: number): string => value.toFixed(4);
const span = ({ estimate, low, high }: Interval): string =>
  `${estimate >= 0 ? "+" : ""}${digits(estimate)} (${digits(low)} to ${digits(high)})`;
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace("T", " ");

function printFigures({
  data,
  base,
  ranker,
  beyondBase,
}: Pick<RankerReport, "data" | "base" | "ranker" | "beyondBase">) {
  const row = (what: string, figures: RankerReport["base"]) => ({
    what,
    "train NDCG@5": digits(figures.train.at5),
    "train NDCG@10": digits(figures.train.at10),
    "validation NDCG@5": digits(figures.validation.at5),
    "validation NDCG@10": digits(figures.validation.at10),
  });
  printTables([
    {
      name: "The order of lists, by what people did with them",
      note: `${data.interactions.toLocaleString("en-US")} interactions. Learned from ${data.trainLists} lists (${data.trainRows} rows) of ${day(data.sinceMs)} to ${day(data.splitAtMs)} UTC, judged by ${data.validationLists} lists (${data.validationRows} rows) since. Rows that nobody looked at, and lists without two different grades among the others, are left out; what was seen and not picked is a negative. The last fifth of the lists learned from told when to stop.`,
      rows: [row("base score", base), row("ranker", ranker)],
    },
  ]);
  console.log(`\nValidation NDCG@10 beyond the base score: ${span(beyondBase)}, 95 %.`);
}

function print(outcome: TrainOutcome): void {
  switch (outcome.kind) {
    case "too_little": {
      const { what, count } = outcome.missing;
      console.log(`Nothing to learn from yet: ${outcome.interactions} interactions, ${count} more ${what} needed.`);
      return;
    }
    case "busy":
      console.log("Another training is under way.");
      return;
    case "cancelled":
      console.log(`Version ${outcome.number} was cancelled.`);
      return;
    case "evaluated":
      printFigures(outcome.report);
      return;
    case "trained": {
      const { report, number } = outcome;
      printFigures(report);
      printTables([
        {
          name: `Features that move the scores of version ${number} most`,
          note: `${report.trees} trees (${report.stopReason}), ${report.seconds.toFixed(1)} s.`,
          rows: report.importances
            .slice(0, FEATURES_SHOWN)
            .map(({ name, share }) => ({ what: name, "share of what moves scores": digits(share) })),
        },
      ]);
      const { limit, moved } = report.drift;
      const drift = moved.map(({ name, index }) => `${name} ${index.toFixed(2)}`).join(", ");
      console.log(
        `\nMoved since the lists learned from (stability index above ${limit.toFixed(2)}): ${drift || "nothing"}.`,
      );
      console.log(
        `Mean label of rows held out, by fifths of the ranker's score: ${report.reliability.map(({ label }) => label.toFixed(2)).join(", ")}.`,
      );
      console.log(
        `\nBeyond what ranks now: ${span(report.beyondCurrent)}. Kept as version ${number}; promote it at /admin/models.`,
      );
    }
  }
}

async function main(): Promise<void> {
  const { surface, options } = readOptions();
  const deps = await openDeps(getEnv());
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  try {
    await prepareCatalogue(deps, () => {});
    let bar: ReturnType<typeof makeProgressBar> | null = null;
    const outcome = await trainRanker(
      deps,
      surface,
      options,
      (progress) => {
        if (progress.kind !== "tree") return;
        bar ??= makeProgressBar("Training", progress.rounds);
        bar(
          progress.iteration,
          `tree ${progress.iteration}, NDCG@10 of the lists that tell when to stop ${digits(progress.validation)}`,
        );
      },
      stop.signal,
    );
    if (bar !== null && process.stdout.isTTY) console.log();
    print(outcome);
  } finally {
    await deps.close();
  }
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
