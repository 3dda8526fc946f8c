/** What `npm run simulate` does with careers, and what it prints of that. */
import { closeSync, openSync, writeSync } from "node:fs";
import type { Deps } from "@/lib/use-cases/deps";
import { openCareerWorld, type SimulationOptions, simulateCareers } from "@/lib/use-cases/simulate/simulate-careers";
import { createSimulationTally, type SimulationSummary } from "@/lib/use-cases/simulate/tally-simulation";
import { toTruthHeader, toTruthLine } from "@/lib/use-cases/simulate/write-truth";
import { report } from "../report";
import { formatCount, watchVisits } from "./watch-visits";

/** @param truth  a file to write the truth about every list to */
export async function simulateWithCareers(
  deps: Deps,
  options: SimulationOptions,
  truth: string | undefined,
): Promise<void> {
  const { world, snapshot } = await openCareerWorld(deps, options.seed);
  const tally = createSimulationTally(world, options);
  const file = truth === undefined ? null : openSync(truth, "w");
  const write = (line: string): void => {
    if (file !== null) writeSync(file, `${line}\n`);
  };
  try {
    write(toTruthHeader(world, snapshot, options));
    const { onVisit, end } = watchVisits();
    await simulateCareers(deps, options, {
      onCall: (call) => {
        tally.add(call);
        write(toTruthLine(call));
      },
      onVisit,
    });
    printSummary(tally.summarize(), options, end());
    if (truth !== undefined) console.log(`The truth about every list is in ${truth}`);
  } finally {
    if (file !== null) closeSync(file);
  }
}

function printSummary(summary: SimulationSummary, { seed, days }: SimulationOptions, seconds: number): void {
  const { people, quizzes, lists, impressions, interactions, positions, ndcg } = summary;
  const events = Object.values(interactions).reduce((sum, count) => sum + count, 0);
  console.log(
    `\n${formatCount(people)} people, ${formatCount(quizzes)} quizzes, ${formatCount(lists)} lists, ${formatCount(impressions)} impressions and ${formatCount(events)} interactions in ${seconds.toFixed(1)} s: ${formatCount(Math.round(lists / seconds))} visits and ${formatCount(Math.round(events / seconds))} interactions a second.`,
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
