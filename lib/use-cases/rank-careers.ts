import type { ListHistory, Weights } from "@/lib/contracts/results";
import { findAnswerChanges } from "@/lib/engine/explain/answer-changes";
import { measureHistoryEffects } from "@/lib/engine/explain/history-effects";
import { type LearnedReason, toLearnedReasons } from "@/lib/engine/explain/learned-reasons";
import { measureRatingEffects } from "@/lib/engine/explain/rating-effects";
import { explainCareer } from "@/lib/engine/explain/reasons";
import { CAREER_FEATURES, type CareerFeatureInput, toCareerFeatures } from "@/lib/engine/features/career-features";
import { roundToSum } from "@/lib/engine/math/round-to-sum";
import { topK } from "@/lib/engine/math/top-k";
import type { Matrix } from "@/lib/engine/math/vectors";
import { explainOwnWeights, type OwnWeights } from "@/lib/engine/models/own-weights";
import { selectSlate, slateDiversity } from "@/lib/engine/ranking/diversity";
import { LEARNED_POINTS, type OwnPast, toLearnedPoints, toOwnWeights } from "@/lib/engine/ranking/learned-points";
import { createCareerScorer, type Parts, type Person } from "@/lib/engine/scoring/hybrid";
import { NEUTRAL_WEIGHTS, type ObjectiveWeights, toDefaultWeights } from "@/lib/engine/scoring/objectives";
import { toAbilityCosine } from "@/lib/engine/scoring/rating-scores";
import type { CareerSnapshot } from "./career-snapshot";
import { NO_PAST, type PersonHistory, toHistory, toListHistory } from "./list-history";
import type { FeatureContext } from "./ranking/feature-context";
import type { ServedRanker } from "./ranking/get-ranker";
import { toScoreColumn } from "./ranking/surfaces";
import { wordChange, wordLearned, wordOwn, wordReason } from "./word-reasons";

export type RankedCareer = {
  item: number;
  score: number;
  parts: Parts;
  embeddingSimilarity: number | null;
  abilitySimilarity: number;
  explanation: { for: string[]; against: string[]; change: string[] };
  /** In the order of CAREER_FEATURES; empty when none were asked for. */
  features: (number | null)[];
};

/** What learns from a list and what has learned; without a ranker base scores rank, and features are kept all the same. */
export type Learning = {
  context: FeatureContext;
  ranker: ServedRanker | null;
  /** What the person did with earlier lists; null when it is not to count. */
  own: OwnPast | null;
  /** Starts the ranker's time. What comes back is asked now and then: true leaves the ranker out. */
  startTimer: () => () => boolean;
};

const SCORE_COLUMN = toScoreColumn(CAREER_FEATURES);

/** Careers that a ranker looks at: the best by base score. */
export const CANDIDATES_MAX = 300;

export type RankedSlate = {
  /** The ranker that had a part in the order. */
  rankerId: string | null;
  mode: "hybrid" | "ability_only";
  weights: ObjectiveWeights;
  diversityScore: number;
  history: ListHistory;
  careers: RankedCareer[];
};

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
const toCosine = (value: number | undefined): number => round(Math.min(1, Math.max(-1, value ?? 0)), 4);

