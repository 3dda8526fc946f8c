import { z } from "zod";
import { DIMENSION_COUNT, DIMENSION_MAX, DIMENSION_MIN, DIMENSIONS } from "@/lib/engine/profile/dimensions";
import { CareerFactsSchema, SalaryRangeSchema } from "./careers";
import { CareerCodeSchema } from "./catalogue";
import { SuitsBasisSchema } from "./match";
import { QuizAnswersSchema, QuizWarningSchema, SessionIdSchema } from "./quiz";

export const TOP_N_MAX = 50;
export const TOP_N_DEFAULT = 5;

const Weight = z.number().min(0).max(1);

export const WeightsSchema = z.strictObject({
  /** higher pay */
  salary: Weight.optional(),
  /** growing occupations */
  growth: Weight.optional(),
  /** schooling within the person's limit, or less of it when they set none */
  schooling: Weight.optional(),
  /** less exposed to language models */
  ai: Weight.optional(),
  /** calmer work */
  balance: Weight.optional(),
  /** the work values the person chose */
  values: Weight.optional(),
});

export const RecommendRequestSchema = z
  .strictObject({
    sessionId: SessionIdSchema.optional(),
    answers: QuizAnswersSchema.optional(),
    top_n: z.number().int().min(1).max(TOP_N_MAX).default(TOP_N_DEFAULT),
    /** Share of the embedding in the fit; the server's default (0.7) when left out. */
    alpha: z.number().min(0).max(1).optional(),
    /** At most one career per cluster, so at most as many careers as there are clusters. */
    diversity: z.boolean().default(true),
    /** Left out, the weights follow from the answers on values, schooling and balance. */
    weights: WeightsSchema.optional(),
    /** Whether what the person saved and set aside may move the order; false asks for the quiz alone. Their own setting can only narrow it. */
    history: z.boolean().default(true),
    /** Adds each career's facts to the reply. */
    details: z.boolean().default(false),
  })
  .refine((body) => (body.sessionId === undefined) !== (body.answers === undefined), {
    path: ["sessionId"],
    message: "send either sessionId or answers, not both and not neither",
  });

/** Points of the score by source; they sum to the score. Only what was learned, from history or by a ranker, may be negative. */
export const PartsSchema = z.object({
  embedding: z.number(),
  /** What the person saved and set aside before. */
  history: z.number(),
  /** What a ranker learned from everybody's choices; 0 without one. */
  learned: z.number().default(0),
  ability: z.number(),
  salary: z.number(),
  growth: z.number(),
  schooling: z.number(),
  ai: z.number(),
  balance: z.number(),
  values: z.number(),
});

export const ExplanationSchema = z.object({
  for: z.array(z.string()),
  against: z.array(z.string()),
  change: z.array(z.string()),
});

export const DimensionGapSchema = z.object({
  dimension: z.enum(DIMENSIONS),
  you: z.number(),
  career: z.number(),
});

export const RecommendationSchema = z.object({
  recommendationId: z.uuid(),
  rank: z.number().int().min(1),
  code: CareerCodeSchema,
  /** The career's title. */
  career: z.string(),
  cluster: z.string(),
  clusterId: z.string(),
  /** 0 to 100 */
  score: z.number().min(0).max(100),
  /** Raw cosine of the person's and the career's embeddings; null in ability-only mode. */
  embedding_similarity: z.number().min(-1).max(1).nullable(),
  /** Raw cosine of the two ability vectors, centred at 5. */
  ability_similarity: z.number().min(-1).max(1),
  parts: PartsSchema,
  /** Orders nothing. */
  suits: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe(
      "How likely the career suits somebody who answers like this: of 100 such people, so many hundredths. It changes no order; null without a model. See suits_basis.",
    ),
  salary_range: SalaryRangeSchema.nullable(),
  explanation: ExplanationSchema,
  saved: z.boolean(),
  /** Only with details: true. */
  facts: CareerFactsSchema.optional(),
  /** All 15 dimensions, largest difference first; only with details: true. */
  gaps: z.array(DimensionGapSchema).length(DIMENSION_COUNT).optional(),
});

export const HISTORY_CAUSES = ["save", "implement", "rate", "dismiss"] as const;

/** What a list learned from what the person did before, and what it leaves out because of that. */
export const ListHistorySchema = z.object({
  /** False when the person or the request switched it off, there is nothing to learn from, or no model. */
  applied: z.boolean(),
  /** Whether the person, and the request, allow it. */
  enabled: z.boolean(),
  /** Share of the liked careers in the profile embedding, 0 to 0.7. */
  share: z.number().min(0).max(1),
  /** What draws the list, newest first. */
  liked: z.array(z.object({ code: CareerCodeSchema, career: z.string(), because: z.enum(HISTORY_CAUSES) })),
  disliked: z.array(z.object({ code: CareerCodeSchema, career: z.string(), because: z.enum(HISTORY_CAUSES) })),
  /** Careers that the person set aside: left out of the list in any case. */
  hidden: z.number().int().min(0),
  /** Rows of earlier lists, looked at or more, that moved this one through a trained ranker. */
  choices: z.number().int().min(0),
});

export const RecommendReplySchema = z.object({
  sessionId: SessionIdSchema,
  mode: z.enum(["hybrid", "ability_only"]),
  ml_ranking_applied: z.boolean(),
  /** Mean pairwise distance of the slate, 0 (all alike) to 1. */
  diversity_score: z.number().min(0).max(1),
  alpha: z.number().min(0).max(1),
  weights: WeightsSchema.required(),
  diversity: z.boolean(),
  suits_basis: SuitsBasisSchema.nullable().describe("What suits was worked out by; null without a model."),
  history: ListHistorySchema,
  abilityVector: z.array(z.number().min(DIMENSION_MIN).max(DIMENSION_MAX)).length(DIMENSION_COUNT),
  warnings: z.array(QuizWarningSchema),
  recommendations: z.array(RecommendationSchema),
});

/** GET results/{sessionId}: the last list shown for the session, as stored. */
export const StoredResultsReplySchema = RecommendReplySchema.extend({
  createdAt: z.iso.datetime(),
  /** The same person's quiz before this one, to compare with; null when there is none. */
  previousSessionId: SessionIdSchema.nullable(),
});

export const SessionIdParamsSchema = z.object({ sessionId: SessionIdSchema });

export const SaveCareerRequestSchema = z.strictObject({
  sessionId: SessionIdSchema,
  careerCode: CareerCodeSchema,
  /** false takes the save back */
  saved: z.boolean().default(true),
  /**
   * The event that tells the same to recommendations/interact, so that it is recorded and saves once however often either is sent. With
   * saved: false, the event to take back: should it still be on its way, it will save nothing.
   */
  eventId: z.uuid().optional(),
});

export const SaveCareerReplySchema = z.object({ careerCode: CareerCodeSchema, saved: z.boolean() });

export const ViewCareerRequestSchema = z.strictObject({
  sessionId: SessionIdSchema,
  careerCode: CareerCodeSchema,
  /** Seconds the career was in view. */
  durationSeconds: z.number().min(0).max(86_400).optional(),
});

export const ViewCareerReplySchema = z.object({ careerCode: CareerCodeSchema, recorded: z.boolean() });

export type ListHistory = z.infer<typeof ListHistorySchema>;
export type Weights = z.infer<typeof WeightsSchema>;
export type RecommendRequest = z.input<typeof RecommendRequestSchema>;
export type RecommendReply = z.infer<typeof RecommendReplySchema>;
export type Recommendation = z.infer<typeof RecommendationSchema>;
export type StoredResultsReply = z.infer<typeof StoredResultsReplySchema>;
