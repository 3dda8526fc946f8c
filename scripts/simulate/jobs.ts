/** What `npm run simulate -- --surface jobs` does, and what it prints. */
import type { Deps } from "@/lib/use-cases/deps";
import { type JobSimulationOptions, simulateJobs } from "@/lib/use-cases/simulate/simulate-jobs";
import { createJobTally, type JobSimulationSummary } from "@/lib/use-cases/simulate/tally-job-simulation";
import { report } from "../report";
import { formatCount, watchVisits } from "./watch-visits";

export async function simulateWithJobs(deps: Deps, options: JobSimulationOptions): Promise<void> {
  const tally = createJobTally(options.seed);
  const { onVisit, end } = watchVisits();
  await simulateJobs(deps, options, { onVisit, onCall: tally.add });
  printSummary(tally.summarize(), options, end());
}

function printSummary(summary: JobSimulationSummary, options: JobSimulationOptions, seconds: number): void {
  const { people, visits, feeds, cards, swipes, views, opens, positions, deciles, ndcg } = summary;
  const { left, right, undone, withReason } = swipes;
  console.log(
    `\n${formatCount(people)} people on ${formatCount(visits)} visits: ${formatCount(feeds)} feeds, ${formatCount(cards)} cards, ${formatCount(left + right)} swipes, ${formatCount(views)} views and ${formatCount(opens)} jobs opened in ${seconds.toFixed(1)} s: ${Math.round((left + right) / seconds)} swipes a second.
${formatCount(right)} swipes to the right, ${formatCount(left)} to the left, ${formatCount(withReason)} of these with a reason; ${formatCount(undone)} others were taken back.`,
  );
  const toRow = ({
    cards: count,
    right: share,
    truth,
  }: JobSimulationSummary["deciles"][number] | JobSimulationSummary["positions"][number]) => ({
    ...{ cards: count, "right swipes": share, "true probability": truth },
  });
  report("simulate-jobs", [
    {
      name: "Right swipes by position",
      note: `Of the cards that were decided on. Seed ${options.seed}, ${options.days} days, appeal ${options.appealWeight}. 95 % Wilson intervals; the true probability is a mean.`,
      rows: positions.map((band) => ({
        position:
          band.to === null ? `${band.from} on` : band.from === band.to ? band.from : `${band.from} to ${band.to}`,
        ...toRow(band),
      })),
    },
    {
      name: "Right swipes by tenths of the score",
      note: "Of the score that the card had when it was shown, lowest first.",
      rows: deciles.map((decile) => ({
        score: `${decile.from.toFixed(1)} to ${decile.to.toFixed(1)}`,
        ...toRow(decile),
      })),
    },
    {
      name: "How good the order is by the truth",
      note: "NDCG@10 of the first feed of each visit, gains the true probability of a right swipe, of all open jobs that were not swiped before: the mean over people. 95 % bootstrap intervals.",
      rows: Object.entries(ndcg).map(([order, interval]) => ({ order, "NDCG@10": interval })),
    },
  ]);
}
