/**
 * Simulated people who use the careers in memory, by the same parts as the product: scores, lists, features, history and popularity of the days
 * before. Some teach, the others are held out: nothing that those do is learned from, and nobody's features count it.
 */
import type { Embedder } from "@/lib/adapters/embedder";
import { CAREER_FEATURES, type CareerFeatureFacts, toCareerFeatures } from "@/lib/engine/features/career-features";
import type { CareerPopularity } from "@/lib/engine/features/career-popularity";
import { createRng, drawSome, mixSeed, type Rng } from "@/lib/engine/math/random";
import { topK } from "@/lib/engine/math/top-k";
import type { Matrix } from "@/lib/engine/math/vectors";
import type { RankerModel } from "@/lib/engine/models/ranker-model";
import type { QuizProfile } from "@/lib/engine/profile/questions";
import { selectSlate } from "@/lib/engine/ranking/diversity";
import { type InteractionKind, toInteractionLabel } from "@/lib/engine/ranking/interaction-label";
import { type OwnPast, toLearnedPoints, toOwnWeights } from "@/lib/engine/ranking/learned-points";
import type { ShownList } from "@/lib/engine/ranking/ranking-set";
import { createCareerScorer, DEFAULT_ALPHA, type Person } from "@/lib/engine/scoring/hybrid";
import { toDefaultWeights } from "@/lib/engine/scoring/objectives";
import {
  answerQuiz,
  type CareerVisitor,
  simulateVisitor,
  toCareerRelevance,
  toCareerUtility,
} from "@/lib/engine/simulate/career-visitors";
import { type SimulatedEvent, simulateVisit } from "@/lib/engine/simulate/career-visits";
import type { CareerWorld } from "@/lib/engine/simulate/career-world";
import type { CareerSnapshot } from "@/lib/use-cases/career-snapshot";
import { toHistory, toPersonHistory } from "@/lib/use-cases/list-history";
import { OWN_CHOICES_MAX } from "@/lib/use-cases/own-choices";
import { toPerson } from "@/lib/use-cases/quiz-person";
import { CANDIDATES_MAX } from "@/lib/use-cases/rank-careers";
import { toScoreColumn } from "@/lib/use-cases/ranking/surfaces";

const DAY_MS = 86_400_000;
const TEXT_KEYWORDS = 4;
export const LIST_LENGTH = 10;
const SCORE_COLUMN = toScoreColumn(CAREER_FEATURES);

export type CrowdOptions = {
  teachers: number;
  /** People who are judged: as many as it takes for so many to come on the last days. */
  heldOut: number;
  /** Number of the first person held out: above all teachers, so that the same are judged whoever teaches. */
  heldOutFrom: number;
  days: number;
  /** First of the last days, on which is judged and from which nothing is learned. */
  judgedFrom: number;
  /** What ranks on a day, given the lists of the days before. */
  rankerOf?: (day: number, taught: readonly TaughtList[]) => RankerModel | null;
};

export type TaughtList = ShownList & { person: number; day: number };

/** Somebody who waits for a list, with all that can be ranked by, and the truth. */
export type JudgedVisit = {
  person: number;
  day: number;
  hasHistory: boolean;
  /** (n,) */
  base: Float64Array;
  /** The careers that a ranker looks at, and their features. */
  candidates: readonly number[];
  rows: Matrix;
  utility: Float64Array;
  /** (n,) what could be known of it without their history: answers, kind and what draws everybody. */
  learnable: Float64Array;
  relevance: Uint8Array;
  /** What they did with earlier lists. */
  past: OwnPast;
};

export type Place = {
  snapshot: CareerSnapshot;
  world: CareerWorld;
  facts: CareerFeatureFacts;
  embedder: Embedder;
};

type Known = {
  person: Person;
  done: Map<number, Set<InteractionKind>>;
  /** Newest first. */
  savedCodes: string[];
  reactions: { kind: "dismiss" | "rate" | "implement"; careerCode: string; value: number | null }[];
};

