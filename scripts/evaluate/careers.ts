/** How good the career recommendations are: `npm run evaluate:careers`. Every number is of seeded people or of the queries beside this. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { hitAt, rankBiasedOverlap, reciprocalRank } from "@/lib/engine/evaluation/retrieval";
import { createRng } from "@/lib/engine/math/random";
import { bootstrapMean, mean, wilsonInterval } from "@/lib/engine/math/statistics";
import { rankAll, topK } from "@/lib/engine/math/top-k";
import { multiply } from "@/lib/engine/math/vectors";
import { selectOnePerCluster, slateDiversity } from "@/lib/engine/ranking/diversity";
import { createCareerScorer, DEFAULT_ALPHA, type Person } from "@/lib/engine/scoring/hybrid";
import { NEUTRAL_WEIGHTS } from "@/lib/engine/scoring/objectives";
import { answerWithNoise, simulateRatings } from "@/lib/engine/simulate/people";
import type { CareerSnapshot } from "@/lib/use-cases/career-snapshot";
import { toCareerText } from "@/lib/use-cases/embed-careers";
import { report, type Table } from "../report";
import { withTemporaryDeps } from "../with-deps";
import { createTfIdf } from "./tf-idf";

const SYSTEMS = [
  { system: "ability only", alpha: 0 },
  { system: "embedding only", alpha: 1 },
  { system: `hybrid (alpha ${DEFAULT_ALPHA})`, alpha: DEFAULT_ALPHA },
];
const NEUTRAL = { values: [], schooling: "any", balance: "equal", freeText: "" } as const;
const SEED = 4242;
const ROUNDS = 4;
const COVERAGE_PEOPLE = 10_000;

const HISTORY_ROUNDS = 2;
const HISTORY_LIKES_MAX = 5;
const HISTORY_RELATIVES_MIN = 8;
const HISTORIES: { name: string; likes: number; isRandom?: boolean; dislikes?: number }[] = [
  { name: "none", likes: 0 },
  { name: "1 saved", likes: 1 },
  { name: "3 saved", likes: 3 },
  { name: "5 saved", likes: 5 },
  { name: "5 set aside", likes: 0, dislikes: 5 },
  { name: "5 saved, 5 set aside", likes: 5, dislikes: 5 },
  { name: "5 saved at random", likes: 5, isRandom: true },
];

type Query = { text: string; relevant: Set<number>; embedding: Float32Array; words: number };

const toPerson = (ratings: readonly number[], query?: Query): Person => ({
  profile: { ...NEUTRAL, ratings },
  textEmbedding: query?.embedding ?? null,
  textWordCount: query?.words ?? 0,
});

function scoresOf(snapshot: CareerSnapshot, person: Person, alpha: number): Float64Array {
  return createCareerScorer(snapshot.index, person, { alpha, weights: NEUTRAL_WEIGHTS }).score(person.profile.ratings)
    .scores;
}

/** (a) Somebody who belongs in one career and only rates: is it found again? */
function evaluateRatings(snapshot: CareerSnapshot): Table {
  const vectors = snapshot.careers.map((career) => career.abilityVector);
  const rows = [1, 1.5, 2].flatMap((noiseSd) => {
    const people = simulateRatings(vectors, ROUNDS * vectors.length, SEED, noiseSd);
    return SYSTEMS.map(({ system, alpha }) => {
      const lists = people.map((p) => topK(scoresOf(snapshot, toPerson(p.ratings), alpha), 20));
      const hit = (k: number) =>
        wilsonInterval(
          lists.filter((list, i) => list.slice(0, k).includes(people[i]?.career ?? -1)).length,
          people.length,
        );
      return { "noise sd": noiseSd, system, "top 1": hit(1), "top 5": hit(5), "top 20": hit(20) };
    });
  });
  return {
    name: "Finding one's own career from ratings",
    note: `${ROUNDS} people a career: its vector plus normal noise, rounded to 0-10. 95 % Wilson intervals. No cluster cap.`,
    rows,
  };
}

