import { logger } from "@/lib/adapters/logger";
import { RANKER_SURFACES, type RankerSurface, TrainOptionsSchema } from "@/lib/contracts/rankers";
import { listModels } from "@/lib/db/model-versions";
import type { Deps } from "../deps";
import { getRanker } from "./get-ranker";
import { trainRanker } from "./train-ranker";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type DueDeps = Pick<Deps, "db" | "nowMs" | "newId" | "rankers" | "lightGbm" | "background">;

/**
 * Why a surface should be trained now: the last training is so many days ago, or what ranks now is surely worse than base scores on the latest
 * lists. null when it should not. After a training, whatever came of it, there is a day's rest.
 */
export async function findTrainingReason(
  deps: DueDeps,
  surface: RankerSurface,
  everyDays: number,
): Promise<"due" | "worse" | null> {
  const [last] = await listModels(deps.db, surface, 1);
  const ageMs = last === undefined ? Number.POSITIVE_INFINITY : deps.nowMs() - last.createdAt.getTime();
  if (ageMs >= everyDays * DAY_MS) return "due";
  if (ageMs < DAY_MS || (await getRanker(deps, surface)) === null) return null;
  const options = { ...TrainOptionsSchema.parse({}), evaluateOnly: true };
  const judged = await trainRanker(deps, surface, options, () => {}, deps.background.stopping);
  return judged.kind === "evaluated" && judged.report.beyondBase.high < 0 ? "worse" : null;
}

/** Trains each surface for which there is a reason. What comes of it ranks nothing before an admin has promoted it. */
export async function trainWhenDue(deps: DueDeps, everyDays: number): Promise<void> {
  for (const surface of RANKER_SURFACES) {
    const reason = await findTrainingReason(deps, surface, everyDays);
    if (reason === null) continue;
    const options = TrainOptionsSchema.parse({});
    const outcome = await trainRanker(deps, surface, options, () => {}, deps.background.stopping);
    if (outcome.kind === "trained") {
      const { number, report } = outcome;
      logger.info({ surface, reason, number, beyondCurrent: report.beyondCurrent }, "trained a ranker");
    } else if (reason === "worse" || outcome.kind !== "too_little") {
      logger.warn({ surface, reason, outcome: outcome.kind }, "a ranker should have been trained");
    }
  }
}

/**
 * Looks once a day, an hour after the start for the first time.
 * @param everyDays  0 never trains
 */
export function keepTrainingWhenDue(deps: DueDeps, everyDays: number): void {
  if (everyDays === 0) return;
  const run = () => deps.background.run("training rankers that are due", () => trainWhenDue(deps, everyDays));
  // Neither keeps a process from ending.
  setTimeout(() => {
    run();
    setInterval(run, DAY_MS).unref();
  }, HOUR_MS).unref();
}