/** @returns lists of teachers before the last days, and visits of people held out on them */
export async function simulateCrowd(
  place: Place,
  { teachers, heldOut, heldOutFrom, days, judgedFrom, rankerOf = () => null }: CrowdOptions,
): Promise<{ taught: TaughtList[]; judged: JudgedVisit[] }> {
  const { world } = place;
  const visitors = Array.from({ length: teachers }, (_, i) => simulateVisitor(world, i, days));
  for (let person = heldOutFrom, found = 0; found < heldOut; person++) {
    const visitor = simulateVisitor(world, person, days);
    if (!visitor.days.some((day) => day >= judgedFrom)) continue;
    visitors.push(visitor);
    found++;
  }
  const known = new Map<number, Known>();
  const popularity = makePopularity(world.popularity.length);
  const taught: TaughtList[] = [];
  const pasts = new Map<number, ShownList[]>();
  const judged: JudgedVisit[] = [];
  for (let day = 0; day < days; day++) {
    const ranking = rankerOf(day, taught);
    const today: { slate: readonly number[]; events: readonly SimulatedEvent[] }[] = [];
    for (const visitor of visitors.filter((one) => one.days.includes(day))) {
      const isTeacher = visitor.person < teachers;
      const rng = createRng(mixSeed(world.seed, 3, visitor.person, day));
      const shownAtMs = day * DAY_MS + Math.floor(rng.uniform() * DAY_MS);
      const isRetake = rng.uniform() < world.params.retakeShare;
      const before = known.get(visitor.person);
      const self =
        before === undefined || isRetake
          ? { ...(before ?? makeStranger()), person: await answer(place, visitor, day, rng) }
          : before;
      known.set(visitor.person, self);
      const view = look(place, self, popularity);
      const utility = toCareerUtility(world, visitor, day);
      if (!isTeacher && day >= judgedFrom) {
        const rows = view.toFeatures(view.candidates);
        judged.push({
          past: toOwnPast(pasts.get(visitor.person) ?? []),
          ...{ person: visitor.person, day, hasHistory: self.savedCodes.length + self.reactions.length > 0 },
          ...{ base: view.base, candidates: view.candidates, rows, utility, relevance: toCareerRelevance(utility) },
          learnable: toLearnable(world, visitor, self.person.profile, day),
        });
      }
      const past = toOwnPast(pasts.get(visitor.person) ?? []);
      const scores =
        ranking === null
          ? view.base
          : scoreWith(ranking, view.base, view.candidates, view.toFeatures(view.candidates), past);
      const slate = selectSlate(scores, world.index.clusters, LIST_LENGTH, true);
      const shown = slate.map((item) => ({
        utility: utility[item] as number,
        done: self.done.get(item) ?? new Set<never>(),
      }));
      const events = simulateVisit(shown, rng);
      const list = toShownList(visitor.person, shownAtMs, view.toFeatures(slate), slate, events);
      pasts.set(visitor.person, [...(pasts.get(visitor.person) ?? []), list]);
      remember(place, self, slate, events);
      if (!isTeacher) continue;
      today.push({ slate, events });
      if (day < judgedFrom && events.length > 0) taught.push({ person: visitor.person, day, ...list });
    }
    for (const { slate, events } of today) count(popularity, slate, events);
  }
  return { taught, judged };
}

const makeStranger = (): Omit<Known, "person"> => ({ done: new Map(), savedCodes: [], reactions: [] });

function answer({ world, snapshot, embedder }: Place, visitor: CareerVisitor, day: number, rng: Rng): Promise<Person> {
  const { keywords } = snapshot.careers[visitor.career]?.record ?? { keywords: [] };
  const loves = drawSome(keywords.length, TEXT_KEYWORDS, rng).map((at) => keywords[at]);
  const freeText = visitor.isWriter ? loves.join(", ") : "";
  return toPerson({ ...answerQuiz(world, visitor, day), freeText }, { embedder });
}

/** Base scores of somebody as they stand, and their features. */
function look({ snapshot, facts }: Place, { person, savedCodes, reactions }: Known, popularity: CareerPopularity) {
  const { index } = snapshot;
  const past = toPersonHistory(snapshot, { savedCodes, reactions, usesHistory: true }, true);
  const history = toHistory(past);
  const { profile, textWordCount } = person;
  const options = { alpha: DEFAULT_ALPHA, weights: toDefaultWeights(profile), excluded: past.excluded };
  const scorer = createCareerScorer(index, { ...person, history }, options);
  const scores = scorer.score(profile.ratings);
  const base = scores.scores;
  return {
    base,
    candidates: topK(base, CANDIDATES_MAX).filter((item) => Number.isFinite(base[item])),
    toFeatures: (items: readonly number[]): Matrix =>
      toCareerFeatures({ index, facts, popularity, profile, textWordCount, history, scorer, scores }, items),
  };
}