/** (a) again, for people who write: with flat ratings, and with ratings of an acceptable career (noise 1.5). */
function evaluateTexts(snapshot: CareerSnapshot, queries: readonly Query[]): Table {
  const rng = createRng(SEED);
  const flat = queries.map((query) => ({ query, ratings: Array<number>(15).fill(5) }));
  const mixed = queries.flatMap((query) =>
    [...query.relevant].map((item) => ({
      query,
      ratings: answerWithNoise(snapshot.careers[item]?.abilityVector ?? [], 1.5, rng.normal),
    })),
  );
  const rows = [
    { people: "text only (all ratings 5)", list: flat },
    { people: "ratings (sd 1.5) and text", list: mixed },
  ].flatMap(({ people, list }) =>
    SYSTEMS.map(({ system, alpha }) => {
      const rankings = list.map((p) => topK(scoresOf(snapshot, toPerson(p.ratings, p.query), alpha), 20));
      const hit = (k: number) =>
        wilsonInterval(
          rankings.reduce((sum, ranking, i) => sum + hitAt(ranking, list[i]?.query.relevant ?? new Set(), k), 0),
          list.length,
        );
      return { people, system, "top 1": hit(1), "top 5": hit(5), "top 20": hit(20) };
    }),
  );
  return {
    name: "People who write",
    note: `${queries.length} everyday texts with their acceptable careers; a hit is any acceptable career. 95 % Wilson intervals.`,
    rows,
  };
}

/** (b) The same person answers twice. */
function evaluateRetest(snapshot: CareerSnapshot): Table {
  const rng = createRng(SEED + 1);
  const twice = snapshot.careers.flatMap(({ abilityVector }) =>
    [0, 1].map(() => [0, 1].map(() => answerWithNoise(abilityVector, 1, rng.normal))),
  );
  const rows = SYSTEMS.map(({ system, alpha }) => {
    const agreement = twice.map((pair) => {
      const [first, second] = pair.map((ratings) => topK(scoresOf(snapshot, toPerson(ratings), alpha), 20));
      return rankBiasedOverlap(first ?? [], second ?? [], 0.9);
    });
    return { system, "rank-biased overlap": bootstrapMean(agreement, createRng(SEED + 2)) };
  });
  return {
    name: "Retest",
    note: `${twice.length} people answer twice with noise of 1 point: agreement of the two top-20 lists, p = 0.9. 95 % bootstrap intervals.`,
    rows,
  };
}

/** (c) Search by everyday text, against TF-IDF on the same documents. */
function evaluateSearch(snapshot: CareerSnapshot, queries: readonly Query[]): Table {
  const tfIdf = createTfIdf(snapshot.careers.map((career) => toCareerText(career.record)));
  const { embeddings } = snapshot.index;
  if (embeddings === null) throw new Error("no embeddings: search cannot be evaluated");
  const rankers = {
    "embedding model": (query: Query) => multiply(embeddings, Float64Array.from(query.embedding)),
    "TF-IDF words": (query: Query) => tfIdf(query.text),
  };
  const rows = Object.entries(rankers).map(([system, scoresFor]) => {
    const rankings = queries.map((query) => rankAll(scoresFor(query)));
    const hit = (k: number) =>
      wilsonInterval(
        rankings.reduce((sum, ranking, i) => sum + hitAt(ranking, queries[i]?.relevant ?? new Set(), k), 0),
        queries.length,
      );
    const reciprocal = rankings.map((ranking, i) => reciprocalRank(ranking, queries[i]?.relevant ?? new Set()));
    return { system, "top 1": hit(1), "top 5": hit(5), MRR: bootstrapMean(reciprocal, createRng(SEED + 3)) };
  });
  return { name: "Search by everyday text", note: `${queries.length} queries written for this test.`, rows };
}

/** (d) Whether all careers get their chance, and whether lists are diverse. */
function evaluateCoverage(snapshot: CareerSnapshot): Table {
  const { index, careers } = snapshot;
  const vectors = careers.map((career) => career.abilityVector);
  const people = simulateRatings(vectors, COVERAGE_PEOPLE, SEED + 4, 1.5);
  const rows = [true, false].map((isDiverse) => {
    const shown = new Map<number, number>();
    const diversity: number[] = [];
    const best: number[] = [];
    for (const { ratings } of people) {
      const scores = scoresOf(snapshot, toPerson(ratings), DEFAULT_ALPHA);
      const slate = isDiverse ? selectOnePerCluster(scores, index.clusters, 5) : topK(scores, 5);
      diversity.push(slateDiversity(index.abilities, slate));
      best.push(scores[slate[0] ?? 0] ?? 0);
      for (const item of slate) shown.set(item, (shown.get(item) ?? 0) + 1);
    }
    const [top, count] = [...shown].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
    return {
      list: isDiverse ? "one per cluster" : "no cap",
      "careers ever in a top 5": `${((100 * shown.size) / careers.length).toFixed(1)} %`,
      "most frequent": `${careers[top]?.title} ${((100 * count) / people.length).toFixed(2)} %`,
      "diversity score": mean(diversity),
      "mean score of the first": mean(best),
    };
  });
  return { name: "Coverage and diversity", note: `${COVERAGE_PEOPLE} people, noise sd 1.5, hybrid.`, rows };
}

