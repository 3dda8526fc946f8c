import { toExamination } from "@/lib/engine/simulate/career-visits";
import type { CareerWorld } from "@/lib/engine/simulate/career-world";
import type { CareerSnapshot } from "../career-snapshot";
import type { SimulatedCall, SimulationOptions } from "./simulate-careers";

/** The first line of a file of truths: what all lists have in common. */
export function toTruthHeader(world: CareerWorld, { careers }: CareerSnapshot, options: SimulationOptions): string {
  const { params } = world;
  return JSON.stringify({
    version: 1,
    ...options,
    params,
    codes: careers.map(({ code }) => code),
    /** How probably each position is looked at, from the first. */
    examination: Array.from({ length: options.topN }, (_, i) => toExamination(i + 1)),
  });
}

/** One line a list; `relevance` has one digit, 0 to 4, for each of the header's codes. */
export function toTruthLine({ visitor, relevance, ...call }: SimulatedCall): string {
  const { userId, sessionId, day, recommendationIds } = call;
  const { person, kind } = visitor;
  return JSON.stringify({ userId, sessionId, person, kind, day, recommendationIds, relevance: relevance.join("") });
}
