import { RankerReportSchema } from "@/lib/contracts/rankers";
import { TOP_N_DEFAULT } from "@/lib/contracts/results";
import { findModel } from "@/lib/db/model-versions";
import { CAREER_FEATURES } from "@/lib/engine/features/career-features";
import { MATCH_FEATURE_NAMES } from "@/lib/engine/features/match-features";
import { REAL_PAIRS_HALF } from "@/lib/engine/models/match-model";
import { DIMENSION_COUNT, DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { QUESTION_COUNT, type QuizProfile } from "@/lib/engine/profile/questions";
import { INTERACTION_KINDS, toInteractionLabel, VIEW_SECONDS_FULL } from "@/lib/engine/ranking/interaction-label";
import { DISLIKED_SHARE, ENOUGH, LIKED_SHARE } from "@/lib/engine/scoring/history-scores";
import { TEXT_HALF_WORDS, TEXT_SHARE } from "@/lib/engine/scoring/hybrid";
import { LIKED_JOBS_SHARE, LIKES_ENOUGH } from "@/lib/engine/scoring/job-profile";
import { JOB_PART_MAX, JOB_PART_NAMES, RECENCY_HOURS } from "@/lib/engine/scoring/job-score";
import { OBJECTIVES, type Objective, toDefaultWeights } from "@/lib/engine/scoring/objectives";
import { getCareerSnapshot } from "./career-snapshot";
import type { Deps } from "./deps";
import { HISTORY_ITEMS_MAX, STARS_DISLIKED, STARS_LIKED } from "./list-history";
import { getMatchModel } from "./match/get-match-model";
import { OWN_CHOICES_MAX } from "./own-choices";
import { getRanker } from "./ranking/get-ranker";
import { RESULTS } from "./recommend-careers";

/** Somebody without wishes; answers that ask for something are compared with it. */
const NO_WISHES: QuizProfile = {
  ratings: DIMENSIONS.map(() => 5),
  values: [],
  schooling: "any",
  balance: "equal",
  freeText: "",
};

/** Answers of the quiz that add something to the score beside the fit, the strongest of each question. */
const WISHES = {
  values: { values: ["support"] },
  schooling: { schooling: "none" },
  pay: { balance: "pay" },
  calm: { balance: "balance" },
} as const satisfies Record<string, Partial<QuizProfile>>;
export type Wish = keyof typeof WISHES;

/**
 * What decides the order of careers, as the server does it now: each number comes from the code and the settings that rank, so that what
 * people are told cannot fall behind.
 */
export async function describeRanking(deps: Deps) {
  const { careers, index } = await getCareerSnapshot(deps);
  const mode = index.embeddings === null ? "ability_only" : "hybrid";
  const alpha = mode === "hybrid" ? deps.defaultAlpha : 0;
  return {
    careerCount: careers.length,
    clusterCount: new Set(index.clusters).size,
    questionCount: QUESTION_COUNT,
    ratingCount: DIMENSION_COUNT,
    listLength: TOP_N_DEFAULT,
    mode,
    model: mode === "hybrid" ? (deps.embedder?.model ?? null) : null,
    /** Shares of the fit, 0 to 1; together 1. */
    fit: { meaning: alpha, ability: 1 - alpha },
    text: { equalWords: TEXT_HALF_WORDS / (TEXT_SHARE - 1), shareMax: TEXT_SHARE / (1 + TEXT_SHARE) },
    wishes: Object.entries(WISHES).map(([wish, answers]) => ({
      wish: wish as Wish,
      share: toShare(toDefaultWeights({ ...NO_WISHES, ...answers })),
    })),
    /** What sliders may add beside the quiz's own wishes. */
    objectives: OBJECTIVES as readonly Objective[],
    /** How much the strongest slider counts, alone. */
    sliderShareMax: toShare({ salary: 1 }),
    history: {
      ...{ likedShare: LIKED_SHARE, dislikedShare: DISLIKED_SHARE, enough: ENOUGH, firstShare: LIKED_SHARE / ENOUGH },
      ...{
        itemsMax: HISTORY_ITEMS_MAX,
        choicesMax: OWN_CHOICES_MAX,
        starsLiked: STARS_LIKED,
        starsDisliked: STARS_DISLIKED,
      },
      // It moves the embeddings' half, so without that half it moves nothing.
      isUsed: alpha > 0,
    },
    jobs: {
      parts: JOB_PART_NAMES.map((name) => ({ name, points: JOB_PART_MAX[name] })),
      ...{ recencyHours: RECENCY_HOURS, likesEnough: LIKES_ENOUGH, likedShare: LIKED_JOBS_SHARE },
      mmrLambda: deps.jobsMmrLambda,
      rankerNumber: (await getRanker(deps, "jobs"))?.number ?? null,
    },
    labels: INTERACTION_KINDS.map((kind) => ({ kind, ...toLabelRange(kind) })),
    viewSecondsFull: VIEW_SECONDS_FULL,
    policy: RESULTS.policy,
    version: RESULTS.modelVersion,
    match: await describeMatch(deps),
    ranker: await describeRanker(deps),
  };
}

/** The trained ranker that has a part in the order now; null where base scores rank, also since the promoted one cannot be used. */
async function describeRanker(deps: Deps) {
  const ranker = await getRanker(deps, "careers");
  if (ranker === null) return null;
  const report = RankerReportSchema.safeParse((await findModel(deps.db, ranker.id))?.report);
  return {
    number: ranker.number,
    sinceMs: ranker.since?.getTime() ?? null,
    /** What it learned from; null when its report is lost. */
    learnedFrom: report.success ? { lists: report.data.data.trainLists, rows: report.data.data.trainRows } : null,
    features: CAREER_FEATURES.features.length,
    groups: [...new Set(CAREER_FEATURES.features.map(({ group }) => group))],
  };
}

/** What says how likely a career suits, which orders nothing; null where no model can be used. */
async function describeMatch(deps: Deps) {
  const served = await getMatchModel(deps);
  if (served === null) return null;
  const { number, realShare, realPairs } = served;
  return { number, realShare, realPairs, half: REAL_PAIRS_HALF, features: MATCH_FEATURE_NAMES.length };
}

/** Weights beside a fit of weight 1, as a share of the whole score. */
function toShare(weights: Partial<Record<Objective, number>>): number {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return sum / (1 + sum);
}

function toLabelRange(kind: (typeof INTERACTION_KINDS)[number]): { min: number; max: number } {
  if (kind === "view") return { min: toInteractionLabel(kind, 0), max: toInteractionLabel(kind, VIEW_SECONDS_FULL) };
  if (kind === "rate") return { min: toInteractionLabel(kind, 1), max: toInteractionLabel(kind, 5) };
  return { min: toInteractionLabel(kind, null), max: toInteractionLabel(kind, null) };
}