/** Ranks all careers for a person and explains the ones shown. Pure but for the wording. */
export function rankCareers(
  snapshot: CareerSnapshot,
  person: Person,
  options: {
    topN: number;
    alpha: number;
    isDiverse: boolean;
    weights: Weights | undefined;
    past?: PersonHistory;
    learning?: Learning;
  },
): RankedSlate {
  const { index } = snapshot;
  const { past = NO_PAST, learning } = options;
  const weights =
    options.weights === undefined ? toDefaultWeights(person.profile) : { ...NEUTRAL_WEIGHTS, ...options.weights };
  const history = toHistory(past);
  const base = createCareerScorer(
    index,
    { ...person, history },
    { alpha: options.alpha, weights, excluded: past.excluded },
  );
  const baseScores = base.score(person.profile.ratings);
  const toFeatures = (items: readonly number[]): Matrix | null => {
    if (learning === undefined) return null;
    const { profile, textWordCount } = person;
    const input: CareerFeatureInput = {
      index,
      ...learning.context,
      profile,
      textWordCount,
      history,
      scorer: base,
      scores: baseScores,
    };
    return toCareerFeatures(input, items);
  };
  const learned = learning === undefined ? null : toLearned(learning, baseScores.scores, toFeatures);
  const scorer = learned === null ? base : base.withLearned(learned.points);
  const scores = learned === null ? baseScores : scorer.score(person.profile.ratings);
  const slate = selectSlate(scores.scores, index.clusters, options.topN, options.isDiverse);
  const features = toFeatures(slate);
  const ranker = learning?.ranker ?? null;
  const toLearnedWords =
    learned === null || features === null || ranker === null
      ? () => undefined
      : makeLearnedWords(snapshot, ranker, learned, features, slate);
  const changes = findAnswerChanges(index, scorer, person.profile.ratings, scores, slate, options.isDiverse);
  const effects = measureRatingEffects(scorer, person.profile.ratings, scores, slate);
  const pastEffects = measureHistoryEffects(scorer, person.profile.ratings, history, scores, slate);
  const careers = slate.map((item, at): RankedCareer => {
    // Parts are rounded so that they add up to the rounded score: people add up what they read.
    const exact = scorer.parts(scores, item);
    const rounded = roundToSum(Object.values(exact), 2);
    const parts = Object.fromEntries(Object.keys(exact).map((name, i) => [name, rounded[i]])) as Parts;
    const reasons = explainCareer(index, person, scorer, scores, item, effects[at] as Float64Array, pastEffects[at]);
    return {
      item,
      score: round(
        rounded.reduce((sum, points) => sum + points, 0),
        2,
      ),
      parts,
      embeddingSimilarity: scorer.mode === "ability_only" ? null : toCosine(scorer.embeddingCosine(scores, item)),
      abilitySimilarity: toCosine(toAbilityCosine(scores.ratings, item)),
      explanation: {
        for: withLearned(
          reasons.for.map((reason) => wordReason(reason, snapshot, item, past.liked)),
          toLearnedWords(at, "learned_more"),
        ),
        against: withLearned(
          reasons.against.map((reason) => wordReason(reason, snapshot, item, past.disliked)),
          toLearnedWords(at, "learned_less"),
        ),
        change: [wordChange(changes[at] ?? null, snapshot)],
      },
      features: features === null ? [] : toStored(features, at),
    };
  });
  const share = options.alpha === 0 ? 0 : (scorer.history?.likedShare ?? 0);
  return {
    rankerId: learned === null ? null : (ranker?.id ?? null),
    mode: scorer.mode,
    weights,
    diversityScore: round(slateDiversity(index.abilities, slate), 4),
    history: toListHistory(snapshot, past, share, {
      isApplied: options.alpha > 0 && scorer.history !== null,
      choices: (learned?.own ?? null) === null ? 0 : (learning?.own?.labels.length ?? 0),
    }),
    careers,
  };
}

type Learned = {
  /** (n,) of the best careers by base score, 0 of the others */
  points: Float64Array;
  /** The person's own weights in them. */
  own: OwnWeights | null;
};

/** null without a ranker that was in time */
function toLearned(
  { ranker, own: past, startTimer }: Learning,
  baseScores: Float64Array,
  toFeatures: (items: readonly number[]) => Matrix | null,
): Learned | null {
  if (ranker === null) return null;
  const isLate = startTimer();
  const candidates = topK(baseScores, CANDIDATES_MAX).filter((item) => Number.isFinite(baseScores[item]));
  const rows = toFeatures(candidates);
  if (rows === null || isLate()) return null;
  const own = past === null ? null : toOwnWeights(ranker.model, past, SCORE_COLUMN);
  const points = toLearnedPoints(
    ranker.model,
    candidates.map((item) => baseScores[item] as number),
    rows,
    own,
    isLate,
  );
  if (points === null) return null;
  const learned = new Float64Array(baseScores.length);
  candidates.forEach((item, at) => {
    learned[item] = points[at] as number;
  });
  return { points: learned, own };
}

/** What moved a row of the slate most of what others' choices or the person's own taught, as a sentence. */
function makeLearnedWords(
  snapshot: CareerSnapshot,
  { model: { linear }, explain }: ServedRanker,
  { points, own }: Learned,
  features: Matrix,
  slate: readonly number[],
) {
  const others = toLearnedReasons(CAREER_FEATURES, explain(features), LEARNED_POINTS);
  const ownShares = own === null || linear === null ? null : explainOwnWeights(linear, own, features);
  const owns = ownShares === null ? [] : toLearnedReasons(CAREER_FEATURES, ownShares, LEARNED_POINTS);
  return (at: number, kind: LearnedReason["kind"]): string | undefined => {
    const item = slate[at] as number;
    if (points[item] === 0) return undefined;
    const [theirs, mine] = [others, owns].map((rows) => rows[at]?.find((reason) => reason.kind === kind));
    if (mine !== undefined && Math.abs(mine.points) > Math.abs(theirs?.points ?? 0))
      return wordOwn(mine, snapshot, item);
    return theirs === undefined ? undefined : wordLearned(theirs, snapshot, item);
  };
}

const REASONS_MAX = 4;

/** The reason that choices taught takes the last place where there is no room. */
const withLearned = (words: string[], learned: string | undefined): string[] =>
  learned === undefined ? words : [...words.slice(0, REASONS_MAX - 1), learned];

const toStored = ({ data, cols }: Matrix, row: number): (number | null)[] =>
  Array.from(data.subarray(row * cols, (row + 1) * cols), (value) => (Number.isNaN(value) ? null : value));
