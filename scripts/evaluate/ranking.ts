/**
 * What a ranker learns from what people do with lists of careers: `npm run evaluate:ranking [-- --seed 2 --people 2000]`. The truth is known, since the people
 * are simulated; those who are judged taught nothing and come later than all lessons.
 */
import { parseArgs } from "node:util";
import { estimateExamination } from "@/lib/engine/evaluation/examination";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { createRng, drawSome, mixSeed } from "@/lib/engine/math/random";
import { bootstrapMean, bootstrapRatio, type Interval, mean } from "@/lib/engine/math/statistics";
import { rankAll, topK } from "@/lib/engine/math/top-k";
import type { RankerModel } from "@/lib/engine/models/ranker-model";
import { selectSlate, slateDiversity } from "@/lib/engine/ranking/diversity";
import { fitRanker } from "@/lib/engine/ranking/fit-ranker";
import { splitByTime, toRankingSet } from "@/lib/engine/ranking/ranking-set";
import { rerankByMmr } from "@/lib/engine/ranking/rerank-by-mmr";
import { toExamination } from "@/lib/engine/simulate/career-visits";
import { getFeatureContext } from "@/lib/use-cases/ranking/feature-context";
import { toFitJob } from "@/lib/use-cases/ranking/train-ranker";
import { openCareerWorld } from "@/lib/use-cases/simulate/simulate-careers";
import { judgeOrder } from "@/lib/use-cases/simulate/tally-simulation";
import { report, type Table } from "../report";
import { withTemporaryDeps } from "../with-deps";
import {
  checkHeldOut,
  FEATURE_NAMES,
  type JudgedVisit,
  LIST_LENGTH,
  type Place,
  scoreWith,
  simulateCrowd,
  type TaughtList,
} from "./ranking-crowd";

/** Parameters were chosen on seed 1. */
const SEED = 2;
const TEACHERS = 2000;
/** Of those who teach, as few as these shares. */
const FEWER = [1 / 8, 1 / 4, 1 / 2];
const CROWD = { heldOut: 500, heldOutFrom: 1_000_000, days: 30, judgedFrom: 24 };
const VALIDATION_SHARE = 0.2;
const TREES_MAX = 500;
/** Days between two trainings of a ranker that is served. */
const RETRAIN_DAYS = 6;
const MMR_CANDIDATES = 60;
const MMR_LAMBDAS = [0.8, 0.7, 0.6];

type Handling = "unseen left out" | "weighted" | "none";

/** As training does it (train-ranker.ts), with the same parameters. */
function train(lists: readonly TaughtList[], handling: Handling): RankerModel {
  const sides = splitByTime(lists, VALIDATION_SHARE);
  const seen = estimateExamination(sides.train.map(({ isTouched }) => isTouched));
  const examination = { "unseen left out": null, weighted: seen, none: seen.map(() => 1) }[handling];
  const toSet = (side: readonly TaughtList[]) => toRankingSet(side, FEATURE_NAMES.length, examination);
  const sets = { train: toSet(sides.train), stopping: toSet(sides.validation) };
  const fitted = fitRanker(toFitJob(CAREER_FEATURES, sets, TREES_MAX, SEED));
  if (fitted === null) throw new Error("nobody stopped it");
  return fitted.model;
}

type Order = (visit: JudgedVisit) => readonly number[];
/** (people,) of each person held out, the mean over their visits */
type Judgement = { ndcg: number[]; byMeaning: number[]; byAbility: number[] };

function judge({ world, snapshot }: Place, judged: readonly JudgedVisit[], order: Order): Judgement {
  const { abilities } = world.index;
  const { embeddings } = snapshot.index;
  const people = new Map<number, { ndcg: number[]; byMeaning: number[]; byAbility: number[] }>();
  for (const visit of judged) {
    const list = order(visit);
    const own = people.get(visit.person) ?? { ndcg: [], byMeaning: [], byAbility: [] };
    people.set(visit.person, own);
    own.ndcg.push(judgeOrder(list, visit.relevance));
    own.byAbility.push(slateDiversity(abilities, list));
    // Of unit rows half of 1 - cosine is what it gives.
    own.byMeaning.push(embeddings === null ? Number.NaN : 2 * slateDiversity(embeddings, list));
  }
  const column = (name: keyof Judgement) => [...people.values()].map((own) => mean(own[name]));
  return { ndcg: column("ndcg"), byMeaning: column("byMeaning"), byAbility: column("byAbility") };
}