/** (e) Whether what people save and set aside brings what they are looking for. Relatives are O*NET's, so not of the model's making. */
function evaluateHistory(snapshot: CareerSnapshot): Table {
  const { careers, positions } = snapshot;
  const rng = createRng(SEED + 5);
  const relatives = careers.map(({ record }) => record.related.flatMap((code) => positions.get(code) ?? []));
  const people = simulateRatings(
    careers.map((career) => career.abilityVector),
    HISTORY_ROUNDS * careers.length,
    SEED + 6,
  ).flatMap(({ career, ratings }) => {
    const kin = shuffle(relatives[career] ?? [], rng);
    return kin.length < HISTORY_RELATIVES_MIN ? [] : [{ career, ratings, kin }];
  });
  const rows = HISTORIES.map(({ name, likes, isRandom = false, dislikes = 0 }) => {
    const outcomes = people.map(({ career, ratings, kin }) => {
      const known = new Set(kin.slice(0, HISTORY_LIKES_MAX));
      const liked = isRandom ? Array.from({ length: likes }, () => rng.integer(careers.length)) : kin.slice(0, likes);
      const plain = rankAll(scoresOf(snapshot, toPerson(ratings), DEFAULT_ALPHA));
      const disliked = plain
        .slice(0, 20)
        .filter((item) => item !== career && !kin.includes(item))
        .slice(0, dislikes);
      const weigh = (list: number[]) => [...new Set(list)].map((item) => ({ item, weight: 0.8 }));
      const history = { liked: weigh(liked).filter(({ item }) => item !== career), disliked: weigh(disliked) };
      const ranking = rankAll(scoresOf(snapshot, { ...toPerson(ratings), history }, DEFAULT_ALPHA));
      // What people saved they know: the list is judged by the rest, and the same careers are left out of every row.
      const rest = ranking.filter((item) => !known.has(item)).slice(0, 20);
      const sought = kin.slice(HISTORY_LIKES_MAX);
      const found = rest.filter((item) => sought.includes(item)).length;
      return { own: hitAt(rest, new Set([career]), 5), recall: found / sought.length };
    });
    return {
      history: name,
      "own career in the top 5": wilsonInterval(outcomes.filter(({ own }) => own > 0).length, outcomes.length),
      "other relatives in the top 20": bootstrapMean(
        outcomes.map(({ recall }) => recall),
        createRng(SEED + 7),
      ),
    };
  });
  return {
    name: "Learning from what people save and set aside",
    note: `${people.length} people, noise sd 1.5, who save occupations that O*NET relates to their own; ${HISTORY_LIKES_MAX} of those are left out of every list. Relatives sought are others than those saved.`,
    rows,
  };
}

function shuffle(list: readonly number[], rng: { integer(n: number): number }): number[] {
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = rng.integer(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] as number, shuffled[i] as number];
  }
  return shuffled;
}

await withTemporaryDeps(async (deps, snapshot) => {
  const { embedder } = deps;
  if (embedder === null) throw new Error(`The evaluation needs the embedding model: ${deps.embedderError}`);
  const lines = readFileSync(path.join("scripts", "evaluate", "queries.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const queries = await Promise.all(
    lines.map(async (line): Promise<Query> => {
      const [text = "", codes = ""] = line.split("\t");
      const relevant = new Set(codes.split(" ").flatMap((code) => snapshot.positions.get(code) ?? []));
      const [embedding] = await embedder.embed([text]);
      return { text, relevant, embedding: embedding ?? new Float32Array(), words: embedder.countKnownWords(text) };
    }),
  );
  report("evaluate-careers", [
    evaluateRatings(snapshot),
    evaluateTexts(snapshot, queries),
    evaluateRetest(snapshot),
    evaluateSearch(snapshot, queries),
    evaluateCoverage(snapshot),
    evaluateHistory(snapshot),
  ]);
});
