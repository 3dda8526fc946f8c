/** One simulated person in front of the feed: what they are shown, what they like, and how good an order is for them. */
import { ndcgAt } from "@/lib/engine/evaluation/retrieval";
import { createRng } from "@/lib/engine/math/random";
import { rankAll, topK } from "@/lib/engine/math/top-k";
import { type Matrix, multiply, toUnitRows } from "@/lib/engine/math/vectors";
import { rerankByMmr } from "@/lib/engine/ranking/rerank-by-mmr";
import { LIKES_ENOUGH, moveJobProfile } from "@/lib/engine/scoring/job-profile";
import { type SeekerFacts, scoreJob } from "@/lib/engine/scoring/job-score";
import { type SimulatedSeeker, toLikeProbabilities } from "@/lib/engine/simulate/job-seekers";
import { drawSome, type Posting } from "./postings";

/** As the feed: so many nearest by embedding are scored. */
const CANDIDATES = 300;
const PAGE = 20;
const JUDGED_CARDS = 100;
const GAIN_DEPTH = 10;

export type World = { postings: readonly Posting[]; embeddings: Matrix };

export const toWorld = (postings: readonly Posting[]): World => ({
  postings,
  embeddings: toUnitRows(
    postings.map(({ embedding }) => embedding),
    postings[0]?.embedding.length ?? 0,
  ),
});

export type Person = {
  facts: SeekerFacts;
  base: Float32Array;
  /** Positions that swipes are learned from, and those that orders are judged on: none is in both. */
  learnedFrom: readonly number[];
  judgedOn: readonly number[];
  /** How probably they like each posting, and whether they do: the same in every order. */
  probabilities: Float64Array;
  likes: Uint8Array;
};

export function toPerson(world: World, seeker: SimulatedSeeker, facts: SeekerFacts, base: Float32Array): Person {
  const rng = createRng(seeker.seed + 1);
  const shuffled = drawSome(
    world.postings.map((_, i) => i),
    world.postings.length,
    rng,
  );
  const half = Math.floor(shuffled.length / 2);
  const cosines = multiply(world.embeddings, seeker.taste);
  const probabilities = toLikeProbabilities(
    seeker,
    cosines,
    world.postings.map((posting) => posting.facts),
  );
  const likes = Uint8Array.from(probabilities, (probability) => (rng.uniform() < probability ? 1 : 0));
  return { facts, base, learnedFrom: shuffled.slice(0, half), judgedOn: shuffled.slice(half), probabilities, likes };
}

/** As the feed ranks: the nearest candidates by embedding, ordered by score. Positions, best first. */
export function rankForProfile(
  world: World,
  person: Person,
  profile: Float32Array,
  among: readonly number[],
): { order: number[]; scores: number[] } {
  const cosines = multiply(world.embeddings, Float64Array.from(profile));
  const near = topK(
    among.map((i) => cosines[i] as number),
    CANDIDATES,
  ).map((at) => among[at] as number);
  const scores = near.map((i) => {
    const { facts } = world.postings[i] as Posting;
    return scoreJob(facts, person.facts, cosines[i] as number).score;
  });
  const ranking = rankAll(scores);
  return { order: ranking.map((at) => near[at] as number), scores: ranking.map((at) => scores[at] as number) };
}

export type Learned = { profile: Float32Array; cards: number; likes: number };

/** When a profile is looked at: after so many cards or right swipes, whichever is asked for. */
export type Stop = { name: string; cards?: number; likes?: number };

/**
 * Swipes through the feed, which learns as it goes.
 * @returns  what was learned at each stop, in their order; at the end for stops that are not reached within `cardsMax`
 */
export function swipe(
  world: World,
  person: Person,
  stops: readonly Stop[],
  options: { cardsMax: number; isDiverse: boolean },
): Map<string, Learned> {
  const left = new Set(person.learnedFrom);
  const liked: Float32Array[] = [];
  const learned = new Map<string, Learned>();
  let profile = person.base;
  let page: number[] = [];
  for (let cards = 1; cards <= options.cardsMax && left.size > 0 && learned.size < stops.length; cards++) {
    if (page.length === 0) page = takePage(world, person, profile, [...left], options.isDiverse);
    const item = page.shift() as number;
    left.delete(item);
    if (person.likes[item] === 1) {
      liked.push((world.postings[item] as Posting).embedding);
      profile = moveJobProfile(person.base, liked) ?? person.base;
      if (liked.length >= LIKES_ENOUGH) page = [];
    }
    const isLast = cards === options.cardsMax || left.size === 0;
    for (const stop of stops) {
      const isReached = isLast || cards === stop.cards || liked.length === stop.likes;
      if (isReached && !learned.has(stop.name)) learned.set(stop.name, { profile, cards, likes: liked.length });
    }
  }
  return new Map(
    stops.flatMap(({ name }) => [learned.get(name)].flatMap((one) => (one ? [[name, one] as const] : []))),
  );
}

function takePage(world: World, person: Person, profile: Float32Array, among: number[], isDiverse: boolean): number[] {
  const { order, scores } = rankForProfile(world, person, profile, among);
  if (!isDiverse) return order.slice(0, PAGE);
  const vectors = order.map((i) => (world.postings[i] as Posting).embedding);
  return rerankByMmr(scores, vectors, PAGE).map((at) => order[at] as number);
}

/** What likes that mean nothing teach: as many postings, drawn evenly. */
export function likeAtRandom(world: World, person: Person, count: number, seed: number): Learned {
  const drawn = drawSome(person.learnedFrom, count, createRng(seed));
  const profile = moveJobProfile(
    person.base,
    drawn.map((i) => (world.postings[i] as Posting).embedding),
  );
  return { profile: profile ?? person.base, cards: count, likes: count };
}

export type Judged = { ndcg: number; likes: number };

/** How good an order of the postings that nothing was learned from is; what it leaves out comes last. */
export function judge(person: Person, order: readonly number[]): Judged {
  const shown = new Set(order);
  const whole = [...order, ...person.judgedOn.filter((i) => !shown.has(i))];
  const gains = whole.map((i) => person.probabilities[i] as number);
  const likes = whole.slice(0, JUDGED_CARDS).reduce((sum, i) => sum + (person.likes[i] as number), 0);
  return { ndcg: ndcgAt(gains, GAIN_DEPTH), likes: (100 * likes) / Math.min(JUDGED_CARDS, whole.length) };
}