const minus = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, i) => value - (other[i] as number));
const toInterval = (values: readonly number[]): Interval => bootstrapMean(values, createRng(SEED));
const percent = ({ estimate, low, high }: Interval): string =>
  `${[estimate, low, high].map((x) => (100 * x).toFixed(0)).join(" % (")}`.replace(/ % \((-?\d+)$/, " to $1 %)");

async function evaluate(place: Place, teachers: number): Promise<Table[]> {
  const { clusters } = place.world.index;
  const { taught, judged } = await simulateCrowd(place, { ...CROWD, teachers });
  checkHeldOut(taught, judged);
  const served = new Map<number, RankerModel>();
  const retrained = await simulateCrowd(place, {
    ...{ ...CROWD, teachers },
    rankerOf: (day, lists) => {
      const turn = Math.floor(day / RETRAIN_DAYS);
      if (turn > 0 && !served.has(turn)) served.set(turn, train(lists, "unseen left out"));
      return served.get(turn) ?? null;
    },
  });
  checkHeldOut(retrained.taught, retrained.judged);

  const by =
    (scores: (visit: JudgedVisit) => ArrayLike<number>, isDiverse: boolean): Order =>
    (visit) =>
      selectSlate(scores(visit), clusters, LIST_LENGTH, isDiverse);
  const withModel =
    (model: RankerModel, usesChoices = false) =>
    (visit: JudgedVisit) =>
      scoreWith(model, visit.base, visit.candidates, visit.rows, usesChoices ? visit.past : null);
  const of = (order: Order, visits = judged): Judgement => judge(place, visits, order);
  const atRandom: Order = ({ person, day }) =>
    drawSome(clusters.length, LIST_LENGTH, createRng(mixSeed(place.world.seed, 4, person, day)));
  const popular = rankAll(place.world.popularity).slice(0, LIST_LENGTH);

  const ranker = withModel(train(taught, "unseen left out"));
  const vectors = toVectors(place);
  const byMmr =
    (lambda: number): Order =>
    (visit) => {
      const scores = ranker(visit);
      const near = topK(scores, MMR_CANDIDATES).filter((item) => Number.isFinite(scores[item]));
      const relevance = near.map((item) => scores[item] as number);
      const chosen = rerankByMmr(
        relevance,
        near.map((item) => vectors[item] ?? null),
        LIST_LENGTH,
        lambda,
      );
      return chosen.map((at) => near[at] as number);
    };
  const plain = of(by(ranker, false));
  const base = of(by(({ base: scores }) => scores, false));
  const learnable = of(by((visit) => visit.learnable, false));
  const best = of(by(({ utility }) => utility, false));
  const last = train(retrained.taught, "unseen left out");
  const forAll = of(by(withModel(last), false), retrained.judged);
  const again = of(by(withModel(last, true), false), retrained.judged);
  const known = retrained.judged.filter(({ past }) => past.labels.length > 0);
  const ofKnown = of(by(withModel(last), false), known);
  const ownOfKnown = of(by(withModel(last, true), false), known);

  const lists: [string, Judgement][] = [
    ["random", of(atRandom)],
    ["truly most popular first", of(() => popular)],
    ["base score", base],
    ["base score, one a cluster (as served)", of(by(({ base: scores }) => scores, true))],
    ["ranker", plain],
    ["ranker, one a cluster (as served)", of(by(ranker, true))],
    ...MMR_LAMBDAS.map((lambda): [string, Judgement] => [`ranker, MMR ${lambda}`, of(byMmr(lambda))]),
    [`ranker, served and trained anew every ${RETRAIN_DAYS} days`, forAll],
    ["the same, with each person’s own weights", again],
    ["ranker, unseen rows passed over, clicks weighted", of(by(withModel(train(taught, "weighted")), false))],
    ["ranker, unseen rows passed over, nothing weighted", of(by(withModel(train(taught, "none")), false))],
    ["what can be learned from others", learnable],
    ["what can be learned from others, one a cluster", of(by((visit) => visit.learnable, true))],
    ["the truth", best],
    ["the truth, one a cluster", of(by(({ utility }) => utility, true))],
  ];
  const share = (one: Judgement, goal: Judgement): string =>
    percent(bootstrapRatio(minus(one.ndcg, base.ndcg), minus(goal.ndcg, base.ndcg), createRng(SEED)));
  const curve: Table["rows"] = [];
  for (const share of FEWER) {
    const count = Math.round(share * teachers);
    const fewer = await simulateCrowd(place, { ...CROWD, teachers: count });
    checkHeldOut(fewer.taught, fewer.judged);
    const judgement = of(by(withModel(train(fewer.taught, "unseen left out")), false), fewer.judged);
    curve.push({ people: count, lists: fewer.taught.length, ...toGain(judgement, base) });
  }
  curve.push({ people: teachers, lists: taught.length, ...toGain(plain, base) });
  const isNew = judged.filter(({ hasHistory }) => !hasHistory);
  return [
    {
      name: "Orders of careers, by the truth",
      note: `Seed ${place.world.seed}: ${teachers} people teach in ${taught.length} lists on days 1 to ${CROWD.judgedFrom}; ${CROWD.heldOut} others are judged in ${judged.length} lists on days ${CROWD.judgedFrom + 1} to ${CROWD.days}, ${isNew.length} of them without a history. NDCG@10, grades 0 to 4 of all careers, the mean over people with 95 % bootstrap intervals; gains against the base score are paired. Distances are means over pairs: by meaning 1 - cosine of the embeddings, by ability as on the page, (1 - cosine) / 2.`,
      rows: lists.map(([order, judgement]) => ({
        order,
        ...toGain(judgement, base),
        "distance by meaning": toInterval(judgement.byMeaning),
        "distance by ability": mean(judgement.byAbility),
      })),
    },
    {
      name: "Share of the gap that is closed",
      note: "From the base score's NDCG@10 to that of another order, without the cluster cap. 95 % bootstrap intervals of the ratio.",
      rows: [
        {
          ranker: "trained once",
          "to what can be learned": share(plain, learnable),
          "to the truth": share(plain, best),
        },
        {
          ranker: "trained anew",
          "to what can be learned": share(forAll, learnable),
          "to the truth": share(forAll, best),
        },
        {
          ranker: "trained anew, with own weights",
          "to what can be learned": share(again, learnable),
          "to the truth": share(again, best),
        },
      ],
    },
    {
      name: "Own weights",
      note: `The ${known.length} lists of people who did something with one before (${mean(known.map(({ past }) => past.labels.length)).toFixed(0)} rows on the mean, looks included), by the ranker that was trained anew.`,
      rows: [
        { order: "ranker", ...toGain(ofKnown, ofKnown) },
        { order: "with each person’s own weights", ...toGain(ownOfKnown, ofKnown) },
      ].map(({ "gain over the base score": gain, ...row }) => ({ ...row, "gain over the ranker": gain })),
    },
    {
      name: "Diversity against relevance",
      note: "NDCG@10 given up against the ranker's own order, as a share of it. 95 % bootstrap intervals.",
      rows: lists
        .filter(([order]) => order.includes("MMR") || order === "ranker, one a cluster (as served)")
        .map(([order, one]) => ({
          order,
          "given up": percent(bootstrapRatio(minus(plain.ndcg, one.ndcg), plain.ndcg, createRng(SEED))),
          "distance by meaning": mean(one.byMeaning),
        })),
    },
    {
      name: "Learning curve",
      note: "How many people teach; popularity and features are of what those did. The same people are judged.",
      rows: curve,
    },
    {
      name: "Examination",
      note: "How likely a position is looked at: from the lists that are taught by, and in truth.",
      rows: [...estimateExamination(taught.map(({ isTouched }) => isTouched))].map((estimate, i) => ({
        ...{ position: i + 1, estimate, truth: toExamination(i + 1) },
      })),
    },
  ];
}

const toGain = ({ ndcg }: Judgement, base: Judgement) => ({
  "NDCG@10": toInterval(ndcg),
  "gain over the base score": toInterval(minus(ndcg, base.ndcg)),
});

function toVectors({ snapshot }: Place): readonly Float32Array[] {
  const { embeddings } = snapshot.index;
  if (embeddings === null) return [];
  const { data, rows, cols } = embeddings;
  return Array.from({ length: rows }, (_, row) => Float32Array.from(data.subarray(row * cols, (row + 1) * cols)));
}

const { values } = parseArgs({
  options: { seed: { type: "string", default: String(SEED) }, people: { type: "string", default: String(TEACHERS) } },
});
const [seed, teachers] = [Number(values.seed), Number(values.people)];
if (!Number.isInteger(seed) || seed < 0) throw new Error(`--seed ${values.seed}: must be a whole number from 0.`);
if (!(Number.isInteger(teachers) && teachers >= 400 && teachers < CROWD.heldOutFrom))
  throw new Error(`--people ${values.people}: must be a whole number from 400 to ${CROWD.heldOutFrom - 1}.`);

await withTemporaryDeps(async (deps) => {
  const { embedder } = deps;
  if (embedder === null) throw new Error(`The evaluation needs the embedding model: ${deps.embedderError}`);
  const { world, snapshot } = await openCareerWorld(deps, seed);
  const { facts } = await getFeatureContext(deps, snapshot, deps.nowMs());
  report("evaluate-ranking", await evaluate({ snapshot, world, facts, embedder }, teachers));
});
