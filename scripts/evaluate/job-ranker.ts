/** What a ranker of jobs learns from people who swipe, and what it is worth to others: trained as training does it, judged on people held out. */
import { JOB_FEATURES, type JobFeatureRow, toJobFeatures } from "@/lib/engine/features/job-features";
import type { JobHistoryItem } from "@/lib/engine/features/job-history";
import { toJobPopularity } from "@/lib/engine/features/job-popularity";
import { createRng } from "@/lib/engine/math/random";
import { bootstrapMean, mean } from "@/lib/engine/math/statistics";
import { rankAll } from "@/lib/engine/math/top-k";
import type { RankerModel } from "@/lib/engine/models/ranker-model";
import { fitRanker } from "@/lib/engine/ranking/fit-ranker";
import { toLearnedPoints } from "@/lib/engine/ranking/learned-points";
import { type ShownList, splitByTime, toRankingSet } from "@/lib/engine/ranking/ranking-set";
import { moveJobProfile } from "@/lib/engine/scoring/job-profile";
import { type JobParts, scoreJob } from "@/lib/engine/scoring/job-score";
import type { CareerSnapshot } from "@/lib/use-cases/career-snapshot";
import { toFitJob } from "@/lib/use-cases/ranking/train-ranker";
import type { Table } from "../report";
import { judge, type Person, rankForProfile, type World } from "./swiping";

const PAGES = 5;
const PAGE = 20;
const TREES_MAX = 500;
const STOPPING_SHARE = 0.2;

type Place = { snapshot: CareerSnapshot; world: World };
/** What somebody has swiped so far. */
type Past = { profile: Float32Array; history: JobHistoryItem[] };

function toRows({ snapshot, world }: Place, person: Person, { profile, history }: Past, items: readonly number[]) {
  const rows = items.map((i): JobFeatureRow => {
    const posting = world.postings[i];
    if (posting === undefined) throw new Error(`there is no posting ${i}`);
    const cosine = posting.embedding.reduce((sum, value, k) => sum + value * (profile[k] ?? 0), 0);
    const { score, parts }: { score: number; parts: JobParts } = scoreJob(posting.facts, person.facts, cosine);
    return { job: toFacts(snapshot, i, posting), score, parts, similarity: cosine };
  });
  const seeker = { facts: person.facts, floor: null, isRemoteOnly: false, ruleCount: 0 };
  const mode = history.some(({ isLiked }) => isLiked) ? ("learned" as const) : ("profile" as const);
  const popularity = toJobPopularity([], new Map());
  return toJobFeatures({ index: snapshot.index, seeker: { ...seeker, mode }, history, popularity }, rows);
}

function toFacts({ positions, index }: CareerSnapshot, i: number, posting: World["postings"][number]) {
  const career = positions.get(posting.careerCode ?? "") ?? -1;
  const nothing = { min: null, max: null };
  return {
    ...{ id: String(i), companyId: String(i), title: "", facts: posting.facts, career, careerConfidence: null },
    ...{ cluster: career < 0 ? -1 : (index.clusters[career] ?? -1), stated: nothing, typical: nothing },
    ...{ areSkillsTypical: true, isSeniorityTypical: true, isPostedHere: false, isDemo: false, hoursLeft: null },
  };
}

/** Somebody swipes through pages of the feed, which learns as it goes: each page is a list. */
function browse(place: Place, person: Person, at: number): { lists: ShownList[]; past: Past } {
  const left = new Set(person.learnedFrom);
  const liked: Float32Array[] = [];
  let past: Past = { profile: person.base, history: [] };
  const lists: ShownList[] = [];
  for (let page = 0; page < PAGES; page++) {
    const items = rankForProfile(place.world, person, past.profile, [...left]).order.slice(0, PAGE);
    const { data, cols } = toRows(place, person, past, items);
    lists.push({
      owner: at,
      shownAtMs: at,
      positions: items.map((_, i) => i + 1),
      features: items.map((_, i) => data.subarray(i * cols, (i + 1) * cols)),
      labels: items.map((i) => person.likes[i] ?? 0),
      isTouched: items.map(() => true),
    });
    const history = [...past.history];
    for (const i of items) {
      left.delete(i);
      const posting = place.world.postings[i];
      if (posting === undefined) continue;
      const isLiked = person.likes[i] === 1;
      if (isLiked) liked.push(posting.embedding);
      const { career, cluster, companyId } = toFacts(place.snapshot, i, posting);
      const { seniority, isRemote } = posting.facts;
      history.push({ isLiked, career, cluster, companyId, seniority, isRemote, logPay: Number.NaN });
    }
    past = { profile: moveJobProfile(person.base, liked) ?? person.base, history };
  }
  return { lists, past };
}

function train(lists: readonly ShownList[], seed: number): RankerModel {
  const sides = splitByTime(lists, STOPPING_SHARE);
  const toSet = (side: readonly ShownList[]) => toRankingSet(side, JOB_FEATURES.features.length, null);
  const sets = { train: toSet(sides.train), stopping: toSet(sides.validation) };
  const fitted = fitRanker(toFitJob(JOB_FEATURES, sets, TREES_MAX, seed));
  if (fitted === null) throw new Error("nobody stopped it");
  return fitted.model;
}

/** The first half of the people teach; the others are judged, after as many cards. */
export function evaluateJobRanker(
  snapshot: CareerSnapshot,
  world: World,
  people: readonly Person[],
  seed: number,
): Table {
  const place = { snapshot, world };
  const half = Math.floor(people.length / 2);
  const model = train(
    people.slice(0, half).flatMap((person, at) => browse(place, person, at).lists),
    seed,
  );
  const outcomes = people.slice(half).map((person) => {
    const { past } = browse(place, person, 0);
    const { order, scores } = rankForProfile(world, person, past.profile, person.judgedOn);
    const points = toLearnedPoints(model, scores, toRows(place, person, past, order));
    const ranked = rankAll(scores.map((score, i) => score + (points?.[i] ?? 0))).map((at) => order[at] as number);
    return { base: judge(person, order), ranker: judge(person, ranked) };
  });
  const row = (name: "base" | "ranker") => ({
    order:
      name === "base"
        ? "five parts, profile moved by likes"
        : `the same and a ranker of ${model.trees.nodeStart.length - 1} trees`,
    "NDCG@10": mean(outcomes.map((one) => one[name].ndcg)),
    "NDCG@10 over the parts alone": bootstrapMean(
      outcomes.map((one) => one[name].ndcg - one.base.ndcg),
      createRng(seed + 6),
    ),
    "likes per 100 cards": mean(outcomes.map((one) => one[name].likes)),
    "likes over the parts alone": bootstrapMean(
      outcomes.map((one) => one[name].likes - one.base.likes),
      createRng(seed + 7),
    ),
  });
  return {
    name: "A ranker that learns from others’ swipes",
    note: `${half} people teach with ${PAGES * PAGE} cards each, ${outcomes.length} others are judged after as many of their own; no job that was swiped is judged. Popularity and pay are not known here. 95 % bootstrap intervals over people.`,
    rows: [row("base"), row("ranker")],
  };
}