/** The rows that they looked at, the newest of them. */
function toOwnPast(lists: readonly ShownList[]): OwnPast {
  const cols = CAREER_FEATURES.features.length;
  const seen = lists
    .flatMap(({ features, labels, isTouched }) =>
      labels.map((label, i) => ({ label, row: features[i], isTouched: isTouched[i] })),
    )
    .filter(({ isTouched }) => isTouched)
    .slice(-OWN_CHOICES_MAX);
  const data = Float64Array.from(seen.flatMap(({ row }) => Array.from(row as ArrayLike<number>)));
  return { rows: { data, rows: seen.length, cols }, labels: seen.map(({ label }) => label) };
}

/** (n,) base scores with what a ranker, and own weights on top of it, add to its candidates. */
export function scoreWith(
  model: RankerModel,
  base: Float64Array,
  candidates: readonly number[],
  rows: Matrix,
  past: OwnPast | null,
): Float64Array {
  const own = past === null ? null : toOwnWeights(model, past, SCORE_COLUMN);
  const starts = candidates.map((item) => base[item] as number);
  const points = toLearnedPoints(model, starts, rows, own) ?? [];
  const scores = base.slice();
  candidates.forEach((item, at) => {
    scores[item] = (scores[item] as number) + (points[at] as number);
  });
  return scores;
}

function toLearnable(world: CareerWorld, visitor: CareerVisitor, profile: QuizProfile, day: number): Float64Array {
  const params = { ...world.params, ownWeight: 0 };
  return toCareerUtility({ ...world, params }, { ...visitor, abilities: profile.ratings }, day);
}

function remember({ snapshot }: Place, self: Known, slate: readonly number[], events: readonly SimulatedEvent[]): void {
  for (const { position, kind, value } of events) {
    const item = slate[position - 1] as number;
    const careerCode = snapshot.careers[item]?.code ?? "";
    self.done.set(item, (self.done.get(item) ?? new Set()).add(kind));
    if (kind === "save") self.savedCodes.unshift(careerCode);
    if (kind === "dismiss" || kind === "rate" || kind === "implement")
      self.reactions.unshift({ kind, careerCode, value });
  }
}

/** Of each row, the kinds of what was done with it and its best label. */
function toOutcomes(length: number, events: readonly SimulatedEvent[]) {
  const outcomes = Array.from({ length }, () => ({ kinds: new Set<InteractionKind>(), label: 0 }));
  for (const { position, kind, value } of events) {
    const outcome = outcomes[position - 1];
    if (outcome === undefined) continue;
    outcome.kinds.add(kind);
    outcome.label = Math.max(outcome.label, toInteractionLabel(kind, value));
  }
  return outcomes;
}

function toShownList(
  owner: number,
  shownAtMs: number,
  { data, cols }: Matrix,
  slate: readonly number[],
  events: readonly SimulatedEvent[],
): ShownList {
  const outcomes = toOutcomes(slate.length, events);
  return {
    ...{ owner, shownAtMs },
    positions: slate.map((_, i) => i + 1),
    features: slate.map((_, i) => data.subarray(i * cols, (i + 1) * cols)),
    labels: outcomes.map(({ kinds, label }) => (kinds.has("dismiss") ? 0 : label)),
    isTouched: outcomes.map(({ kinds }) => kinds.size > 0),
  };
}

function makePopularity(n: number): CareerPopularity {
  const column = () => new Float64Array(n);
  return { impressions: column(), labels: column(), clicks: column(), saves: column(), dismissals: column() };
}

function count(popularity: CareerPopularity, slate: readonly number[], events: readonly SimulatedEvent[]): void {
  toOutcomes(slate.length, events).forEach(({ kinds, label }, i) => {
    const item = slate[i] as number;
    const add = (name: keyof CareerPopularity, amount: number) => {
      popularity[name][item] = (popularity[name][item] as number) + amount;
    };
    add("impressions", 1);
    add("labels", label);
    add("clicks", Number(kinds.has("click")));
    add("saves", Number(kinds.has("save")));
    add("dismissals", Number(kinds.has("dismiss")));
  });
}

/** Throws unless no one taught is judged, and all lessons are of earlier days. */
export function checkHeldOut(taught: readonly TaughtList[], judged: readonly JudgedVisit[]): void {
  const people = new Set(taught.map(({ person }) => person));
  const leaked = judged.find(({ person }) => people.has(person));
  if (leaked !== undefined) throw new Error(`person ${leaked.person} is judged and was learned from`);
  const first = Math.min(...judged.map(({ day }) => day));
  const late = taught.find(({ day, shownAtMs }) => day >= first || shownAtMs >= first * DAY_MS);
  if (late !== undefined) throw new Error(`a list of day ${late.day} was learned from; day ${first} is judged`);
}

export const FEATURE_NAMES = CAREER_FEATURES.features.map(({ name }) => name);
