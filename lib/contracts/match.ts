import { z } from "zod";

/** The fields of a kept match model: a stored artefact, parsed before it serves. */
export const MatchArtefactSchema = z
  .object({
    /** The table of features that it was trained on: it serves no other. */
    featureVersion: z.string(),
    /** Where it comes from, in words. */
    origin: z.string(),
    classifier: z.enum(["logistic", "trees"]),
    /** The weights of logistic regression, or null. */
    logistic: z
      .object({
        featureNames: z.array(z.string()),
        means: z.array(z.number()),
        sds: z.array(z.number()),
        weights: z.array(z.number()),
        intercept: z.number(),
      })
      .nullable(),
    /** Boosted trees in LightGBM's text format, or null. */
    trees: z.string().nullable(),
    calibration: z.object({ slope: z.number(), offset: z.number() }),
    /** Share of the training weight that real people's pairs had, and how many there were. */
    realShare: z.number().min(0).max(1),
    realPairs: z.int().min(0),
  })
  .refine(({ classifier, ...models }) => models[classifier] !== null, { error: "has no model of its classifier" });
export type MatchArtefact = z.infer<typeof MatchArtefactSchema>;

/** What "suits" of a list was worked out by. */
export const SuitsBasisSchema = z.object({
  version: z.int().nullable().describe("Number of the promoted match model; null for the one that is shipped."),
  real_share: z
    .number()
    .min(0)
    .max(1)
    .describe("Share of real people's feedback in what the model learned from; the rest are simulated people."),
  real_pairs: z.int().min(0).describe("Careers that real people told about, among what the model learned from."),
});
export type SuitsBasis = z.infer<typeof SuitsBasisSchema>;

const IntervalSchema = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

const FiguresSchema = z.object({ accuracy: IntervalSchema, auc: IntervalSchema, calibrationError: IntervalSchema });

/** The parts of a stored report that decide whether a version may be promoted, and that are shown. */
export const MatchReportSchema = z.object({
  /** Brier score on people held out beyond that of what served when it was trained, below 0 when better; modelId null for the shipped one. */
  beyondCurrent: IntervalSchema.extend({ modelId: z.string().nullable() }).nullable(),
  chosen: z.enum(["logistic", "trees"]),
  data: z.object({ people: z.number(), realPeople: z.number(), realPairs: z.number(), realShare: z.number() }),
  /** Of careers as the product picks them, on simulated people held out; the ceiling is the Bayes-optimal rule's accuracy. */
  evaluation: z.object({
    served: z.object({
      ceiling: z.object({ accuracy: z.number() }),
      logistic: FiguresSchema,
      trees: FiguresSchema,
    }),
  }),
});

const Instant = z.iso.datetime();

export const MatchModelSchema = z.object({
  id: z.uuid(),
  /** 1, 2, ... */
  number: z.int(),
  status: z.enum(["training", "ready", "failed", "cancelled"]),
  error: z.string(),
  createdAt: Instant,
  isPromoted: z.boolean(),
  /** Why it may not be promoted; null when it may. */
  refusal: z.string().nullable(),
  /** null until it is ready */
  figures: FiguresSchema.extend({
    classifier: z.enum(["logistic", "trees"]),
    ceiling: z.number(),
    realPairs: z.number(),
    realShare: z.number(),
  }).nullable(),
});
export type MatchModelRow = z.infer<typeof MatchModelSchema>;

export const MatchModelListReplySchema = z.object({
  /** Newest first. */
  items: z.array(MatchModelSchema),
  /** What says how likely careers suit; null where nothing does, number null for the shipped model. */
  serving: z.object({ number: z.int().nullable(), realShare: z.number(), realPairs: z.int() }).nullable(),
  /** What a roll-back goes back to, number null for the shipped model; null when nothing was promoted. */
  previous: z.object({ number: z.int().nullable() }).nullable(),
});
export type MatchModelListReply = z.infer<typeof MatchModelListReplySchema>;

export const MatchModelParamsSchema = z.object({ id: z.uuid() });
const PEOPLE = "must be a whole number from 100 to 20000";
export const TrainMatchRequestSchema = z.strictObject({
  /** Simulated people; 3,000 when left out. */
  people: z.int(PEOPLE).min(100, PEOPLE).max(20_000, PEOPLE).optional(),
  /** Which simulated people. */
  seed: z.int("must be a whole number").min(0).max(0xffffffff).default(2),
});
export const TrainMatchReplySchema = z.object({ number: z.int() });
export type TrainMatchReply = z.infer<typeof TrainMatchReplySchema>;
