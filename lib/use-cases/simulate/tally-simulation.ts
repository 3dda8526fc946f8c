import { ndcgAt } from "@/lib/engine/evaluation/retrieval";
import { createRng, drawSome, mixSeed } from "@/lib/engine/math/random";
import { bootstrapMean, type Interval, mean, wilsonInterval } from "@/lib/engine/math/statistics";
import { rankAll } from "@/lib/engine/math/top-k";
import { selectSlate } from "@/lib/engine/ranking/diversity";
import { INTERACTION_KINDS, type InteractionKind } from "@/lib/engine/ranking/interaction-label";
import { toExamination } from "@/lib/engine/simulate/career-visits";
import type { CareerWorld } from "@/lib/engine/simulate/career-world";
import type { SimulatedCall, SimulationOptions } from "./simulate-careers";

const NDCG_DEPTH = 10;
/** What lists are compared with; the last two know the truth. */
const ORDERS = ["as shown", "most popular first", "at random", "the best by the same rules", "the best"] as const;
type Order = (typeof ORDERS)[number];

export type PositionTally = {
  position: number;
  shown: number;
  examination: number;
  viewed: Interval;
  clicked: Interval;
};

export type SimulationSummary = {
  people: number;
  quizzes: number;
  lists: number;
  impressions: number;
  interactions: Record<InteractionKind, number>;
  positions: PositionTally[];
  /** NDCG@10 against the truth, gains 2^grade - 1: the mean over people of the mean over their lists */
  ndcg: Record<Order, Interval>;
};

/** Sums up a simulation while it runs. */
export function createSimulationTally(world: CareerWorld, options: SimulationOptions) {
  const interactions = Object.fromEntries(INTERACTION_KINDS.map((kind) => [kind, 0])) as Record<
    InteractionKind,
    number
  >;
  const positions: { shown: number; view: number; click: number }[] = [];
  const scores = new Map<number, Record<Order, number[]>>();
  const totals = { quizzes: 0, lists: 0, impressions: 0 };

  const add = (call: SimulatedCall): void => {
    totals.lists++;
    totals.impressions += call.slate.length;
    if (call.hasQuiz) totals.quizzes++;
    call.slate.forEach((_, i) => {
      positions[i] ??= { shown: 0, view: 0, click: 0 };
      positions[i].shown++;
    });
    for (const { kind, position } of call.events) {
      interactions[kind]++;
      const tally = positions[position - 1];
      if (tally !== undefined && (kind === "view" || kind === "click")) tally[kind]++;
    }
    const own = scores.get(call.visitor.person) ?? (Object.fromEntries(ORDERS.map((name) => [name, []])) as never);
    scores.set(call.visitor.person, own);
    for (const [name, order] of Object.entries(toOrders(world, options, call)))
      own[name as Order].push(judgeOrder(order, call.relevance));
  };

  const summarize = (): SimulationSummary => {
    const toInterval = (order: Order): Interval =>
      bootstrapMean(
        [...scores.values()].map((own) => mean(own[order])),
        createRng(options.seed),
      );
    return {
      people: scores.size,
      ...totals,
      interactions,
      positions: positions.map(({ shown, view, click }, i) => ({
        ...{ position: i + 1, shown, examination: toExamination(i + 1) },
        ...{ viewed: wilsonInterval(view, shown), clicked: wilsonInterval(click, shown) },
      })),
      ndcg: Object.fromEntries(ORDERS.map((order) => [order, toInterval(order)])) as Record<Order, Interval>,
    };
  };
  return { add, summarize };
}

function toOrders(world: CareerWorld, options: SimulationOptions, call: SimulatedCall): Record<Order, number[]> {
  const { clusters } = world.index;
  const rng = createRng(mixSeed(options.seed, 4, call.visitor.person, call.day));
  return {
    "as shown": [...call.slate],
    "most popular first": rankAll(world.popularity).slice(0, NDCG_DEPTH),
    "at random": drawSome(clusters.length, NDCG_DEPTH, rng),
    "the best by the same rules": selectSlate(call.utility, clusters, options.topN, options.isDiverse),
    "the best": rankAll(call.utility).slice(0, NDCG_DEPTH),
  };
}

/** @param order  the first careers of a ranking; what is missing from ten is worth nothing */
export function judgeOrder(order: readonly number[], relevance: Uint8Array): number {
  const toGain = (item: number): number => 2 ** (relevance[item] as number) - 1;
  const missing = Array<number>(Math.max(0, NDCG_DEPTH - order.length)).fill(0);
  const first = new Set(order);
  const rest = Array.from(relevance.keys()).filter((item) => !first.has(item));
  return ndcgAt([...order.map(toGain), ...missing, ...rest.map(toGain)], NDCG_DEPTH);
}
