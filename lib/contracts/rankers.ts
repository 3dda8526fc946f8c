import { z } from "zod";

/** What a ranker can be trained for. */
export const RANKER_SURFACES = ["careers", "jobs"] as const;
export type RankerSurface = (typeof RANKER_SURFACES)[number];

/** What the registry keeps versions for: rankers, and "match", how likely a career suits, which orders nothing. */
export const MODEL_SURFACES = [...RANKER_SURFACES, "match"] as const;
export type ModelSurface = (typeof MODEL_SURFACES)[number];

const WHOLE = "must be a whole number";
const DAYS = "must be from 1 to 3650";
const SHARE = "must be from 0.05 to 0.5";
const TREES = "must be from 1 to 5000";

export const TrainOptionsSchema = z.object({
  min_interactions: z.int(WHOLE).min(1, "must be 1 at least").default(100),
  lookback_days: z.number("must be a number").min(1, DAYS).max(3650, DAYS).default(90),
  validation_split: z.number("must be a number").min(0.05, SHARE).max(0.5, SHARE).default(0.2),
  num_boost_round: z.int(WHOLE).min(1, TREES).max(5000, TREES).default(500),
});
export type TrainOptions = z.output<typeof TrainOptionsSchema>;

const IntervalSchema = z.object({ estimate: z.number(), low: z.number(), high: z.number() });
const NdcgSchema = z.object({ at5: z.number(), at10: z.number() });
const FiguresSchema = z.object({ train: NdcgSchema, validation: NdcgSchema });

export const RankerReportSchema = z.object({
  /** What it was trained and judged on. */
  data: z.object({
    interactions: z.number(),
    /** Lists with two different grades at least, and their rows. */
    trainLists: z.number(),
    trainRows: z.number(),
    validationLists: z.number(),
    validationRows: z.number(),
    sinceMs: z.number(),
    splitAtMs: z.number(),
    untilMs: z.number(),
  }),
  base: FiguresSchema,
  ranker: FiguresSchema,
  /** NDCG@10 of the held-out lists beyond that of base scores, with the interval of 95 %. */
  beyondBase: IntervalSchema,
  /** The same beyond what ranked when it was trained; modelId null for base scores. */
  beyondCurrent: IntervalSchema.extend({ modelId: z.string().nullable(), number: z.number().nullable() }),
  trees: z.number(),
  stopReason: z.string(),
  /** How much each feature moves scores, as shares of all; most first. Earlier versions do not tell: 0. */
  importances: z.array(z.object({ name: z.string(), share: z.number().default(0) })),
  /** How far features and the ranker's score moved from the lists learned from to those held out: population stability indices, largest first. */
  drift: z
    .object({ limit: z.number(), moved: z.array(z.object({ name: z.string(), index: z.number() })) })
    .default({ limit: 0, moved: [] }),
  /** Fifths of the rows held out by the ranker's score, lowest first: how many, and the mean label of what came of them. */
  reliability: z.array(z.object({ rows: z.number(), label: z.number() })).default([]),
  /** How likely a row is looked at, by position. */
  examination: z.array(z.number()),
  seconds: z.number(),
});
export type RankerReport = z.infer<typeof RankerReportSchema>;

const Instant = z.iso.datetime();

export const RankerSchema = z.object({
  id: z.uuid(),
  surface: z.enum(RANKER_SURFACES),
  /** 1, 2, ... within its surface */
  number: z.number(),
  trainer: z.string(),
  status: z.enum(["training", "ready", "failed", "cancelled"]),
  /** The table of features that it was trained on. */
  featureVersion: z.string(),
  options: TrainOptionsSchema.partial(),
  /** Of a training under way; null before its first tree. */
  progress: z
    .object({ iteration: z.number(), rounds: z.number(), train: z.number(), validation: z.number() })
    .nullable(),
  report: RankerReportSchema.nullable(),
  error: z.string(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  isPromoted: z.boolean(),
  /** Why it may not be promoted; null when it may. */
  refusal: z.string().nullable(),
});
export type Ranker = z.infer<typeof RankerSchema>;

export const RankerListQuerySchema = z.object({ surface: z.enum(RANKER_SURFACES).default("careers") });
export const RankerListReplySchema = z.object({
  /** Newest first. */
  items: z.array(RankerSchema),
  /** What ranks since when; id and number null for base scores, since null when nothing was ever promoted. */
  current: z.object({
    id: z.uuid().nullable(),
    number: z.number().nullable(),
    since: Instant.nullable(),
    /** false when the promoted ranker cannot be used: base scores rank meanwhile. */
    isUsable: z.boolean(),
  }),
  /** What a roll-back goes back to; null when nothing was promoted. */
  previous: z.object({ id: z.uuid().nullable(), number: z.number().nullable() }).nullable(),
});
export type RankerListReply = z.infer<typeof RankerListReplySchema>;

export const TrainRequestSchema = TrainOptionsSchema.partial()
  .extend({ surface: z.enum(RANKER_SURFACES).default("careers") })
  .strict();
export const TrainReplySchema = z.object({
  /** Whether training began; otherwise `missing` says what there is too little of. */
  started: z.boolean(),
  missing: z.object({ what: z.enum(["interactions", "lists"]), count: z.number() }).nullable(),
});
export type TrainReply = z.infer<typeof TrainReplySchema>;
export const RankerParamsSchema = z.object({ id: z.uuid() });
export const RollBackRequestSchema = z.strictObject({ surface: z.enum(RANKER_SURFACES).default("careers") });
