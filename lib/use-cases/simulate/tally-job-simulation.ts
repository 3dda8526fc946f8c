import { ndcgAt } from "@/lib/engine/evaluation/retrieval";
import { createRng, drawSome, mixSeed } from "@/lib/engine/math/random";
import { bootstrapMean, type Interval, mean, wilsonInterval } from "@/lib/engine/math/statistics";
import { rankAll } from "@/lib/engine/math/top-k";
import type { SimulatedCard, SimulatedJobVisit } from "./simulate-jobs";

const NDCG_DEPTH = 10;
const ORDERS = ["as shown", "at random", "the best"] as const;
type Order = (typeof ORDERS)[number];
/** First positions of bands. */
const BANDS = [1, 2, 3, 6, 11, 16, 21];
const DECILES = 10;

/** Cards that were decided on. */
type RightSwipes = {
  cards: number;
  right: Interval;
  /** mean of the true probabilities */
  truth: number;
};

export type JobSimulationSummary = {
  people: number;
  visits: number;
  feeds: number;
  cards: number;
  /** of each way, those that were taken back left out */
  swipes: { left: number; right: number; undone: number; withReason: number };
  views: number;
  opens: number;
  /** to: null where the band has no end */
  positions: (RightSwipes & { from: number; to: number | null })[];
  /** Of the scores that cards had when they were shown, lowest first. */
  deciles: (RightSwipes & { from: number; to: number })[];
  /** NDCG@10 of the first feed of each visit over all jobs that were not swiped before it, gains the probabilities: the mean over people */
  ndcg: Record<Order, Interval>;
};

type Decided = { position: number; score: number; isRight: boolean; probability: number };

/** Sums up a simulation while it runs. */
export function createJobTally(seed: number) {
  const decided: Decided[] = [];
  const scores = new Map<number, Record<Order, number[]>>();
  const people = new Set<number>();
  const totals = { visits: 0, feeds: 0, cards: 0, views: 0, opens: 0 };
  const swipes = { left: 0, right: 0, undone: 0, withReason: 0 };

  const addCard = ({ deed, isSeen, item, position, score }: SimulatedCard, probabilities: Float64Array): void => {
    totals.cards++;
    if (isSeen) totals.views++;
    if (deed === null) return;
    const isRight = deed.direction === "RIGHT";
    decided.push({ position, score, isRight, probability: probabilities[item] as number });
    swipes[isRight ? "right" : "left"]++;
    if (deed.isOpened) totals.opens++;
    if (deed.isSlip) swipes.undone++;
    if (deed.reasons.length > 0) swipes.withReason++;
  };

  const add = (visit: SimulatedJobVisit): void => {
    const { visitor, pages, probabilities } = visit;
    totals.visits++;
    people.add(visitor.person);
    for (const { isFeed, cards } of pages) {
      if (isFeed) totals.feeds++;
      for (const card of cards) addCard(card, probabilities);
    }
    if (pages.length === 0) return;
    const own = scores.get(visitor.person) ?? { "as shown": [], "at random": [], "the best": [] };
    scores.set(visitor.person, own);
    const judged = judgeFeed(visit, seed);
    for (const order of ORDERS) own[order].push(judged[order]);
  };

  const summarize = (): JobSimulationSummary => {
    const toInterval = (order: Order): Interval =>
      bootstrapMean(
        [...scores.values()].map((own) => mean(own[order])),
        createRng(seed),
      );
    return {
      ...{ people: people.size, ...totals, swipes },
      positions: toBands(decided),
      deciles: toDeciles(decided),
      ndcg: {
        "as shown": toInterval("as shown"),
        "at random": toInterval("at random"),
        "the best": toInterval("the best"),
      },
    };
  };
  return { add, summarize };
}

function judgeFeed({ visitor, day, pages, swiped, probabilities }: SimulatedJobVisit, seed: number) {
  const left = Array.from(probabilities.keys()).filter((item) => !swiped.has(item));
  const shown = (pages[0]?.cards ?? []).slice(0, NDCG_DEPTH).map(({ item }) => item);
  const rng = createRng(mixSeed(seed, 16, visitor.person, day));
  const judge = (order: readonly number[]): number => {
    const first = new Set(order);
    const gainsOf = (items: readonly number[]): number[] => items.map((item) => probabilities[item] as number);
    // What a short list lacks of ten is worth nothing, whatever comes after.
    const missing = Array<number>(Math.max(0, NDCG_DEPTH - order.length)).fill(0);
    return ndcgAt([...gainsOf(order), ...missing, ...gainsOf(left.filter((item) => !first.has(item)))], NDCG_DEPTH);
  };
  const best = rankAll(left.map((item) => probabilities[item] as number)).slice(0, NDCG_DEPTH);
  return {
    "as shown": judge(shown),
    "at random": judge(drawSome(left.length, NDCG_DEPTH, rng).map((at) => left[at] as number)),
    "the best": judge(best.map((at) => left[at] as number)),
  };
}

function toRightSwipes(cards: readonly Decided[]): RightSwipes {
  return {
    cards: cards.length,
    right: wilsonInterval(cards.filter(({ isRight }) => isRight).length, cards.length),
    truth: mean(cards.map(({ probability }) => probability)),
  };
}

function toBands(decided: readonly Decided[]): JobSimulationSummary["positions"] {
  return BANDS.flatMap((from, at) => {
    const next = BANDS[at + 1];
    const cards = decided.filter(({ position }) => position >= from && (next === undefined || position < next));
    return cards.length === 0 ? [] : [{ from, to: next === undefined ? null : next - 1, ...toRightSwipes(cards) }];
  });
}

function toDeciles(decided: readonly Decided[]): JobSimulationSummary["deciles"] {
  const sorted = [...decided].sort((a, b) => a.score - b.score);
  return Array.from({ length: DECILES }, (_, part) => {
    const [from, to] = [part, part + 1].map((edge) => Math.round((edge * sorted.length) / DECILES));
    return sorted.slice(from, to);
  }).flatMap((cards) => {
    const [first, last] = [cards[0], cards.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ from: first.score, to: last.score, ...toRightSwipes(cards) }];
  });
}
