/** What variety of occupations costs in a feed, and what it gives: the same orders by score alone and spread by MMR, as the feed does it. */
import { createRng } from "@/lib/engine/math/random";
import { bootstrapMean, type Interval, mean } from "@/lib/engine/math/statistics";
import { listDiversity } from "@/lib/engine/ranking/diversity";
import { rerankByLikeness } from "@/lib/engine/ranking/rerank-by-mmr";
import type { CareerSnapshot } from "@/lib/use-cases/career-snapshot";
import { makeLikeness } from "@/lib/use-cases/jobs/job-likeness";
import type { Table } from "../report";
import { judge, type Person, rankForProfile, swipe, type World } from "./swiping";

const LAMBDAS = [1, 0.95, 0.9, 0.8, 0.7, 0.6];
const CARDS_MAX = 500;
const RIGHT_SWIPES = 20;
const PAGE = 20;

type Outcome = { ndcg: number; likes: number; diversity: number };

export function evaluateVariety(
  snapshot: CareerSnapshot,
  world: World,
  people: readonly Person[],
  seed: number,
): Table {
  const stops = [{ name: "learned", likes: RIGHT_SWIPES }];
  const profiles = people.map((person) => ({
    person,
    "what they say": person.base,
    [`learned from ${RIGHT_SWIPES} right swipes`]:
      swipe(world, person, stops, { cardsMax: CARDS_MAX, isDiverse: false }).get("learned")?.profile ?? person.base,
  }));
  const names = ["what they say", `learned from ${RIGHT_SWIPES} right swipes`] as const;
  const rows = names.flatMap((name) => {
    const outcomes = profiles.map(({ person, ...of }) =>
      spread(snapshot, world, person, (of as Record<string, Float32Array>)[name] ?? person.base),
    );
    const over = (at: number, key: keyof Outcome): Interval =>
      bootstrapMean(
        outcomes.map((ways) => (ways[at]?.[key] ?? Number.NaN) - (ways[0]?.[key] ?? Number.NaN)),
        createRng(seed + 5),
      );
    const meanOf = (at: number, key: keyof Outcome): number => mean(outcomes.map((ways) => ways[at]?.[key] ?? 0));
    return LAMBDAS.map((lambda, at) => ({
      "profile, lambda": `${name}, ${lambda}`,
      "NDCG@10": meanOf(at, "ndcg"),
      "NDCG@10 over score alone": over(at, "ndcg"),
      "of it": `${((100 * (meanOf(at, "ndcg") - meanOf(0, "ndcg"))) / meanOf(0, "ndcg")).toFixed(1)} %`,
      "likes per 100 cards": meanOf(at, "likes"),
      "likes over score alone": over(at, "likes"),
      "diversity of 20": meanOf(at, "diversity"),
    }));
  });
  return {
    name: "Variety of occupations",
    note: `${people.length} people, seed ${seed}. The nearest 300 of the half to judge by, spread by MMR over their occupations; lambda 1 is the score alone. Diversity is the mean of 1 - likeness over the pairs of the first ${PAGE}. 95 % bootstrap intervals of paired differences.`,
    rows,
  };
}

/** (lambdas,) */
function spread(snapshot: CareerSnapshot, world: World, person: Person, profile: Float32Array): Outcome[] {
  const { order, scores } = rankForProfile(world, person, profile, person.judgedOn);
  const likenessOf = makeLikeness(
    snapshot,
    order.map((i) => ({ careerCode: world.postings[i]?.careerCode ?? null })),
  );
  return LAMBDAS.map((lambda) => {
    const places = rerankByLikeness(scores, likenessOf, order.length, lambda);
    const judged = judge(
      person,
      places.map((at) => order[at] as number),
    );
    const diversity = listDiversity(Math.min(PAGE, places.length), (i, j) =>
      likenessOf(places[i] as number, places[j] as number),
    );
    return { ...judged, diversity };
  });
}
