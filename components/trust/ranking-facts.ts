import type { FeatureGroup } from "@/lib/engine/features/feature-table";
import type { InteractionKind } from "@/lib/engine/ranking/interaction-label";
import type { JobPart } from "@/lib/engine/scoring/job-score";
import type { Objective } from "@/lib/engine/scoring/objectives";

/** What decides the order of careers now. Shares are 0 to 1. */
export type RankingFacts = {
  careerCount: number;
  clusterCount: number;
  questionCount: number;
  ratingCount: number;
  listLength: number;
  /** null when no language model is loaded: ratings count alone then */
  model: string | null;
  fit: { meaning: number; ability: number };
  /** Words that count as much as all ratings, and how much a text counts at most. */
  text: { equalWords: number; shareMax: number };
  wishes: readonly { wish: "values" | "schooling" | "pay" | "calm"; share: number }[];
  objectives: readonly Objective[];
  sliderShareMax: number;
  history: {
    likedShare: number;
    dislikedShare: number;
    enough: number;
    firstShare: number;
    itemsMax: number;
    /** Rows of lists that own weights are learned from. */
    choicesMax: number;
    starsLiked: number;
    starsDisliked: number;
    isUsed: boolean;
  };
  jobs: {
    parts: readonly { name: JobPart; points: number }[];
    recencyHours: number;
    likesEnough: number;
    likedShare: number;
    /** What the score counts against variety, 0 to 1. */
    mmrLambda: number;
    /** The trained ranker that has a part in the order; null where there is none. */
    rankerNumber: number | null;
  };
  labels: readonly { kind: InteractionKind; min: number; max: number }[];
  viewSecondsFull: number;
  /** What says how likely a career suits; null where nothing does. */
  match: { number: number | null; realShare: number; realPairs: number; half: number; features: number } | null;
  policy: string;
  version: string;
  /** The trained ranker that has a part in the order; null where there is none. */
  ranker: {
    number: number;
    sinceMs: number | null;
    learnedFrom: { lists: number; rows: number } | null;
    features: number;
    groups: readonly FeatureGroup[];
  } | null;
};
